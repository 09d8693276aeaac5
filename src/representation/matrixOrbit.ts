/**
 * Finite groups of real matrices over ℚ(ζ), ζ = e^{2πi/n}: how lists of matrices are written, and the permutations that
 * they induce on the orbit of the standard basis vectors. A list generates a finite group if and only if that orbit is
 * finite, for the basis vectors span; and a matrix is known by its permutation, for the same reason.
 */
import * as E from 'fp-ts/lib/Either.js';
import * as O from 'fp-ts/lib/Option.js';
import { type Cyclotomic, type CyclotomicField, cyclotomicField } from '../algebra/cyclotomic.ts';
import { parseCyclotomic, showCyclotomic } from '../algebra/cyclotomicNotation.ts';
import { applyMatrix, type FieldMatrix, identityMatrix } from '../algebra/fieldMatrix.ts';
import { declined, generatorLimits, malformed, type Problem } from '../group/notation.ts';
import { type Permutation, shorten } from '../group/permutation.ts';
import { stepsPerSpectrum } from './matrixAction.ts';

/**
 * Limits on given matrices: conductor, dimension, points of the orbit, digits of a coordinate, and products of
 * integers, for one characteristic polynomial and for the orbit.
 */
export const matrixLimits = {
  conductor: 1000,
  dimension: 24,
  points: 2000,
  digits: 200,
  polynomialSteps: 6e6,
  orbitSteps: 2e7,
} as const;

export interface WrittenMatrices {
  readonly field: CyclotomicField;
  readonly dimension: number;
  readonly matrices: readonly FieldMatrix<Cyclotomic>[];
  /** Canonical: `5:[[1,0],[0,1]];[[…]]`. */
  readonly text: string;
}

const showMatrix = (matrix: FieldMatrix<Cyclotomic>): string =>
  `[${matrix.map((row) => `[${row.map(showCyclotomic).join(',')}]`).join(',')}]`;

/** Reads the conductor n, in decimal digits, and the entries of square matrices of one size. */
export const parseMatrices = (
  conductor: string,
  texts: readonly (readonly (readonly string[])[])[],
): E.Either<Problem, WrittenMatrices> => {
  if (!/^[1-9][0-9]*$/.test(conductor))
    return malformed(`"${shorten(conductor)}" is no conductor: entries are in ℚ(z), z = e^{2πi/n}, n such as 1 or 5`);
  if (Number(conductor) > matrixLimits.conductor)
    return declined(`conductor ${shorten(conductor)} is above the limit ${matrixLimits.conductor}`);
  if (texts.length > generatorLimits.count)
    return declined(`there are ${texts.length} matrices; the limit is ${generatorLimits.count}`);
  const dimension = texts[0]?.length ?? 0;
  if (dimension === 0) return malformed('no matrix given; write one such as [[0,-1],[1,0]]');
  if (dimension > matrixLimits.dimension)
    return declined(`matrices of dimension ${dimension}; the limit is ${matrixLimits.dimension}`);
  const field = cyclotomicField(Number(conductor));
  if (stepsPerSpectrum(dimension, field) > matrixLimits.polynomialSteps)
    return declined(`matrices of dimension ${dimension} with conductor ${conductor} take too much work`);
  const matrices: FieldMatrix<Cyclotomic>[] = [];
  for (const [index, rows] of texts.entries()) {
    if (rows.length !== dimension || rows.some((row) => row.length !== dimension))
      return malformed(`matrix ${index + 1} is not ${dimension} × ${dimension}`);
    const matrix: (readonly Cyclotomic[])[] = [];
    for (const row of rows) {
      const entries: Cyclotomic[] = [];
      for (const text of row) {
        const entry = parseCyclotomic(field, text);
        if (O.isNone(entry))
          return malformed(
            `matrix ${index + 1}: "${shorten(text)}" is not a number such as -1/2` +
              (conductor === '1' ? '; z needs a conductor above 1' : ` or z+1/3*z^2, z = e^{2πi/${conductor}}`),
          );
        if (!field.equals(field.conjugate(entry.value), entry.value))
          return malformed(
            `matrix ${index + 1}: "${shorten(text)}" is not real; add its conjugate, or use a real form of twice the dimension`,
          );
        entries.push(entry.value);
      }
      matrix.push(entries);
    }
    matrices.push(matrix);
  }
  return E.right({ field, dimension, matrices, text: `${conductor}:${matrices.map(showMatrix).join(';')}` });
};

