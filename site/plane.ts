/**
 * Functions on the unit disc, on circles around the centre: `radii` circles of `angles` points. A rotation through
 * 2π/100 moves each circle by a whole number of points, so averages over rotations are exact but for rounding.
 */

export const turns = 100;
export const radii = 90;
/** A multiple of `turns`. */
export const angles = 400;

/** Row by row: radius (r + ½)/radii, angle 2πa/angles. */
export type DiscFunction = Float64Array;

/** A long bump, turned. */
const bump = (
  x: number,
  y: number,
  [cx, cy, length, width, turn]: readonly [number, number, number, number, number],
) => {
  const [dx, dy] = [x - cx, y - cy];
  const along = (dx * Math.cos(turn) + dy * Math.sin(turn)) / length;
  const across = (-dx * Math.sin(turn) + dy * Math.cos(turn)) / width;
  return Math.exp(-along * along - across * across);
};

/** A function that prefers directions: bumps, and waves that run one way. */
const anisotropic = (x: number, y: number): number =>
  1.1 * bump(x, y, [0.42, 0.22, 0.34, 0.09, 0.5]) -
  1.0 * bump(x, y, [-0.3, -0.42, 0.3, 0.1, -0.35]) +
  0.8 * bump(x, y, [-0.36, 0.44, 0.07, 0.22, 0.2]) -
  0.7 * bump(x, y, [0.3, -0.52, 0.07, 0.2, 0.7]) +
  0.3 * Math.sin(17 * x + 6 * y) * Math.exp(-2 * ((x - 0.1) ** 2 + y * y));

export const sample = (): DiscFunction => {
  const f = new Float64Array(radii * angles);
  for (let r = 0; r < radii; r++)
    for (let a = 0; a < angles; a++) {
      const radius = (r + 0.5) / radii;
      const angle = (2 * Math.PI * a) / angles;
      f[r * angles + a] = anisotropic(radius * Math.cos(angle), radius * Math.sin(angle));
    }
  return f;
};

/** (1/n) Σ f(g⁻¹x) over the rotations through 2π·turn/100, counted with multiplicity. */
export const average = (f: DiscFunction, set: readonly number[]): DiscFunction => {
  const mean = new Float64Array(f.length);
  for (const turn of set) {
    const shift = ((turn % turns) * angles) / turns;
    for (let r = 0; r < radii; r++) {
      const row = r * angles;
      for (let a = 0; a < angles; a++) mean[row + ((a + shift) % angles)]! += f[row + a]! / set.length;
    }
  }
  return mean;
};

/** Σ |f − g|² over the disc, with the area that each point stands for. */
const squaredDistance = (f: DiscFunction, g: DiscFunction): number => {
  let sum = 0;
  for (let r = 0; r < radii; r++)
    for (let a = 0; a < angles; a++) sum += (r + 0.5) * (f[r * angles + a]! - g[r * angles + a]!) ** 2;
  return sum;
};

/**
 * The weak error of this very function: E_g‖Ef − g·Ef‖² / E_g‖f − g·f‖² = ‖Ef − Pf‖² / ‖f − Pf‖², P the average over all
 * rotations.
 */
export const seenError = (f: DiscFunction, averaged: DiscFunction, exact: DiscFunction): number =>
  squaredDistance(averaged, exact) / squaredDistance(f, exact);

/** max |ω̂(m)|² over the frequencies m = 1 … 50: the error that the worst function on the plane can have. Numerical. */
export const worstError = (set: readonly number[]): number => {
  let worst = 0;
  for (let m = 1; m <= turns / 2; m++) {
    let [x, y] = [0, 0];
    for (const turn of set) {
      const angle = (2 * Math.PI * ((turn * m) % turns)) / turns;
      x += Math.cos(angle);
      y += Math.sin(angle);
    }
    worst = Math.max(worst, (x * x + y * y) / set.length ** 2);
  }
  return worst;
};
