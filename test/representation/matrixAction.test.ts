/** Actions by matrices: the icosahedron in space, exactly; spectra, Molien series and reflections. */
import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { cyclotomicField } from '../../src/algebra/cyclotomic.ts';
import { sumOf } from '../../src/algebra/field.ts';
import { applyMatrix, equalMatrices, productOfMatrices } from '../../src/algebra/fieldMatrix.ts';
import { binomial, integers } from '../../src/algebra/integer.ts';
import { primeField, rootOfUnityModulo } from '../../src/algebra/residue.ts';
import type { Element } from '../../src/group/group.ts';
import { listGroup } from '../../src/group/listing.ts';
import { icosahedronVertices } from '../../src/group/polyhedral.ts';
import type { Instance, MatrixAction } from '../../src/representation/action.ts';
import { isReflection, spectrumKey, spectrumOf, symmetricPowerCharacters } from '../../src/representation/spectrum.ts';
import { realMatrix } from '../support/actions.ts';
import { elementsOf, withInstance } from '../support/groups.ts';
import { fixed } from '../support/seed.ts';
import { some } from '../support/unwrap.ts';

const instances = [
  'I@space',
  'Ih@space',
  'perm:(1,2,3,4)@matrices:1:[[0,-1],[1,0]]',
  // D5 in a basis that is not orthogonal.
  'perm:(1,2,3,4,5);(2,5)(3,4)@matrices:5:[[-1-z^2-z^3,-1],[1,0]];[[0,1],[1,0]]',
  // D12 over ℚ(√3), 2 cos(2π/12) = z + z^11 = 2z − z³.
  'perm:(1,2,3,4,5,6,7,8,9,10,11,12);(2,12)(3,11)(4,10)(5,9)(6,8)@matrices:12:[[2*z-z^3,-1],[1,0]];[[0,1],[1,0]]',
  // S4 on the root lattice A3.
  'perm:(1,2);(2,3);(3,4)@matrices:1:[[-1,1,0],[0,1,0],[0,0,1]];[[1,0,0],[1,-1,1],[0,0,1]];[[1,0,0],[0,1,0],[0,1,-1]]',
  // Not faithful: the odd elements of S3 exchange two coordinates.
  'perm:(1,2,3);(1,2)@matrices:1:[[1,0],[0,1]];[[0,1],[1,0]]',
] as const;

const matrices = <G extends string>({ action }: Instance<G>): MatrixAction<G> => {
  if (action.kind !== 'matrix') throw new Error('not an action by matrices');
  return action;
};

const every = <G extends string>({ group }: Instance<G>): readonly Element<G>[] => {
  const listing = listGroup(group)!;
  return Array.from({ length: listing.size }, (_, i) => listing.unrank(i));
};

