/** Annihilators (MATHEMATICS.md 2.3) by exact linear algebra over ℚ. */
import { binomial, integers } from '../algebra/integer.ts';
import { overCommonDenominator, type Rational, rational, rationals } from '../algebra/rational.ts';
import { conjugacyClasses, listGroup } from '../group/listing.ts';
import { type Instance, isMonomialAction } from '../representation/action.ts';
import { spectrumKey, spectrumOf, symmetricPowerCharacters } from '../representation/spectrum.ts';

/** A basis of the kernel of a rational matrix, by elimination. Growth: rows · columns · rank products. */
const kernelOver = (rows: readonly (readonly bigint[])[], columns: number): readonly (readonly Rational[])[] => {
  const { mul, sub, zero, one, equals, inverse } = rationals;
  const work = rows.map((row) => row.map((x) => rational(x)));
  const pivots: number[] = [];
  for (let column = 0; column < columns && pivots.length < work.length; column++) {
    const at = pivots.length;
    const found = work.findIndex((row, i) => i >= at && !equals(row[column]!, zero));
    if (found < 0) continue;
    [work[at], work[found]] = [work[found]!, work[at]!];
    const scale = inverse(work[at]![column]!);
    if (scale._tag === 'None') continue;
    const pivotRow = work[at]!.map((x) => mul(x, scale.value));
    work[at] = pivotRow;
    for (let i = 0; i < work.length; i++) {
      const factor = work[i]![column]!;
      if (i !== at && !equals(factor, zero)) work[i] = work[i]!.map((x, j) => sub(x, mul(factor, pivotRow[j]!)));
    }
    pivots.push(column);
  }
  const free = Array.from({ length: columns }, (_, j) => j).filter((j) => !pivots.includes(j));
  return free.map((j) => {
    const vector: Rational[] = new Array<Rational>(columns).fill(zero);
    vector[j] = one;
    pivots.forEach((pivot, i) => {
      vector[pivot] = sub(zero, work[i]![j]!);
    });
    return vector;
  });
};

/** Largest degree and number of different spectra tried. */
const limits = { degree: 80, spectra: 80, order: 200_000 } as const;

/**
 * Integers a_0 … a_j, j ≤ k least, with Σ a_j χ_{Sym^j} = 0 off the identity and not at it; undefined if there are none
 * or the group is beyond the limits. Only for actions with integer characters.
 */
export const findAnnihilator = <G extends string>(
  instance: Instance<G>,
  k: number,
): readonly Rational[] | undefined => {
  const { action, group } = instance;
  if (!isMonomialAction(action) || k > limits.degree) return undefined;
  const listing = listGroup(group, limits.order);
  if (listing === undefined) return undefined;
  const spectra = new Map(
    conjugacyClasses(listing)
      .representatives.slice(1)
      .map((g) => spectrumOf(action, g))
      .map((spectrum) => [spectrumKey(spectrum), spectrum]),
  );
  if (spectra.size > limits.spectra) return undefined;
  const rows = [...spectra.values()].map((spectrum) => symmetricPowerCharacters(integers, () => 0n, spectrum, k));
  const atIdentity = Array.from({ length: k + 1 }, (_, j) => binomial(action.dimension + j - 1, j));
  for (let degree = 0; degree <= k; degree++) {
    const basis = kernelOver(
      rows.map((row) => row.slice(0, degree + 1)),
      degree + 1,
    );
    for (const vector of basis) {
      const { numerators } = overCommonDenominator(vector);
      const value = numerators.reduce((sum, a, j) => sum + a * atIdentity[j]!, 0n);
      if (value !== 0n) return numerators.map((a) => rational(a));
    }
  }
  return undefined;
};
