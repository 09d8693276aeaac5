/**
 * Actions that do not permute coordinates up to sign, as the Coq theory states them (`proofs/instances/claimsOfMatrices.v`):
 * points that the group permutes faithfully, and a linear form for each point, with the coordinates at the first ones.
 * The coefficients are integers, or integer polynomials in c = 2cos(2π/n).
 */
import * as E from 'fp-ts/lib/Either.js';
import * as O from 'fp-ts/lib/Option.js';
import { type Cyclotomic, type CyclotomicField, cyclotomicField } from '../../algebra/cyclotomic.ts';
import { applyMatrix, fromColumns, inverseOfMatrix } from '../../algebra/fieldMatrix.ts';
import type { Element } from '../../group/group.ts';
import type { Permutation } from '../../group/permutation.ts';
import { type Instance, isMonomialAction } from '../../representation/action.ts';
import type { ClassAlgebra } from './classAlgebra.ts';
import { followedBy } from './listing.ts';

/** The coefficients at 1, c, c², …. */
export type Numeral = readonly bigint[];

/** Numbers that are integer polynomials in c, where c^n is `modulus` and lies between `low` and `high` over `scale`. */
export interface NumberField {
  readonly modulus: Numeral;
  readonly low: bigint;
  readonly high: bigint;
  readonly scale: bigint;
  /** c in floating point; undefined where all numbers are integers. */
  readonly root: number | undefined;
  /** n, for c = 2cos(2π/n). */
  readonly conductor: number;
}

export interface Forms {
  readonly field: NumberField;
  readonly dimension: number;
  /** For each point the coefficients of its form. */
  readonly vectors: readonly (readonly Numeral[])[];
}

export interface LinearForms<G extends string> extends Forms {
  /** The points that g moves. */
  readonly image: (g: Element<G>) => Permutation;
}

const integersOnly: NumberField = { modulus: [0n], low: 0n, high: 0n, scale: 1n, root: undefined, conductor: 1 };

/** Digits of c in the theorems. */
const digits = 30;

/** The real number as an integer polynomial in ζ + 1/ζ; undefined if it is none. */
const inRealRoot = (field: CyclotomicField, value: Cyclotomic): Numeral | undefined => {
  const degree = field.zero.numerators.length;
  if (degree === 1) return value.denominator === 1n ? value.numerators : undefined;
  const half = degree / 2;
  // ζ^half times it is the sum of b_k ζ^(half − k) (1 + ζ²)^k, k < half: a triangular system.
  const { numerators, denominator } = field.mul(value, field.root(half));
  if (denominator !== 1n) return undefined;
  const rest = [...numerators];
  const result = new Array<bigint>(half).fill(0n);
  for (let k = half - 1; k >= 0; k--) {
    const lead = rest[half + k]!;
    result[k] = lead;
    let binomial = 1n;
    for (let j = 0; j <= k; j++) {
      rest[half - k + 2 * j] = rest[half - k + 2 * j]! - lead * binomial;
      binomial = (binomial * BigInt(k - j)) / BigInt(j + 1);
    }
  }
  return rest.every((x) => x === 0n) ? result : undefined;
};

/** The sign of c^n − modulus at x / scale. */
const signAt = (modulus: Numeral, x: bigint, scale: bigint): number => {
  let value = 1n;
  let power = 1n;
  for (let k = modulus.length - 1; k >= 0; k--) {
    power *= scale;
    value = value * x - modulus[k]! * power;
  }
  return value > 0n ? 1 : value < 0n ? -1 : 0;
};

const realField = (field: CyclotomicField): NumberField | undefined => {
  const half = field.zero.numerators.length / 2;
  if (half <= 1) return integersOnly;
  const c = field.add(field.root(1), field.root(-1));
  const power = Array.from({ length: half }, () => c).reduce(
    (product, factor) => field.mul(product, factor),
    field.one,
  );
  const modulus = inRealRoot(field, power);
  if (modulus === undefined) return undefined;
  const root = 2 * Math.cos((2 * Math.PI) / field.conductor);
  const scale = 10n ** BigInt(digits);
  const near = (BigInt(Math.round(root * 2 ** 50)) * scale) / 2n ** 50n;
  let [low, high] = [near - scale / 10n ** 12n, near + scale / 10n ** 12n];
  const below = signAt(modulus, low, scale);
  if (below === 0 || below === signAt(modulus, high, scale)) return undefined;
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    if (signAt(modulus, middle, scale) === below) low = middle;
    else high = middle;
  }
  return { modulus, low, high, scale, root, conductor: field.conductor };
};

