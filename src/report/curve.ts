/** Sizes against ε: what a certificate proves about AC_wk for uniform weights, as rows, as a table, and as a plot. */
import { approximate, type Rational, rationals, showRational } from '../algebra/rational.ts';
import { type Certificate, type Claim, functionsOf } from '../certificate/certificate.ts';
import { bySeries, colours, drawing, type Series } from './drawing.ts';
import type { ProfileBound } from './profile.ts';
import { type Column, renderTable } from './table.ts';

export interface CurvePoint {
  readonly epsilon: Rational;
  /** A lower bound for uniform weights: those for more general weights hold for them too. */
  readonly lower?: ProfileBound;
  /** The smallest listed set. */
  readonly listed?: ProfileBound;
  /** The size of a set that exists, none being given. */
  readonly existence?: ProfileBound;
}

type WeakClaim = Extract<Claim, { readonly quantity: 'AC_wk' }>;

const least = (a: ProfileBound | undefined, b: ProfileBound): ProfileBound =>
  a === undefined || b.value < a.value ? b : a;
const greatest = (a: ProfileBound | undefined, b: ProfileBound): ProfileBound =>
  a === undefined || b.value > a.value ? b : a;

const withClaim = (point: CurvePoint, { relation, value, weights, evidence }: WeakClaim): CurvePoint => {
  const bound = { value, by: evidence.kind };
  if (relation !== '<=') return { ...point, lower: greatest(point.lower, bound) };
  if (weights !== 'uniform') return point;
  return evidence.kind === 'existence'
    ? { ...point, existence: least(point.existence, bound) }
    : { ...point, listed: least(point.listed, bound) };
};

/** One point for each ε of the certificate's own function class, largest first. */
export const curveOf = (certificate: Certificate): readonly CurvePoint[] => {
  const points = new Map<string, CurvePoint>();
  for (const claim of certificate.claims) {
    if (claim.quantity !== 'AC_wk' || functionsOf(certificate, claim) !== certificate.functions) continue;
    const key = showRational(claim.epsilon);
    points.set(key, withClaim(points.get(key) ?? { epsilon: claim.epsilon }, claim));
  }
  return [...points.values()].sort((a, b) => rationals.compare(b.epsilon, a.epsilon));
};

const columns: readonly Column[] = [
  { title: 'ε', align: 'right' },
  { title: 'at least', align: 'right' },
  { title: 'by', align: 'left' },
  { title: 'listed set', align: 'right' },
  { title: 'by', align: 'left' },
  { title: 'existence', align: 'right' },
];

/** One line for each ε. */
export const renderCurve = (certificate: Certificate): string =>
  renderTable(
    columns,
    curveOf(certificate).map(({ epsilon, lower, listed, existence }) => [
      showRational(epsilon),
      `${lower?.value ?? '–'}`,
      lower?.by ?? '',
      `${listed?.value ?? '–'}`,
      listed?.by ?? '',
      `${existence?.value ?? '–'}`,
    ]),
  );

const series: readonly Series[] = [
  { name: 'existence', colour: colours.grey, dash: [2, 2] },
  { name: 'listed set', colour: colours.upper, dash: [1, 0] },
  { name: 'at least', colour: colours.lower, dash: [6, 3] },
];

/** The sizes against 1/ε, both on logarithmic scales. */
export const curvePlot = (certificate: Certificate): Promise<string> => {
  const values = curveOf(certificate).flatMap(({ epsilon, lower, listed, existence }) => {
    const at = (name: string, bound: ProfileBound | undefined) =>
      bound === undefined ? [] : [{ epsilon: approximate(epsilon), size: Number(bound.value), bound: name }];
    return [...at('existence', existence), ...at('listed set', listed), ...at('at least', lower)];
  });
  return drawing({
    data: { values },
    title: {
      text: `AC_wk(${certificate.group}, ${certificate.functions}, ε)`,
      subtitle: 'certified bounds, plain averages',
      anchor: 'start',
    },
    width: 420,
    height: 280,
    mark: { type: 'line', point: true, strokeWidth: 2 },
    encoding: {
      x: { field: 'epsilon', type: 'quantitative', title: 'ε', scale: { type: 'log', reverse: true } },
      y: {
        field: 'size',
        type: 'quantitative',
        title: 'elements',
        scale: { type: 'log', base: 2, nice: false },
        axis: { format: 'd' },
      },
      ...bySeries('bound', series),
    },
  });
};
