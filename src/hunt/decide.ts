/**
 * Deciding a statement on one instance: evaluate it with what is known; while it is undecided, take the cheapest step that may tell
 * more about a quantity that was asked for; stop when it is decided or nothing is left to try.
 *
 * A statement that comes out false is returned with the claims it needs and no others.
 */
import * as E from 'fp-ts/lib/Either.js';
import type { TableData } from '../certificate/evidence.ts';
import { unlimited } from '../check/allowance.ts';
import { checkTable } from '../check/characterTable.ts';
import { factsOf, type KnownClaim, quantitiesOf } from '../check/quantities.ts';
import { subjectOf } from '../check/subject.ts';
import type { Decision, Quantities } from '../conjecture/evaluate.ts';
import { type Known, onlyValue, showInterval, type Truth } from '../conjecture/interval.ts';
import type { Proved, Request } from '../prove/request.ts';
import type { Instance } from '../representation/action.ts';
import { type FunctionClass, showFunctionClass } from '../representation/functionClass.ts';
import { type Step, stepsFor, type Wanted } from './pieces.ts';

/** A statement as a function of what is known: `evaluate` of an expression, or any other that is monotone in knowledge. */
export type Predicate = (known: Quantities) => Decision;

export interface Decided {
  readonly truth: Truth;
  /** What the truth rests on; minimal for a statement that is false. */
  readonly claims: readonly KnownClaim[];
  readonly tables: readonly TableData[];
  /** Of an undecided statement: what is not known well enough, or not defined. */
  readonly why: string;
  /** Undecided because the instance does not have a quantity. */
  readonly inapplicable: boolean;
}

const keyOf = (wanted: Wanted): string =>
  wanted.kind === 'averaging'
    ? `${wanted.name}(${showFunctionClass(wanted.functions)}, ${wanted.epsilon?.numerator}/${wanted.epsilon?.denominator}, ${wanted.weights})`
    : wanted.kind;

const inWords = (wanted: Wanted): string =>
  wanted.kind === 'averaging'
    ? `${wanted.name}(${[
        showFunctionClass(wanted.functions),
        ...(wanted.epsilon === undefined ? [] : [`${wanted.epsilon.numerator}/${wanted.epsilon.denominator}`]),
        ...(wanted.weights === 'probability' ? [] : [wanted.weights]),
      ].join(', ')})`
    : wanted.kind;

/** What was asked for in one evaluation, in order. */
interface Asked {
  readonly wanted: readonly Wanted[];
  /** The same in words, with their intervals. */
  readonly openNumbers: readonly string[];
  readonly undefinedNumbers: readonly string[];
}

/** The same quantities, with a record of what was asked for and is not known exactly. */
const recorded = (known: Quantities): { readonly quantities: Quantities; readonly asked: Asked } => {
  const wanted: Wanted[] = [];
  const undefinedNumbers: string[] = [];
  const openNumbers: string[] = [];
  const note = (value: Known, name: string, source: Wanted | undefined): Known => {
    if (value === undefined) undefinedNumbers.push(name);
    else if (source !== undefined && onlyValue(value) === undefined) {
      wanted.push(source);
      openNumbers.push(`${name} in ${showInterval(value)}`);
    }
    return value;
  };
  return {
    asked: { wanted, openNumbers, undefinedNumbers },
    quantities: {
      ...known,
      number: (name) =>
        note(known.number(name), name, name === 'threshold' || name === 'sumDegrees' ? { kind: name } : undefined),
      multiplicities: () => {
        const value = known.multiplicities();
        if (value === undefined) undefinedNumbers.push('M');
        return value;
      },
      property: (name) => {
        const value = known.property(name);
        if (value === 'unknown') undefinedNumbers.push(name);
        return value;
      },
      averaging: (name, functions, weights, epsilon) => {
        const source: Wanted = { kind: 'averaging', name, functions, weights, epsilon };
        return note(known.averaging(name, functions, weights, epsilon), inWords(source), source);
      },
    },
  };
};

/** Claims with those of another piece behind them: numbers of earlier claims are moved on. */
const append = (claims: readonly KnownClaim[], piece: Proved, functions: string): readonly KnownClaim[] => [
  ...claims,
  ...piece.claims.map((claim) => ({
    claim: shifted(claim, claims.length),
    functions: claim.functions ?? functions,
  })),
];

type AnyClaim = KnownClaim['claim'];

/** The number of the earlier claim that shows that every irreducible occurs. */
const citedBy = ({ evidence }: AnyClaim): number | undefined =>
  'exact' in evidence && typeof evidence.exact === 'number' ? evidence.exact : undefined;

