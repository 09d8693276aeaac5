/** Trains the stored network: `npm run example -- --train`. */
import { type Network, type StoredNetwork, store, train } from './network.ts';
import { randomOf } from './random.ts';

export const training = { widths: [6, 16, 16, 1], steps: 4000, batch: 32, rate: 0.01 } as const;
export const trainingSeed = 1;

export const trainStored = (): StoredNetwork => {
  const network: Network = train(training, randomOf(trainingSeed));
  return store(network);
};
