/**
 * Claims about polynomials under an action by linear forms: the terms of `proofs/instances/traceExact.v`, `traceBounds.v`
 * and `traceNear.v`, whose evidence is the traces on the class.
 */
import * as E from 'fp-ts/lib/Either.js';
import { approximate, type Rational } from '../../algebra/rational.ts';
import type { ExactEvidence } from '../../certificate/evidence.ts';
import type { ClassAlgebra } from './classAlgebra.ts';
import { groupAlgebra, realSupport } from './groupAlgebra.ts';
import { exactValues, type Forms, type NumberField, type Numeral, realValue } from './linearForms.ts';
import { listPoints, type PointGroup } from './listing.ts';
import { errorForm, findRoot, type GroupWeights, sumOf, uniformWeights } from './sumOfSquares.ts';
import { definition, integer, list, numbers, type Proof, type Weighted, weighted } from './syntax.ts';
import {
  affordClasses,
  type Declined,
  degreesText,
  listWeights,
  numeral,
  orderLimit,
  type Polynomials,
  readAll,
  readScheme,
  realTraces,
  rootText,
  type Side,
  type World,
} from './world.ts';

/** What `c` is, after `is_root c modulus` or `@root_exists R modulus`. */
const interval = ({ low, high, scale }: NumberField): string => [low, high, scale].map(integer).join(' ');

/** That there is such a number in every real closed field. */
export const existenceTheorem = ({ field }: Forms): string =>
  [
    `Theorem number_exists (R : rcfType) :\n  exists c : R, is_root c modulus ${interval(field)}.`,
    `Proof.\nrefine (@root_exists R modulus ${interval(field)} _).\nall: vm_cast_no_check (erefl true).\nQed.`,
  ].join('\n\n');

/** That c is the root, in Coq. */
export const rootProof = ({ field }: Forms): string => (field.root === undefined ? '(rational_root R)' : 'root_c');

const headWith = (side: Side<Polynomials>, forms: Forms, { rounds }: PointGroup, classes: string): string => {
  const { world, functions } = side;
  return [
    `R ${rootText(forms)} ${forms.dimension} ${world.points} generators ${rounds}${classes}`,
    `modulus vectors ${interval(forms.field)} ${degreesText(functions.degrees)} ${rootProof(forms)}`,
  ].join('\n    ');
};

/** `R c 2 12 generators 5 modulus vectors 1 2 3 degrees root_c`: where theorems begin. */
const headUnder = (side: Side<Polynomials>, forms: Forms, group: PointGroup): string =>
  headWith(side, forms, group, '');

/** The same with the representatives `NAME_classes`, for theorems about traces. */
export const placeUnder = (side: Side<Polynomials>, forms: Forms, group: PointGroup): string =>
  headWith(side, forms, group, ` ${side.name}_classes`);

/** What `c` is, before a statement. */
export const premise = ({ field }: Forms): string =>
  field.root === undefined ? '' : `is_root c modulus ${interval(field)} ->\n  `;

/** That the class is a module with an invariant inner product. */
export const euclideanUnder = ({ points }: World, forms: Forms, degrees: readonly number[]): string =>
  `(@polynomials_under_euclidean R ${rootText(forms)} ${forms.dimension} ${points} generators modulus vectors (proj1 ${rootProof(forms)}) _ ${degreesText(degrees)})`;

/** That the group moves the forms. */
export const actionText = ({ points }: World, forms: Forms): string =>
  `@acts_forms_move R ${rootText(forms)} ${forms.dimension} ${points} generators modulus vectors (proj1 ${rootProof(forms)}) _`;

const classDefinition = ({ name }: Side, { representatives }: ClassAlgebra): string =>
  definition(`${name}_classes`, 'seq (seq nat)', list(representatives.map(numbers)));

const wholeGroup = (side: Side<Polynomials>, forms: Forms): E.Either<Declined, Proof> => {
  const { world, weights, value } = side;
  return E.map(
    (group: PointGroup): Proof => ({
      definitions: [],
      term: `@whole_traces_sound ${headUnder(side, forms, group)} ${weights} ${value} _`,
      theorems: ['traceExact.whole_traces_sound'],
    }),
  )(world.listed);
};

