// Bundles the code of pages into dist/browser: check.js (the worker: `check` and nothing else), page.js, figure.js,
// style.css. Each is one classic script, so that pages can hold it and work from file://.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

mkdirSync(at('dist/browser'), { recursive: true });
for (const name of ['check', 'page', 'figure']) {
  const bundle = await rolldown({ input: at(`site/${name}.ts`), platform: 'browser', logLevel: 'warn' });
  const { output } = await bundle.generate({ format: 'iife', minify: true });
  await bundle.close();
  if (output.length !== 1) throw new Error(`${name}.js must be one file, not ${output.length}`);
  const { code } = output[0];
  // Inside <script> these would end it or hide its end.
  if (/<\/script|<!--/i.test(code)) throw new Error(`${name}.js contains "</script" or "<!--"`);
  writeFileSync(at(`dist/browser/${name}.js`), code);
}
writeFileSync(at('dist/browser/style.css'), readFileSync(at('site/style.css')));
