/** Groups from files: what they are spelt out as, and what is wrong with those that are not read. */
import { join } from 'node:path';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, test } from 'vitest';
import { exitCodes } from '../../src/cli/exit.ts';
import { resolveGroup } from '../../src/cli/groupFile.ts';
import { withInstance } from '../support/groups.ts';
import { workDirectory } from './support.ts';

const quarter = [
  ['0', '-1'],
  ['1', '0'],
];
/** 2 cos(2π/5) = z + z⁴, and a reflection: the symmetries of the pentagon. */
const pentagon = [
  [
    ['z+z^4', '-1'],
    ['1', '0'],
  ],
  [
    ['0', '1'],
    ['1', '0'],
  ],
];

const good: Readonly<Record<string, readonly [content: unknown, spelt: string, order: bigint, faithful: boolean]>> = {
  generators: [{ generators: ['(1,2,3)', '(1,2)'] }, 'perm:(1,2,3);(1,2)', 6n, true],
  signed: [{ generators: ['[-2,1]'] }, 'perm:[-2,1]', 4n, true],
  images: [
    { generators: ['(1,2,3)', '(1,2)'], images: ['()', '(1,2)'] },
    'perm:(1,2,3);(1,2)@images:();(1,2)',
    6n,
    false,
  ],
  quarter: [{ matrices: [quarter] }, 'perm:(1,2,3,4)@matrices:1:[[0,-1],[1,0]]', 4n, true],
  conductor: [{ matrices: [quarter], conductor: '1' }, 'perm:(1,2,3,4)@matrices:1:[[0,-1],[1,0]]', 4n, true],
  both: [
    { generators: ['(1,2,3,4)(5,6,7,8)'], matrices: [quarter] },
    'perm:(1,2,3,4)(5,6,7,8)@matrices:1:[[0,-1],[1,0]]',
    4n,
    true,
  ],
  unfaithful: [
    { generators: ['(1,2)', '(3,4)'], matrices: [[['-1']], [['1']]] },
    'perm:(1,2);(3,4)@matrices:1:[[-1]];[[1]]',
    4n,
    false,
  ],
  trivial: [{ matrices: [[['1']]] }, 'perm:()@matrices:1:[[1]]', 1n, true],
};

const bad: Readonly<Record<string, readonly [content: unknown, message: RegExp, code?: number]>> = {
  empty: [{}, /there are no "generators"; it must be JSON such as/],
  none: [{ generators: [] }, /"generators" is empty; write the trivial group as \["\(\)"\]/],
  noImages: [{ generators: ['(1,2)'], images: [] }, /"images" is empty/],
  onlyImages: [{ images: ['(1,2)'] }, /there are no "generators"/],
  strange: [{ generators: ['(1,2)', '(1,2);(1,3)'] }, /at generators\/1: not a permutation/],
  strangeImage: [{ generators: ['(1,2)'], images: ['(1,2)@regular'] }, /at images\/0: not a permutation/],
  unknown: [{ generators: ['(1,2)'], name: 'C2' }, /unknown key "name"/],
  numbers: [{ matrices: [[[0]]] }, /at .*matrices.*expected a string/],
  ragged: [{ matrices: [[['1', '0'], ['0']]] }, /matrix 1 is not 2 × 2/],
  noMatrices: [{ matrices: [] }, /no matrix given/],
  unreadable: [{ matrices: [[['1.5']]] }, /matrix 1: "1\.5" is not a number such as -1\/2; z needs a conductor/],
  complex: [{ matrices: [[['z']]], conductor: '4' }, /"z" is not real/],
  badConductor: [{ matrices: [[['1']]], conductor: 'five' }, /"five" is no conductor/],
  loneConductor: [{ generators: ['(1,2)'], conductor: '5' }, /"conductor" is for "matrices"/],
  two: [{ generators: ['(1,2)'], images: ['(1,2)'], matrices: [[['-1']]] }, /"images" or "matrices", not both/],
  singular: [{ matrices: [[['0']]] }, /matrix 1 is singular/],
  infinite: [
    {
      matrices: [
        [
          ['1', '1'],
          ['0', '1'],
        ],
      ],
    },
    /is the group finite\?/,
    exitCodes.declined,
  ],
};

const directory = workDirectory({
  ...Object.fromEntries(Object.entries(good).map(([name, [content]]) => [`${name}.json`, JSON.stringify(content)])),
  ...Object.fromEntries(Object.entries(bad).map(([name, [content]]) => [`${name}.json`, JSON.stringify(content)])),
  'pentagon.json': JSON.stringify({ matrices: pentagon, conductor: '5' }),
  // The rotation by 2π/360 in the basis 1, ζ of the plane: 360 places.
  'many.json': JSON.stringify({
    matrices: [
      [
        ['z+z^359', '-1'],
        ['1', '0'],
      ],
    ],
    conductor: '360',
  }),
});
const at = (name: string): string => `file:${join(directory, `${name}.json`)}`;

describe('files that are read', () => {
  test.each(Object.entries(good))('%s', async (name, [, spelt, order, faithful]) => {
    expect(await resolveGroup(at(name))).toEqual(E.right(spelt));
    withInstance(spelt, (instance) => {
      expect(instance.notation).toBe(spelt);
      expect([instance.group.order, instance.faithful]).toEqual([order, faithful]);
    });
  });

  test('a matrix group is spelt with the permutations of the orbit of the basis', async () => {
    const spelt = await resolveGroup(at('pentagon'));
    if (E.isLeft(spelt)) throw new Error(spelt.left.message);
    withInstance(spelt.right, (instance) => {
      // z + z⁴ is written −1 − z² − z³.
      expect(instance.notation).toBe(spelt.right);
      expect(spelt.right).toContain('@matrices:5:[[-1-z^2-z^3,-1],[1,0]];[[0,1],[1,0]]');
      expect([instance.group.order, instance.faithful, instance.action.kind]).toEqual([10n, true, 'matrix']);
    });
  });

  test('an action may follow the file of a group alone', async () => {
    expect(await resolveGroup(`${at('generators')}@regular`)).toEqual(E.right('perm:(1,2,3);(1,2)@regular'));
  });

  test('what names no file is passed on', async () => {
    for (const text of ['S5', 'Ih@space', 'perm:(1,2)@sign', '', 'File:x'])
      expect(await resolveGroup(text)).toEqual(E.right(text));
  });
});

describe('files that are refused', () => {
  test.each(Object.entries(bad))('%s', async (name, [, message, code]) => {
    const answer = await resolveGroup(at(name));
    if (E.isRight(answer)) throw new Error(`read as ${answer.right}`);
    expect(answer.left.message).toMatch(message);
    expect(answer.left.message).toContain(`--group file "${join(directory, `${name}.json`)}"`);
    expect(answer.left.message).not.toContain('\n');
    expect(answer.left.exit).toBe(code ?? exitCodes.malformed);
  });

  test.each(['images', 'quarter'])('an action after the file %s, which gives one itself', async (name) => {
    const answer = await resolveGroup(`${at(name)}@regular`);
    expect(E.isLeft(answer) && answer.left.message).toMatch(/it gives the action itself; leave out @regular/);
  });

  test('an orbit of more points than perm: takes is declined, naming the limit', async () => {
    const answer = await resolveGroup(at('many'));
    expect(E.isLeft(answer) && answer.left).toEqual({
      exit: exitCodes.declined,
      message: expect.stringMatching(/permute 360 images of the basis vectors; the limit is 250; give "generators"/),
    });
  });
});