/** A scheme whose text in Coq is `items`, of so many elements. */
const schemeText = (
  side: Side<Polynomials>,
  forms: Forms,
  definitions: readonly string[],
  items: string,
  size: number,
  total: bigint,
): E.Either<Declined, Proof> => {
  const { world, weights, value } = side;
  if (E.isLeft(world.listed)) return world.listed;
  const group = world.listed.right;
  const algebra = world.classes(group);
  return E.map(
    (): Proof => ({
      definitions: [classDefinition(side, algebra), ...definitions],
      term: `@scheme_traces_sound ${placeUnder(side, forms, group)} ${weights}\n    ${items} ${integer(total)} ${value} _`,
      theorems: ['traceExact.scheme_traces_sound'],
    }),
  )(affordClasses(side, algebra, size ** 2));
};

export const schemeUnder = (
  side: Side<Polynomials>,
  forms: Forms,
  items: Weighted,
  total: bigint,
): E.Either<Declined, Proof> => {
  const name = `${side.name}_scheme`;
  const definitions = [definition(name, 'seq (seq nat * Z)', weighted(items))];
  return schemeText(side, forms, definitions, name, items.length, total);
};

/** Upper bounds on AC_ex. */
export const exactUpperUnder = (
  side: Side<Polynomials>,
  forms: Forms,
  evidence: ExactEvidence,
): E.Either<Declined, Proof> => {
  const { world, value } = side;
  switch (evidence.kind) {
    case 'two-sided':
      return exactUpperUnder(side, forms, evidence.upper);
    case 'scheme': {
      const read = readScheme(world, evidence.scheme);
      return E.isLeft(read) ? read : schemeUnder(side, forms, read.right.items, read.right.total);
    }
    case 'subgroup': {
      const generators = readAll(world, evidence.generators);
      if (E.isLeft(generators)) return generators;
      const listed = listPoints(world.points, generators.right, orderLimit);
      if (listed === undefined) return E.left(`the subgroup has more than ${orderLimit} elements`);
      const name = `${side.name}_subgroup`;
      const size = listed.elements.length;
      const items = `(uniform_weights (elements ${world.points} ${name} ${listed.rounds}))`;
      const definitions = [definition(name, 'seq (seq nat)', list(generators.right.map(numbers)))];
      return schemeText(side, forms, definitions, items, size, BigInt(size));
    }
    default:
      return value >= world.order
        ? wholeGroup(side, forms)
        : E.left(`an upper bound below |G| by evidence of the kind "${evidence.kind}" is not proved in Coq here`);
  }
};

/** A scheme of fewer than |G| elements whose weights are algebraic numbers, from the irreducibles that do not occur. */
export const absentUnder = (
  side: Side<Polynomials>,
  forms: Forms,
): E.Either<Declined, { readonly proof: Proof; readonly size: bigint }> => {
  const { world, weights, name } = side;
  if (E.isLeft(world.listed)) return world.listed;
  const group = world.listed.right;
  const algebra = world.classes(group);
  const affordable = affordClasses(side, algebra);
  if (E.isLeft(affordable)) return affordable;
  if (weights === 'uniform') return E.left('a plain average of fewer elements was not found');
  const { order, sizes } = algebra;
  const present = realSupport(algebra.convolution(), realTraces(side, algebra));
  const trivial = Math.round(present.reduce((sum, x, c) => sum + x * sizes[c]!, 0) / order);
  const absent = present.map((x, c) => (c === 0 ? order : 0) - x - 1 + trivial);
  const values = exactValues(forms.field, algebra, absent);
  if (values === undefined) return E.left('the irreducibles that occur were not told apart in floating point');
  const least = absent.indexOf(Math.min(...absent));
  if (absent[least]! > -1e-6) return E.left('every irreducible occurs one degree below');
  // Values that are equal are so as polynomials in c.
  const minus = values[least]!;
  const raised = values.map((x) =>
    Array.from({ length: Math.max(x.length, minus.length) }, (_, i) => (x[i] ?? 0n) - (minus[i] ?? 0n)),
  );
  const elements = raised.reduce((count, x, c) => count + (x.every((z) => z === 0n) ? 0 : sizes[c]!), 0);
  const size = BigInt(elements);
  return E.right({
    size,
    proof: {
      definitions: [
        classDefinition(side, algebra),
        definition(`${name}_weights`, 'seq (seq Z)', list(raised.map(numeral))),
      ],
      term: `@weight_scheme_sound ${placeUnder(side, forms, group)} ${weights}\n    ${name}_weights ${size} _`,
      theorems: ['traceWeights.weight_scheme_sound'],
    },
  });
};

