/**
 * The irreducible real representations of a listed group, found numerically, by taking ℝ[G] apart twice.
 *
 * A random self-adjoint element of the centre acts on class functions, and its eigenvectors there are the characters of
 * the real irreducibles, almost surely (Burnside). So each simple ideal of ℝ[G] is known by its unit z. On the ideal a
 * random self-adjoint h acts by multiplication from the right, and its greatest eigenspace is an irreducible left ideal
 * ℝ[G]e, almost surely; e, the component of z there, is a primitive idempotent (Lanczos from z). With elements t_1 … t_d
 * whose translates t_k e are a basis, ⟨t_k e, s t_l e⟩ = e(t_k⁻¹ s t_l) up to a factor, which gives the matrix of s in an
 * orthonormal basis.
 */
import type { Element } from '../group/group.ts';
import { type ConjugacyClasses, conjugacyClasses, type Listing } from '../group/listing.ts';
import type { Block } from './blockModels.ts';
import { eigenvectorsOf } from './jacobi.ts';
import { greatestEigenpair } from './lanczos.ts';
import { type RandomBelow, randomFrom } from './random.ts';

const attempts = 3;
const operatorsTried = 5;
const summands = 6;
const rounds = 60;
const stepsPerRound = 12;
/** Bounds on the number of classes, and on that times |G|. */
const classLimit = 150;
const productLimit = 2e6;

/** A random number in [1/2, 3/2). */
const weight = (below: RandomBelow): number => 0.5 + below(1 << 20) / (1 << 20);

/** Real characters up to scale, by class. Growth: classes · |G| products. */
const characters = <G extends string>(
  { listing, representatives, sizes, classOfRank, inverseClass }: ConjugacyClasses<G>,
  below: RandomBelow,
): readonly Float64Array[] => {
  const { group, rank, size, unrank } = listing;
  // A class and its inverse are taken as one: real characters agree on them.
  const kinds = representatives.map((_, c) => c).filter((c) => c <= inverseClass[c]!);
  const kindOf = representatives.map((_, c) => kinds.indexOf(Math.min(c, inverseClass[c]!)));
  const count = kinds.map((c) => sizes[c]! * (inverseClass[c] === c ? 1 : 2));
  const weights = kinds.map(() => weight(below));
  const matrix = kinds.map(() => new Float64Array(kinds.length));
  for (let i = 0; i < size; i++) {
    const x = unrank(i);
    const h = weights[kindOf[classOfRank[i]!]!]!;
    kinds.forEach((c, row) => {
      const column = kindOf[classOfRank[rank(group.concat(x, representatives[c]!))]!]!;
      matrix[row]![column]! += h * Math.sqrt(count[row]! / count[column]!);
    });
  }
  return eigenvectorsOf(matrix).map((vector) =>
    Float64Array.from(representatives, (_, c) => vector[kindOf[c]!]! / Math.sqrt(count[kindOf[c]!]!)),
  );
};

/**
 * Multiplication by a random self-adjoint element from the right. Its coefficients sum to 0, so that no ideal has much
 * greater eigenvalues than the others: those would attract the rounding errors.
 */
const randomOperator = <G extends string>(
  { group, size, rank, unrank }: Listing<G>,
  below: RandomBelow,
): ((from: Float64Array, to: Float64Array) => void) => {
  const elements = Array.from({ length: size }, (_, i) => unrank(i));
  const weights = Array.from({ length: summands }, (_, i) => (i % 2 === 0 ? 1 : -1) * weight(below));
  const mean = weights.reduce((sum, x) => sum + x, 0) / summands;
  const terms = weights.map((x) => {
    const t = unrank(below(size));
    const inverse = group.inverse(t);
    return {
      h: x - mean,
      forth: Uint32Array.from(elements, (y) => rank(group.concat(y, t))),
      back: Uint32Array.from(elements, (y) => rank(group.concat(y, inverse))),
    };
  });
  return (from, to) => {
    for (const { h, forth, back } of terms)
      for (let i = 0; i < size; i++) to[i]! += h * (from[forth[i]!]! + from[back[i]!]!);
  };
};

interface Ideal {
  /** By rank. */
  readonly idempotent: Float64Array;
  /** By class. */
  readonly character: Float64Array;
}

/** The left ideal in the simple ideal of a character; undefined if its dimension does not come out as an integer. */
const idealOf = <G extends string>(
  { listing: { size }, classOfRank, sizes }: ConjugacyClasses<G>,
  vector: Float64Array,
  operator: (from: Float64Array, to: Float64Array) => void,
): Ideal | undefined => {
  const square = sizes.reduce((sum, n, c) => sum + n * vector[c]! ** 2, 0);
  const unit = Float64Array.from(classOfRank, (c) => (vector[0]! / square) * vector[c]!);
  // Restarted: rounding errors leave the Krylov space of z, and a long recurrence would make them grow.
  let top: Float64Array = unit;
  for (let round = 0; round < rounds; round++) {
    const pair = greatestEigenpair(size, operator, stepsPerRound, top, { precision: 1e-9 });
    top = pair.vector;
    if (pair.applications < stepsPerRound) break;
  }
  let overlap = 0;
  for (let i = 0; i < size; i++) overlap += top[i]! * unit[i]!;
  const idempotent = top.map((x) => overlap * x);
  const dimension = size * idempotent[0]!;
  if (Math.abs(dimension - Math.round(dimension)) > 1e-6 || dimension < 0.5) return undefined;
  return { idempotent, character: vector.map((x) => (x / vector[0]!) * dimension) };
};

