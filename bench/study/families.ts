/**
 * The groups of the study: five families, each as far as explicit sets can be certified for all functions, with the orders
 * and the sums of degrees that the paper's bound needs, in closed form.
 */

export type FamilyName = 'S_d' | 'Z2^r' | 'D_n' | 'B_d' | 'PSL(2,p)';

export interface StudyGroup {
  readonly family: FamilyName;
  /** The notation that the command line reads. */
  readonly group: string;
  readonly order: bigint;
  /** D = Σ d_π over the nontrivial irreducibles, complex ones, each counted once (MATHEMATICS.md 3.3). */
  readonly sumOfDegrees: bigint;
  /** Too large for a certified set: only a lower bound is asked for. */
  readonly lowerOnly?: true;
}

const factorial = (n: number): bigint => (n <= 1 ? 1n : BigInt(n) * factorial(n - 1));

/** #{g : g² = e} in S_n; the sum of all degrees, since every irreducible is real (Frobenius and Schur). */
const involutions = (n: number): bigint => (n <= 1 ? 1n : involutions(n - 1) + BigInt(n - 1) * involutions(n - 2));

/** The same in B_n: coordinate n keeps its place with either sign, or changes places with another one, with either sign. */
const signedInvolutions = (n: number): bigint =>
  n === 0 ? 1n : n === 1 ? 2n : 2n * signedInvolutions(n - 1) + 2n * BigInt(n - 1) * signedInvolutions(n - 2);

const symmetric = (d: number): StudyGroup => ({
  family: 'S_d',
  group: `S${d}`,
  order: factorial(d),
  sumOfDegrees: involutions(d) - 1n,
});

const signs = (r: number): StudyGroup => ({
  family: 'Z2^r',
  group: `Z2^${r}`,
  order: 2n ** BigInt(r),
  sumOfDegrees: 2n ** BigInt(r) - 1n,
});

/** As motions of the plane, for which sets are certified harmonic by harmonic. On all functions the action does not matter. */
const dihedral = (n: number): StudyGroup => ({
  family: 'D_n',
  group: `D${n}@plane`,
  order: 2n * BigInt(n),
  sumOfDegrees: BigInt(n % 2 === 0 ? n + 1 : n),
});

const hyperoctahedral = (d: number): StudyGroup => ({
  family: 'B_d',
  group: `B${d}`,
  order: 2n ** BigInt(d) * factorial(d),
  sumOfDegrees: signedInvolutions(d) - 1n,
});

/** Degrees p, p + 1, p − 1, and two of (p ± 1)/2 (Frobenius, Schur), p an odd prime. */
const projective = (p: number): StudyGroup => {
  const residue = p % 4 === 1;
  const [principal, discrete] = residue ? [(p - 5) / 4, (p - 1) / 4] : [(p - 3) / 4, (p - 3) / 4];
  return {
    family: 'PSL(2,p)',
    group: `PSL(2,${p})`,
    order: BigInt((p * (p * p - 1)) / 2),
    sumOfDegrees: BigInt(p + principal * (p + 1) + discrete * (p - 1) + (residue ? p + 1 : p - 1)),
  };
};

const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);

export const studyGroups: readonly StudyGroup[] = [
  ...range(3, 9).map(symmetric),
  ...range(3, 12).map(signs),
  { ...signs(16), lowerOnly: true },
  ...[4, 8, 16, 32, 64, 128].map(dihedral),
  ...range(2, 5).map(hyperoctahedral),
  ...[5, 7, 11, 13, 17, 19, 23, 29, 31].map(projective),
];

export const familyNames: readonly FamilyName[] = ['S_d', 'PSL(2,p)', 'B_d', 'D_n', 'Z2^r'];

/** The paper's bound, the least n ≥ (8/3) ln(2D)/ε (3.3). In floating point: it is compared with, never claimed. */
export const paperBound = (sumOfDegrees: bigint, epsilon: number): number =>
  Math.ceil(((8 / 3) * Math.log(2 * Number(sumOfDegrees))) / epsilon);
