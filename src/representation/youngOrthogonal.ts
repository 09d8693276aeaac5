/**
 * Irreducible representations of S_d in Young's orthogonal form (MATHEMATICS.md 3.9), which is his seminormal form
 * with the basis scaled to be orthonormal (James and Kerber, "The Representation Theory of the Symmetric Group",
 * §3.3–3.4).
 *
 * The basis are the standard tableaux of shape λ. The transposition (i, i+1) maps v_T to v_T/r + √(1 − 1/r²) v_T',
 * where T' exchanges i and i + 1 and r is the axial distance from i to i + 1: content(i + 1) − content(i). In doubles
 * each coefficient has a relative error of at most 3u, u = 2⁻⁵³ (two roundings for the square root of the exact
 * integer r² − 1 divided by r).
 */

/** (i, i+1) for i = 0 … d − 2: `partner[T]` exchanges with T, or is T itself, where the coefficient is ±1. */
export interface AdjacentTransposition {
  readonly partner: Int32Array;
  readonly diagonal: Float64Array;
  readonly offDiagonal: Float64Array;
}

export interface YoungRepresentation {
  readonly partition: readonly number[];
  readonly dimension: number;
  readonly transpositions: readonly AdjacentTransposition[];
}

/** The standard tableaux of a shape, each as the list of the rows of 0 … n − 1. */
const standardTableaux = (partition: readonly number[]): readonly (readonly number[])[] => {
  const n = partition.reduce((sum, part) => sum + part, 0);
  const found: number[][] = [];
  const lengths = partition.map(() => 0);
  const rows: number[] = [];
  const place = (): void => {
    if (rows.length === n) {
      found.push([...rows]);
      return;
    }
    for (let row = 0; row < partition.length; row++) {
      if (lengths[row]! >= partition[row]! || (row > 0 && lengths[row - 1]! <= lengths[row]!)) continue;
      lengths[row]!++;
      rows.push(row);
      place();
      rows.pop();
      lengths[row]!--;
    }
  };
  place();
  return found;
};

/** The irreducible representation of a shape. Growth: d · dimension, after listing the tableaux. */
export const youngRepresentation = (partition: readonly number[]): YoungRepresentation => {
  const tableaux = standardTableaux(partition);
  const indexOf = new Map(tableaux.map((rows, index) => [rows.join(','), index]));
  const n = tableaux[0]?.length ?? 0;
  const contents = tableaux.map((rows) => {
    const lengths = partition.map(() => 0);
    return rows.map((row) => lengths[row]!++ - row);
  });
  const transpositions = Array.from({ length: Math.max(0, n - 1) }, (_, i) => {
    const partner = new Int32Array(tableaux.length);
    const diagonal = new Float64Array(tableaux.length);
    const offDiagonal = new Float64Array(tableaux.length);
    tableaux.forEach((rows, index) => {
      const distance = contents[index]![i + 1]! - contents[index]![i]!;
      const swapped = [...rows];
      [swapped[i], swapped[i + 1]] = [rows[i + 1]!, rows[i]!];
      partner[index] = Math.abs(distance) === 1 ? index : indexOf.get(swapped.join(','))!;
      diagonal[index] = 1 / distance;
      offDiagonal[index] = Math.abs(distance) === 1 ? 0 : Math.sqrt(distance * distance - 1) / Math.abs(distance);
    });
    return { partner, diagonal, offDiagonal };
  });
  return { partition, dimension: tableaux.length, transpositions };
};

/** i_1 … i_L with g = s_{i_1} s_{i_2} ⋯ s_{i_L} a reduced word in the adjacent transpositions (bubble sort). */
export const reducedWord = (g: ArrayLike<number>): readonly number[] => {
  const images = Array.from(g);
  const word: number[] = [];
  // Right multiplication by s_i exchanges the images at places i and i + 1.
  for (let sorted = false; !sorted; ) {
    sorted = true;
    for (let i = 0; i + 1 < images.length; i++) {
      if (images[i]! <= images[i + 1]!) continue;
      [images[i], images[i + 1]] = [images[i + 1]!, images[i]!];
      word.push(i);
      sorted = false;
    }
  }
  return word.reverse();
};

/**
 * The matrix of g, column-major (column T is the image of v_T), in doubles. As the exact matrices are orthogonal and
 * each step s_i rounds by at most 7.1u relative to the Frobenius norm (coefficients 3u, product u, sum u;
 * |1/r| + √(1 − 1/r²) ≤ √2, and 5.01 · √2 < 7.1), the result is within 7.2 L u √dimension of ρ(g) in Frobenius norm
 * for a word of length L ≤ 10⁶. Growth: L · dimension².
 */
export const youngMatrix = (representation: YoungRepresentation, g: ArrayLike<number>): Float64Array => {
  const { dimension: n } = representation;
  const matrix = new Float64Array(n * n);
  for (let i = 0; i < n; i++) matrix[i * n + i] = 1;
  moveColumns(representation, reducedWord(g), matrix);
  return matrix;
};

/**
 * Replaces every column v, `dimension` numbers, by ρ(g)v for the word of g. Each letter rounds by at most 7.1u relative to
 * the Frobenius norm of what it acts on. Growth: L · (numbers).
 */
export const moveColumns = (
  { dimension: n, transpositions }: YoungRepresentation,
  word: readonly number[],
  matrix: Float64Array,
): void => {
  // ρ(g) = ρ(s_{i_1}) ⋯ ρ(s_{i_L}): apply the last letter first, to every column.
  for (let place = word.length - 1; place >= 0; place--) {
    const { partner, diagonal, offDiagonal } = transpositions[word[place]!]!;
    for (let at = 0; at < matrix.length; at += n) {
      for (let row = 0; row < n; row++) {
        const other = partner[row]!;
        if (other < row) continue;
        const x = matrix[at + row]!;
        if (other === row) {
          matrix[at + row] = diagonal[row]! * x;
          continue;
        }
        const y = matrix[at + other]!;
        matrix[at + row] = diagonal[row]! * x + offDiagonal[row]! * y;
        matrix[at + other] = offDiagonal[other]! * x + diagonal[other]! * y;
      }
    }
  }
};
