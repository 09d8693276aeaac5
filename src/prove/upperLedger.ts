/**
 * The smallest exact schemes known for each class of a chain. Every class lies in those after it, so a scheme for one
 * serves those before it. What is found is believed until the end; then the checker is asked about the best.
 */
import * as E from 'fp-ts/lib/Either.js';
import type { Weights } from '../averaging/scheme.ts';
import type { ExactEvidence } from '../certificate/evidence.ts';
import { unlimited } from '../check/allowance.ts';
import { checkExact } from '../check/exact.ts';
import { subjectOf } from '../check/subject.ts';
import type { Instance } from '../representation/action.ts';
import type { FunctionClass } from '../representation/functionClass.ts';

/** AC_ex ≤ size for these weights, with evidence. */
export interface Upper {
  readonly size: bigint;
  readonly weights: Weights;
  readonly evidence: ExactEvidence;
}

export interface UpperBounds {
  /** The smallest scheme found with weights ≥ 0; undefined if none smaller than the group is known. */
  readonly probability?: Upper;
  /** One with signed weights, where it is smaller than that. */
  readonly signed?: Upper;
}

export interface UpperLedger<G extends string> {
  readonly instance: Instance<G>;
  readonly classes: readonly FunctionClass[];
  /** The least size believed for class `at` and such weights; the order of the group if nothing smaller was offered. */
  readonly size: (at: number, weights: 'probability' | 'signed') => bigint;
  /** Takes a bound for class `at` and those before it, as far as it is smaller than what is known; whether it is for `at`. */
  readonly offer: (at: number, upper: Upper) => boolean;
  /** The best of what the checker accepts. */
  readonly verified: () => readonly UpperBounds[];
}

export const upperLedger = <G extends string>(
  instance: Instance<G>,
  classes: readonly FunctionClass[],
): UpperLedger<G> => {
  /** Ever smaller bounds, for each class. */
  const offered = { probability: classes.map((): Upper[] => []), signed: classes.map((): Upper[] => []) };
  const size = (at: number, weights: 'probability' | 'signed'): bigint => {
    const known = offered.probability[at]!.at(-1)?.size ?? instance.group.order;
    const signed = weights === 'signed' ? offered.signed[at]!.at(-1)?.size : undefined;
    return signed === undefined || signed > known ? known : signed;
  };
  const offer = (at: number, upper: Upper): boolean => {
    const weights = upper.weights === 'signed' ? 'signed' : 'probability';
    let i = at;
    for (; i >= 0 && upper.size < size(i, weights); i--) offered[weights][i]!.push(upper);
    return i < at;
  };
  const accepts = (at: number, { size, weights, evidence }: Upper): boolean => {
    const checked = checkExact(subjectOf(instance, classes[at]!, unlimited), evidence);
    const most = E.isLeft(checked) ? undefined : checked.right.most;
    return most !== undefined && most.value === size && most.for === weights;
  };
  const verified = (): readonly UpperBounds[] => {
    // What was accepted for a class is exact on those before it.
    const accepted = new Set<Upper>();
    const best = (at: number, weights: 'probability' | 'signed'): Upper | undefined =>
      offered[weights][at]!.findLast((upper) => {
        if (!accepted.has(upper) && !accepts(at, upper)) return false;
        accepted.add(upper);
        return true;
      });
    const results: UpperBounds[] = [];
    for (let at = classes.length - 1; at >= 0; at--) {
      const [probability, signed] = [best(at, 'probability'), best(at, 'signed')];
      const fewer = signed !== undefined && signed.size < (probability?.size ?? instance.group.order);
      results.unshift({ ...(probability === undefined ? {} : { probability }), ...(fewer ? { signed } : {}) });
    }
    return results;
  };
  return { instance, classes, size, offer, verified };
};
