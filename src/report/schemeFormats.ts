/**
 * An averaging scheme as data for other programs: JSON, CSV, and NumPy arrays. Pure functions.
 *
 * Conventions. `image` is the one-line notation of the element as it acts: coordinate i goes to coordinate |image[i]|,
 * counted from 1, with the sign of image[i]. The matrix ρ(g) maps e_i to ± e_|image[i]|, so it has that sign in row
 * |image[i]| and column i, and (g·f)(x) = f(ρ(g)⁻¹x). In the plane, `image` permutes the corners of the polygon; under
 * an action by other matrices, the points of the group.
 */
import type { Cyclotomic } from '../algebra/cyclotomic.ts';
import type { Rational } from '../algebra/rational.ts';
import type { Element } from '../group/group.ts';
import { type Action, isMonomialAction } from '../representation/action.ts';

export interface SchemeElement {
  /** In cycles or as a window. */
  readonly element: string;
  /** A reduced rational. */
  readonly weight: string;
  /** Left out for more than `imageLimit` coordinates, where `element` says it shortly. */
  readonly image?: readonly number[];
}

export interface SchemeDocument {
  readonly group: string;
  readonly functions: string;
  readonly epsilon: string;
  readonly size: number;
  readonly weights: 'uniform' | 'probability' | 'signed';
  readonly elements: readonly SchemeElement[];
  /** ρ(g) for each element, as rows. */
  readonly matrices?: readonly (readonly (readonly number[])[])[];
}

/** Coordinates up to which images are listed. */
export const imageLimit = 2000;

/** Signed images from 1 of a permutation of points, or of ± points for signed actions. */
export const oneLineImage = <G extends string>(action: Action<G>, g: Element<G>): readonly number[] => {
  if (!isMonomialAction(action)) return Array.from(g, (i) => i + 1);
  const d = action.dimension;
  const image = action.image(g);
  return Array.from({ length: d }, (_, i) => (image[i]! < d ? image[i]! + 1 : -(image[i]! - d + 1)));
};

/** Cosine and sine of turn/of of a full turn, exact at quarter turns. */
const circlePoint = (turn: number, of: number): readonly [number, number] => {
  const quarter = (4 * turn) / of;
  if (Number.isInteger(quarter))
    return (
      [
        [1, 0],
        [0, 1],
        [-1, 0],
        [0, -1],
      ] as const
    )[quarter % 4]!;
  const angle = (2 * Math.PI * turn) / of;
  return [Math.cos(angle), Math.sin(angle)];
};

/** Re Σ c_j ζʲ. */
const realPart = ({ numerators, denominator }: Cyclotomic, conductor: number): number =>
  numerators.reduce((sum, c, j) => sum + toDouble({ numerator: c, denominator }) * circlePoint(j, conductor)[0], 0);

/** Writes ρ(g), d × d row by row, at an offset of an array that is zero there. */
const writeMatrix = <G extends string>(action: Action<G>, g: Element<G>, into: Float64Array, offset: number): void => {
  const d = action.dimension;
  if (action.kind === 'plane') {
    // z ↦ ζ^turn z or ζ^turn z̄: the second column is the image of i.
    const { turn, reflected } = action.image(g);
    const [c, s] = circlePoint(turn, action.turns);
    into.set(reflected ? [c, s, s, -c] : [c, -s, s, c], offset);
    return;
  }
  if (action.kind === 'matrix') {
    into.set(
      action
        .image(g)
        .flat()
        .map((entry) => realPart(entry, action.field.conductor)),
      offset,
    );
    return;
  }
  oneLineImage(action, g).forEach((image, i) => {
    into[offset + (Math.abs(image) - 1) * d + i] = Math.sign(image);
  });
};

/** The matrices of a list of elements, row-major, one after another: shape (n, d, d). */
export const matricesOf = <G extends string>(action: Action<G>, elements: readonly Element<G>[]): Float64Array => {
  const size = action.dimension ** 2;
  const all = new Float64Array(elements.length * size);
  for (const [index, g] of elements.entries()) writeMatrix(action, g, all, index * size);
  return all;
};

/** The same as nested rows, for JSON. */
export const nestedMatrices = (all: Float64Array, d: number): readonly (readonly (readonly number[])[])[] =>
  Array.from({ length: all.length / (d * d) }, (_, index) =>
    Array.from({ length: d }, (_, row) => {
      const start = index * d * d + row * d;
      // Adding 0 turns −0 into 0.
      return Array.from(all.subarray(start, start + d), (x) => x + 0);
    }),
  );

/** The double nearest to a rational up to a few units in the last place. */
export const toDouble = ({ numerator, denominator }: Rational): number => {
  const size = numerator < 0n ? -numerator : numerator;
  const bits = denominator.toString(2).length - size.toString(2).length + 64;
  const quotient = bits >= 0 ? (size << BigInt(bits)) / denominator : size / (denominator << BigInt(-bits));
  const value = Number(quotient) * 2 ** -bits;
  return numerator < 0n ? -value : value;
};

/** An array with one entry on each line. */
const jsonLines = (entries: readonly unknown[]): string =>
  `[${entries.map((entry) => `\n  ${JSON.stringify(entry)}`).join(',')}\n ]`;

/** One JSON object, one line for each element and each matrix. */
export const schemeJson = ({ elements, matrices, ...rest }: SchemeDocument): string =>
  [
    JSON.stringify(rest, null, 1).slice(0, -2),
    `,\n "elements": ${jsonLines(elements)}`,
    matrices === undefined ? '' : `,\n "matrices": ${jsonLines(matrices)}`,
    '\n}\n',
  ].join('');

/** Columns `element,weight,image`, RFC 4180 quoting, images separated by spaces; empty where there are none. */
export const schemeCsv = ({ elements }: SchemeDocument): string =>
  [
    'element,weight,image',
    ...elements.map((e) => `"${e.element}",${e.weight},"${(e.image ?? []).join(' ')}"`),
    '',
  ].join('\n');

/** A NumPy .npy file, version 1.0, of little-endian doubles in C order. */
export const npyFile = (shape: readonly number[], data: Float64Array): Uint8Array => {
  const tuple = shape.length === 1 ? `${shape[0]},` : shape.join(', ');
  const description = `{'descr': '<f8', 'fortran_order': False, 'shape': (${tuple}), }`;
  // Magic, version and length take 10 bytes; the header ends in a newline at a multiple of 64.
  const padded = `${description.padEnd(Math.ceil((description.length + 11) / 64) * 64 - 11)}\n`;
  const file = new Uint8Array(10 + padded.length + 8 * data.length);
  file.set([0x93, ...new TextEncoder().encode('NUMPY'), 1, 0, padded.length & 255, padded.length >> 8]);
  file.set(new TextEncoder().encode(padded), 10);
  const view = new DataView(file.buffer, 10 + padded.length);
  for (const [i, x] of data.entries()) view.setFloat64(8 * i, x, true);
  return file;
};
