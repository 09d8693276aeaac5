// What a verdict rests on: every file that the checker reaches by imports, with its lines, and every npm package.
//
//   node scripts/trusted-base.mjs [--json]
//
// "lines" counts all lines, "code" those that hold more than blanks and comments. Files that are reached by type-only
// imports alone leave nothing behind in the running program; they are listed apart and not added to the total.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { reach, readModules } from './module-graph.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const entry = 'check/index.ts';

const sum = (modules, key) => modules.reduce((total, module) => total + module[key], 0);

const version = (name) => JSON.parse(readFileSync(resolve(root, 'node_modules', name, 'package.json'), 'utf8')).version;

/** The packages that the files import, at run time or for their types. */
const packagesOf = (modules, typeOnly) => {
  const names = modules.flatMap(({ imports }) =>
    imports.filter((edge) => edge.kind === 'package' && edge.typeOnly === typeOnly).map((edge) => edge.target),
  );
  return [...new Set(names)].sort();
};

const measure = () => {
  const modules = readModules(resolve(root, 'src'));
  if (!modules.has(entry)) throw new Error(`src/${entry} does not exist`);
  const inOrder = (paths) => [...paths].sort().map((path) => modules.get(path));
  const running = reach(modules, entry, (edge) => !edge.typeOnly);
  const everything = reach(modules, entry);
  const files = inOrder(running.keys());
  const types = inOrder([...everything.keys()].filter((path) => !running.has(path)));
  const packages = packagesOf(files, false);
  const typePackages = [...packagesOf([...files, ...types], true), ...packagesOf(types, false)];
  const show = ({ path, lines, code }) => ({ path: `src/${path}`, lines, code });
  return {
    entry: `src/${entry}`,
    files: files.map(show),
    total: { files: files.length, lines: sum(files, 'lines'), code: sum(files, 'code') },
    typeOnly: types.map(show),
    packages: packages.map((name) => ({ name, version: version(name) })),
    typeOnlyPackages: [...new Set(typePackages)].filter((name) => !packages.includes(name)).sort(),
  };
};

const print = ({ entry, files, total, typeOnly, packages, typeOnlyPackages }) => {
  const row = (lines, code, name) => console.log(`${String(lines).padStart(6)} ${String(code).padStart(6)}  ${name}`);
  console.log(`The trusted base: what ${entry} reaches by imports.\n`);
  row('lines', 'code', 'file');
  for (const { path, lines, code } of files) row(lines, code, path);
  row(total.lines, total.code, `total of ${total.files} files`);
  if (typeOnly.length > 0) {
    console.log('\nReached by type-only imports alone (erased by the compiler, not in the total):');
    for (const { path, lines, code } of typeOnly) row(lines, code, path);
  }
  console.log('\nnpm packages reached (their code is trusted too):');
  for (const { name, version } of packages) console.log(`  ${name} ${version}`);
  if (packages.length === 0) console.log('  none');
  if (typeOnlyPackages.length > 0) console.log(`for types alone: ${typeOnlyPackages.join(', ')}`);
};

try {
  const base = measure();
  if (process.argv.includes('--json')) console.log(JSON.stringify(base, null, 2));
  else print(base);
} catch (error) {
  console.error(`trusted-base: ${error.message}`);
  process.exitCode = 1;
}
