/** Character tables, as certificates have them. */

/** Of S3: trivial, sign, and the one of dimension 2. */
export const symmetric3 = {
  prime: '7',
  classes: ['()', '(1,2)', '(1,2,3)'],
  rows: [
    ['1', '1', '1'],
    ['1', '6', '1'],
    ['2', '0', '6'],
  ],
};

/** Of C3: 2 stands for e^{2πi/3}. */
export const cyclic3 = {
  prime: '7',
  classes: ['()', '(1,2,3)', '(1,3,2)'],
  rows: [
    ['1', '1', '1'],
    ['1', '2', '4'],
    ['1', '4', '2'],
  ],
};

/** Of C4: 2 stands for i. */
export const cyclic4 = {
  prime: '5',
  classes: ['()', '(1,2,3,4)', '(1,3)(2,4)', '(1,4,3,2)'],
  rows: [
    ['1', '1', '1', '1'],
    ['1', '2', '4', '3'],
    ['1', '4', '1', '4'],
    ['1', '3', '4', '2'],
  ],
};
