/** Text for people: keeps hostile input on one line and out of the terminal's control. */

/** Longest line printed about a mistake. */
const lineLimit = 1000;

/** One line without control characters, whatever the text. */
export const oneLine = (text: string): string => {
  const line = text
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '\uFFFD')
    .trim();
  return line.length <= lineLimit ? line : `${line.slice(0, lineLimit - 1)}…`;
};

/** The word among `words` that a mistyped one was probably meant to be. */
export const closest = (typed: string, words: readonly string[]): string | undefined => {
  const limit = Math.max(1, Math.round(typed.length * 0.4));
  const ranked = words.map((word) => ({ word, distance: editDistance(typed.slice(0, 40), word) }));
  return ranked.filter(({ distance }) => distance <= limit).sort((a, b) => a.distance - b.distance)[0]?.word;
};

/** The least number of letters to insert, delete or replace to make b of a. */
const editDistance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 0; i < a.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++)
      next.push(Math.min(next[j]! + 1, row[j + 1]! + 1, row[j]! + (a[i] === b[j] ? 0 : 1)));
    row = next;
  }
  return row[b.length]!;
};

/** `(did you mean "separation"?)`, with a space before it, or nothing. */
export const suggestion = (typed: string, words: readonly string[]): string => {
  const word = closest(typed, words);
  return word === undefined ? '' : ` (did you mean "${word}"?)`;
};

/** An argument as a POSIX shell must be given it. */
export const shellQuoted = (argument: string): string =>
  /^[A-Za-z0-9@%+=:,./^_-]+$/.test(argument) ? argument : `'${argument.replaceAll("'", "'\\''")}'`;
