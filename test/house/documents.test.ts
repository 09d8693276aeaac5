/** The documents keep up with the code. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { version } from '../../src/certificate/version.ts';
import { refusalCodes } from '../../src/check/refusal.ts';
import { polyhedralGroup } from '../../src/group/polyhedral.ts';
import { mathieuGroup, rubikGroup } from '../../src/group/sporadic.ts';
import {
  linearFunctions,
  maps,
  pointwise,
  polynomials,
  showFunctionClass,
} from '../../src/representation/functionClass.ts';

const read = (name: string): string => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');
const manifest = JSON.parse(read('package.json')) as {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
};

const evidenceKinds = [
  ...['regular', 'free-orbit', 'annihilator', 'multiplicities', 'harmonics', 'scheme', 'subgroup', 'reflections'],
  ...['threshold', 'gram', 'blocks', 'abelian', 'plane', 'moments', 'existence', 'welch', 'strong-from-weak'],
  ...['orbit', 'rank', 'linear-programme', 'exhaustion', 'dimension', 'two-sided'],
  ...['generation', 'pigeonhole', 'tree', 'code', 'displacement', 'weak-below-strong', 'divisibility', 'suborbits'],
];

describe('FORMAT.md', () => {
  const format = read('FORMAT.md');
  test.each(Object.values(refusalCodes).flatMap((codes) => Object.entries(codes)))(
    'explains the code %s',
    (code, meaning) => {
      expect(format).toContain(`| \`${code}\` | ${meaning.replaceAll('|', '\\|')} |`);
    },
  );
  test.each(evidenceKinds)('describes the evidence kind %s', (kind) => {
    expect(format).toContain(`**\`${kind}\`**`);
  });
  test.each(['M11', 'M12', 'M22', 'M23', 'M24'] as const)('lists the generators of %s', (name) => {
    const group = mathieuGroup(name);
    expect(format).toContain(`\`${name}\`: ${group.generators.map((g) => `\`${group.show(g)}\``).join(', ')}`);
  });
  test.each(['T', 'Th', 'Td', 'O', 'Oh', 'I', 'Ih'] as const)('lists the generators of %s', (name) => {
    const group = polyhedralGroup(name);
    expect(format).toContain(`\`${name}\`: ${group.generators.map((g) => `\`${group.show(g)}\``).join(', ')}`);
  });
  test.each([
    ['pointwise', pointwise(7)],
    ['maps', maps(linearFunctions)],
    ['maps of polynomials', maps(polynomials(7))],
  ])('writes the function class %s as the code does', (_, functions) => {
    expect(format).toContain(`\`${showFunctionClass(functions).replace('7', 'K')}\``);
  });
  test('lists the generators of the cube', () => {
    const group = rubikGroup();
    expect(format).toContain(`\`rubik\`: ${group.generators.map((g) => `\`${group.show(g)}\``).join(', ')}`);
  });
});

describe('MATHEMATICS.md', () => {
  const mathematics = read('MATHEMATICS.md');
  const sources = readdirSync(new URL('../../src', import.meta.url), { recursive: true, encoding: 'utf8' });
  test('has every section that the source cites', () => {
    const cited = new Set<string>();
    for (const name of sources.filter((path) => path.endsWith('.ts')))
      for (const [, list] of read(`src/${name}`).matchAll(/MATHEMATICS\.md ((?:[0-9]+\.[0-9]+(?:, |; | and )?)+)/g))
        for (const [number] of list!.matchAll(/[0-9]+\.[0-9]+/g)) cited.add(number);
    expect(cited.size).toBeGreaterThan(20);
    for (const number of cited) expect([number, mathematics.includes(`**${number}`)]).toEqual([number, true]);
  });
  test.each(evidenceKinds)('says which theorem the evidence %s rests on', (kind) => {
    expect(mathematics).toMatch(new RegExp(`^\\| .*\`${kind}\`.* \\| .* \\| .* \\|$`, 'm'));
  });
});

describe('the version', () => {
  test('is one everywhere', () => {
    expect(version).toBe(manifest.version);
    expect(read('CITATION.cff')).toMatch(new RegExp(`^version: "?${version}"?$`, 'm'));
    expect(read('CHANGELOG.md')).toContain(`## ${version}`);
  });
});

describe('ARCHITECTURE.md', () => {
  const architecture = read('ARCHITECTURE.md');
  test('gives a reason for every runtime dependency', () => {
    for (const name of Object.keys(manifest.dependencies)) expect(architecture).toContain(name);
  });
});

describe('links in the documents', () => {
  test.each(['README.md', 'ARCHITECTURE.md', 'FORMAT.md', 'TRUST.md'])('in %s lead to files', (name) => {
    for (const [, target] of read(name).matchAll(/\]\((?!http)([^)#]+)(?:#[^)]*)?\)/g))
      expect(existsSync(new URL(`../../${target}`, import.meta.url)), target).toBe(true);
  });
});