/** Translates of e that are well independent, by pivoted Cholesky factorisation, and the inverse of the factor. */
const basisOf = <G extends string>(
  { group, size, rank, unrank }: Listing<G>,
  idempotent: Float64Array,
  dimension: number,
  below: RandomBelow,
): { readonly chosen: readonly Element<G>[]; readonly inverse: Float64Array } => {
  const pool = Array.from({ length: Math.min(size, 4 * dimension + 8) }, (_, i) =>
    unrank(size <= 4 * dimension + 8 ? i : below(size)),
  );
  const inverses = pool.map(group.inverse);
  const entry = (k: number, l: number): number =>
    idempotent[rank(group.concat(inverses[k]!, pool[l]!))]! / idempotent[0]!;
  const residual = new Float64Array(pool.length).fill(1);
  /** rows[j][k]: the component of translate k along basis vector j. */
  const rows: Float64Array[] = [];
  const pivots: number[] = [];
  for (let j = 0; j < dimension; j++) {
    let pivot = 0;
    for (let k = 1; k < pool.length; k++) if (residual[k]! > residual[pivot]!) pivot = k;
    const length = Math.sqrt(residual[pivot]!);
    const row = Float64Array.from(pool, (_, k) => {
      let x = entry(pivot, k);
      for (const before of rows) x -= before[pivot]! * before[k]!;
      return x / length;
    });
    rows.push(row);
    pivots.push(pivot);
    for (let k = 0; k < pool.length; k++) residual[k]! -= row[k]! * row[k]!;
    residual[pivot] = -1;
  }
  // t_{p_k} e = Σ_{j ≤ k} rows[j][p_k] b_j: a lower triangular matrix, inverted by substitution.
  const inverse = new Float64Array(dimension * dimension);
  for (let k = 0; k < dimension; k++)
    for (let i = 0; i <= k; i++) {
      let x = i === k ? 1 : 0;
      for (let j = i; j < k; j++) x -= rows[j]![pivots[k]!]! * inverse[j * dimension + i]!;
      inverse[k * dimension + i] = x / rows[k]![pivots[k]!]!;
    }
  return { chosen: pivots.map((k) => pool[k]!), inverse };
};

const blockOf = <G extends string>(
  listing: Listing<G>,
  { idempotent, character }: Ideal,
  below: RandomBelow,
): Block<G> => {
  const { group, rank } = listing;
  const d = Math.round(character[0]!);
  const { chosen, inverse } = basisOf(listing, idempotent, d, below);
  const inverses = chosen.map(group.inverse);
  const middle = new Float64Array(d * d);
  const half = new Float64Array(d * d);
  return {
    dimension: d,
    cost: 2 * d * d * d + 200 * d * d,
    matrix: (g) => {
      // π(g) = L⁻¹ M L⁻ᵀ with M_kl = e(t_k⁻¹ g t_l) / e(1).
      for (let l = 0; l < d; l++) {
        const moved = group.concat(g, chosen[l]!);
        for (let k = 0; k < d; k++)
          middle[k * d + l] = idempotent[rank(group.concat(inverses[k]!, moved))]! / idempotent[0]!;
      }
      half.fill(0);
      for (let i = 0; i < d; i++)
        for (let k = 0; k <= i; k++) {
          const x = inverse[i * d + k]!;
          for (let l = 0; l < d; l++) half[i * d + l]! += x * middle[k * d + l]!;
        }
      const matrix = new Float64Array(d * d);
      for (let j = 0; j < d; j++)
        for (let i = 0; i < d; i++) {
          let x = 0;
          for (let l = 0; l <= j; l++) x += half[i * d + l]! * inverse[j * d + l]!;
          matrix[j * d + i] = x;
        }
      return matrix;
    },
  };
};

/**
 * The nontrivial real irreducibles of a listed group, those that `occurs` admits; undefined for groups of too many
 * classes, or if rounding got in the way. A complex irreducible and its conjugate are one real block, and so are two
 * copies of a quaternionic one: spectral norms are the same. `occurs` is told the inner product of the character with
 * any other.
 */
export const irreducibleBlocks = <G extends string>(
  listing: Listing<G>,
  occurs: (multiplicity: (character: ArrayLike<number>) => number, classes: ConjugacyClasses<G>) => boolean = () =>
    true,
): readonly Block<G>[] | undefined => {
  const classes = conjugacyClasses(listing);
  const { sizes } = classes;
  if (sizes.length > classLimit || sizes.length * listing.size > productLimit) return undefined;
  for (let attempt = 0; attempt < attempts; attempt++) {
    const below = randomFrom(`${listing.group.notation}/irreducibles/${attempt}`);
    const operators: ReturnType<typeof randomOperator>[] = [];
    // An operator may have eigenvalues too close together on one ideal or another.
    const ideals = characters(classes, below).map((vector) => {
      let ideal: Ideal | undefined;
      for (let i = 0; i < operatorsTried && ideal === undefined; i++) {
        operators[i] ??= randomOperator(listing, below);
        ideal = idealOf(classes, vector, operators[i]!);
      }
      return ideal;
    });
    if (!ideals.every((ideal) => ideal !== undefined)) continue;
    return ideals
      .filter(({ character }) => {
        const multiplicity = (other: ArrayLike<number>): number =>
          sizes.reduce((sum, n, c) => sum + n * character[c]! * other[c]!, 0) / listing.size;
        return multiplicity(sizes.map(() => 1)) < 0.5 && occurs(multiplicity, classes);
      })
      .map((ideal) => blockOf(listing, ideal, below));
  }
  return undefined;
};