describe.each(instances)('%s', (name) => {
  withInstance(name, <G extends string>(instance: Instance<G>) => {
    const { group } = instance;
    const action = matrices(instance);
    const { field, dimension } = action;
    const root = (a: number, n: number) => field.root((a * field.conductor) / n);

    test('is written as it was read', () => {
      expect(instance.notation).toBe(name);
    });

    test.prop([elementsOf(group), elementsOf(group)], fixed(60))('ρ(gh) = ρ(g)ρ(h), exactly', (g, h) => {
      const product = productOfMatrices(field, action.image(g), action.image(h));
      expect(equalMatrices(field, action.image(group.concat(g, h)), product)).toBe(true);
    });

    test('entries are real', () => {
      for (const g of group.generators)
        for (const entry of action.image(g).flat()) expect(field.equals(field.conjugate(entry), entry)).toBe(true);
    });

    test('faithful is what it says', () => {
      const images = new Set(every(instance).map((g) => JSON.stringify(realMatrix(action, g).map(String))));
      expect(instance.faithful).toBe(BigInt(images.size) === group.order);
    });

    test.prop([elementsOf(group), elementsOf(group)], fixed(40))(
      'spectra are those of conjugates and inverses',
      (g, x) => {
        const key = spectrumKey(spectrumOf(action, g));
        const conjugate = group.concat(group.concat(x, g), group.inverse(x));
        expect(spectrumKey(spectrumOf(action, conjugate))).toBe(key);
        // The matrices are real, so the eigenvalues come in conjugate pairs.
        expect(spectrumKey(spectrumOf(action, group.inverse(g)))).toBe(key);
      },
    );

    test('χ_Sym¹ is the trace, χ_Sym² = (χ(g)² + χ(g²)) / 2', () => {
      for (const g of every(instance)) {
        const [zeroth, first, second] = symmetricPowerCharacters(field, root, spectrumOf(action, g), 2);
        const squared = symmetricPowerCharacters(field, root, spectrumOf(action, group.concat(g, g)), 1)[1]!;
        const trace = sumOf(
          field,
          action.image(g).map((row, i) => row[i]!),
        );
        expect(field.equals(zeroth!, field.one)).toBe(true);
        expect(field.equals(first!, trace)).toBe(true);
        expect(field.equals(field.add(second!, second!), field.add(field.mul(trace, trace), squared))).toBe(true);
      }
    });

    test('reflections are the involutions of trace d − 2', () => {
      for (const g of every(instance)) {
        const rho = realMatrix(action, g);
        const trace = rho.reduce((sum, row, i) => sum + row[i]!, 0);
        const square = productOfMatrices(field, action.image(g), action.image(g));
        const involution = equalMatrices(field, square, action.image(group.empty));
        expect(isReflection(spectrumOf(action, g))).toBe(involution && Math.abs(trace - dimension + 2) < 1e-9);
      }
    });

    test('the identity has χ_Sym^j = C(d + j − 1, j), in any ring', () => {
      const spectrum = spectrumOf(action, group.empty);
      const noRoots = (): never => {
        throw new Error('integers need no roots');
      };
      expect(symmetricPowerCharacters(integers, noRoots, spectrum, 8)).toEqual(
        Array.from({ length: 9 }, (_, j) => binomial(dimension + j - 1, j)),
      );
    });

    test('characters reduce modulo a prime', () => {
      const modular = some(primeField(2521)); // 2520 = 2³·3²·5·7
      const zeta = some(rootOfUnityModulo(modular, field.conductor));
      for (const g of every(instance)) {
        const spectrum = spectrumOf(action, g);
        const exact = symmetricPowerCharacters(field, root, spectrum, 6).map(({ numerators, denominator }) => {
          expect(denominator).toBe(1n);
          return numerators.reduce(
            (sum, a, e) => modular.add(sum, modular.mul(modular.fromInteger(a), modular.power(zeta, e))),
            0,
          );
        });
        const image = (a: number, n: number) => modular.power(zeta, (a * field.conductor) / n);
        expect(symmetricPowerCharacters(modular, image, spectrum, 6)).toEqual(exact);
      }
    });
  });
});

/** The dimensions of the invariants in Sym⁰ … Symᵏ. */
const invariants = (name: string, k: number): readonly number[] =>
  withInstance(name, (instance) => {
    const field = cyclotomicField(instance.action.kind === 'matrix' ? instance.action.field.conductor : 1);
    const elements = every(instance);
    const rows = elements.map((g) =>
      symmetricPowerCharacters(
        field,
        (a, n) => field.root((a * field.conductor) / n),
        spectrumOf(instance.action, g),
        k,
      ),
    );
    return Array.from({ length: k + 1 }, (_, j) => {
      const { numerators, denominator } = sumOf(
        field,
        rows.map((row) => row[j]!),
      );
      expect([denominator, ...numerators.slice(1)].every((x, i) => x === (i === 0 ? 1n : 0n))).toBe(true);
      expect(numerators[0]! % BigInt(elements.length)).toBe(0n);
      return Number(numerators[0]) / elements.length;
    });
  });

