/**
 * Eigenspaces of diagonalisable matrices over ℤ/p, on typed arrays. A vector is a `Float64Array` of residues, a matrix
 * the list of its rows, and matrices act on row vectors from the right: v ↦ vA.
 */
import type { PrimeField, Residue } from '../algebra/residue.ts';

export type ModularVector = Float64Array;

/** A subspace by its reduced row echelon basis: `basis[i]` is 1 at `pivots[i]` and 0 at the other pivots. */
export interface Subspace {
  readonly basis: readonly ModularVector[];
  readonly pivots: readonly number[];
}

/** In place: target[at + k] += factor · source[k] modulo p, for all k of the source. */
export type AddMultiple = (target: ModularVector, at: number, source: ModularVector, factor: Residue) => void;

/**
 * For p < 2²⁶ the sum of a residue and a product of two is below 2⁵², an exact double; x − ⌊x · (1/p)⌋ p is then off by
 * at most one p. Above that (p < 2³¹) the factor is split into 16-bit halves, as in `residue.ts`.
 */
export const addMultipleModulo = (p: number): AddMultiple => {
  const reciprocal = 1 / p;
  const reduce = (x: number): number => {
    const rest = x - Math.floor(x * reciprocal) * p;
    return rest < 0 ? rest + p : rest >= p ? rest - p : rest;
  };
  if (p < 2 ** 26)
    return (target, at, source, factor) => {
      if (factor === 0) return;
      for (let k = 0; k < source.length; k++) target[at + k] = reduce(target[at + k]! + factor * source[k]!);
    };
  return (target, at, source, factor) => {
    if (factor === 0) return;
    const high = Math.floor(factor / 65536);
    const low = factor % 65536;
    for (let k = 0; k < source.length; k++) {
      const x = source[k]!;
      target[at + k] = reduce(target[at + k]! + reduce(high * x) * 65536 + low * x);
    }
  };
};

/** Collects vectors into an echelon basis; pivots are looked for among the first `width` coordinates. */
class Echelon {
  readonly rows: ModularVector[] = [];
  readonly pivots: number[] = [];
  readonly field: PrimeField;
  readonly addMultiple: AddMultiple;
  readonly width: number;

  constructor(field: PrimeField, addMultiple: AddMultiple, width: number) {
    this.field = field;
    this.addMultiple = addMultiple;
    this.width = width;
  }

  /** Reduces the vector in place by the rows; keeps it and answers true if something is left before `width`. */
  insert(vector: ModularVector): boolean {
    const { field, addMultiple, rows, pivots } = this;
    for (let i = 0; i < rows.length; i++) addMultiple(vector, 0, rows[i]!, field.negate(vector[pivots[i]!]!));
    let pivot = 0;
    while (pivot < this.width && vector[pivot] === 0) pivot++;
    if (pivot === this.width) return false;
    // v += (1/v_pivot − 1) v scales the pivot to 1.
    addMultiple(vector, 0, vector.slice(), field.sub(field.reciprocal(vector[pivot]!), 1));
    rows.push(vector);
    pivots.push(pivot);
    return true;
  }

  /** The reduced form. */
  subspace(): Subspace {
    const { field, addMultiple, rows, pivots } = this;
    rows.forEach((row, i) => {
      for (let j = 0; j < i; j++) addMultiple(rows[j]!, 0, row, field.negate(rows[j]![pivots[i]!]!));
    });
    const order = pivots.map((_, i) => i).sort((a, b) => pivots[a]! - pivots[b]!);
    return { basis: order.map((i) => rows[i]!), pivots: order.map((i) => pivots[i]!) };
  }
}

/** The whole space of dimension n. */
export const wholeSpace = (n: number): Subspace => ({
  basis: Array.from({ length: n }, (_, i) => {
    const unit = new Float64Array(n);
    unit[i] = 1;
    return unit;
  }),
  pivots: Array.from({ length: n }, (_, i) => i),
});

const degreeOf = (f: ModularVector): number => {
  let degree = f.length - 1;
  while (degree >= 0 && f[degree] === 0) degree--;
  return degree;
};

/**
 * The roots of a polynomial over ℤ/p (p odd, lowest degree first) that is a product of distinct linear factors, by
 * Cantor and Zassenhaus (1981): (t + a)^{(p−1)/2} is 1 at about half of the roots, for a = 0, 1, 2, …
 * Growth: O(m² log p) operations for degree m, times about log m.
 */
