/**
 * Functions as functions: what F is for each action, with points to evaluate at. A world has an average
 * (E_ω f)(x) = Σ ω(g) f(g⁻¹x), computed term by term from the values of f, and nothing else: no basis, no operator.
 *
 * Under permutations and signs everything is an integer and equality is exact. On the plane values are doubles; points
 * and motions have angles that are integer multiples of one unit, so only the cosines round, and averages are compared
 * within 10⁻⁹ of the sum of the absolute values of all terms (rounding is below 10⁻¹² of it).
 */
import fc from 'fast-check';
import type { Scheme } from '../averaging/scheme.ts';
import type { Element, FiniteGroup } from '../group/group.ts';
import { pointCount } from '../group/group.ts';
import type { Permutation } from '../group/permutation.ts';
import { type Instance, isMonomialAction, type MonomialAction, type PlaneAction } from '../representation/action.ts';
import { type FunctionClass, isPolynomialClass } from '../representation/functionClass.ts';
import { elementArbitrary } from './elements.ts';
import { type Monomial, monomialArbitrary, showMonomial, showSum } from './monomials.ts';
import { firstOf } from './outcome.ts';

export interface World<G extends string, F, X> {
  readonly functions: fc.Arbitrary<F>;
  readonly points: fc.Arbitrary<X>;
  /** g⁻¹x. */
  readonly back: (g: Element<G>, x: X) => X;
  /** Whether Σ w_s f(g_s⁻¹x) and Σ w_s f(g_s⁻¹y) agree. */
  readonly agree: (scheme: Scheme<G>, f: F, x: X, y: X) => boolean;
  readonly showFunction: (f: F) => string;
  readonly showPoint: (x: X) => string;
}

/** Whether two averages of exact values agree. */
const agreeExactly =
  <G extends string, F, X>(value: (f: F, x: X) => bigint, back: (g: Element<G>, x: X) => X) =>
  (scheme: Scheme<G>, f: F, x: X, y: X): boolean => {
    let difference = 0n;
    scheme.elements.forEach((g, s) => {
      difference += scheme.weights[s]! * (value(f, back(g, x)) - value(f, back(g, y)));
    });
    return difference === 0n;
  };

/** A sum of monomials and of powers (a·x + b)^k of affine forms; the powers have a part in every irreducible of F. */
export interface PolynomialFunction {
  readonly terms: readonly { readonly coefficient: bigint; readonly monomial: Monomial }[];
  readonly powers: readonly {
    readonly linear: readonly bigint[];
    readonly constant: bigint;
    readonly exponent: number;
  }[];
}

const polynomialValue = (f: PolynomialFunction, x: readonly bigint[]): bigint => {
  let sum = 0n;
  for (const { coefficient, monomial } of f.terms)
    sum += monomial.reduce((product, [i, e]) => product * x[i]! ** BigInt(e), coefficient);
  for (const { linear, constant, exponent } of f.powers)
    sum += linear.reduce((form, a, i) => form + a * x[i]!, constant) ** BigInt(exponent);
  return sum;
};

const showForm = (linear: readonly bigint[], constant: bigint): string =>
  showSum([
    ...linear.flatMap((a, i) => (a === 0n ? [] : [{ coefficient: a, text: `x_${i + 1}` }])),
    ...(constant === 0n ? [] : [{ coefficient: constant, text: '' }]),
  ]);

const showPolynomial = (f: PolynomialFunction): string =>
  [
    ...(f.terms.length === 0 && f.powers.length > 0
      ? []
      : [showSum(f.terms.map(({ coefficient, monomial }) => ({ coefficient, text: showMonomial(monomial) })))]),
    ...f.powers.map(({ linear, constant, exponent }) => `(${showForm(linear, constant)})^${exponent}`),
  ].join(' + ');

/** g⁻¹x for a (signed) permutation of coordinates: (gx)_{g(i)} = x_i, so (g⁻¹x)_i = x_{g(i)}. */
export const pointBefore = (image: Permutation, x: readonly bigint[]): readonly bigint[] => {
  const d = x.length;
  return x.map((_, i) => (image[i]! < d ? x[image[i]!]! : -x[image[i]! - d]!));
};

