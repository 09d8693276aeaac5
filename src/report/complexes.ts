/** Complex numbers in doubles as a ring, for characters in pictures; equality is up to rounding. */
import type { ExactRing } from '../algebra/field.ts';

export interface Complex {
  readonly real: number;
  readonly imaginary: number;
}

const complex = (real: number, imaginary = 0): Complex => ({ real, imaginary });

export const complexes: ExactRing<Complex> & { readonly root: (a: number, n: number) => Complex } = {
  zero: complex(0),
  one: complex(1),
  add: (a, b) => complex(a.real + b.real, a.imaginary + b.imaginary),
  sub: (a, b) => complex(a.real - b.real, a.imaginary - b.imaginary),
  mul: (a, b) => complex(a.real * b.real - a.imaginary * b.imaginary, a.real * b.imaginary + a.imaginary * b.real),
  equals: (a, b) => Math.hypot(a.real - b.real, a.imaginary - b.imaginary) < 1e-9,
  fromInteger: (n) => complex(Number(n)),
  root: (a, n) => complex(Math.cos((2 * Math.PI * a) / n), Math.sin((2 * Math.PI * a) / n)),
};
