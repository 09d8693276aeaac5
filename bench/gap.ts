/** The peer GAP: whether it is there, and how its scripts in `bench/gap/` are run. */
import { join } from 'node:path';
import { checkout, type Ran, runProcess } from './process.ts';

const install = 'apt-get install -y --no-install-recommends gap-core gap-character-tables gap-smallgrp gap-transgrp';

/** The version that the targets name. */
export const namedVersion = '4.12';

/** Ways to start GAP: with the packages that it loads by itself, and with none but those that a script loads. */
export const starts = { plain: ['-q'], bare: ['-A', '-q'] } as const;

/** A script of `bench/gap/`, after the GAP statements in `before`; an error in either ends GAP badly. */
export const runGap = (options: readonly string[], script: string, before?: string): Ran =>
  runProcess('gap', [
    ...options,
    '--quitonbreak',
    ...(before === undefined ? [] : ['-c', before]),
    join(checkout, 'bench/gap', script),
  ]);

export type Gap = { readonly version: string } | { readonly missing: string };

/** GAP's version, or why it cannot be the peer and what would change that. */
export const findGap = (): Gap => {
  try {
    const [version, tables] = runGap(starts.bare, 'version.g').output.trim().split('\n');
    return version !== undefined && tables === 'true'
      ? { version }
      : { missing: `GAP has no character table library; run: ${install}` };
  } catch (problem) {
    const absent = (problem as NodeJS.ErrnoException).code === 'ENOENT';
    return { missing: `GAP ${absent ? 'is not installed' : `does not start (${String(problem)})`}; run: ${install}` };
  }
};

/** Said where GAP is not of the version that the targets name. */
export const remarksOnVersion = (version: string): readonly string[] =>
  version.startsWith(`${namedVersion}.`) ? [] : [`the target names GAP ${namedVersion}; this is GAP ${version}`];