/** `N:M;M;…`, a matrix as `[[a,b],[c,d]]`. */
export const parseMatricesText = (text: string): E.Either<Problem, WrittenMatrices> => {
  const colon = text.indexOf(':');
  const parts = colon < 0 ? [] : text.slice(colon + 1).split(';');
  const misspelt = parts.find((part) => !/^\[\[[^[\]]*\](,\[[^[\]]*\])*\]$/.test(part));
  if (colon < 0 || misspelt !== undefined)
    return malformed(
      `"${shorten(misspelt ?? text)}" is no matrix; write @matrices:1:[[0,-1],[1,0]] with the conductor 1 for rationals`,
    );
  return parseMatrices(
    text.slice(0, colon),
    parts.map((part) =>
      part
        .slice(2, -2)
        .split('],[')
        .map((row) => row.split(',')),
    ),
  );
};

export interface BasisOrbit {
  /** The orbit; its first `dimension` points are the standard basis. */
  readonly vectors: readonly (readonly Cyclotomic[])[];
  /** What each matrix does to the points. */
  readonly permutations: readonly Permutation[];
}

const coordinateLimit = 10n ** BigInt(matrixLimits.digits);

/** Whether a coordinate has more digits than the limit, as in orbits without end. */
const isLong = ({ numerators, denominator }: Cyclotomic): boolean =>
  [denominator, ...numerators].some((x) => x >= coordinateLimit || -x >= coordinateLimit);

/**
 * The orbit of the standard basis vectors, by search. Malformed if a matrix is singular, declined beyond the limits.
 * Growth: points · matrices · dimension² products in the field.
 */
export const orbitOfBasis = ({ field, dimension, matrices }: WrittenMatrices): E.Either<Problem, BasisOrbit> => {
  const keyOf = (v: readonly Cyclotomic[]): string => v.map(showCyclotomic).join();
  const vectors: (readonly Cyclotomic[])[] = [...identityMatrix(field, dimension)];
  const numberOf = new Map(vectors.map((v, i) => [keyOf(v), i]));
  const images: number[][] = matrices.map(() => []);
  const stepsPerPoint = matrices.length * dimension ** 2 * field.zero.numerators.length ** 2;
  for (let at = 0; at < vectors.length; at++) {
    if (vectors.length > matrixLimits.points || at * stepsPerPoint > matrixLimits.orbitSteps)
      return declined(
        `the matrices move the basis vectors to more than ${Math.min(vectors.length - 1, matrixLimits.points)} places; ` +
          'is the group finite? it is not followed further',
      );
    for (const [index, matrix] of matrices.entries()) {
      const moved = applyMatrix(field, matrix, vectors[at]!);
      if (moved.some(isLong))
        return declined(
          `the matrices move the basis vectors to coordinates of more than ${matrixLimits.digits} digits`,
        );
      const key = keyOf(moved);
      const known = numberOf.get(key) ?? vectors.length;
      if (known === vectors.length) {
        numberOf.set(key, known);
        vectors.push(moved);
      }
      images[index]!.push(known);
    }
  }
  const singular = images.findIndex((image) => new Set(image).size !== vectors.length);
  return singular < 0
    ? E.right({ vectors, permutations: images.map((image) => Uint32Array.from(image)) })
    : malformed(`matrix ${singular + 1} is singular`);
};

/** The numbers of the standard basis vectors in the orbit. */
export const standardBasis = (dimension: number): readonly number[] => Array.from({ length: dimension }, (_, i) => i);
