/**
 * A character table modulo a prime, bound to the group (MATHEMATICS.md 2.3, 2.11): not only orthogonal but multiplying
 * like the conjugacy classes of this very group, so that the table of D4 is refused for Q8.
 *
 * Let K_1 … K_r be the class sums and p a prime not dividing |G|. For each row χ put v_i = |K_i| χ(g_i) / χ(1). With
 * the class structure constants of this group, K_j K_i = Σ_k a_{jik} K_k, a row passes if v_j v_i = Σ_k a_{jik} v_k
 * for all i and for each j of a list J of classes; the list is extended until the tuples (v_j)_{j ∈ J} of the r rows
 * differ. Then the vectors v are common eigenvectors of the matrices of K_j (j ∈ J) with r different systems of
 * eigenvalues, so all these common eigenspaces are lines. Every algebra homomorphism from the centre of F G, F an
 * algebraic closure of 𝔽_p, to F gives a common eigenvector with first coordinate 1 too, and as p does not divide |G|
 * there are r of them; so the rows are exactly these: the reductions, at a prime ideal above p, of the central
 * characters of the r irreducibles of G. The norm Σ |K_i| χ(g_i) χ(g_i⁻¹) = |G| then fixes χ(1)² modulo p, and 0 <
 * χ(1) ≤ √|G| < p/2 fixes χ(1). Consequently ⟨χ, Sym^j⟩ modulo p, computed from a row, is the true multiplicity modulo
 * p.
 */
import * as E from 'fp-ts/lib/Either.js';
import * as O from 'fp-ts/lib/Option.js';
import { primeField, type Residue } from '../algebra/residue.ts';
import type { TableData, TableReference } from '../certificate/evidence.ts';
import { type Element, pointCount } from '../group/group.ts';
import { type ConjugacyClasses, conjugacyClasses, listGroup, listingLimitInWords } from '../group/listing.ts';
import { declined, malformed, type Refusal, rejected } from './refusal.ts';
import { afford, affordListing, readElements, type Subject } from './subject.ts';
import type { VerifiedTable } from './verifiedTable.ts';

const classLimit = 600;

/** Column m of the matrix counts products: entry i is the number of x in class j with x⁻¹ z_m in class i. */
const structureConstants = <G extends string>(
  classes: ConjugacyClasses<G>,
  members: readonly Element<G>[],
): readonly Int32Array[] => {
  const { group } = classes.listing;
  const inverses = members.map(group.inverse);
  return classes.representatives.map((z) => {
    const column = new Int32Array(classes.sizes.length);
    for (const x of inverses) column[classes.classOf(group.concat(x, z))]!++;
    return column;
  });
};

const membersByClass = <G extends string>(classes: ConjugacyClasses<G>, wanted: number): readonly Element<G>[] => {
  const members: Element<G>[] = [];
  for (let index = 0; index < classes.classOfRank.length; index++)
    if (classes.classOfRank[index] === wanted) members.push(classes.listing.unrank(index));
  return members;
};

const distinctTuples = (tuples: readonly string[]): boolean => new Set(tuples).size === tuples.length;

export const checkTable = <G extends string>(
  subject: Subject<G>,
  data: TableData,
): E.Either<Refusal, VerifiedTable<G>> => {
  const { group } = subject.instance;
  const listing = listGroup(group);
  if (listing === undefined)
    return declined('group-limit', `character tables need a listed group; ${listingLimitInWords}`);
  const size = data.classes.length;
  if (size > classLimit) return declined('work-limit', `${size} classes; the limit is ${classLimit}`);
  const p = data.prime;
  if (data.rows.length !== size || data.rows.some((row) => row.length !== size || row.some((x) => x >= p)))
    return malformed('table-form', `the table must be ${size} × ${size} with entries below ${p}`);
  const field = O.toUndefined(primeField(p));
  if (field === undefined || listing.size % p === 0 || p * p <= 4 * listing.size)
    return rejected('table-prime', `${p} must be a prime above 2√|G| not dividing |G| = ${group.order}`);

  const affordable = affordListing(subject);
  if (E.isLeft(affordable)) return affordable;
  const classes = conjugacyClasses(listing);
  const representatives = readElements(subject, data.classes);
  if (E.isLeft(representatives)) return representatives;
  const classOfColumn = representatives.right.map(classes.classOf);
  if (size !== classes.sizes.length || new Set(classOfColumn).size !== size)
    return rejected(
      'table-classes',
      `${classes.sizes.length} classes, ${new Set(classOfColumn).size} of them represented`,
    );
  const rows = data.rows.map((row) => {
    const ordered = new Array<Residue>(size).fill(0);
    row.forEach((value, column) => {
      ordered[classOfColumn[column]!] = value;
    });
    return ordered;
  });

  const sizes = classes.sizes.map((n) => n % p);
  const degrees: number[] = [];
  for (const [index, row] of rows.entries()) {
    let norm = 0;
    for (let c = 0; c < size; c++)
      norm = field.add(norm, field.mul(sizes[c]!, field.mul(row[c]!, row[classes.inverseClass[c]!]!)));
    const degree = row[0]!;
    if (norm !== listing.size % p || degree < 1 || degree * degree > listing.size)
      return rejected('table-norm', `row ${index} has norm or degree unlike an irreducible character`);
    degrees.push(degree);
  }
  const central = rows.map((row, i) => {
    const scale = field.reciprocal(degrees[i]!);
    return row.map((value, c) => field.mul(field.mul(value, sizes[c]!), scale));
  });

  // Smallest classes first; class 0, the identity, tells nothing apart.
  const bySize = classes.sizes.map((_, c) => c).slice(1);
  bySize.sort((a, b) => classes.sizes[a]! - classes.sizes[b]! || a - b);
  const tuples = central.map(() => '');
  for (const j of bySize) {
    if (distinctTuples(tuples)) break;
    const products = classes.sizes[j]! * size * (200 + 5 * pointCount(group.shape));
    const binding = afford(subject, products + listing.size * 10 + 10 * size ** 3, 'binding the character table');
    if (E.isLeft(binding)) return binding;
    const constants = structureConstants(classes, membersByClass(classes, j));
    for (const [index, v] of central.entries()) {
      // a_{jik} is column k, entry i.
      const product = new Array<Residue>(size).fill(0);
      constants.forEach((column, k) => {
        for (let i = 0; i < size; i++)
          if (column[i] !== 0) product[i] = field.add(product[i]!, field.mul(column[i]! % p, v[k]!));
      });
      if (product.some((value, i) => value !== field.mul(v[j]!, v[i]!)))
        return rejected(
          'table-structure',
          `row ${index} does not multiply like the classes of ${group.notation.slice(0, 40)}`,
        );
      tuples[index] += `,${v[j]}`;
    }
  }
  return distinctTuples(tuples)
    ? E.right({ field, classes, rows, degrees })
    : rejected('table-repeats', 'two rows of the table agree on every class');
};

/** The table that evidence gives or refers to. */
export const tableOf = <G extends string>(
  subject: Subject<G>,
  reference: TableReference,
): E.Either<Refusal, VerifiedTable<G>> => {
  if (typeof reference !== 'number') return checkTable(subject, reference);
  const table = subject.tables[reference];
  return table === undefined
    ? rejected('table-missing', `there is no table ${reference} in the certificate`)
    : E.right(table);
};
