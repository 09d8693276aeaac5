/**
 * `node printTable.js NOTATION`: computes the exact character table of a group from its notation, prints the degrees on
 * one line, ascending, and nothing else. What `characterTables.ts` times.
 */
import * as E from 'fp-ts/lib/Either.js';
import { conjugacyClasses, listGroup } from '../src/group/listing.ts';
import { declined, parseGroup } from '../src/group/notation.ts';
import { characterTable, degreesOf } from '../src/representation/characterTable.ts';

const degrees = parseGroup(process.argv[2] ?? '', (group) => {
  const listing = listGroup(group);
  return listing === undefined
    ? declined(`${group.notation} is too large to list`)
    : E.map(degreesOf)(characterTable(conjugacyClasses(listing)));
});
if (E.isLeft(degrees)) throw new Error(degrees.left.message);
process.stdout.write(`${[...degrees.right].sort((a, b) => Number(a - b)).join(' ')}\n`);