/** Without zeros at the end. */
const trimmed = (x: Numeral): Numeral => x.slice(0, x.findLastIndex((z) => z !== 0n) + 1);

/** 2cos(2πs/o) in the field of 2cos(2π/n); undefined where it is not found there. */
const cosine = (conductor: number): ((s: number, o: number) => Numeral | undefined) => {
  const cyclotomic = cyclotomicField(conductor);
  const doubled = (k: number): Cyclotomic => cyclotomic.add(cyclotomic.root(k), cyclotomic.root(-k));
  return (s, o) => {
    if (o <= 4 || o === 6) return [BigInt(Math.round(2 * Math.cos((2 * Math.PI * s) / o)))];
    if (conductor % o === 0) return inRealRoot(cyclotomic, doubled((s * conductor) / o));
    if (conductor % 2 === 0 || (2 * conductor) % o !== 0) return undefined;
    // A primitive root of order 2n is −ζ^{(n+1)/2}.
    const t = (s * 2 * conductor) / o;
    return inRealRoot(cyclotomic, doubled((t * (conductor + 1)) / 2))?.map((x) => (t % 2 === 0 ? x : -x));
  };
};

/**
 * The exact values of a combination of characters with integer multiplicities, from approximations: on the powers of
 * every representative it is a combination of cosines. undefined where that does not come out.
 */
export const exactValues = (
  { conductor }: NumberField,
  { representatives, classOf }: ClassAlgebra,
  values: ArrayLike<number>,
): readonly Numeral[] | undefined => {
  const cos = cosine(conductor);
  const result: Numeral[] = [];
  for (const g of representatives) {
    const powers = [0];
    for (let power = g; Array.from(power).some((point, i) => point !== i); power = followedBy(power, g))
      powers.push(classOf(power)!);
    const order = powers.length;
    let sum: readonly bigint[] = [];
    for (let s = 0; 2 * s <= order; s++) {
      const times =
        powers.reduce((total, c, k) => total + values[c]! * Math.cos((2 * Math.PI * k * s) / order), 0) / order;
      const whole = Math.round(times);
      if (Math.abs(times - whole) > 1e-4) return undefined;
      const term = s === 0 ? [1n] : 2 * s === order ? [-1n] : cos(s, order);
      if (term === undefined) return undefined;
      sum = Array.from(
        { length: Math.max(sum.length, term.length) },
        (_, i) => (sum[i] ?? 0n) + BigInt(whole) * (term[i] ?? 0n),
      );
    }
    result.push(trimmed(sum));
  }
  return result;
};

/** In floating point. */
export const realValue = ({ root = 0 }: NumberField, x: Numeral): number =>
  x.reduceRight((sum, z) => sum * root + Number(z), 0);

/** Vectors that the group permutes, among them the basis that gives the coordinates. */
interface Permuted<G extends string> {
  readonly cyclotomic: CyclotomicField;
  readonly vectors: readonly (readonly Cyclotomic[])[];
  readonly basis: readonly number[];
  readonly permute: (g: Element<G>) => Permutation;
}

const unit = (i: number, length: number): readonly Numeral[] => Array.from({ length }, (_, j) => (i === j ? [1n] : []));

/** Vertices of the polygon: v_0 and v_1 are the coordinates, and v_{i+1} = c v_i − v_{i−1}. */
const polygon = <G extends string>(turns: number): Permuted<G> => {
  const cyclotomic = cyclotomicField(turns);
  const { add, sub, mul, root, zero, one } = cyclotomic;
  const c = add(root(1), root(-1));
  const vectors: (readonly Cyclotomic[])[] = [
    [one, zero],
    [zero, one],
  ];
  for (let i = 2; i < turns; i++) vectors.push(vectors[i - 1]!.map((x, j) => sub(mul(c, x), vectors[i - 2]![j]!)));
  return { cyclotomic, vectors, basis: [0, 1], permute: (g) => g };
};

