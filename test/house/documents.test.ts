/** The documents keep up with the code. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { version } from '../../src/certificate/version.ts';
import { refusalCodes } from '../../src/check/refusal.ts';
import { mathieuGroup, rubikGroup } from '../../src/group/sporadic.ts';

const read = (name: string): string => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');
const manifest = JSON.parse(read('package.json')) as {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
};

const evidenceKinds = [
  ...['regular', 'free-orbit', 'annihilator', 'multiplicities', 'harmonics', 'scheme', 'subgroup', 'reflections'],
  ...['threshold', 'gram', 'blocks', 'abelian', 'plane', 'moments', 'existence', 'welch', 'strong-from-weak'],
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
  test('lists the generators of the cube', () => {
    const group = rubikGroup();
    expect(format).toContain(`\`rubik\`: ${group.generators.map((g) => `\`${group.show(g)}\``).join(', ')}`);
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
