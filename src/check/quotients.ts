/**
 * Abelian quotients of the subject's group, computed and paid for once in a certificate however many claims use them. What
 * is remembered belongs to the allowance of one certificate, so a verdict never depends on what was checked before.
 */
import * as E from 'fp-ts/lib/Either.js';
import * as O from 'fp-ts/lib/Option.js';
import type { Allowance } from './allowance.ts';
import { declined, type Refusal } from './refusal.ts';
import { afford, chainSteps, type Subject } from './subject.ts';

const known = new WeakMap<Allowance, WeakMap<object, Map<string, unknown>>>();

/** The value of `compute`, which takes at most 20 `chainSteps`; declined if it takes more. */
export const quotientOnce = <G extends string, A>(
  subject: Subject<G>,
  name: string,
  compute: () => O.Option<A>,
): E.Either<Refusal, A> => {
  const { allowance, instance } = subject;
  const ofGroups = known.get(allowance) ?? new WeakMap<object, Map<string, unknown>>();
  known.set(allowance, ofGroups);
  const values = ofGroups.get(instance.group) ?? new Map<string, unknown>();
  ofGroups.set(instance.group, values);
  if (values.has(name)) return E.right(values.get(name) as A);
  const affordable = afford(subject, 20 * chainSteps, 'the abelian quotient');
  if (E.isLeft(affordable)) return affordable;
  const value = compute();
  if (O.isNone(value)) return declined('work-limit', 'the abelian quotient takes too long to compute');
  values.set(name, value.value);
  return E.right(value.value);
};
