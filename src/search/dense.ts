/** Kernels on small dense matrices in Float64Arrays; symmetric ones are square of order n from entry 0, both triangles. */

/** AᵀA · scale for the n × n matrix (column by column) in `a` from `at`. Growth: n³/2. */
export const gram = (a: Float64Array, at: number, n: number, scale: number, to: Float64Array): void => {
  for (let i = 0; i < n; i++) {
    const x = at + i * n;
    for (let j = 0; j <= i; j++) {
      const y = at + j * n;
      let sum = 0;
      for (let k = 0; k < n; k++) sum += a[x + k]! * a[y + k]!;
      sum *= scale;
      to[i * n + j] = sum;
      to[j * n + i] = sum;
    }
  }
};

/** PQ for symmetric P and Q that commute. Growth: n³/2. */
export const commutingProduct = (p: Float64Array, q: Float64Array, n: number, to: Float64Array): void => {
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let k = 0; k < n; k++) sum += p[i * n + k]! * q[j * n + k]!;
      to[i * n + j] = sum;
      to[j * n + i] = sum;
    }
};

/** AP for A column by column from `at`, P symmetric; into `to` from `at`. Growth: n³. */
export const timesSymmetric = (a: Float64Array, at: number, p: Float64Array, n: number, to: Float64Array): void => {
  to.fill(0, at, at + n * n);
  for (let j = 0; j < n; j++)
    for (let k = 0; k < n; k++) {
      const x = p[j * n + k]!;
      for (let i = 0; i < n; i++) to[at + j * n + i]! += x * a[at + k * n + i]!;
    }
};

/** Σ entries², which is tr P² for symmetric P. */
export const squareSum = (p: Float64Array, entries: number): number => {
  let sum = 0;
  for (let i = 0; i < entries; i++) sum += p[i]! * p[i]!;
  return sum;
};

/** The greatest eigenvalue of a symmetric tridiagonal matrix, by Sturm sequences and bisection. */
export const greatestOfTridiagonal = (diagonal: ArrayLike<number>, off: ArrayLike<number>, n: number): number => {
  let low = Number.NEGATIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < n; i++) {
    const around = (i > 0 ? Math.abs(off[i - 1]!) : 0) + (i + 1 < n ? Math.abs(off[i]!) : 0);
    low = Math.max(low, diagonal[i]!);
    high = Math.max(high, diagonal[i]! + around);
  }
  for (let step = 0; step < 60 && high - low > 1e-13 * Math.max(1, Math.abs(high)); step++) {
    const middle = (low + high) / 2;
    let q = diagonal[0]! - middle;
    let below = q < 0;
    for (let i = 1; i < n && below; i++) {
      q = diagonal[i]! - middle - (off[i - 1]! * off[i - 1]!) / q;
      below = q < 0;
    }
    if (below) high = middle;
    else low = middle;
  }
  return high;
};

/** The greatest eigenvalue of a symmetric matrix, which is overwritten: Householder's reduction. Growth: 4n³/3. */
export const greatestOfSymmetric = (p: Float64Array, n: number): number => {
  const diagonal = new Float64Array(n);
  const off = new Float64Array(n);
  const v = new Float64Array(n);
  const w = new Float64Array(n);
  for (let k = 0; k < n; k++) {
    diagonal[k] = p[k * n + k]!;
    if (k + 1 === n) break;
    const head = p[(k + 1) * n + k]!;
    if (k + 2 === n) {
      off[k] = head;
      continue;
    }
    let square = 0;
    for (let i = k + 1; i < n; i++) square += p[i * n + k]! ** 2;
    if (square < 1e-28) continue;
    off[k] = head > 0 ? -Math.sqrt(square) : Math.sqrt(square);
    const length = 1 / Math.sqrt(2 * (square - head * off[k]!));
    for (let i = k + 1; i < n; i++) v[i] = p[i * n + k]! * length;
    v[k + 1] = (head - off[k]!) * length;
    let overlap = 0;
    for (let i = k + 1; i < n; i++) {
      let sum = 0;
      for (let j = k + 1; j < n; j++) sum += p[i * n + j]! * v[j]!;
      w[i] = sum;
      overlap += sum * v[i]!;
    }
    for (let i = k + 1; i < n; i++) w[i]! -= overlap * v[i]!;
    for (let i = k + 1; i < n; i++)
      for (let j = k + 1; j < n; j++) p[i * n + j]! -= 2 * (v[i]! * w[j]! + w[i]! * v[j]!);
  }
  return greatestOfTridiagonal(diagonal, off, n);
};
