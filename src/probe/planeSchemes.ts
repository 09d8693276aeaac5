/**
 * The approximate conditions for polynomials on the plane. Functions are harmonic, f(z) = Σ_m Re(c_m zᵐ), a
 * subrepresentation of Sym^{≤k} in which every irreducible of it occurs; the invariant inner product is integration
 * over the circle |z| = 1, in which different m are orthogonal and ‖Re(c zᵐ)‖² = |c|²/2. A violation there is one in
 * F.
 *
 * (g·f)(z) = f(g⁻¹z): a rotation by ζᵗ takes c_m to ζ^{−tm} c_m, the reflection z ↦ ζᵗz̄ takes it to ζ^{−tm} times its
 * conjugate. Doubles throughout; both sides are sums of squares with relative error below 10⁻¹², and only an excess
 * above 10⁻⁹ of the right side and of the average's rounding counts.
 */
import fc from 'fast-check';
import { approximate, type Rational, rational, showRational } from '../algebra/rational.ts';
import { type Scheme, schemeSize, totalVariation } from '../averaging/scheme.ts';
import type { FiniteGroup } from '../group/group.ts';
import type { PlaneAction, PlaneMotion } from '../representation/action.ts';
import { listedElements } from './elements.ts';
import { type Effort, type Finding, falsified, notProbed, survived } from './outcome.ts';

/** Re((x + iy) zᵐ). */
interface Harmonic {
  readonly m: number;
  readonly x: number;
  readonly y: number;
}

const groupLimit = 20_000;
const harmonicLimit = 60;
const workLimit = 3e7;

const moved = (turns: number, { turn, reflected }: PlaneMotion, { m, x, y }: Harmonic): Harmonic => {
  const angle = (-2 * Math.PI * ((m * turn) % turns)) / turns;
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  const conjugated = reflected ? -y : y;
  return { m, x: c * x - s * conjugated, y: s * x + c * conjugated };
};

/** One harmonic for each m, in order: coordinates of f. */
const sum = (parts: readonly Harmonic[]): readonly Harmonic[] => {
  const byDegree = new Map<number, Harmonic>();
  for (const { m, x, y } of parts) {
    const known = byDegree.get(m);
    byDegree.set(m, { m, x: (known?.x ?? 0) + x, y: (known?.y ?? 0) + y });
  }
  return [...byDegree.values()];
};

const squaredDistance = (f: readonly Harmonic[], turns: number, g: PlaneMotion): number =>
  f.reduce((total, part) => {
    const image = moved(turns, g, part);
    // For m = 0 only the real part is a function.
    return total + (part.m === 0 ? 2 * (part.x - image.x) ** 2 : (part.x - image.x) ** 2 + (part.y - image.y) ** 2);
  }, 0) / 2;

/** The c of |c| = 1 whose zᵐ the scheme shrinks least: power iteration on two real coordinates. */
const worstPhase = (average: (f: readonly Harmonic[]) => readonly Harmonic[], m: number): Harmonic => {
  const [a] = average([{ m, x: 1, y: 0 }]);
  const [b] = average([{ m, x: 0, y: 1 }]);
  let [x, y] = [0.8, 0.6];
  for (let iteration = 0; iteration < 200; iteration++) {
    const [u, v] = [a!.x * x + b!.x * y, a!.y * x + b!.y * y];
    const [nextX, nextY] = [a!.x * u + a!.y * v, b!.x * u + b!.y * v];
    const length = Math.hypot(nextX, nextY);
    if (length < 1e-30) break;
    [x, y] = [nextX / length, nextY / length];
  }
  return { m, x, y };
};

const showHarmonics = (f: readonly Harmonic[]): string =>
  f.map(({ m, x, y }) => `Re((${Number(x.toPrecision(6))} + ${Number(y.toPrecision(6))}i) z^${m})`).join(' + ');

/** Degrees 1 … k, or a spread of them; degree n, where determinants occur, is kept. */
const degreesUpTo = (k: number, turns: number): readonly number[] => {
  const most = Math.min(k, turns);
  if (most <= harmonicLimit) return Array.from({ length: most }, (_, i) => i + 1);
  const spread = Array.from(
    { length: harmonicLimit },
    (_, i) => 1 + Math.floor((i * (most - 1)) / (harmonicLimit - 1)),
  );
  return [...new Set([...Array.from({ length: 10 }, (_, i) => i + 1), ...spread])];
};

