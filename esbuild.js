// Builds dist/: one small start-up file, and chunks that are loaded when first used.
//   node esbuild.js [--watch] [--tests]
import { build, context } from 'esbuild';
import { rmSync, writeFileSync } from 'node:fs';
import { editorTests, loadedLater, page, startUp, terminal } from './scripts/buildOptions.mjs';
import { noticesOf } from './scripts/notices.mjs';

const flags = new Set(process.argv.slice(2));

rmSync('dist', { recursive: true, force: true });
try {
  if (flags.has('--watch')) await watch();
  else await buildOnce();
} catch (error) {
  if (!error.errors) console.error(error.message); // of its own errors esbuild has said what is wrong, and where
  process.exitCode = 1;
}

async function buildOnce() {
  const later = new Map();
  const [first] = await Promise.all([build(startUp(later)), build(page), build(terminal)]);
  const rest = await build(loadedLater(later));
  writeFileSync('dist/THIRD-PARTY-NOTICES.txt', noticesOf([first.metafile, rest.metafile]));
  if (!flags.has('--tests')) return;
  rmSync('out', { recursive: true, force: true });
  await build(editorTests());
}

async function watch() {
  const later = new Map();
  await build(startUp(later)); // a new import() is seen by the next watch
  for (const part of [startUp(later), loadedLater(later), page, terminal])
    await (await context({ ...part, minify: false, sourcemap: 'linked', logLevel: 'info' })).watch();
}