const shifted = (claim: AnyClaim, by: number): AnyClaim => {
  const cited = citedBy(claim);
  return cited === undefined ? claim : ({ ...claim, evidence: { ...claim.evidence, exact: cited + by } } as AnyClaim);
};

/** Without the claim of that number; undefined if another cites it. */
const without = (claims: readonly KnownClaim[], index: number): readonly KnownClaim[] | undefined => {
  if (claims.some(({ claim }) => citedBy(claim) === index)) return undefined;
  return claims
    .filter((_, i) => i !== index)
    .map(({ claim, functions }) => ({
      claim: (citedBy(claim) ?? -1) > index ? shifted(claim, -1) : claim,
      functions,
    }));
};

/** The same answer for the same object. */
const remembered = <A extends object, B>(compute: (a: A) => B): ((a: A) => B) => {
  const known = new WeakMap<A, B>();
  return (a) => {
    if (!known.has(a)) known.set(a, compute(a));
    return known.get(a)!;
  };
};

/** Decides the predicate on the instance, with F = `own`. Everything is deterministic for one seed. */
export const decide = <G extends string>(
  instance: Instance<G>,
  own: FunctionClass,
  parameters: Quantities['parameters'],
  predicate: Predicate,
  request: Request,
): Decided => {
  const bare = subjectOf(instance, own, unlimited);
  let claims: readonly KnownClaim[] = [];
  let tables: readonly TableData[] = [];
  const facts = factsOf(bare);
  const verify = remembered((data: TableData) => checkTable(bare, data));
  const evaluateWith = (some: readonly KnownClaim[], withTables: readonly TableData[]) => {
    const verified = withTables.flatMap((data) => {
      const table = verify(data);
      return E.isLeft(table) ? [] : [table.right];
    });
    const { quantities, asked } = recorded(quantitiesOf({ ...bare, tables: verified }, some, parameters, facts));
    return { ...predicate(quantities), asked };
  };
  const pending = new Map<
    string,
    { readonly steps: readonly Step[]; readonly next: number; readonly functions: string }
  >();
  for (;;) {
    const { truth, asked, beyond } = evaluateWith(claims, tables);
    if (truth === 'false') return minimal(claims, tables, (some, used) => evaluateWith(some, used).truth === 'false');
    const decided = (why: string): Decided => ({
      truth,
      claims,
      tables,
      why,
      inapplicable: truth === 'unknown' && asked.undefinedNumbers.length > 0,
    });
    if (truth === 'true') return decided('');
    if (beyond !== undefined) return decided(`the statement has ${beyond}`);
    for (const wanted of asked.wanted) {
      const key = keyOf(wanted);
      if (!pending.has(key))
        pending.set(key, {
          steps: stepsFor(instance, wanted, request),
          next: 0,
          functions: wanted.kind === 'averaging' ? showFunctionClass(wanted.functions) : showFunctionClass(own),
        });
    }
    // Only what this evaluation asked for can change it.
    const candidates = [...new Set(asked.wanted.map(keyOf))]
      .map((key) => ({ key, ...pending.get(key)! }))
      .filter(({ steps, next }) => next < steps.length)
      .sort((a, b) => a.next - b.next);
    const [chosen] = candidates;
    if (chosen === undefined) {
      const absent = [...new Set(asked.undefinedNumbers)].map((name) => `${name} not defined`);
      const open = [...absent, ...new Set(asked.openNumbers)];
      return decided(open.length > 0 ? open.join('; ') : 'a part is not defined there, such as a quotient by 0');
    }
    const { key, steps, next, functions } = chosen;
    pending.set(key, { steps, next: next + 1, functions });
    const piece = steps[next]!();
    claims = append(claims, piece, functions);
    if (tables.length === 0) tables = piece.tables;
  }
};

const usesTables = (claims: readonly KnownClaim[]): boolean =>
  claims.some(({ claim }) =>
    JSON.stringify(claim.evidence, (_, value) => (typeof value === 'bigint' ? `${value}` : value)).includes(
      '"table":0',
    ),
  );

/** Drops every claim, from the last, and every table that the falsity does not need. */
const minimal = (
  all: readonly KnownClaim[],
  tables: readonly TableData[],
  isFalse: (claims: readonly KnownClaim[], tables: readonly TableData[]) => boolean,
): Decided => {
  let claims = all;
  for (let index = claims.length - 1; index >= 0; index--) {
    const fewer = without(claims, index);
    if (fewer !== undefined && isFalse(fewer, tables)) claims = fewer;
  }
  const needed = usesTables(claims) || !isFalse(claims, []) ? tables : [];
  return { truth: 'false', claims, tables: needed, why: '', inapplicable: false };
};
