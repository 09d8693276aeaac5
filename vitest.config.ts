import { defineConfig } from 'vitest/config';

const inCI = process.env['CI'] !== undefined && process.env['CI'] !== '';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    environment: 'node',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // The default reporter closes on the counts; CI adds a file from which .ci/run reads them.
    reporters: inCI ? ['default', ['json', { outputFile: '.test-results/vitest.json' }]] : ['default'],
  },
});
