/** Runs the built command line as a child process, as a user would. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';

const program = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  /** Without progress lines: whether there are any depends on the machine. */
  readonly err: string;
  readonly progress: readonly string[];
}

export interface Running {
  readonly interrupt: () => void;
  /** Fulfilled when this has been written on standard error. */
  readonly heard: (text: string) => Promise<void>;
  readonly ended: Promise<Ended>;
}

const apart = (lines: string): Pick<Ended, 'err' | 'progress'> => {
  const progress = lines.match(/^.*: .* \([0-9]+ s\)\n/gm) ?? [];
  return { err: progress.reduce((rest, line) => rest.replace(line, ''), lines), progress };
};

export const startReynolds = (directory: string, ...argv: readonly string[]): Running => {
  const child = spawn(process.execPath, [program, ...argv], { cwd: directory, stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  let err = '';
  const listeners: (() => void)[] = [];
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    out += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    err += chunk;
    for (const listener of listeners) listener();
  });
  return {
    interrupt: () => child.kill('SIGINT'),
    heard: (text) =>
      new Promise((resolve) => {
        const listen = (): void => {
          if (err.includes(text)) resolve();
        };
        listeners.push(listen);
        listen();
      }),
    ended: new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code) => resolve({ code, out, ...apart(err) }));
    }),
  };
};

/** Runs to the end in a directory. */
export const reynolds = (directory: string, ...argv: readonly string[]): Promise<Ended> =>
  startReynolds(directory, ...argv).ended;

/** A directory of its own for one test file, with these files in it. */
export const workDirectory = (files: Readonly<Record<string, string | Uint8Array>> = {}): string => {
  const directory = mkdtempSync(join(tmpdir(), 'reynolds-cli-'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(directory, name), content);
  afterAll(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
};

/** Standard error is exactly one line, for people: no stack. */
export const isOneLine = ({ err }: Ended): boolean =>
  /^[^\n]+\n$/.test(err) && !/\bat .*:\d+:\d+|Error:|node:internal/.test(err);

const claim = { quantity: 'AC_ex', relation: '=', weights: 'signed' } as const;
const freeOrbit = { kind: 'free-orbit', factors: [['0'], ['1'], ['2'], ['3'], ['4']] } as const;

/** The text of the certificate AC_ex(S5, poly:10) = value. */
export const symmetricCertificate = (value: string): string =>
  JSON.stringify({
    format: 'reynolds-certificate',
    version: '1',
    group: 'S5',
    functions: 'poly:10',
    claims: [{ ...claim, value, evidence: freeOrbit }],
  });

/** A certificate that the checker declines: the group is beyond its limits. */
export const declinedCertificate = (): string => symmetricCertificate('120').replace('poly:10', 'poly:1000001');
