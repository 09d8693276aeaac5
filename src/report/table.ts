/** Tables in plain text, and large integers short enough for them. */

export interface Column {
  readonly title: string;
  readonly align: 'left' | 'right';
}

const widthOf = (text: string): number => [...text].length;

const pad = (text: string, width: number, align: Column['align']): string => {
  const blanks = ' '.repeat(Math.max(0, width - widthOf(text)));
  return align === 'left' ? `${text}${blanks}` : `${blanks}${text}`;
};

/** Aligned columns under their titles, a rule between; every row has one cell for each column. */
export const renderTable = (columns: readonly Column[], rows: readonly (readonly string[])[]): string => {
  const widths = columns.map(({ title }, i) => Math.max(widthOf(title), ...rows.map((row) => widthOf(row[i] ?? ''))));
  const line = (cells: readonly string[]): string =>
    columns
      .map(({ align }, i) => pad(cells[i] ?? '', widths[i]!, align))
      .join('  ')
      .trimEnd();
  return [
    line(columns.map(({ title }) => title)),
    line(widths.map((width) => '─'.repeat(width))),
    ...rows.map(line),
    '',
  ].join('\n');
};

/** A Markdown table; bars in cells are escaped. */
export const renderMarkdownTable = (titles: readonly string[], rows: readonly (readonly string[])[]): string => {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(titles), line(titles.map(() => '---')), ...rows.map(line), ''].join('\n');
};

/** Integers of at most this many digits are printed in full. */
const digitLimit = 10;

/** `m` if n = m! for some m ≥ 2. */
const factorialRoot = (n: bigint): bigint | undefined => {
  let product = 1n;
  let m = 1n;
  while (product < n) product *= ++m;
  return product === n && m > 1n ? m : undefined;
};

/** The integer itself, `50!` where it is one, or rounded and marked so: `≈4.33e19`. */
export const shortInteger = (n: bigint): string => {
  const digits = `${n}`;
  if (digits.length <= digitLimit) return digits;
  const root = factorialRoot(n);
  if (root !== undefined) return `${root}!`;
  const exponent = digits.length - 1;
  const leading = (n + 5n * 10n ** BigInt(exponent - 3)) / 10n ** BigInt(exponent - 2);
  const [mantissa, shown] = leading === 1000n ? ['100', exponent + 1] : [`${leading}`, exponent];
  return `≈${mantissa[0]}.${mantissa.slice(1)}e${shown}`;
};
