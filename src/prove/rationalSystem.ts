/**
 * Linear systems with integer coefficients, solved exactly over ℚ: modulo primes, with the Chinese remainder theorem and
 * rational reconstruction (Wang 1981; von zur Gathen and Gerhard, "Modern Computer Algebra", §5.10), until the solution
 * satisfies the system.
 */
import * as O from 'fp-ts/lib/Option.js';
import { absolute, floorSquareRoot, isPrime } from '../algebra/integer.ts';
import { echelonModulo } from '../algebra/matrix.ts';
import { overCommonDenominator, type Rational, rational } from '../algebra/rational.ts';
import { type PrimeField, primeField, primeFieldLimit } from '../algebra/residue.ts';

/** n/d with |n|, d ≤ √(modulus/2) and n ≡ d · residue, if there is one. */
const reconstruct = (residue: bigint, modulus: bigint): Rational | undefined => {
  const bound = floorSquareRoot(modulus / 2n);
  let [r0, r1, t0, t1] = [modulus, residue, 0n, 1n];
  while (r1 > bound) {
    const q = r0 / r1;
    [r0, r1, t0, t1] = [r1, r0 - q * r1, t1, t0 - q * t1];
  }
  return t1 === 0n || absolute(t1) > bound ? undefined : rational(r1, t1);
};

const satisfies = (matrix: readonly (readonly bigint[])[], right: bigint, solution: readonly Rational[]): boolean => {
  const { numerators, denominator } = overCommonDenominator(solution);
  return matrix.every((row) => row.reduce((sum, x, j) => sum + x * numerators[j]!, 0n) === right * denominator);
};

/** Primes tried: enough for numerators and denominators of some 900 bits. */
const primeLimit = 60;

/** The greatest primes of prime fields, found when first needed. */
const primes: number[] = [];
const primeAt = (index: number): number => {
  while (primes.length <= index) {
    let candidate = (primes.at(-1) ?? primeFieldLimit) - 1;
    while (!isPrime(candidate)) candidate--;
    primes.push(candidate);
  }
  return primes[index]!;
};

/** The solution modulo one prime that is zero at the free columns; undefined if there is none. */
const solveModulo = (
  field: PrimeField,
  matrix: readonly (readonly bigint[])[],
  right: bigint,
): { readonly pivots: readonly number[]; readonly values: readonly number[] } | undefined => {
  const width = matrix[0]!.length;
  const { rows, pivots } = echelonModulo(
    field,
    matrix.map((row) => [...row.map(field.fromInteger), field.fromInteger(right)]),
  );
  return pivots.includes(width) ? undefined : { pivots, values: rows.map((row) => row[width]!) };
};

/**
 * A solution of A y = (right, …, right) with independent columns as its support: the only solution if the columns of A
 * are independent; undefined if there is none, or none was found within the limits. Growth: rows · columns · rank for
 * each prime, and one prime for every 15 bits of the solution.
 */
export const solveRational = (
  matrix: readonly (readonly bigint[])[],
  right: bigint,
): readonly Rational[] | undefined => {
  const width = matrix[0]?.length ?? 0;
  let modulus = 1n;
  let pivots: readonly number[] = [];
  let residues: bigint[] = [];
  for (let count = 0; count < primeLimit; count++) {
    const found = primeField(primeAt(count));
    if (O.isNone(found)) return undefined;
    const field = found.value;
    const solved = solveModulo(field, matrix, right);
    // A prime that divides a minor may lose rank or consistency; two in a row would be a miracle.
    if (solved === undefined) {
      if (count > 1) return undefined;
      continue;
    }
    if (solved.pivots.join(',') !== pivots.join(',')) {
      if (solved.pivots.length < pivots.length) continue;
      [modulus, pivots, residues] = [1n, solved.pivots, solved.values.map(() => 0n)];
    }
    const inverse = BigInt(field.reciprocal(Number(modulus % BigInt(field.prime))));
    residues = residues.map((residue, i) => {
      const step = ((BigInt(solved.values[i]!) - residue) * inverse) % BigInt(field.prime);
      return residue + modulus * (step < 0n ? step + BigInt(field.prime) : step);
    });
    modulus *= BigInt(field.prime);
    const values = residues.map((residue) => reconstruct(residue, modulus));
    if (values.some((value) => value === undefined)) continue;
    const solution = new Array<Rational>(width).fill(rational(0n));
    pivots.forEach((pivot, i) => {
      solution[pivot] = values[i]!;
    });
    if (satisfies(matrix, right, solution)) return solution;
  }
  return undefined;
};