const coefficients = fc.bigInt({ min: -5n, max: 5n }).filter((c) => c !== 0n);

const polynomialWorld = <G extends string>(
  action: MonomialAction<G>,
  degree: number,
  linear: boolean,
): World<G, PolynomialFunction, readonly bigint[]> => {
  const d = action.dimension;
  const exponent = linear ? 1 : degree;
  const form = fc.record({
    linear: fc.array(fc.bigInt({ min: -3n, max: 3n }), { minLength: d, maxLength: d }),
    constant: linear ? fc.constant(0n) : fc.bigInt({ min: -2n, max: 2n }),
    exponent: fc.constant(exponent),
  });
  const terms = fc.array(fc.record({ coefficient: coefficients, monomial: monomialArbitrary(d, degree, linear) }), {
    minLength: 1,
    maxLength: 4,
  });
  const functions = fc.oneof(
    terms.map((list) => ({ terms: list, powers: [] })),
    form.map((power) => ({ terms: [], powers: [power] })),
    // Differences of two monomials, and of a monomial and its image under a transposition of variables.
    fc.tuple(monomialArbitrary(d, degree, linear), fc.nat(d - 1), fc.nat(d - 1)).map(([monomial, i, j]) => ({
      terms: [
        { coefficient: 1n, monomial },
        {
          coefficient: -1n,
          monomial: monomial
            .map(([at, e]): readonly [number, number] => [at === i ? j : at === j ? i : at, e])
            .sort((a, b) => a[0] - b[0]),
        },
      ],
      powers: [],
    })),
  );
  const coordinate = fc.oneof(fc.bigInt({ min: -3n, max: 3n }), fc.bigInt({ min: -20n, max: 20n }));
  const back = (g: Element<G>, x: readonly bigint[]): readonly bigint[] => pointBefore(action.image(g), x);
  return {
    functions,
    points: fc.array(coordinate, { minLength: d, maxLength: d }),
    back,
    agree: agreeExactly(polynomialValue, back),
    showFunction: showPolynomial,
    showPoint: (x) => `(${firstOf(x.map(String), 24, ', ')})`,
  };
};

/** Re(c zᵃ z̄ᵇ) with c = re + i·im; the real polynomials on the plane are sums of these, of degree a + b. */
interface PlaneTerm {
  readonly re: number;
  readonly im: number;
  readonly a: number;
  readonly b: number;
}

/** radius · e^{2πi step / (turns · resolution)}. */
interface PlanePoint {
  readonly radius: number;
  readonly step: number;
}

const resolution = 1009;

const planeWorld = <G extends string>(
  action: PlaneAction<G>,
  degree: number,
  linear: boolean,
): World<G, readonly PlaneTerm[], PlanePoint> => {
  const circle = action.turns * resolution;
  const wrap = (step: number): number => ((step % circle) + circle) % circle;
  const back = (g: Element<G>, x: PlanePoint): PlanePoint => {
    const { turn, reflected } = action.image(g);
    // A rotation is undone by the opposite rotation, a reflection by itself.
    return { radius: x.radius, step: reflected ? wrap(turn * resolution - x.step) : wrap(x.step - turn * resolution) };
  };
  const value = (f: readonly PlaneTerm[], { radius, step }: PlanePoint): number =>
    f.reduce((sum, { re, im, a, b }) => {
      const angle = (2 * Math.PI * wrap((a - b) * step)) / circle;
      return sum + radius ** (a + b) * (re * Math.cos(angle) - im * Math.sin(angle));
    }, 0);
  const part = fc.integer({ min: -5, max: 5 });
  const shape = linear
    ? fc.constant({ a: 1, b: 0 })
    : fc.oneof(
        fc.nat(degree).map((a) => ({ a, b: 0 })),
        fc.tuple(fc.nat(degree), fc.nat(degree)).map(([a, b]) => ({ a, b: Math.min(b, degree - a) })),
      );
  const term = fc.tuple(part, part, shape).map(([re, im, { a, b }]) => ({ re, im, a, b }));
  return {
    functions: fc.array(term, { minLength: 1, maxLength: 4 }),
    points: fc.record({ radius: fc.constantFrom(1, 0.5, 1.25), step: fc.nat(circle - 1) }),
    back,
    agree: (scheme, f, x, y) => {
      const size = f.reduce((sum, { re, im, a, b }) => sum + x.radius ** (a + b) * (Math.abs(re) + Math.abs(im)), 0);
      let [difference, variation] = [0, 0];
      scheme.elements.forEach((g, s) => {
        const weight = Number(scheme.weights[s]);
        variation += Math.abs(weight);
        difference += weight * (value(f, back(g, x)) - value(f, back(g, y)));
      });
      return Math.abs(difference) <= 1e-9 * variation * size;
    },
    showFunction: (f) =>
      f.map(({ re, im, a, b }) => `Re((${re} + ${im}i) z^${a}${b === 0 ? '' : ` z̄^${b}`})`).join(' + '),
    showPoint: ({ radius, step }) => `${radius}·exp(2πi·${step}/${circle})`,
  };
};

