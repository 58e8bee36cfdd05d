// Builds dist/: one small start-up file, and chunks that are loaded when first used.
//   node esbuild.js [--watch] [--tests]
import { build, context } from 'esbuild';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';

const flags = new Set(process.argv.slice(2));
// CommonJS packages inside an ES module still call require() for node's own modules.
const banner = {
  js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
};

/** @type {import('esbuild').BuildOptions} */
const product = {
  entryPoints: { extension: 'src/extension.ts', terminal: 'src/terminal.ts' },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  external: ['vscode'],
  minify: !flags.has('--watch'),
  keepNames: false,
  sourcemap: flags.has('--watch') ? 'linked' : false,
  legalComments: 'none',
  chunkNames: 'chunks/[name]-[hash]',
  metafile: true,
  banner,
  logLevel: 'info',
};

/** Tests that run inside the extension host, where nothing compiles TypeScript. */
const editorTests = {
  entryPoints: readdirSync('test/editor')
    .filter(f => /\.test\.ts$|^index\.ts$/.test(f))
    .map(f => `test/editor/${f}`),
  outdir: 'out/test/editor',
  outExtension: { '.js': '.cjs' },
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  external: ['vscode', 'mocha'],
  sourcemap: 'inline',
  logLevel: 'info',
};

rmSync('dist', { recursive: true, force: true });
if (flags.has('--watch')) {
  await (await context(product)).watch();
} else {
  const { metafile } = await build(product);
  writeFileSync('dist/meta.json', JSON.stringify(metafile));
  if (flags.has('--tests')) await build(editorTests);
}
