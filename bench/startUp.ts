/** What the command costs before it does anything. */
import { command, whyNotBuilt } from './builtCommand.ts';
import { type Measurement, skipped } from './measurement.ts';
import { runNode } from './process.ts';
import { median, rangeOfRatios, takeTurns } from './timing.ts';

const name = 'start-up';
const rounds = 9;

export const startUp: Measurement = {
  name,
  about: 'reynolds --version against node -e 0, whole processes',
  measure: async (report) => {
    const unbuilt = whyNotBuilt();
    if (unbuilt !== undefined) return [skipped(name, unbuilt)];
    report(`${rounds + 1} rounds of two processes`);
    const times = takeTurns(rounds, {
      ours: () => runNode([command, '--version']).milliseconds,
      node: () => runNode(['-e', '0']).milliseconds,
    });
    return [
      {
        name,
        ours: { what: `node ${command} --version`, milliseconds: median(times.ours) },
        peer: { what: `node -e 0 (Node ${process.versions.node})`, milliseconds: median(times.node) },
        range: rangeOfRatios(times.ours, times.node),
        statement: (ratio) => `Starting the command takes ${ratio} times as long as starting Node alone.`,
      },
    ];
  },
};
