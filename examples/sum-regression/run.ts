/**
 * `npm run example`: the experiment on the stored network and schemes, printed, and its picture written.
 * `npm run example -- --train`: the stored network trained anew, from its seed.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { experiment, full } from './experiment.ts';
import { restore, type StoredNetwork } from './network.ts';
import { picture, table } from './report.ts';
import { certified, readScheme, schemeNames } from './schemes.ts';
import { trainStored } from './train.ts';

/** Where the data is; this file runs from dist-examples/. */
const data = new URL('../../../examples/sum-regression/', import.meta.url);
const networkFile = new URL('network.json', data);

const options = process.argv.slice(2);
if (options.some((option) => option !== '--train')) {
  process.stderr.write(`example: the only option is --train, not "${options.join(' ')}"\n`);
  process.exitCode = 2;
} else {
  if (options.includes('--train')) {
    process.stderr.write('training, some seconds\n');
    writeFileSync(networkFile, `${JSON.stringify(trainStored())}\n`);
  }
  const network = restore(JSON.parse(readFileSync(networkFile, 'utf8')) as StoredNetwork);
  const result = experiment(
    network,
    schemeNames.map((name) => certified(readScheme(data, name))),
    full,
  );
  process.stdout.write(table(result));
  writeFileSync(new URL('symmetry-error.svg', data), await picture(result));
}