/** The basis first, and all vectors in its coordinates. */
const inBasis = <G extends string>({
  cyclotomic,
  vectors,
  basis,
  permute,
}: Permuted<G>): LinearForms<G> | undefined => {
  const field = realField(cyclotomic);
  const inverse = inverseOfMatrix(cyclotomic, fromColumns(basis.map((i) => vectors[i]!)));
  if (field === undefined || O.isNone(inverse)) return undefined;
  const order = [...basis, ...vectors.keys()].filter((i, at, all) => all.indexOf(i) === at);
  const place = new Map(order.map((i, at) => [i, at]));
  const forms: (readonly Numeral[])[] = [];
  for (const i of order) {
    const form = applyMatrix(cyclotomic, inverse.value, vectors[i]!).map((x) => inRealRoot(cyclotomic, x));
    if (!form.every((x): x is Numeral => x !== undefined)) return undefined;
    forms.push(form.map(trimmed));
  }
  return {
    field,
    dimension: basis.length,
    vectors: forms,
    image: (g) => {
      const moved = permute(g);
      return Uint32Array.from(order, (i) => place.get(moved[i]!)!);
    },
  };
};

/** With the points of the group itself after the others, at which the form is 0. */
const withOwnPoints = <G extends string>(forms: LinearForms<G>, points: number): LinearForms<G> => {
  const count = forms.vectors.length;
  return {
    ...forms,
    vectors: [...forms.vectors, ...Array.from({ length: points }, () => [])],
    image: (g) =>
      Uint32Array.from([...Array.from(forms.image(g)), ...Array.from({ length: points }, (_, i) => g[i]! + count)]),
  };
};

/** undefined for actions of other kinds, such as those that permute coordinates faithfully, up to sign. */
export const linearForms = <G extends string>({
  group,
  action,
  faithful,
}: Instance<G>): E.Either<string, LinearForms<G>> => {
  const points = group.empty.length;
  const own = (forms: LinearForms<G> | undefined): E.Either<string, LinearForms<G>> =>
    forms === undefined
      ? E.left('the vectors that the group moves have coordinates that are not integer polynomials in 2cos(2π/n)')
      : E.right(faithful ? forms : withOwnPoints(forms, points));
  if (isMonomialAction(action)) {
    const { dimension } = action;
    const signs = action.kind === 'signed';
    return own({
      field: integersOnly,
      dimension,
      vectors: Array.from({ length: signs ? 2 * dimension : dimension }, (_, i) =>
        i < dimension ? unit(i, dimension) : unit(i - dimension, dimension).map((x) => x.map((z) => -z)),
      ),
      image: action.image,
    });
  }
  if (action.kind === 'plane') {
    const { turns } = action;
    if (turns < 3) return E.left('the plane is stated in Coq for polygons with three vertices and more');
    return own(inBasis<G>(polygon(turns)));
  }
  const { field, vectors, basis, permute } = action.given;
  return own(inBasis<G>({ cyclotomic: field, vectors, basis, permute }));
};

/** The traces of elements on polynomials of these degrees together, in floating point. */
export const formTraces = (
  { field, dimension, vectors }: Forms,
  elements: readonly Permutation[],
  degrees: readonly number[],
): Float64Array => {
  const values = vectors.map((form) => Array.from({ length: dimension }, (_, j) => realValue(field, form[j] ?? [])));
  const greatest = Math.max(0, ...degrees);
  return Float64Array.from(elements, (g) => {
    const matrix = Array.from({ length: dimension }, (_, i) => values[g[i]!]!);
    // h_j = Σ_{i ≥ 1} p_i h_{j−i} / j, for the traces h_j on degree j and p_i of the powers.
    const powers: number[] = [];
    let power = matrix;
    for (let i = 1; i <= greatest; i++) {
      powers.push(power.reduce((trace, row, k) => trace + row[k]!, 0));
      power = power.map((row) => row.map((_, j) => row.reduce((sum, x, k) => sum + x * matrix[k]![j]!, 0)));
    }
    const traces = [1];
    for (let j = 1; j <= greatest; j++)
      traces.push(powers.slice(0, j).reduce((sum, p, i) => sum + p * traces[j - 1 - i]!, 0) / j);
    return degrees.reduce((sum, degree) => sum + traces[degree]!, 0);
  });
};
