/**
 * The error of a given scheme of 64 elements on all functions on S_d: our whole process verifying it (blocks) against
 * SciPy's Lanczos process on the regular representation, which only estimates it.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { randomFrom } from '../src/search/random.ts';
import { command, whyNotBuilt } from './builtCommand.ts';
import { type Comparison, type Measurement, type Report, type Row, skipped } from './measurement.ts';
import { runNode, runProcess } from './process.ts';
import { median, rangeOfRatios, takeTurns } from './timing.ts';

const name = 'spectral-norm';
const elements = 64;
const rounds = 3;
const script = fileURLToPath(new URL('../../bench/scipy/spectralNorm.py', import.meta.url));

/** Degrees with the greatest ratio that is good enough; S7 informs. */
const degrees: readonly { readonly d: number; readonly target?: number }[] = [
  { d: 7 },
  { d: 8, target: 1 },
  { d: 9, target: 1 / 3 },
];

const randomImages = (d: number): readonly (readonly number[])[] => {
  const below = randomFrom(`spectral norm ${d}`);
  return Array.from({ length: elements }, () => {
    const image = Array.from({ length: d }, (_, i) => i);
    for (let i = d - 1; i > 0; i--) {
      const j = below(i + 1);
      [image[i], image[j]] = [image[j]!, image[i]!];
    }
    return image;
  });
};

const inCycles = (image: readonly number[]): string => {
  const seen = new Set<number>();
  let text = '';
  for (const start of image.keys()) {
    const cycle: number[] = [];
    for (let point = start; !seen.has(point); point = image[point]!) {
      seen.add(point);
      cycle.push(point + 1);
    }
    if (cycle.length > 1) text += `(${cycle.join(',')})`;
  }
  return text === '' ? '()' : text;
};

/** A certificate that the scheme is within a thousandth above the error that SciPy finds. */
const certificate = (d: number, images: readonly (readonly number[])[], error: number): string =>
  JSON.stringify({
    format: 'reynolds-certificate',
    version: '1',
    group: `S${d}`,
    functions: 'all',
    claims: [
      {
        quantity: 'AC_wk',
        relation: '<=',
        value: `${elements}`,
        weights: 'uniform',
        epsilon: `${2 * Math.ceil((error * 1.001 * 99_991 - 1) / 2) + 1}/99991`,
        evidence: { kind: 'blocks', scheme: { elements: images.map(inCycles) } },
      },
    ],
  });

const compare = (directory: string, d: number, target: number | undefined, report: Report): Comparison => {
  const images = randomImages(d);
  const scheme = join(directory, `S${d}.json`);
  const file = join(directory, `S${d}-certificate.json`);
  writeFileSync(scheme, JSON.stringify({ degree: d, images }));
  report(`S${d}: SciPy`);
  const error = Number(runProcess('python3', [script, scheme]).output.trim());
  writeFileSync(file, certificate(d, images, error));
  let verdict = '';
  const ours = (): number => {
    const { milliseconds, output } = runNode([command, 'check', file]);
    verdict = output.trim();
    return milliseconds;
  };
  report(`S${d}: ${rounds + 1} rounds of two processes`);
  const times = takeTurns(rounds, { ours, scipy: () => runProcess('python3', [script, scheme]).milliseconds });
  return {
    name: `${name}-S${d}`,
    ours: { what: `node ${command} check CERTIFICATE`, milliseconds: median(times.ours) },
    peer: { what: `python3 bench/scipy/spectralNorm.py (eigsh)`, milliseconds: median(times.scipy) },
    range: rangeOfRatios(times.ours, times.scipy),
    ...(target === undefined ? {} : { target }),
    ...(verdict.startsWith('accepted') ? {} : { mistake: `the checker says: ${verdict}` }),
    statement: (ratio) =>
      `Verifying, with a proof of the rounding errors, that ${elements} given elements of S${d} are within ${(error * 1.001).toFixed(4)} ` +
      `on all functions takes ${ratio} of the time in which SciPy estimates that error.`,
  };
};

const measure = async (report: Report): Promise<readonly Row[]> => {
  try {
    runProcess('python3', ['-c', 'import scipy']);
  } catch {
    return [skipped(name, 'SciPy is not installed; run: apt-get install -y --no-install-recommends python3-scipy')];
  }
  const unbuilt = whyNotBuilt();
  if (unbuilt !== undefined) return [skipped(name, unbuilt)];
  const directory = mkdtempSync(join(tmpdir(), 'reynolds-bench-'));
  try {
    return degrees.map(({ d, target }) => compare(directory, d, target, report));
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
};

export const spectralNorm: Measurement = {
  name,
  about: 'check of 64 elements on all functions of S7, S8, S9 against SciPy, whole processes',
  measure,
};
