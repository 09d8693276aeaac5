/**
 * Probing the statement of a refutation: the numbers of the instance by brute force, from the definitions, over all elements of a
 * small group; multiplicities of eigenvalues from traces of powers, in floating point. The statement is then evaluated with what the claims
 * say, each taken literally. A refuted statement that comes out true is falsified as a refutation.
 */
import * as E from 'fp-ts/lib/Either.js';
import { lcm, smallGcd } from '../algebra/integer.ts';
import { type Rational, rational, rationals } from '../algebra/rational.ts';
import { type Certificate, epsilonOf, functionsOf } from '../certificate/certificate.ts';
import { evaluate, type Quantities } from '../conjecture/evaluate.ts';
import { between, type End, type Interval, integer, type Known, type Truth } from '../conjecture/interval.ts';
import { parseStatement } from '../conjecture/parse.ts';
import type { Element, FiniteGroup } from '../group/group.ts';
import type { Instance } from '../representation/action.ts';
import { type FunctionClass, showFunctionClass } from '../representation/functionClass.ts';
import { closure, listedElements } from './elements.ts';
import { type Finding, falsified, notProbed, survived } from './outcome.ts';

/** All pairs of elements are multiplied. */
const elementLimit = 800;

/** The trace of ρ(g); undefined for actions by matrices. */
const traceOf = <G extends string>({ action }: Instance<G>, g: Element<G>): number | undefined => {
  if (action.kind === 'plane') {
    const { turn, reflected } = action.image(g);
    return reflected ? 0 : 2 * Math.cos((2 * Math.PI * turn) / action.turns);
  }
  if (action.kind === 'matrix') return undefined;
  const image = action.image(g);
  let trace = 0;
  for (let i = 0; i < action.dimension; i++)
    if (image[i] === i) trace++;
    else if (image[i] === i + action.dimension) trace--;
  return trace;
};

const powersOf = <G extends string>(group: FiniteGroup<G>, g: Element<G>): readonly Element<G>[] => {
  const powers = [group.empty];
  for (let power = g; !group.equals(power, group.empty); power = group.concat(power, g)) powers.push(power);
  return powers;
};

/** M_λ by the order of λ: the multiplicity of e^{2πia/o} is the mean of tr ρ(gᵗ) e^{−2πiat/o} over t. */
const multiplicitiesOf = <G extends string>(
  instance: Instance<G>,
  powers: readonly (readonly Element<G>[])[],
): ReadonlyMap<number, number> | undefined => {
  const found = new Map<number, number>();
  for (const list of powers) {
    const traces = list.map((g) => traceOf(instance, g));
    if (traces.some((trace) => trace === undefined)) return undefined;
    const o = list.length;
    for (let a = 0; a < o; a++) {
      const mean = traces.reduce<number>((sum, trace, t) => sum + trace! * Math.cos((2 * Math.PI * a * t) / o), 0) / o;
      const order = o / smallGcd(o, a);
      const count = Math.round(mean);
      if (count > 0) found.set(order, Math.max(found.get(order) ?? 0, count));
    }
  }
  return found;
};

const truth = (value: boolean): Truth => (value ? 'true' : 'false');

/** What the claims say of one quantity, word for word; otherwise it is between the two ends. */
const literally = (
  certificate: Certificate,
  quantity: string,
  functions: string | undefined,
  epsilon: Rational | undefined,
  ends: Interval,
): Interval => {
  let [lower, upper]: [End, End] = [ends.lower, ends.upper];
  for (const claim of certificate.claims) {
    const at = epsilonOf(claim);
    if (claim.quantity !== quantity) continue;
    if (functions !== undefined && functionsOf(certificate, claim) !== functions) continue;
    if ((at === undefined) !== (epsilon === undefined)) continue;
    if (at !== undefined && epsilon !== undefined && !rationals.equals(at, epsilon)) continue;
    if (claim.relation !== '<=') lower = rational(claim.value);
    if (claim.relation !== '>=') upper = rational(claim.value);
  }
  return between(lower, upper);
};

