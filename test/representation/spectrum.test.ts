/** det(1 − tρ(g)) and the characters of the symmetric powers, against matrices and monomials. */
import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { type CyclotomicField, cyclotomicField } from '../../src/algebra/cyclotomic.ts';
import { sumOf } from '../../src/algebra/field.ts';
import { binomial, integers } from '../../src/algebra/integer.ts';
import { type PrimeField, primeField, rootOfUnityModulo } from '../../src/algebra/residue.ts';
import type { Element } from '../../src/group/group.ts';
import { conjugacyClasses, listGroup } from '../../src/group/listing.ts';
import type { Instance } from '../../src/representation/action.ts';
import {
  isReflection,
  type Spectrum,
  spectrumKey,
  spectrumOf,
  symmetricPowerCharacters,
} from '../../src/representation/spectrum.ts';
import { matrixOf, planeMatrix, traceOnMonomials } from '../support/actions.ts';
import { combine, determinant, identity } from '../support/exact.ts';
import { elementsOf, withInstance } from '../support/groups.ts';
import { fixed } from '../support/seed.ts';
import { some } from '../support/unwrap.ts';

const monomial = [
  'S4',
  'A5',
  'C6',
  'Z2^3',
  'B2',
  'B3',
  'B4',
  'Q8',
  'D5@vertices',
  'S3xC2',
  'Z2^2xS3',
  'perm:[2,-1,3];[2,3,1]',
  'S3@regular',
];
const noRoots = (): never => {
  throw new Error('no roots of unity are needed');
};
const characters = (spectrum: Spectrum, k: number): readonly bigint[] =>
  symmetricPowerCharacters(integers, noRoots, spectrum, k);

const every = <G extends string>({ group }: Instance<G>): readonly Element<G>[] => {
  const listing = listGroup(group)!;
  return Array.from({ length: listing.size }, (_, i) => listing.unrank(i));
};

/** The value of Π (1 − t^ℓ) Π (1 + t^ℓ). */
const valueAt = (spectrum: Spectrum, t: bigint): bigint => {
  if (spectrum.kind !== 'cycles') throw new Error('not a product over cycles');
  const positive = spectrum.positive.reduce((product, length) => product * (1n - t ** BigInt(length)), 1n);
  return spectrum.negative.reduce((product, length) => product * (1n + t ** BigInt(length)), positive);
};

describe('signed cycles, worked by hand', () => {
  test.each([
    ['B1', '[1]', [1], []],
    ['B1', '[-1]', [], [1]],
    ['B2', '[2,1]', [2], []],
    // e1 ↦ −e2 ↦ e1: the reflection in the line x = −y, a positive cycle through both signs.
    ['B2', '[-2,-1]', [2], []],
    ['B2', '[-2,1]', [], [2]],
    ['B2', '[2,-1]', [], [2]],
    ['B2', '[-1,-2]', [], [1, 1]],
    ['B3', '[-2,-3,1]', [3], []],
    ['B3', '[-2,3,-1]', [3], []],
    ['B3', '[2,3,-1]', [], [3]],
    ['B3', '[-2,-3,-1]', [], [3]],
    ['B3', '[-2,-1,-3]', [2], [1]],
    ['B4', '[-2,-1,-4,-3]', [2, 2], []],
    ['Q8', '[2,-1,4,-3]', [], [2, 2]],
  ] as const)('%s %s', (name, text, positive, negative) => {
    withInstance(name, ({ group, action }) => {
      const g = group.parse(text);
      if (g._tag === 'Left') throw new Error(g.left);
      expect(spectrumOf(action, g.right)).toEqual({ kind: 'cycles', positive, negative });
    });
  });
});

