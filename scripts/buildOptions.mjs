import { readdirSync } from 'node:fs';
import path from 'node:path';

const sources = path.resolve(import.meta.dirname, '../src');

/** @type {import('esbuild').BuildOptions} */
const shared = {
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  minify: true,
  legalComments: 'none',
  // A package's ES module where it has one: import() of a bundled CommonJS package answers none of its names.
  mainFields: ['module', 'main'],
  metafile: true,
  // CommonJS packages inside an ES module still call require() for node's own modules.
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
  logLevel: 'warning',
};

/**
 * The start-up file: one CommonJS file, since the extension host loads that faster than an ES module and its chunks
 * (docs/decisions/0001). What it imports by `import()` stays outside; `later` is told of each.
 *
 * @param {Map<string, string>} later entry points of {@link loadedLater}: name in dist/ → source
 */
export function startUp(later) {
  return {
    ...shared,
    entryPoints: { extension: 'src/extension.ts' },
    outExtension: { '.js': '.cjs' },
    format: 'cjs',
    splitting: false,
    banner: {},
    external: ['vscode'],
    plugins: [
      {
        name: 'later',
        setup(build) {
          build.onResolve({ filter: /^\./ }, ({ kind, path: wanted, resolveDir }) => {
            if (kind !== 'dynamic-import') return undefined;
            const source = path.resolve(resolveDir, wanted);
            const name = `later/${path.relative(sources, source).replaceAll(path.sep, '/').replace(/\.ts$/, '')}`;
            later.set(name, source);
            return { path: `./${name}.js`, external: true };
          });
        },
      },
    ],
  };
}

/**
 * What the start-up file loads when it is first used, in ES modules that share their chunks.
 *
 * @param {ReadonlyMap<string, string>} later
 */
export function loadedLater(later) {
  return {
    ...shared,
    // The sample team is made by the script that makes it here, in a thread of its own.
    entryPoints: { ...Object.fromEntries(later), sampleTeam: 'scripts/sampleTeam.mjs' },
    chunkNames: 'chunks/[name]-[hash]',
    external: ['vscode'],
  };
}

/** What runs in a page of the editor: a browser's script that knows nothing but what it is sent. */
export const page = {
  entryPoints: { matrix: 'src/page/matrix.ts' },
  outdir: 'dist/page',
  bundle: true,
  format: 'iife',
  platform: 'browser',
  target: 'es2022',
  minify: true,
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
};

/** The same verbs for a terminal, apart from the extension so that neither shapes the other's chunks. */
export const terminal = {
  ...shared,
  entryPoints: { terminal: 'src/terminal.ts' },
  minify: false, // its stack traces are read by people
  chunkNames: 'terminal/[name]-[hash]',
};

/** Tests that run inside the extension host, where nothing compiles TypeScript. */
export function editorTests() {
  return {
    entryPoints: readdirSync('test/editor')
      .filter(name => name.endsWith('.test.ts'))
      .map(name => `test/editor/${name}`),
    outdir: 'out/test/editor',
    outExtension: { '.js': '.cjs' },
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
    logLevel: 'warning',
  };
}
