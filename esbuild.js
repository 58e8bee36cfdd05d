// Builds dist/: one small start-up file, and chunks that are loaded when first used.
//   node esbuild.js [--watch] [--tests]
import { build, context } from 'esbuild';
import { rmSync, writeFileSync } from 'node:fs';
import { editorTests, extension, terminal } from './scripts/buildOptions.mjs';

const flags = new Set(process.argv.slice(2));

rmSync('dist', { recursive: true, force: true });
if (flags.has('--watch')) {
  for (const part of [extension, terminal])
    await (await context({ ...part, minify: false, sourcemap: 'linked' })).watch();
} else {
  const [{ metafile }] = await Promise.all([build(extension), build(terminal)]);
  writeFileSync('dist/meta.json', JSON.stringify(metafile));
  if (flags.has('--tests')) {
    rmSync('out', { recursive: true, force: true });
    await build(editorTests());
  }
}
