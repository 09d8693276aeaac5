/** The characters of an abelian group, as exponents of a root of unity. */
import type { Element } from '../group/group.ts';
import type { ConjugacyClasses } from '../group/listing.ts';

/** Whether every class is a single element. */
export const isAbelian = <G extends string>(classes: ConjugacyClasses<G>): boolean =>
  classes.sizes.every((size) => size === 1);

/**
 * All |G| characters of an abelian group of exponent e: character a takes the value e^{2πi·rows[a][k]/e} on class k.
 * The trivial character is first.
 *
 * The group is built up generator by generator. If t > 0 is least with s^t in the subgroup H, a character χ of H has
 * exactly t extensions to ⟨H, s⟩: χ(s) may be any t-th root of χ(s^t). All are e-th roots of unity, as t divides the
 * order of s, and e/order(s) · t divides the exponent of χ(s^t). Growth: O(|G|²) small integers.
 */
export const abelianCharacters = <G extends string>(
  classes: ConjugacyClasses<G>,
  exponent: number,
): readonly Int32Array[] => {
  const { group } = classes.listing;
  const { classOf } = classes;
  let elements: readonly Element<G>[] = [group.empty];
  let characters: readonly (readonly number[])[] = [[0]];
  for (const s of group.generators) {
    const place = new Map(elements.map((x, i) => [classOf(x), i]));
    const powers: Element<G>[] = [group.empty];
    let next: Element<G> = s;
    while (!place.has(classOf(next))) {
      powers.push(next);
      next = group.concat(next, s);
    }
    const index = powers.length;
    const returned = place.get(classOf(next))!;
    const step = exponent / index;
    const smaller = elements;
    elements = powers.flatMap((power) => smaller.map((x) => group.concat(x, power)));
    characters = characters.flatMap((character) =>
      powers.map((_, choice) => {
        const ofGenerator = character[returned]! / index + choice * step;
        return powers.flatMap((_, i) => character.map((value) => (value + i * ofGenerator) % exponent));
      }),
    );
  }
  const classOfPlace = elements.map((x) => classOf(x));
  return characters.map((character) => {
    const row = new Int32Array(elements.length);
    character.forEach((value, i) => {
      row[classOfPlace[i]!] = value;
    });
    return row;
  });
};