const quantityNames = { ACex: 'AC_ex', ACwk: 'AC_wk', ACst: 'AC_st', ACsame: 'AC_same' } as const;

const bruteForce = <G extends string>(
  instance: Instance<G>,
  own: FunctionClass,
  certificate: Certificate,
  elements: readonly Element<G>[],
): Quantities => {
  const { action, group } = instance;
  const order = elements.length;
  const powers = elements.map((g) => powersOf(group, g));
  const multiplicities = multiplicitiesOf(instance, powers);
  let commuting = 0;
  for (const g of elements)
    for (const h of elements) if (group.equals(group.concat(g, h), group.concat(h, g))) commuting++;
  const kernel = elements.filter((g) => (traceOf(instance, g) ?? 0) > action.dimension - 1e-6).length;
  const bounds = (least: bigint, offset: number): Known => {
    if (multiplicities === undefined || kernel !== 1) return undefined;
    let sum = 0n;
    for (const [m, count] of multiplicities) {
      const roots = Array.from({ length: m }, (_, j) => j + 1).filter((j) => smallGcd(j, m) === 1);
      sum += BigInt(count * roots.length);
    }
    const bound = sum - BigInt(offset);
    return integer(bound < least ? bound : least);
  };
  const simple = (): boolean =>
    order > 1 &&
    elements.every(
      (g) =>
        group.equals(g, group.empty) ||
        closure(
          group,
          elements.map((h) => group.concat(group.concat(h, g), group.inverse(h))),
          order,
        )?.length === order,
    );
  const { k, eps } = certificate.parameters ?? {};
  return {
    number: (name) => {
      switch (name) {
        case 'order':
          return integer(order);
        case 'dim':
          return integer(action.dimension);
        case 'classes':
          return integer(commuting / order);
        case 'exponent':
          return integer(powers.reduce((all, list) => lcm(all, BigInt(list.length)), 1n));
        case 'sumDegrees':
          return between(rational(1n), rational(BigInt(order)));
        case 'threshold':
          return kernel === 1 || action.kind === 'matrix'
            ? literally(certificate, 'threshold', undefined, undefined, between(rational(0n), 'infinity'))
            : undefined;
        case 'paperBound':
          return bounds(BigInt(order), 1);
        case 'sharperBound':
          return bounds(BigInt(order - 1), action.dimension);
      }
    },
    property: (name) => {
      if (name === 'abelian') return truth(commuting === order * order);
      if (name === 'faithful') return action.kind === 'matrix' ? 'unknown' : truth(kernel === 1);
      if (name === 'simple') return truth(simple());
      if (action.kind !== 'permutation' && action.kind !== 'signed') return 'unknown';
      return truth(new Set(elements.map((g) => action.image(g)[0]! % action.dimension)).size === action.dimension);
    },
    multiplicities: () => multiplicities,
    averaging: (name, functions, _weights, epsilon) =>
      literally(
        certificate,
        quantityNames[name],
        showFunctionClass(functions),
        epsilon,
        between(rational(1n), rational(BigInt(order))),
      ),
    own,
    parameters: { k: k === undefined ? undefined : rational(k), eps },
  };
};

/** Undefined for certificates that refute nothing. */
export const probeStatement = <G extends string>(
  instance: Instance<G>,
  own: FunctionClass,
  certificate: Certificate,
): Finding | undefined => {
  if (certificate.not === undefined) return undefined;
  const statement = parseStatement(certificate.not);
  if (E.isLeft(statement)) return falsified(0, `the statement cannot be read: ${statement.left.message}`);
  const elements = listedElements(instance.group, elementLimit);
  if (elements === undefined) return notProbed(`the group has more than ${elementLimit} elements`);
  const { truth: outcome } = evaluate(statement.right, bruteForce(instance, own, certificate, elements));
  if (outcome === 'true') return falsified(elements.length, 'the statement is true on this instance, not refuted');
  return outcome === 'false'
    ? survived(elements.length, `with what ${elements.length} elements give by brute force, the statement is false`)
    : notProbed('brute force and the claims, taken word for word, do not decide the statement');
};
