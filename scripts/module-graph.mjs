// Reads the import graph of a source tree with a real parser (oxc). Shared by the import rule and the trusted base.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join, posix, relative, resolve, sep } from 'node:path';
import { parseSync } from 'oxc-parser';

/**
 * One import of a file.
 * @typedef {object} Import
 * @property {string} specifier  as written
 * @property {number} line       where it is written, from 1
 * @property {boolean} typeOnly  erased by the compiler: `import type`, `export type … from`, `import('…').T`.
 *   `import { type T } from '…'` is not: under verbatimModuleSyntax the module still runs.
 * @property {'file' | 'outside' | 'missing' | 'builtin' | 'package' | 'unknown'} kind
 *   'outside' is a path that leaves the tree, 'unknown' an import whose specifier is computed at run time.
 * @property {string} target     'file': path in the tree; 'package': its name; otherwise the specifier
 */

/**
 * @typedef {object} Module
 * @property {string} path       relative to the tree, with forward slashes
 * @property {number} lines      lines of the file
 * @property {number} code       lines that hold more than blanks and comments
 * @property {Import[]} imports
 */

/** @returns {string[]} the .ts and .json files below `directory`, relative to it, sorted */
const listFiles = (directory) =>
  readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:[cm]?tsx?|[cm]?jsx?|json)$/.test(entry.name))
    .map((entry) =>
      relative(directory, join(entry.parentPath ?? entry.path, entry.name))
        .split(sep)
        .join('/'),
    )
    .sort();

const packageName = (specifier) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

/** Every import of a syntax tree: declarations, re-exports, `import()`, `import('…').T` and `import x = require()`. */
const importsOf = (program) => {
  const found = [];
  const add = (source, typeOnly, start) => {
    const literal = source?.type === 'Literal' && typeof source.value === 'string';
    found.push({ specifier: literal ? source.value : undefined, typeOnly, start });
  };
  const walk = (node) => {
    if (Array.isArray(node)) {
      for (const child of node) walk(child);
      return;
    }
    if (node === null || typeof node !== 'object') return;
    switch (node.type) {
      case 'ImportDeclaration':
        add(node.source, node.importKind === 'type', node.start);
        break;
      case 'ExportNamedDeclaration':
      case 'ExportAllDeclaration':
        if (node.source !== null && node.source !== undefined) add(node.source, node.exportKind === 'type', node.start);
        break;
      case 'ImportExpression':
        add(node.source, false, node.start);
        break;
      case 'TSImportType':
        add(node.source ?? node.argument?.literal ?? node.argument, true, node.start);
        break;
      case 'TSExternalModuleReference':
        add(node.expression, false, node.start);
        break;
    }
    for (const [key, value] of Object.entries(node)) if (key !== 'type') walk(value);
  };
  walk(program);
  return found;
};

const locate = (tree, from, specifier, files) => {
  if (specifier === undefined) return { kind: 'unknown', target: '(computed)' };
  if (/^\.{0,2}\//.test(specifier) || specifier === '.' || specifier === '..') {
    const absolute = resolve(tree, dirname(from), specifier);
    const inside = relative(tree, absolute).split(sep).join(posix.sep);
    if (inside.startsWith('..')) return { kind: 'outside', target: specifier };
    return files.has(inside) ? { kind: 'file', target: inside } : { kind: 'missing', target: inside };
  }
  if (isBuiltin(specifier)) return { kind: 'builtin', target: specifier };
  if (/^[a-z]+:/i.test(specifier) || specifier.startsWith('#')) return { kind: 'unknown', target: specifier };
  return { kind: 'package', target: packageName(specifier) };
};

/** Lines that hold more than blanks and comments. */
const codeLines = (text, comments) => {
  let bare = '';
  let at = 0;
  for (const { start, end } of comments) {
    bare += text.slice(at, start) + text.slice(start, end).replace(/[^\n]/g, ' ');
    at = end;
  }
  return (bare + text.slice(at)).split('\n').filter((line) => line.trim() !== '').length;
};

/**
 * Reads every source file of `tree` (a directory).
 * A file that does not parse is an error, thrown: a graph with holes would prove nothing.
 * @returns {Map<string, Module>}
 */
export const readModules = (tree) => {
  if (!statSync(tree, { throwIfNoEntry: false })?.isDirectory()) throw new Error(`${tree} is not a directory`);
  const paths = listFiles(tree);
  const files = new Set(paths);
  const modules = new Map();
  for (const path of paths) {
    const text = readFileSync(join(tree, path), 'utf8');
    const lines = text === '' ? 0 : text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
    if (path.endsWith('.json')) {
      modules.set(path, { path, lines, code: lines, imports: [] });
      continue;
    }
    const parsed = parseSync(path, text);
    if (parsed.errors.length > 0) throw new Error(`${path} does not parse: ${parsed.errors[0].message}`);
    const imports = importsOf(parsed.program).map(({ specifier, typeOnly, start }) => ({
      specifier: specifier ?? '(computed)',
      line: text.slice(0, start).split('\n').length,
      typeOnly,
      ...locate(tree, path, specifier, files),
    }));
    modules.set(path, { path, lines, code: codeLines(text, parsed.comments), imports });
  }
  return modules;
};

/**
 * The files reached from `start`, `start` included, along the imports that `follow` admits.
 * @returns {Map<string, string | undefined>} each file with the one it was first reached from
 */
export const reach = (modules, start, follow = () => true) => {
  const from = new Map([[start, undefined]]);
  const queue = [start];
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    for (const edge of modules.get(path)?.imports ?? []) {
      if (edge.kind !== 'file' || !follow(edge) || from.has(edge.target)) continue;
      from.set(edge.target, path);
      queue.push(edge.target);
    }
  }
  return from;
};

/** The way along which `reach` came to `path`, for messages. */
export const wayTo = (from, path) => {
  const way = [];
  for (let at = path; at !== undefined; at = from.get(at)) way.unshift(at);
  return way;
};