/** A function on the group: Σ c · [x = g] over listed elements, or Σ c · Π x(i)^e over images of points. */
interface GroupTerm<G extends string> {
  readonly coefficient: bigint;
  readonly at: Element<G> | readonly (readonly [number, number])[];
}

const isElement = <G extends string>(at: GroupTerm<G>['at']): at is Element<G> => ArrayBuffer.isView(at);

const groupWorld = <G extends string>(group: FiniteGroup<G>): World<G, readonly GroupTerm<G>[], Element<G>> => {
  const points = pointCount(group.shape);
  const images = fc.array(fc.tuple(fc.nat(points - 1), fc.integer({ min: 1, max: 2 })), { minLength: 1, maxLength: 2 });
  const at: fc.Arbitrary<GroupTerm<G>['at']> = fc.oneof(elementArbitrary(group), images);
  const back = (g: Element<G>, x: Element<G>): Element<G> => group.concat(group.inverse(g), x);
  const value = (f: readonly GroupTerm<G>[], x: Element<G>): bigint =>
    f.reduce((sum, term) => {
      const factor = isElement(term.at)
        ? group.equals(term.at, x)
          ? 1n
          : 0n
        : term.at.reduce((product, [i, e]) => product * BigInt(x[i]! + 1) ** BigInt(e), 1n);
      return sum + term.coefficient * factor;
    }, 0n);
  return {
    functions: fc.array(fc.record({ coefficient: coefficients, at }), { minLength: 1, maxLength: 4 }),
    points: elementArbitrary(group),
    back,
    agree: agreeExactly(value, back),
    showFunction: (f) =>
      showSum(
        f.map(({ coefficient, at: where }) => ({
          coefficient,
          text: isElement(where)
            ? `[x = ${group.show(where)}]`
            : where.map(([i, e]) => `x(${i + 1})${e === 1 ? '' : `^${e}`}`).join(' '),
        })),
      ),
    showPoint: group.show,
  };
};

/** Functions of higher degree take too long to evaluate; those up to here are in the class too. */
const degreeTried = 2000;

/** The world of a function class, passed on with its types hidden; undefined for what has none here. */
export const withWorld = <G extends string, R>(
  instance: Instance<G>,
  functions: FunctionClass,
  use: <F, X>(world: World<G, F, X>) => R,
): R | undefined => {
  const { action } = instance;
  if (functions.kind === 'all') return use(groupWorld(instance.group));
  if (!isPolynomialClass(functions)) return undefined;
  const linear = functions.kind === 'linear';
  const degree = functions.kind === 'polynomials' ? Math.min(functions.degree, degreeTried) : 1;
  if (action.kind === 'plane') return use(planeWorld(action, degree, linear));
  return isMonomialAction(action) ? use(polynomialWorld(action, degree, linear)) : undefined;
};