describe.each(monomial)('%s', (name) => {
  withInstance(name, <G extends string>(instance: Instance<G>) => {
    const { action, group } = instance;
    const elements = every(instance);

    test('cycle lengths fill the dimension, and the product over cycles is det(1 − tρ(g))', () => {
      for (const g of elements) {
        const spectrum = spectrumOf(action, g);
        if (spectrum.kind !== 'cycles') throw new Error('not cycles');
        const lengths = [...spectrum.positive, ...spectrum.negative];
        expect(lengths.reduce((sum, length) => sum + length, 0)).toBe(action.dimension);
        const rho = matrixOf(action, g);
        for (const t of [-2n, -1n, 0n, 1n, 2n, 3n])
          expect(valueAt(spectrum, t)).toBe(determinant(combine(1n, identity(action.dimension), t, rho)));
      }
    });

    test('χ_Sym^j is the trace on the monomials of degree j', () => {
      const degree = action.dimension <= 4 ? 6 : 4;
      const classes = conjugacyClasses(listGroup(group)!);
      for (const g of classes.representatives) {
        const traces = Array.from({ length: degree + 1 }, (_, j) => traceOnMonomials(instance, g, j));
        expect(characters(spectrumOf(action, g), degree)).toEqual(traces);
      }
    });

    test.prop([elementsOf(group), elementsOf(group)], fixed(60))(
      'is the same for conjugates and for inverses',
      (g, x) => {
        const conjugate = group.concat(group.concat(x, g), group.inverse(x));
        const key = spectrumKey(spectrumOf(action, g));
        expect(spectrumKey(spectrumOf(action, conjugate))).toBe(key);
        expect(spectrumKey(spectrumOf(action, group.inverse(g)))).toBe(key);
      },
    );

    test('Molien: the mean of χ_Sym^j is an integer, the number of invariants of degree j', () => {
      const sums = elements
        .map((g) => characters(spectrumOf(action, g), 8))
        .reduce((total, row) => total.map((x, j) => x + row[j]!), new Array<bigint>(9).fill(0n));
      for (const sum of sums) {
        expect(sum % group.order).toBe(0n);
        expect(sum >= 0n).toBe(true);
      }
      expect(sums[0]).toBe(group.order);
    });

    test('a reflection is what fixes a hyperplane and is not the identity', () => {
      for (const g of elements) {
        // An orthogonal involution of trace d − 2.
        const rho = matrixOf(action, g);
        const trace = rho.reduce((sum, row, i) => sum + row[i]!, 0n);
        const involution = group.equals(group.concat(g, g), group.empty);
        expect(isReflection(spectrumOf(action, g))).toBe(involution && trace === BigInt(action.dimension - 2));
      }
    });
  });
});

describe('published Molien series', () => {
  const invariants = (name: string, k: number): readonly number[] =>
    withInstance(name, (instance) => {
      const elements = every(instance);
      const sums = elements
        .map((g) => characters(spectrumOf(instance.action, g), k))
        .reduce((total, row) => total.map((x, j) => x + row[j]!), new Array<bigint>(k + 1).fill(0n));
      return sums.map((sum) => Number(sum) / elements.length);
    });
  test('S4 on ℝ⁴: partitions into at most four parts', () => {
    expect(invariants('S4', 8)).toEqual([1, 1, 2, 3, 5, 6, 9, 11, 15]);
  });
  test('B3 on ℝ³: degrees 2, 4, 6', () => {
    expect(invariants('B3', 8)).toEqual([1, 0, 1, 0, 2, 0, 3, 0, 4]);
  });
  test('A4 on ℝ⁴: the Vandermonde determinant comes in at degree 6', () => {
    const difference = invariants('A4', 8).map((x, j) => x - invariants('S4', 8)[j]!);
    expect(difference).toEqual([0, 0, 0, 0, 0, 0, 1, 1, 2]);
  });
  test('Q8 on ℝ⁴: |q|² alone in degree 2, and five more in degree 4', () => {
    expect(invariants('Q8', 4)).toEqual([1, 0, 1, 0, 11]);
  });
  test('the number of reflections: S_n n(n−1)/2, B_n n², Z2^r r, Q8 none', () => {
    const reflections = (name: string): number =>
      withInstance(
        name,
        (instance) => every(instance).filter((g) => isReflection(spectrumOf(instance.action, g))).length,
      );
    expect(
      ['S2', 'S4', 'S5', 'B1', 'B2', 'B3', 'B4', 'Z2^4', 'Q8', 'A5', 'D5@plane', 'D6@plane', 'C6@plane'].map(
        reflections,
      ),
    ).toEqual([1, 6, 10, 1, 4, 9, 16, 4, 0, 0, 5, 6, 0]);
  });
});

