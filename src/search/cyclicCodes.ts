/**
 * Sets in (ℤ/2)^r from good linear codes: the columns of a generator matrix of an [n, r] code are n elements with ω̂(χ) =
 * (n − 2·weight)/n, so all weights must be near n/2. Cyclic codes of odd length are many and good (quadratic residue codes,
 * BCH codes), and each is the ideal of an idempotent: a sum of x^i over a union of cyclotomic cosets of 2 modulo n
 * (MacWilliams and Sloane, The Theory of Error-Correcting Codes, ch. 8).
 */
import type { RandomBelow } from './random.ts';

/** Unions of cosets looked at for one length. */
const unions = 96;
/** The code may have so many dimensions more than are wanted; some of its words are left out. */
const surplus = 3;

const cyclotomicCosets = (n: number): readonly (readonly number[])[] => {
  const cosets: number[][] = [];
  const seen = new Set<number>();
  for (let start = 0; start < n; start++) {
    if (seen.has(start)) continue;
    const coset: number[] = [];
    for (let x = start; !seen.has(x); x = (2 * x) % n) {
      seen.add(x);
      coset.push(x);
    }
    cosets.push(coset);
  }
  return cosets;
};

/** A basis, in echelon form, of the words i ↦ word shifted by i; undefined if there are more than `most`. */
const shiftsBasis = (word: bigint, n: number, most: number): readonly bigint[] | undefined => {
  const rows: { readonly row: bigint; readonly head: bigint }[] = [];
  const all = (1n << BigInt(n)) - 1n;
  let shifted = word;
  for (let i = 0; i < n; i++) {
    let rest = shifted;
    for (const { row, head } of rows) if ((rest & head) !== 0n) rest ^= row;
    if (rest === 0n) break; // The shifts before span an ideal.
    rows.push({ row: rest, head: rest & -rest });
    if (rows.length > most) return undefined;
    shifted = ((shifted << 1n) & all) | (shifted >> BigInt(n - 1));
  }
  return rows.map(({ row }) => row);
};

/** Lists of n elements of (ℤ/2)^rank, as numbers of `rank` bits, from cyclic codes of the odd length n. */
export function* cyclicCodeSets(n: number, rank: number, below: RandomBelow): Generator<readonly number[]> {
  const cosets = cyclotomicCosets(n);
  const count = 2 ** Math.min(cosets.length, 30);
  const all = count <= unions;
  for (let k = 1; k < (all ? count : unions); k++) {
    const union = all ? k : 1 + below(count - 1);
    let idempotent = 0n;
    cosets.forEach((coset, at) => {
      if (Math.floor(union / 2 ** at) % 2 === 1) for (const i of coset) idempotent |= 1n << BigInt(i);
    });
    const basis = shiftsBasis(idempotent, n, rank + surplus);
    if (basis === undefined || basis.length < rank) continue;
    yield Array.from({ length: n }, (_, i) => {
      let column = 0;
      for (let b = 0; b < rank; b++) if (((basis[b]! >> BigInt(i)) & 1n) === 1n) column += 2 ** b;
      return column;
    });
  }
}
