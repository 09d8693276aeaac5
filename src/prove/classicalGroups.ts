/**
 * Multiply transitive permutation groups of given degrees by their classical generators: good candidates for exact
 * subgroups of S_n and A_n, also where these are too large to search (Dixon and Mortimer, "Permutation Groups", §7.7).
 */

import { divisors, isPrime } from '../algebra/integer.ts';
import type { Permutation } from '../group/permutation.ts';
import { mathieuGroup, projectiveSpecialLinearGroup } from '../group/sporadic.ts';

/** Larger degrees are served by A_n alone. */
const degreeLimit = 60;

const primitiveRoot = (p: number): number => {
  for (let root = 1; ; root++) {
    let order = 1;
    for (let power = root % p; power !== 1; power = (power * root) % p) order++;
    if (order === p - 1) return root;
  }
};

/** x ↦ x + 1 and x ↦ ax on 𝔽_p for a of each order: the subgroups of AGL(1, p) that move every point. */
const affineLine = (p: number): readonly (readonly Permutation[])[] => {
  const root = primitiveRoot(p);
  const translation = Uint32Array.from({ length: p }, (_, x) => (x + 1) % p);
  return divisors(p - 1).map((order) => {
    let factor = 1;
    for (let i = 0; i < (p - 1) / order; i++) factor = (factor * root) % p;
    return [translation, Uint32Array.from({ length: p }, (_, x) => (x * factor) % p)];
  });
};

/** PSL(2, p) and PGL(2, p) on the projective line: x ↦ ax fixes 0 and ∞. */
const projectiveLine = (p: number): readonly (readonly Permutation[])[] => {
  const special = projectiveSpecialLinearGroup(p).generators;
  const root = primitiveRoot(p);
  const scaling = Uint32Array.from({ length: p + 1 }, (_, x) => (x === p ? p : (x * root) % p));
  return [special, [...special, scaling]];
};

/** The primitive polynomials of degree r over 𝔽_2, as masks with the leading bit; r up to 5. */
const primitivePolynomials: Readonly<Record<number, number>> = { 2: 0b111, 3: 0b1011, 4: 0b10011, 5: 0b100101 };

/** AGL(1, 2^r), AΓL(1, 2^r) and AGL(r, 2) on the 2^r points of 𝔽_2^r. */
const affineSpace = (r: number): readonly (readonly Permutation[])[] => {
  const n = 2 ** r;
  const modulus = primitivePolynomials[r]!;
  const double = (x: number): number => ((x << 1) & n ? (x << 1) ^ modulus : x << 1);
  const times = (x: number, y: number): number => {
    let product = 0;
    for (let bit = r - 1; bit >= 0; bit--) product = double(product) ^ ((y >> bit) & 1 ? x : 0);
    return product;
  };
  const map = (image: (x: number) => number): Permutation => Uint32Array.from({ length: n }, (_, x) => image(x));
  const [translation, scaling, frobenius] = [map((x) => x ^ 1), map(double), map((x) => times(x, x))];
  const transvection = map((x) => x ^ ((x & 1) << 1));
  return [
    [translation, scaling],
    [translation, scaling, frobenius],
    [translation, scaling, transvection],
  ];
};

const mathieuDegrees: Readonly<Record<number, 'M11' | 'M12' | 'M22' | 'M23' | 'M24'>> = {
  11: 'M11',
  12: 'M12',
  22: 'M22',
  23: 'M23',
  24: 'M24',
};

/** The regular cyclic group and its holomorph's dihedral part, on n points. */
const polygon = (n: number): readonly (readonly Permutation[])[] => {
  const rotation = Uint32Array.from({ length: n }, (_, x) => (x + 1) % n);
  const reflection = Uint32Array.from({ length: n }, (_, x) => (n - x) % n);
  return [[rotation], [rotation, reflection]];
};

/** Generators of transitive groups on n points, most of them multiply transitive. */
export const classicalGroups = (n: number): readonly (readonly Permutation[])[] => {
  if (n < 2 || n > degreeLimit) return n < 2 ? [] : polygon(n);
  const exponent = Math.log2(n);
  const mathieu = mathieuDegrees[n];
  return [
    ...polygon(n),
    ...(isPrime(n) ? affineLine(n) : []),
    ...(isPrime(n - 1) ? projectiveLine(n - 1) : []),
    ...(primitivePolynomials[exponent] === undefined ? [] : affineSpace(exponent)),
    ...(mathieu === undefined ? [] : [mathieuGroup(mathieu).generators]),
  ];
};
