/**
 * A progress line on standard error for what takes longer than a second: drawn in place on a terminal, otherwise a line
 * now and then.
 */
import { setBeforeErrorLine } from './console.ts';
import { oneLine } from './text.ts';

/** Nothing is shown before this, in milliseconds: of work that has told of itself, and of work that has not. */
const patience = 1000;
const silentPatience = 3000;
/** Time between two redrawings on a terminal, and between two lines elsewhere. */
const redrawEvery = 200;
const lineEvery = 5000;

export interface ProgressLine {
  /** Work begins under a key; nothing is known of it yet. */
  readonly begin: (key: string) => void;
  /** A phase of the work under `key`, and how far it is if that is known. Several keys may be under way at once. */
  readonly update: (key: string, phase: string, done?: number, of?: number) => void;
  /** The work under the key is done. */
  readonly finish: (key: string) => void;
  readonly stop: () => void;
}

const silent: ProgressLine = { begin: () => {}, update: () => {}, finish: () => {}, stop: () => {} };

interface Work {
  readonly since: number;
  readonly patience: number;
  readonly phase: string;
}

export const openProgress = (quiet: boolean): ProgressLine => {
  if (quiet) return silent;
  const inPlace = process.stderr.isTTY === true;
  const works = new Map<string, Work>();
  let drawn = false;
  let lastLine = 0;
  const clear = (): void => {
    if (drawn) process.stderr.write('\r\u001b[K');
    drawn = false;
  };
  const text = (now: number): string =>
    [...works]
      .filter(([, work]) => now - work.since >= work.patience)
      .map(([key, { since, phase }]) => `${key}: ${phase} (${Math.floor((now - since) / 1000)} s)`)
      .join('; ');
  const draw = (): void => {
    const now = performance.now();
    const line = oneLine(text(now));
    if (line === '') return;
    if (inPlace) {
      const width = Math.max(20, (process.stderr.columns || 80) - 1);
      process.stderr.write(`\r\u001b[K${line.length <= width ? line : `${line.slice(0, width - 1)}…`}`);
      drawn = true;
    } else if (lastLine === 0 || now - lastLine >= lineEvery) {
      process.stderr.write(`${line}\n`);
      lastLine = now;
    }
  };
  const timer = setInterval(draw, redrawEvery);
  timer.unref();
  setBeforeErrorLine(clear);
  return {
    begin: (key) => works.set(key, { since: performance.now(), patience: silentPatience, phase: 'starting' }),
    update: (key, phase, done, of) => {
      const far = done === undefined ? '' : of === undefined ? ` ${done}` : ` ${done}/${of}`;
      const known = works.get(key);
      const since = known?.patience === patience ? known.since : performance.now();
      works.set(key, { since, patience, phase: `${phase}${far}` });
    },
    finish: (key) => {
      works.delete(key);
      clear();
    },
    stop: () => {
      clearInterval(timer);
      clear();
      setBeforeErrorLine(() => {});
    },
  };
};
