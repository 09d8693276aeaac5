/**
 * The existence bound made explicit by the method of conditional expectations (MATHEMATICS.md 3.3; Wigderson and Xiao
 * 2008 for matrices).
 *
 * With X_g the Hermitian dilation of ⊕π(g), X_g² = 1 gives e^{θX} = cosh θ + X sinh θ, and by Golden and Thompson tr
 * e^{θ(S + X)} ≤ tr e^{θS} e^{θX} = cosh θ · tr e^{θS} + sinh θ · tr (e^{θS} X). The last trace is linear in the element
 * and zero on average over the group, so the element that makes it least multiplies tr e^{θS} = 2 Σ tr cosh(θ|A_π|) by
 * at most cosh θ. After n elements ‖A‖ ≤ (ln 2D + n ln cosh θ)/θ, which is the bound of 3.3 for tanh θ = √ε. Over a
 * random sample of the group the trace is least at most about zero as well.
 */
import type { ErrorModel } from './errorModel.ts';
import type { Bundle, Pool } from './pool.ts';

/**
 * `size` elements one at a time, after `first`; from a complete pool within the ε of the existence bound for this size.
 * undefined where the model has no estimator. Growth: size · (pool · partSize + the estimator's Σ d_π³).
 */
export const derandomised = <G extends string, Part>(
  model: ErrorModel<G, Part>,
  pool: Pool<G, Part>,
  first: Bundle<G, Part>,
  size: number,
  epsilon: number,
): { readonly bundles: readonly Bundle<G, Part>[]; readonly steps: number } | undefined => {
  const sum = model.running(size);
  const candidates = pool.byLength.get(1) ?? [];
  if (sum.pressure === undefined || candidates.length === 0) return undefined;
  const theta = Math.atanh(Math.min(0.999, Math.sqrt(epsilon)));
  const parts = candidates.map(({ part }) => part);
  const chosen = [first];
  sum.add(first.part, 1);
  while (chosen.length < size) {
    const pressures = sum.pressure(parts, theta);
    let least = 0;
    for (let i = 1; i < pressures.length; i++) if (pressures[i]! < pressures[least]!) least = i;
    chosen.push(candidates[least]!);
    sum.add(parts[least]!, 1);
  }
  return { bundles: chosen, steps: sum.steps() };
};
