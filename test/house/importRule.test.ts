// The import rule must refuse each kind of violation: a rule that accepts everything is caught here.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const script = fileURLToPath(new URL('../../scripts/import-rule.mjs', import.meta.url));

/** Runs the rule on a tree with these files. */
const rule = (files: Readonly<Record<string, string>>): { readonly status: number | null; readonly errors: string } => {
  const tree = mkdtempSync(join(tmpdir(), 'reynolds-rule-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(tree, path)), { recursive: true });
      writeFileSync(join(tree, path), text);
    }
    const { status, stderr } = spawnSync(process.execPath, [script, tree], { encoding: 'utf8' });
    return { status, errors: stderr };
  } finally {
    rmSync(tree, { recursive: true, force: true });
  }
};

/** The same for the code of pages. */
const siteRule = (text: string): { readonly status: number | null; readonly errors: string } => {
  const tree = mkdtempSync(join(tmpdir(), 'reynolds-rule-'));
  try {
    writeFileSync(join(tree, 'own.ts'), 'export const x = 1;\n');
    writeFileSync(join(tree, 'page.ts'), text);
    const { status, stderr } = spawnSync(process.execPath, [script, '--site', tree], { encoding: 'utf8' });
    return { status, errors: stderr };
  } finally {
    rmSync(tree, { recursive: true, force: true });
  }
};

const leaf = 'export type T = 1;\nexport const x = 1;\n';

const refused: readonly (readonly [string, Readonly<Record<string, string>>, string])[] = [
  [
    'an import to the right',
    { 'algebra/a.ts': "import { x } from '../group/b.ts';\nexport const y = x;\n", 'group/b.ts': leaf },
    'algebra/a.ts:1: imports group/b.ts: group is to the right of algebra',
  ],
  [
    'a type-only import to the right',
    { 'check/a.ts': "import type { T } from '../search/b.ts';\nexport type U = T;\n", 'search/b.ts': leaf },
    'search is to the right of check',
  ],
  [
    'an import in a type position',
    { 'check/a.ts': "export type U = import('../cli/b.ts').T;\n", 'cli/b.ts': leaf },
    'cli is to the right of check',
  ],
  [
    'a re-export to the right',
    { 'check/a.ts': "export * from '../prove/b.ts';\n", 'prove/b.ts': leaf },
    'prove is to the right of check',
  ],
  [
    'a dynamic import to the right',
    { 'check/a.ts': "export const b = () => import('../report/b.ts');\n", 'report/b.ts': leaf },
    'report is to the right of check',
  ],
  [
    'a computed import',
    { 'check/a.ts': 'export const b = (name: string) => import(name);\n' },
    'which this rule cannot follow',
  ],
  [
    'a circle, even of types',
    {
      'group/a.ts': "import type { B } from './b.ts';\nexport type A = B;\n",
      'group/b.ts': "import type { A } from './a.ts';\nexport type B = A | 1;\n",
    },
    'circle: group/a.ts → group/b.ts → group/a.ts',
  ],
  [
    "one of Node's modules in a room for the browser",
    { 'prove/a.ts': "import { readFileSync } from 'node:fs';\nexport const r = readFileSync;\n" },
    'prove/a.ts:1: imports node:fs',
  ],
  [
    "one of Node's modules without its prefix",
    { 'check/a.ts': "import { readFileSync } from 'fs';\nexport const r = readFileSync;\n" },
    'check/a.ts:1: imports fs',
  ],
  [
    'fast-check outside probe and report',
    { 'search/a.ts': "import * as fc from 'fast-check';\nexport const f = fc;\n" },
    'imports fast-check',
  ],
  [
    'a package that is no dependency',
    { 'cli/a.ts': "import { test } from 'vitest';\nexport const t = test;\n" },
    'not among the dependencies',
  ],
  [
    'the surface, from inside',
    { 'report/a.ts': "export * from '../index.ts';\n", 'index.ts': 'export const x = 1;\n' },
    'which no room may import',
  ],
  ['a path out of the source', { 'cli/a.ts': "export * from '../../package.json';\n" }, 'outside the source'],
  ['a file that does not exist', { 'cli/a.ts': "export * from './b.js';\n", 'cli/b.ts': leaf }, 'does not exist'],
  ['a file in no room', { 'loose.ts': leaf }, 'loose.ts: belongs to no room'],
];

describe('the import rule', () => {
  test('accepts imports to the left, and the surface', () => {
    const { status, errors } = rule({
      'algebra/a.ts': leaf,
      'probe/b.ts':
        "import * as fc from 'fast-check';\nimport { x } from '../algebra/a.ts';\nexport const y = [fc, x];\n",
      'cli/c.ts': "import { readFileSync } from 'node:fs';\nexport const r = readFileSync;\n",
      'index.ts': "export { x } from './algebra/a.ts';\nexport { r } from './cli/c.ts';\n",
    });
    expect(errors).toBe('');
    expect(status).toBe(0);
  });

  test.each(refused)('refuses %s', (_, files, message) => {
    const { status, errors } = rule(files);
    expect(errors).toContain(message);
    expect(status).toBe(1);
  });

  test('refuses to judge a file that does not parse', () => {
    expect(rule({ 'algebra/a.ts': 'export const = ;\n' }).status).toBe(2);
  });
});

describe('the code of pages', () => {
  test('may import its own files and the checker', () => {
    expect(siteRule("import './own.ts';\nimport '../src/check/index.ts';\n")).toEqual({ status: 0, errors: '' });
  });
  test.each(['../src/prove/certify.ts', '../src/check/check.ts', 'node:fs', 'vega', './missing.ts'])(
    'may not import %s',
    (target) => {
      const { status, errors } = siteRule(`import '${target}';\n`);
      expect(status).toBe(1);
      expect(errors).toContain('page.ts:1: imports');
    },
  );
});
