import { describe, expect, test } from 'vitest';
import { factorial } from '../../src/algebra/integer.ts';
import { conjugacyClasses, listGroup } from '../../src/group/listing.ts';
import { modularCharacterTable } from '../../src/representation/dixonSchneider.ts';
import {
  cycleType,
  cycleTypeSize,
  leastPolynomialDegree,
  partitionDegree,
  symmetricCharacterTable,
} from '../../src/representation/murnaghanNakayama.ts';
import { partitions } from '../../src/representation/partition.ts';
import { withGroup } from '../support/groups.ts';
import { right } from '../support/unwrap.ts';

describe('partitions', () => {
  test('are listed in reverse lexicographic order', () => {
    expect(partitions(0)).toEqual([[]]);
    expect(partitions(4)).toEqual([[4], [3, 1], [2, 2], [2, 1, 1], [1, 1, 1, 1]]);
  });

  test('are as many as Hardy and Ramanujan say', () => {
    const counts = [1, 1, 2, 3, 5, 7, 11, 15, 22, 30, 42, 56, 77, 101, 135, 176, 231, 297, 385, 490, 627];
    expect(counts.map((_, n) => partitions(n).length)).toEqual(counts);
  });

  test('classes fill the group', () => {
    for (let n = 0; n <= 12; n++)
      expect(partitions(n).reduce((sum, type) => sum + cycleTypeSize(type), 0n)).toBe(factorial(n));
  });

  test('the cycle type of a permutation counts fixed points', () => {
    expect(cycleType([1, 0, 2, 4, 5, 3])).toEqual([3, 2, 1]);
  });
});

describe('characters of the symmetric groups', () => {
  test('S0 and S1 have the trivial character only', () => {
    expect(symmetricCharacterTable(0).rows).toEqual([[1n]]);
    expect(symmetricCharacterTable(1).rows).toEqual([[1n]]);
  });

  test('S4 as in every textbook', () => {
    expect(symmetricCharacterTable(4).rows.map((row) => row.map(Number))).toEqual([
      [1, 1, 1, 1, 1],
      [-1, 0, -1, 1, 3],
      [0, -1, 2, 0, 2],
      [1, 0, -1, -1, 3],
      [-1, 1, 1, -1, 1],
    ]);
  });

  test.each([2, 3, 4, 5, 6, 7, 8, 9, 10])('S%i: orthogonality of rows and columns', (n) => {
    const { rows, classSizes } = symmetricCharacterTable(n);
    rows.forEach((a, i) => {
      rows.forEach((b, j) => {
        const overClasses = classSizes.reduce((sum, size, k) => sum + size * a[k]! * b[k]!, 0n);
        expect(overClasses).toBe(i === j ? factorial(n) : 0n);
        const overRows = rows.reduce((sum, row) => sum + row[i]! * row[j]!, 0n);
        expect(overRows).toBe(i === j ? factorial(n) / classSizes[i]! : 0n);
      });
    });
  });

  test.each([1, 2, 5, 9, 14])('S%i: degrees are those of the hook length formula', (n) => {
    const { rows } = symmetricCharacterTable(n);
    expect(rows.map((row) => row[row.length - 1])).toEqual(partitions(n).map(partitionDegree));
  });

  test('S20 in seconds: the sum of squared degrees, and the sign character', () => {
    const { rows, partitions: list } = symmetricCharacterTable(20);
    const degrees = rows.map((row) => row[row.length - 1]!);
    expect(degrees.reduce((sum, d) => sum + d * d, 0n)).toBe(factorial(20));
    expect(rows[rows.length - 1]).toEqual(list.map((type) => ((20 - type.length) % 2 === 0 ? 1n : -1n)));
  });

  test.each([3, 4, 5, 6, 7, 8])('S%i agrees with Dixon and Schneider', (n) => {
    const { rows, partitions: list } = symmetricCharacterTable(n);
    withGroup(`S${n}`, (group) => {
      const classes = conjugacyClasses(listGroup(group)!);
      const { prime, rows: modular } = right(modularCharacterTable(classes));
      const place = new Map(list.map((type, i) => [type.join(), i]));
      const columns = classes.representatives.map((g) => place.get(cycleType(g).join())!);
      const p = BigInt(prime);
      const expected = rows.map((row) => columns.map((k) => ((row[k]! % p) + p) % p).join());
      expect(modular.map((row) => row.join()).sort()).toEqual(expected.sort());
    });
  });

  test.each([3, 4, 5, 6])('S%i: χ^λ first occurs in the polynomials in degree n(λ), by Molien', (n) => {
    const { rows, partitions: list, classSizes } = symmetricCharacterTable(n);
    const top = (n * (n - 1)) / 2;
    // The characters of the symmetric powers: coefficients of Π 1/(1 − t^ℓ) over the cycle lengths ℓ.
    const powers = list.map((type) => {
      const series = Array.from({ length: top + 1 }, (_, j) => BigInt(j === 0));
      for (const length of type) for (let j = length; j <= top; j++) series[j] = series[j]! + series[j - length]!;
      return series;
    });
    const firstDegrees = rows.map((row) => {
      for (let j = 0; ; j++)
        if (classSizes.reduce((sum, size, k) => sum + size * row[k]! * powers[k]![j]!, 0n) !== 0n) return j;
    });
    expect(firstDegrees).toEqual(list.map(leastPolynomialDegree));
  });
});
