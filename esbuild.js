// Builds dist/: one small start-up file, and chunks that are loaded when first used.
//   node esbuild.js [--watch] [--tests]
import { build, context } from 'esbuild';
import { rmSync } from 'node:fs';
import { editorTests, loadedLater, startUp, terminal } from './scripts/buildOptions.mjs';

const flags = new Set(process.argv.slice(2));

rmSync('dist', { recursive: true, force: true });
try {
  if (flags.has('--watch')) await watch();
  else await buildOnce();
} catch {
  process.exitCode = 1; // esbuild has said what is wrong, and where
}

async function buildOnce() {
  const later = new Map();
  await Promise.all([build(startUp(later)), build(terminal)]);
  await build(loadedLater(later));
  if (!flags.has('--tests')) return;
  rmSync('out', { recursive: true, force: true });
  await build(editorTests());
}

async function watch() {
  const later = new Map();
  await build(startUp(later)); // a new import() is seen by the next watch
  for (const part of [startUp(later), loadedLater(later), terminal])
    await (await context({ ...part, minify: false, sourcemap: 'linked', logLevel: 'info' })).watch();
}