export const distinctRoots = (field: PrimeField, polynomial: ModularVector): readonly Residue[] => {
  const p = field.prime;
  const addMultiple = addMultipleModulo(p);
  const monic = (f: ModularVector): ModularVector => {
    const degree = degreeOf(f);
    const result = new Float64Array(degree + 1);
    addMultiple(result, 0, f.subarray(0, degree + 1), field.reciprocal(f[degree]!));
    return result;
  };
  /** In place: f becomes its remainder by the monic g; the quotient is returned. */
  const divide = (f: ModularVector, g: ModularVector): ModularVector => {
    const degree = g.length - 1;
    const quotient = new Float64Array(Math.max(0, f.length - degree));
    for (let top = f.length - 1; top >= degree; top--) {
      const lead = f[top]!;
      quotient[top - degree] = lead;
      addMultiple(f, top - degree, g, field.negate(lead));
    }
    return quotient;
  };
  const multiplyModulo = (f: ModularVector, g: ModularVector, modulus: ModularVector): ModularVector => {
    const product = new Float64Array(f.length + g.length - 1);
    f.forEach((a, i) => {
      addMultiple(product, i, g, a);
    });
    divide(product, modulus);
    return product.slice(0, Math.max(1, degreeOf(product) + 1));
  };
  const greatestCommonDivisor = (f: ModularVector, g: ModularVector): ModularVector => {
    let [a, b] = [monic(f), g.slice()];
    while (degreeOf(b) >= 0) {
      const divisor = monic(b);
      const rest = a.slice();
      divide(rest, divisor);
      [a, b] = [divisor, rest];
    }
    return a;
  };
  const rootsFrom = (f: ModularVector, start: number): readonly Residue[] => {
    if (f.length <= 1) return [];
    if (f.length === 2) return [field.negate(f[0]!)];
    for (let a = start; a < p; a++) {
      let power: ModularVector = Float64Array.of(1);
      for (let square = Float64Array.of(a, 1), rest = (p - 1) / 2; rest > 0; rest = Math.floor(rest / 2)) {
        if (rest % 2 === 1) power = multiplyModulo(power, square, f);
        square = Float64Array.from(multiplyModulo(square, square, f));
      }
      power[0] = field.sub(power[0]!, 1);
      if (degreeOf(power) < 0) continue;
      const factor = greatestCommonDivisor(f, power);
      if (factor.length <= 1) continue;
      const cofactor = divide(f.slice(), factor);
      return [...rootsFrom(factor, a + 1), ...rootsFrom(monic(cofactor), a + 1)];
    }
    throw new Error('distinctRoots: not a product of distinct linear factors');
  };
  return rootsFrom(monic(polynomial), 0);
};

/** A fixed sequence of residues that look random: same input, same output. */
const residueSequence = (p: number): (() => Residue) => {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * p);
  };
};

interface Krylov {
  /** v, vA, …, vA^{m−1}, linearly independent. */
  readonly vectors: readonly ModularVector[];
  /** The monic polynomial f of degree m with v·f(A) = 0, lowest degree first. */
  readonly polynomial: ModularVector;
}

const krylov = (
  field: PrimeField,
  addMultiple: AddMultiple,
  matrix: readonly ModularVector[],
  v: ModularVector,
): Krylov => {
  const d = matrix.length;
  const echelon = new Echelon(field, addMultiple, d);
  const vectors: ModularVector[] = [];
  let x = v;
  for (;;) {
    // The coordinates past d record how the reduced vector is combined from v, vA, …
    const tracked = new Float64Array(2 * d + 1);
    tracked.set(x);
    tracked[d + vectors.length] = 1;
    if (!echelon.insert(tracked)) return { vectors, polynomial: tracked.slice(d, d + vectors.length + 1) };
    vectors.push(x);
    const next = new Float64Array(d);
    x.forEach((a, i) => {
      addMultiple(next, 0, matrix[i]!, a);
    });
    x = next;
  }
};

const isScalar = (matrix: readonly ModularVector[]): boolean =>
  matrix.every((row, i) => row.every((x, j) => x === (i === j ? matrix[0]![0] : 0)));

/**
 * The eigenspaces of an operator on a subspace V it preserves, in no particular order. `matrix` is that of the operator
 * on the basis of V (row i: the image of basis vector i). Requires all eigenvalues in ℤ/p and a diagonalisable
 * operator.
 *
 * Method: for a vector v, the eigenvalues met by v are the roots of its Krylov polynomial f, and v · (f/(t − λ))(A) is
 * an eigenvector for λ; vectors are drawn until the eigenvectors found span V. Growth, for dimension d and largest
 * eigenspace e: O(e d³), and O(d³) for distinct eigenvalues.
 */
export const eigenspaces = (
  field: PrimeField,
  space: Subspace,
  matrix: readonly ModularVector[],
): readonly Subspace[] => {
  const d = space.basis.length;
  if (isScalar(matrix)) return [space];
  const addMultiple = addMultipleModulo(field.prime);
  const random = residueSequence(field.prime);
  const found = new Map<Residue, Echelon>();
  for (let rank = 0; rank < d; ) {
    const { vectors, polynomial } = krylov(field, addMultiple, matrix, Float64Array.from({ length: d }, random));
    for (const root of distinctRoots(field, polynomial)) {
      const eigenvector = new Float64Array(d);
      // Horner's scheme gives the coefficients of f/(t − λ) from the highest down.
      let coefficient = 0;
      for (let i = vectors.length; i > 0; i--) {
        coefficient = field.add(polynomial[i]!, field.mul(root, coefficient));
        addMultiple(eigenvector, 0, vectors[i - 1]!, coefficient);
      }
      const echelon = found.get(root) ?? new Echelon(field, addMultiple, d);
      found.set(root, echelon);
      if (echelon.insert(eigenvector)) rank++;
    }
  }
  const width = space.basis[0]!.length;
  return [...found.values()].map(({ rows }) => {
    const inSpace = new Echelon(field, addMultiple, width);
    for (const coordinates of rows) {
      const vector = new Float64Array(width);
      coordinates.forEach((a, i) => {
        addMultiple(vector, 0, space.basis[i]!, a);
      });
      inSpace.insert(vector);
    }
    return inSpace.subspace();
  });
};
