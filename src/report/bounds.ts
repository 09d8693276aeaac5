/** The sharpest bounds that a certificate claims, one for each quantity, function class, ε and kind of weights. */
import { type Rational, showRational } from '../algebra/rational.ts';
import type { Weights } from '../averaging/scheme.ts';
import { type Certificate, type Claim, epsilonOf, functionsOf, type Quantity } from '../certificate/certificate.ts';
import { evidenceKindsOf } from './evidenceKinds.ts';

export interface Bounds {
  readonly quantity: Quantity;
  readonly functions: string;
  readonly epsilon: Rational | undefined;
  readonly weights: Weights;
  readonly lower?: bigint;
  readonly upper?: bigint;
  /** Whether the upper bound is only that something exists, none being given. */
  readonly unlisted?: boolean;
}

/** Kinds of evidence that give no elements, or no weights. */
const unlistedKinds = ['existence', 'dimension'];

const withClaim = (bounds: Bounds, claim: Claim): Bounds => {
  const { relation, value } = claim;
  return {
    ...bounds,
    ...(relation !== '<=' && (bounds.lower === undefined || value > bounds.lower) ? { lower: value } : {}),
    ...(relation !== '>=' && (bounds.upper === undefined || value < bounds.upper)
      ? { upper: value, unlisted: evidenceKindsOf(claim).some((kind) => unlistedKinds.includes(kind)) }
      : {}),
  };
};

const textOf = (epsilon: Rational | undefined): string => (epsilon === undefined ? '' : showRational(epsilon));

/** In the order of the claims. */
export const boundsOf = (certificate: Certificate): readonly Bounds[] => {
  const found = new Map<string, Bounds>();
  for (const claim of certificate.claims) {
    const { quantity, weights } = claim;
    const functions = functionsOf(certificate, claim);
    const epsilon = epsilonOf(claim);
    const key = [quantity, functions, textOf(epsilon), weights].join(' ');
    found.set(key, withClaim(found.get(key) ?? { quantity, functions, epsilon, weights }, claim));
  }
  // What is about the same quantity stands together, in the order of its first claim.
  const all: readonly Bounds[] = [...found.values()];
  const place = ({ quantity, functions, epsilon }: Bounds): number =>
    all.findIndex(
      (other) =>
        other.quantity === quantity && other.functions === functions && textOf(other.epsilon) === textOf(epsilon),
    );
  return [...all].sort((a, b) => place(a) - place(b));
};

export type SharedBounds = Omit<Bounds, 'weights'> & { readonly kinds: readonly Weights[] };

/** Bounds that are the same for several kinds of weights, once. */
export const sharedBounds = (all: readonly Bounds[]): readonly SharedBounds[] => {
  const found = new Map<string, SharedBounds>();
  for (const { weights, ...bounds } of all) {
    const { quantity, functions, epsilon, lower, upper } = bounds;
    const key = [quantity, functions, textOf(epsilon), lower, upper].join(' ');
    found.set(key, { ...bounds, kinds: [...(found.get(key)?.kinds ?? []), weights] });
  }
  return [...found.values()];
};
