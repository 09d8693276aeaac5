/**
 * Evidence *reflections* (MATHEMATICS.md 2.8): N different reflections in G show that AC_ex(Sym^{≤k}) ≤ |G|/2 for
 * every k < N.
 *
 * A polynomial f with g·f = det(ρ(g)) f changes sign under each reflection, so it vanishes on N mirrors, different as
 * the action is faithful and orthogonal, and is divisible by the N linear forms that define them; if f ≠ 0 its degree
 * is at least N. So the determinant does not occur in Sym^{≤k}. Let K be the kernel of the determinant, of index 2.
 * For an irreducible π the K-fixed vectors form a subrepresentation of G/K, so they are 0 unless π is trivial or the
 * determinant; hence the uniform scheme on K is exact.
 * (For S_d this is MATHEMATICS.md 2.4: the mirrors are x_i = x_j, and the product of the forms is Vandermonde's.)
 */
import * as E from 'fp-ts/lib/Either.js';
import { greatestDegree, isPolynomialClass } from '../representation/functionClass.ts';
import { isReflection, spectrumOf } from '../representation/spectrum.ts';
import { atMost, type Established } from './established.ts';
import { type Refusal, rejected } from './refusal.ts';
import { readElements, type Subject } from './subject.ts';

export const checkReflections = <G extends string>(
  subject: Subject<G>,
  texts: readonly string[],
): E.Either<Refusal, Established> => {
  const { instance, functions } = subject;
  if (!instance.faithful || !isPolynomialClass(functions))
    return rejected('evidence-not-applicable', 'reflections are for linear and poly:K under faithful actions');
  const elements = readElements(subject, texts);
  if (E.isLeft(elements)) return elements;
  const bad = elements.right.findIndex((g) => !isReflection(spectrumOf(instance.action, g)));
  if (bad >= 0) return rejected('not-a-reflection', `element ${bad} of the list is not a reflection`);
  const distinct = new Set(elements.right.map(instance.group.show)).size;
  if (distinct !== elements.right.length) return rejected('repeated-reflection', 'a reflection is listed twice');
  if (greatestDegree(functions) >= distinct)
    return rejected('degree-exceeded', `${distinct} reflections show nothing for degree ${distinct} or more`);
  return E.right(atMost('AC_ex', instance.group.order / 2n, 'uniform'));
};