/** A class function with algebraic values over a denominator, in Coq and approximately. */
interface ClassWeights {
  readonly values: readonly Numeral[];
  readonly denominator: bigint;
}

/** The projection onto the trivial irreducible and those that do not occur, over |G|. */
const absentWeights = (side: Side<Polynomials>, forms: Forms, algebra: ClassAlgebra): ClassWeights | undefined => {
  const present = realSupport(algebra.convolution(), realTraces(side, algebra));
  const mean = present.reduce((sum, z, c) => sum + z * algebra.sizes[c]!, 0);
  const trivial = Math.round(mean / algebra.order);
  const absent = present.map((z, c) => (c === 0 ? algebra.order : 0) - z + trivial);
  const values = exactValues(forms.field, algebra, absent);
  return values === undefined ? undefined : { values, denominator: BigInt(algebra.order) };
};

/** Bits after the point of weights that are not integers. */
const approximationBits = 40;

/** Upper bounds on AC_wk by a scheme, also given as a weight for every element. */
export const nearUnder = (
  side: Side<Polynomials>,
  forms: Forms,
  group: PointGroup,
  epsilon: Rational,
  { items, total }: { readonly items: Weighted; readonly total: bigint },
  scheme: GroupWeights,
): E.Either<Declined, Proof> => {
  const { world, name, weights, value } = side;
  const algebra = groupAlgebra(group);
  const order = BigInt(group.elements.length);
  const [p, q] = [integer(epsilon.numerator), integer(epsilon.denominator)];
  const shared = (root: GroupWeights): string =>
    `${weights}\n    ${name}_scheme ${integer(total)} ${p} ${q} ${name}_root ${integer(root.denominator)}`;
  const definitions = (root: GroupWeights): readonly string[] => [
    definition(`${name}_scheme`, 'seq (seq nat * Z)', weighted(items)),
    definition(`${name}_root`, 'seq (seq nat * Z)', weighted(listWeights(group, root.numerators))),
  ];
  const form = errorForm(algebra, epsilon.numerator, epsilon.denominator, scheme);
  const rootWith = (z: GroupWeights): GroupWeights | undefined =>
    findRoot(algebra, sumOf(form, z), approximate(epsilon));
  const everywhere = rootWith(uniformWeights(algebra));
  if (everywhere !== undefined)
    return E.right({
      definitions: definitions(everywhere),
      term: `@near_everywhere_sound ${headUnder(side, forms, group)} ${shared(everywhere)} ${integer(1n)} ${integer(order)} ${value} _`,
      theorems: ['traceNear.near_everywhere_sound'],
    });
  const classes = world.classes(group);
  const affordable = affordClasses(side, classes, group.elements.length);
  if (E.isLeft(affordable)) return affordable;
  const z = absentWeights(side, forms, classes);
  if (z === undefined) return E.left('the irreducibles that occur were not told apart in floating point');
  const rounded = z.values.map((x) => BigInt(Math.round(realValue(forms.field, x) * 2 ** approximationBits)));
  const root = rootWith({
    numerators: group.elements.map((g) => rounded[classes.classOf(g)!]!),
    denominator: z.denominator << BigInt(approximationBits),
  });
  if (root !== undefined)
    return E.right({
      definitions: [
        classDefinition(side, classes),
        ...definitions(root),
        definition(`${name}_exact`, 'seq (seq Z)', list(z.values.map(numeral))),
      ],
      term: `@near_traces_sound ${placeUnder(side, forms, group)} ${shared(root)} ${name}_exact ${integer(z.denominator)} ${value} _`,
      theorems: ['traceNear.near_traces_sound'],
    });
  return E.left('no sum of squares was found: the error of the scheme is ε, nearly ε, or greater');
};