/** The coefficients of numerator / Π (1 − t^d), by counting. */
const series = (numerator: readonly number[], degrees: readonly number[], k: number): readonly number[] => {
  const result = Array.from({ length: k + 1 }, (_, j) => numerator.filter((degree) => degree === j).length);
  for (const degree of degrees) for (let j = degree; j <= k; j++) result[j] = result[j]! + result[j - degree]!;
  return result;
};

describe('published Molien series', () => {
  test.each([
    // Reflection groups: the degrees of basic invariants.
    ['Ih@space', [0], [2, 6, 10]],
    ['Oh@space', [0], [2, 4, 6]],
    ['Td@space', [0], [2, 3, 4]],
    // Their rotations have one more invariant, the product of the mirrors' forms.
    ['I@space', [0, 15], [2, 6, 10]],
    ['O@space', [0, 9], [2, 4, 6]],
    ['T@space', [0, 6], [2, 3, 4]],
    ['Th@space', [0, 6], [2, 4, 6]],
  ] as const)('%s: Σ t^%j over Π (1 − t^d), d of %j', (name, numerator, degrees) => {
    expect(invariants(name, 32)).toEqual(series(numerator, degrees, 32));
  });

  test('S4 on the root lattice A3: degrees 2, 3, 4, as Td, its isomorphic copy', () => {
    expect(invariants(instances[5], 20)).toEqual(invariants('Td', 20));
  });

  test('D5 as matrices has the characters of D5@plane', () => {
    expect(invariants(instances[3], 12)).toEqual(series([0], [2, 5], 12));
  });

  test('reflections: 15 in Ih, none in I', () => {
    const count = (name: string): number =>
      withInstance(
        name,
        (instance) => every(instance).filter((g) => isReflection(spectrumOf(instance.action, g))).length,
      );
    expect(['I@space', 'Ih@space', 'O@space', 'Oh@space', 'Td@space', 'T@space', 'Th@space'].map(count)).toEqual([
      0, 15, 0, 9, 6, 0, 3,
    ]);
  });
});

describe('the icosahedron', () => {
  test('matrices are orthogonal, exactly, and move the vertices as the permutation does', () => {
    withInstance('Ih@space', (instance) => {
      const action = matrices(instance);
      const { field } = action;
      const golden = sumOf(field, [field.one, field.root(1), field.root(4)]);
      // φ² = φ + 1
      expect(field.equals(field.mul(golden, golden), field.add(golden, field.one))).toBe(true);
      const vertices = icosahedronVertices.map((v) =>
        v.map(([a, b]) => field.add(field.fromInteger(BigInt(a)), field.mul(field.fromInteger(BigInt(b)), golden))),
      );
      for (const g of every(instance)) {
        const rho = action.image(g);
        const transposed = rho.map((_, i) => rho.map((row) => row[i]!));
        expect(
          equalMatrices(field, productOfMatrices(field, rho, transposed), action.image(instance.group.empty)),
        ).toBe(true);
        vertices.forEach((v, i) => {
          const image = applyMatrix(field, rho, v);
          expect(image.every((x, k) => field.equals(x, vertices[g[i]!]![k]!))).toBe(true);
        });
      }
    });
  });

  test.prop([fc.constantFrom('I', 'Ih')], fixed(4))('traces are 3, −1, 0, φ, 1 − φ and their negatives', (name) => {
    withInstance(`${name}@space`, (instance) => {
      const action = matrices(instance);
      const phi = (1 + Math.sqrt(5)) / 2;
      const traces = every(instance).map((g) => realMatrix(action, g).reduce((sum, row, i) => sum + row[i]!, 0));
      const signs = name === 'I' ? [1] : [1, -1];
      const expected = signs.flatMap((s) => [3, -1, 0, phi, 1 - phi].map((x) => s * x));
      for (const trace of traces) expect(expected.some((x) => Math.abs(x - trace) < 1e-9)).toBe(true);
      expect(traces.filter((x) => Math.abs(x - phi) < 1e-9).length).toBe(12);
      expect(traces.filter((x) => Math.abs(x - 1 + phi) < 1e-9).length).toBe(12);
    });
  });
});
