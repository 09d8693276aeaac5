/**
 * The requests of the gallery `certificates/`: every family of groups and every topic, and between them as many kinds
 * of evidence as the prover uses.
 */

import type { Topic } from '../prove/certify.ts';
import type { CertifyInput } from './certifyTask.ts';
import { defaultSeed } from './seed.ts';

/** `undefined` for what the topic does not take or finds itself. */
type Row = readonly [topic: Topic, group: string, functions?: string | undefined, epsilon?: string];

const rows: readonly Row[] = [
  // Exact: every element, by each kind of evidence, and fewer elements below the threshold.
  ['exact', 'S5', 'poly:10'],
  ['exact', 'S5', 'poly:9'],
  ['exact', 'S50', 'poly:1225'],
  ['exact', 'S7', 'all'],
  ['exact', 'A5', 'poly:6'],
  ['exact', 'C12', 'linear'],
  ['exact', 'C12@plane', 'poly:6'],
  ['exact', 'D6@plane', 'poly:6'],
  ['exact', 'D6@plane', 'poly:5'],
  ['exact', 'B3', 'poly:8'],
  ['exact', 'B3@vertices', 'linear'],
  ['exact', 'Q8', 'poly:2'],
  ['exact', 'Z2^6@signs', 'poly:5'],
  ['exact', 'S3xC4', 'linear'],
  ['exact', 'rubik', 'poly:171'],
  ['exact', 'M12', 'poly:3'],
  ['exact', 'M11', 'poly:4'],
  ['exact', 'M24', 'all'],
  ['exact', 'PSL(2,7)', 'linear'],
  // Where the theorem's assumptions fail, equivariant maps, and actions by matrices.
  ['exact', 'S3', 'pointwise:5'],
  ['exact', 'S4@sign', 'poly:3'],
  ['exact', 'perm:(1,2,3,4);(1,2)@images:(1,3);(1,2)', 'poly:4'],
  ['exact', 'perm:(1,2,3)@matrices:1:[[0,-1],[1,-1]]', 'poly:2'],
  ['exact', 'S4', 'maps:linear→linear'],
  ['exact', 'I@space', 'poly:2'],
  ['exact', 'Td', 'poly:3'],
  // The staircase, with bounds from both sides.
  ['profile', 'S4', 'poly:6'],
  ['profile', 'S5', 'poly:10'],
  ['profile', 'S6', 'poly:15'],
  ['profile', 'S7', 'poly:21'],
  ['profile', 'B3', 'poly:9'],
  ['profile', 'Oh@space', 'poly:9'],
  ['profile', 'Ih@space', 'poly:15'],
  ['profile', 'A5', 'poly:3'],
  ['profile', 'M11', 'poly:4'],
  ['profile', 'C12@plane', 'poly:6'],
  // The threshold.
  ['threshold', 'Ih@space'],
  ['threshold', 'S4'],
  ['threshold', 'S20'],
  ['threshold', 'A6'],
  ['threshold', 'C7'],
  ['threshold', 'C100@plane'],
  ['threshold', 'D4'],
  ['threshold', 'D12@plane'],
  ['threshold', 'D8@vertices'],
  ['threshold', 'B4'],
  ['threshold', 'Q8'],
  ['threshold', 'Z2^8@signs'],
  ['threshold', 'S3xC4'],
  ['threshold', 'S4@regular'],
  ['threshold', 'PSL(2,7)'],
  ['threshold', 'M11'],
  ['threshold', 'perm:(1,2,3,4)(5,6);(1,3)(5,6)'],
  // Within ε.
  ['approximate', 'S20', 'poly:2', '1/10'],
  ['approximate', 'S6', 'all', '1/4'],
  ['approximate', 'S50', 'linear', '1/10'],
  ['approximate', 'A5', 'all', '1/4'],
  ['approximate', 'C100@plane', 'poly:10', '1/10'],
  ['approximate', 'M12', 'linear', '1/4'],
  ['approximate', 'M22', 'all', '1/2'],
  ['approximate', 'PSL(2,17)', 'all', '1/2'],
  ['approximate', 'M23', 'all', '1/10'],
  ['approximate', 'M24', 'linear', '1/10'],
  ['approximate', 'PSL(2,11)', 'poly:2', '1/4'],
  ['approximate', 'Z2^10@signs', 'poly:3', '1/4'],
  ['approximate', 'Q8@regular', 'linear', '1/2'],
  ['approximate', 'rubik', 'linear', '1/4'],
  ['approximate', 'perm:(1,2,3,4,5)(6,7);(1,2)(6,7)', 'poly:2', '1/4'],
  // From below, and sizes against ε.
  ['lower', 'S6', 'all', '1/10'],
  ['lower', 'C100000', 'all', '1/4'],
  ['lower', 'Z2^20', 'all', '1/4'],
  ['lower', 'PSL(2,11)', 'poly:2', '1/4'],
  ['lower', 'M11', 'poly:3'],
  ['profile', 'S5', 'all', '1/2,1/4,1/10'],
  ['profile', 'C13', 'all', '1/2,3/16,1/10'],
  // Both.
  ['separation', 'S5', 'poly:10', '1/4'],
  ['separation', 'S6', 'all', '1/4'],
  ['separation', 'S20', 'poly:190', '1/10'],
  ['separation', 'S50', 'all', '1/10'],
  ['separation', 'A6', undefined, '1/4'],
  ['separation', 'C100@plane', undefined, '1/10'],
  ['separation', 'D8@plane', undefined, '1/4'],
  ['separation', 'B3', undefined, '1/4'],
  ['separation', 'Q8', 'poly:3', '1/4'],
  ['separation', 'Z2^10@signs', undefined, '1/4'],
  ['separation', 'S3xC4', undefined, '1/4'],
  ['separation', 'M11', undefined, '1/4'],
  ['separation', 'rubik', 'all', '1/10'],
  // Difference sets: no smaller set is within ε.
  ['separation', 'C7', 'all', '2/9'],
  ['separation', 'C21', 'all', '4/25'],
  ['separation', 'Z2^4', 'all', '1/9'],
  // The strong condition tested on every element of the group; a large group.
  ['separation', 'C3xC3', 'all', '3/8'],
  ['approximate', 'Z2^20', 'all', '1/4'],
];

export const galleryRows: readonly CertifyInput[] = rows.map(([topic, group, functions, epsilon]) => ({
  topic,
  group,
  ...(functions === undefined ? {} : { functions }),
  ...(epsilon === undefined ? {} : { epsilon }),
  seed: defaultSeed,
  minimize: false,
}));
