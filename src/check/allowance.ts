/**
 * A bound on the work that one certificate may cost, so that every document gets a verdict in bounded time. Costs are
 * estimated before the work is done, in steps of very roughly a nanosecond; the verdict depends on the estimates alone,
 * not on the machine.
 */

/** `spend` is false once more has been spent than was allowed. */
export interface Allowance {
  readonly spend: (steps: number) => boolean;
}

/** Steps for all claims of one certificate together. */
export const certificateSteps = 4e10;

export const allowanceOf = (total: number): Allowance => {
  let left = total;
  return {
    spend: (steps) => {
      left -= steps;
      return left >= 0;
    },
  };
};

/** For callers that bound their work themselves. */
export const unlimited: Allowance = { spend: () => true };