export const probePlaneApproximation = <G extends string>(
  group: FiniteGroup<G>,
  action: PlaneAction<G>,
  degree: number,
  linear: boolean,
  scheme: Scheme<G>,
  epsilon: Rational,
  strong: boolean,
  effort: Effort,
): Finding => {
  const listed = listedElements(group, groupLimit);
  if (listed === undefined) return notProbed(`averages over ${group.order} motions are not taken`);
  const { turns } = action;
  const motions = listed.map(action.image);
  const own = scheme.elements.map(action.image);
  const weights = scheme.weights.map((weight) => approximate(rational(weight, scheme.total)));
  const variation = approximate(rational(totalVariation(scheme), scheme.total));
  const bound = approximate(epsilon);
  const average = (f: readonly Harmonic[]): readonly Harmonic[] =>
    sum(
      f.flatMap((part) =>
        own.map((g, s) => {
          const { m, x, y } = moved(turns, g, part);
          return { m, x: weights[s]! * x, y: weights[s]! * y };
        }),
      ),
    );
  let worst = 0;
  let judged = 0;
  const judge = (f: readonly Harmonic[]): { violated: boolean; ratio: number; h: string } => {
    judged++;
    const u = average(f);
    let [left, right, h] = [0, 0, 0];
    motions.forEach((g, i) => {
      const after = squaredDistance(u, turns, g);
      right += squaredDistance(f, turns, g);
      if (strong && after > left) [left, h] = [after, i];
      if (!strong) left += after;
    });
    right /= motions.length;
    if (!strong) left /= motions.length;
    const norm = f.reduce((total, { x, y }) => total + x * x + y * y, 0);
    const slack = 1e-9 * right * bound + 1e-20 * (variation * variation + 1) * norm;
    const ratio = right > 1e-12 * norm ? left / right : 0;
    if (ratio > worst) worst = ratio;
    return { violated: left > bound * right + slack, ratio, h: group.show(listed[h]!) };
  };
  const degrees = linear ? [1] : degreesUpTo(degree, turns);
  if (degrees.length === 0) return survived(0, 'constants are invariant');
  const part = fc.integer({ min: -9, max: 9 });
  const harmonic = fc.record({ m: fc.constantFrom(...degrees), x: part, y: part });
  const random = fc.array(harmonic, { minLength: 1, maxLength: 4 }).map(sum);
  const numRuns = Math.max(4, Math.min(effort.runs, Math.floor(workLimit / (motions.length * 4 + own.length))));
  // Im zᵐ apart: where Re zᵐ is invariant, power iteration would end there.
  const improved = degrees.flatMap((m) => [[worstPhase(average, m)], [{ m, x: 0, y: 1 }]]);
  const details = fc.check(
    fc.property(random, (f) => !judge(f).violated),
    {
      seed: effort.seedFor('harmonics'),
      numRuns: numRuns + improved.length,
      examples: improved.map((f): [readonly Harmonic[]] => [f]),
    },
  );
  if (!details.failed)
    return survived(
      judged,
      `${judged} harmonic functions, the worst phase of each degree among them: the ratio of the two sides reached ` +
        `${worst.toPrecision(4)} of ε = ${bound.toPrecision(4)} (averages over all ${motions.length} motions, in doubles)`,
    );
  if (details.counterexample === null) throw new Error('probing failed', { cause: details.errorInstance });
  const [f] = details.counterexample;
  const { ratio, h } = judge(f);
  const side = strong ? `‖E_ωf − h·E_ωf‖² with h = ${h}` : 'E_g‖E_ωf − g·E_ωf‖²';
  return falsified(
    judged,
    `the scheme of ${schemeSize(scheme)} elements misses ε = ${showRational(epsilon)}: with f = ${showHarmonics(f)}, ` +
      `${side} is ${ratio.toPrecision(6)} times E_g‖f − g·f‖²`,
  );
};
