// Builds dist/: one small start-up file, and chunks that are loaded when first used.
//   node esbuild.js [--watch] [--tests]
import { build, context } from 'esbuild';
import { rmSync, writeFileSync } from 'node:fs';
import { editorTests, extension, terminal } from './scripts/buildOptions.mjs';

const flags = new Set(process.argv.slice(2));

rmSync('dist', { recursive: true, force: true });
try {
  if (flags.has('--watch')) await watch();
  else await buildOnce();
} catch {
  process.exitCode = 1; // esbuild has said what is wrong, and where
}

async function buildOnce() {
  const [{ metafile }] = await Promise.all([build(extension), build(terminal)]);
  writeFileSync('dist/meta.json', JSON.stringify(metafile));
  if (!flags.has('--tests')) return;
  rmSync('out', { recursive: true, force: true });
  await build(editorTests());
}

async function watch() {
  for (const part of [extension, terminal])
    await (await context({ ...part, minify: false, sourcemap: 'linked', logLevel: 'info' })).watch();
}
