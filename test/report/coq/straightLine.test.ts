import { expect, test } from 'vitest';
import { identityPermutation, inversePermutation, type Permutation } from '../../../src/group/permutation.ts';
import { straightLine, type Word } from '../../../src/report/coq/straightLine.ts';

/** First g, then h. */
const then = (g: Permutation, h: Permutation): Permutation => Uint32Array.from(g, (image) => h[image]!);

const run = (generators: readonly Permutation[], words: readonly Word[]): readonly Permutation[] => {
  const made = [...generators];
  for (const word of words)
    made.push(
      word.reduce(
        (g, { at, inverted }) => then(g, inverted ? inversePermutation(made[at]!) : made[at]!),
        identityPermutation(generators[0]!.length),
      ),
    );
  return made;
};

const cycle = Uint32Array.from({ length: 12 }, (_, i) => (i + 1) % 12);
const swap = Uint32Array.from({ length: 12 }, (_, i) => (i < 2 ? 1 - i : i));
const factorial = Array.from({ length: 12 }, (_, i) => BigInt(i + 1)).reduce((product, n) => product * n, 1n);
const some = [
  identityPermutation(12),
  swap,
  Uint32Array.from({ length: 12 }, (_, i) => 11 - i),
  Uint32Array.from({ length: 12 }, (_, i) => (5 * i + 3) % 12),
];

test('words in the generators make the elements', () => {
  const words = straightLine([cycle, swap], factorial, some)!;
  const made = run([cycle, swap], words).map((g) => Array.from(g));
  for (const g of some) expect(made).toContainEqual(Array.from(g));
  expect(words.every((word, i) => word.every(({ at }) => at < i + 2))).toBe(true);
});

test('elements outside the group are not made', () => {
  expect(straightLine([cycle], 12n, [swap])).toBeUndefined();
});
