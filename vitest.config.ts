import { defineConfig } from 'vitest/config';

const inCI = process.env['CI'] !== undefined && process.env['CI'] !== '';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    environment: 'node',
    maxWorkers: 2,
    // Against hangs, not slowness.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    // The default reporter closes on the counts; CI adds a file from which .ci/run reads them.
    reporters: inCI ? ['default', ['json', { outputFile: '.test-results/vitest.json' }]] : ['default'],
  },
});