describe('products', () => {
  test.prop(
    [
      fc.constantFrom('S3', 'C4', 'Z2^2', 'B2', 'Q8'),
      fc.constantFrom('S3', 'C4', 'Z2^2', 'B2', 'Q8'),
      fc.nat(),
      fc.nat(),
    ],
    fixed(100),
  )('det(1 − t(ρ ⊕ σ)) is the product: characters convolve', (one, other, i, j) => {
    const pick = (
      name: string,
      index: number,
    ): { readonly text: readonly number[]; readonly signed: boolean; readonly series: readonly bigint[] } =>
      withInstance(name, (instance) => {
        const elements = every(instance);
        const g = elements[index % elements.length]!;
        return {
          text: Array.from(g),
          signed: instance.action.kind === 'signed',
          series: characters(spectrumOf(instance.action, g), 6),
        };
      });
    const [a, b] = [pick(one, i), pick(other, j)];
    const convolved = Array.from({ length: 7 }, (_, k) =>
      a.series.slice(0, k + 1).reduce((sum, x, at) => sum + x * b.series[k - at]!, 0n),
    );
    // The pair, as an element of the product.
    const [m, n] = [a.signed ? a.text.length / 2 : a.text.length, b.signed ? b.text.length / 2 : b.text.length];
    withInstance(`${one}x${other}`, ({ group, action }) => {
      const signed = a.signed || b.signed;
      const window = [
        ...a.text.slice(0, m).map((x) => (x < m ? x : x - m + (m + n))),
        ...b.text.slice(0, n).map((x) => (x < n ? x + m : x - n + m + (m + n))),
      ];
      const points = signed ? [...window, ...window.map((x) => (x + m + n) % (2 * (m + n)))] : window;
      const pair = Uint32Array.from(points);
      if (!group.contains(pair)) throw new Error('the pair is in the product');
      expect(characters(spectrumOf(action, pair), 6)).toEqual(convolved);
    });
  });

  test('the identity of ℝ^d has χ_Sym^j = C(d + j − 1, j)', () => {
    for (const d of [1, 2, 5, 9])
      withInstance(`S${d}`, ({ group, action }) => {
        expect(characters(spectrumOf(action, group.empty), 10)).toEqual(
          Array.from({ length: 11 }, (_, j) => binomial(d + j - 1, j)),
        );
      });
  });
});

describe.each(['C1', 'C2', 'C7', 'C12', 'D3', 'D4', 'D5', 'D8', 'D12'])('%s@plane', (name) => {
  const k = 12;
  withInstance(`${name}@plane`, <G extends string>(instance: Instance<G>) => {
    const { action, group } = instance;
    const n = group.shape.degree;
    const field: CyclotomicField = cyclotomicField(n);
    const root = (a: number, of: number) => field.root((a * n) / of);

    test('χ_Sym^j of a rotation is Σ ζ^{turn (j − 2a)} = sin((j + 1)θ)/sin θ; of a reflection 1, 0, 1, 0, …', () => {
      for (const g of every(instance)) {
        const spectrum = spectrumOf(action, g);
        const series = symmetricPowerCharacters(field, root, spectrum, k);
        expect(series.length).toBe(k + 1);
        const { turn, reflected } = action.kind === 'plane' ? action.image(g) : { turn: 0, reflected: false };
        const angle = (2 * Math.PI * turn) / n;
        series.forEach((character, j) => {
          // The eigenvalues of Sym^j are products of j of the two of ρ(g): ζ^turn and its conjugate, or 1 and −1.
          const powers = Array.from({ length: j + 1 }, (_, a) =>
            reflected ? field.fromInteger(a % 2 === 0 ? 1n : -1n) : field.root(turn * (j - 2 * a)),
          );
          expect(field.equals(character, sumOf(field, powers))).toBe(true);
          const value = character.numerators.reduce(
            (sum, x, e) => sum + Number(x) * Math.cos((2 * Math.PI * e) / n),
            0,
          );
          const cosines = reflected
            ? (1 + (-1) ** j) / 2
            : Array.from({ length: j + 1 }, (_, a) => Math.cos((j - 2 * a) * angle)).reduce((sum, x) => sum + x, 0);
          expect(value).toBeCloseTo(cosines, 9);
        });
        // Sym¹ is the action itself.
        const matrix = planeMatrix(action, g);
        const trace = series[1]!.numerators.reduce((sum, x, e) => sum + Number(x) * Math.cos((2 * Math.PI * e) / n), 0);
        expect(trace).toBeCloseTo(matrix[0]![0]! + matrix[1]![1]!, 9);
      }
    });

    test('the same modulo a prime with roots of unity of that order', () => {
      const modular: PrimeField = some(primeField(2521)); // 2520 = 2³·3²·5·7
      const zeta = some(rootOfUnityModulo(modular, n));
      for (const g of every(instance)) {
        const series = symmetricPowerCharacters(
          modular,
          (a, of) => modular.power(zeta, (a * n) / of),
          spectrumOf(action, g),
          k,
        );
        const exact = symmetricPowerCharacters(field, root, spectrumOf(action, g), k);
        const reduced = exact.map((x) =>
          x.numerators.reduce(
            (sum, a, e) => modular.add(sum, modular.mul(modular.fromInteger(a), modular.power(zeta, e))),
            0,
          ),
        );
        expect(series).toEqual(reduced);
      }
    });

    test('reflections are the elements that reverse orientation', () => {
      for (const g of every(instance)) {
        const [[a, b], [c, d]] = planeMatrix(action, g) as [[number, number], [number, number]];
        expect(isReflection(spectrumOf(action, g))).toBe(Math.round(a * d - b * c) === -1);
      }
    });
  });
});
