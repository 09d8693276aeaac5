// The import rule: rooms import only to their left, and nothing imports in a circle.
//
//   node scripts/import-rule.mjs [DIRECTORY]           (default: src, and then site)
//   node scripts/import-rule.mjs --site DIRECTORY      the code of pages: of src it may import the checker alone
//
// Type-only imports count like any other: a room that needs the types of a room to its right is in the wrong place.
// Exit 0 when the rule holds, 1 with one line for each violation, 2 when the tree cannot be read.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { reach, readModules, wayTo } from './module-graph.mjs';

/** From left to right. */
const rooms = [
  'algebra',
  'group',
  'representation',
  'averaging',
  'conjecture',
  'certificate',
  'check',
  'search',
  'prove',
  'hunt',
  'probe',
  'report',
  'page',
  'cli',
];

/** The library's surface: it may import anything, and no room may import it. */
const surface = 'index.ts';

/** Everything else must run in a browser. */
const mayImportNode = new Set(['report', 'page', 'cli']);

/** Packages that only some rooms may import. */
const restrictedPackages = new Map([['fast-check', new Set(['hunt', 'probe', 'report'])]]);

/** What the trusted side must never reach, by whatever way. */
const trusted = rooms.slice(0, rooms.indexOf('check') + 1);

/** All that the code of pages may import besides its own files. */
const checker = '../src/check/index.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const dependencies = Object.keys(JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')).dependencies);

const roomOf = (path) => {
  const [first, ...rest] = path.split('/');
  return rest.length > 0 && rooms.includes(first) ? first : undefined;
};

const problemsOfImport = (path, room, edge) => {
  const free = path === surface;
  switch (edge.kind) {
    case 'unknown':
      return [`imports ${edge.target}, which this rule cannot follow`];
    case 'outside':
      return [`imports ${edge.target}, which is outside the source`];
    case 'missing':
      return [`imports ${edge.target}, which does not exist (write the .ts extension)`];
    case 'builtin':
      return free || mayImportNode.has(room)
        ? []
        : [`imports ${edge.target}: only ${[...mayImportNode].join(', ')} and ${surface} may import Node's modules`];
    case 'package': {
      const allowed = restrictedPackages.get(edge.target);
      return [
        ...(dependencies.includes(edge.target) ? [] : [`imports ${edge.target}, which is not among the dependencies`]),
        ...(free || allowed === undefined || allowed.has(room)
          ? []
          : [`imports ${edge.target}: only ${[...allowed].join(', ')} may`]),
      ];
    }
    case 'file': {
      if (free) return [];
      if (edge.target === surface) return [`imports ${surface}, the library's surface, which no room may import`];
      const other = roomOf(edge.target);
      return other === undefined || rooms.indexOf(other) <= rooms.indexOf(room)
        ? []
        : [`imports ${edge.target}: ${other} is to the right of ${room}`];
    }
    default:
      throw new Error(`unknown kind of import: ${edge.kind}`);
  }
};

/** One shortest circle through each file that lies on one, each circle once. */
const circles = (modules) => {
  const found = new Map();
  for (const path of modules.keys()) {
    const from = reach(modules, path);
    const last = [...from.keys()].find((at) =>
      modules.get(at).imports.some((edge) => edge.kind === 'file' && edge.target === path),
    );
    if (last === undefined) continue;
    const circle = wayTo(from, last);
    const key = [...circle].sort().join(' ');
    if (!found.has(key)) found.set(key, [...circle, path].join(' → '));
  }
  return [...found.values()];
};

const check = (modules) => {
  const problems = [];
  for (const { path, imports } of modules.values()) {
    const room = roomOf(path);
    if (room === undefined && path !== surface) {
      problems.push(`${path}: belongs to no room (${rooms.join(', ')})`);
      continue;
    }
    for (const edge of imports) {
      for (const problem of problemsOfImport(path, room, edge)) problems.push(`${path}:${edge.line}: ${problem}`);
    }
    if (!trusted.includes(room)) continue;
    const from = reach(modules, path);
    for (const at of from.keys()) {
      if (at !== path && !trusted.includes(roomOf(at))) {
        problems.push(`${path}: trusted, but reaches ${at} (${wayTo(from, at).join(' → ')})`);
      }
    }
  }
  return [...problems, ...circles(modules).map((circle) => `circle: ${circle}`)];
};

/** What runs in browsers beside the checker: nothing that searches, no package, no module of Node. */
const checkSite = (modules) => {
  const problems = [];
  for (const { path, imports } of modules.values())
    for (const edge of imports)
      if (edge.kind !== 'file' && edge.target !== checker)
        problems.push(`${path}:${edge.line}: imports ${edge.target}: pages may import their own files and ${checker}`);
  return [...problems, ...circles(modules).map((circle) => `circle: ${circle}`)];
};

const trees = () => {
  const [first, second] = process.argv.slice(2);
  if (first === '--site') return [[resolve(second), checkSite]];
  if (first !== undefined) return [[resolve(first), check]];
  return [
    [resolve(root, 'src'), check],
    [resolve(root, 'site'), checkSite],
  ];
};

try {
  const read = trees().map(([tree, rule]) => [readModules(tree), rule]);
  const problems = read.flatMap(([modules, rule]) => rule(modules));
  const modules = read.flatMap(([found]) => [...found.values()]);
  const imports = modules.reduce((sum, { imports }) => sum + imports.length, 0);
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) {
    console.error(`import rule: ${problems.length} violation${problems.length === 1 ? '' : 's'}`);
    process.exitCode = 1;
  } else {
    console.log(`import rule: ${modules.length} files, ${imports} imports, no violation`);
  }
} catch (error) {
  console.error(`import rule: ${error.message}`);
  process.exitCode = 2;
}
