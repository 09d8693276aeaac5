#!/usr/bin/env node
// The command. It is committed rather than built, so that it is there, and says what is missing, before the first build.
import { existsSync } from 'node:fs';

const main = new URL('../dist/cli/main.js', import.meta.url);

if (existsSync(main)) {
  await import(main.href);
} else {
  console.error('reynolds: not built yet; run "npm ci" in the checkout first');
  process.exitCode = 4;
}
