import { readdirSync } from 'node:fs';

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
  metafile: true,
  // CommonJS packages inside an ES module still call require() for node's own modules.
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
  logLevel: 'warning',
};

/** The extension. Its start-up file is what it reaches without an `import()`. */
export const extension = {
  ...shared,
  // The sample team is made by the script that makes it here, in a thread of its own.
  entryPoints: { extension: 'src/extension.ts', sampleTeam: 'scripts/sampleTeam.mjs' },
  chunkNames: 'chunks/[name]-[hash]',
  external: ['vscode'],
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

/**
 * The files of a build that are loaded when `entry` is: what it imports, and what that imports, without `import()`.
 *
 * @param metafile esbuild's own description of the build
 * @returns path → bytes
 */
export function startUpFiles({ outputs }, entry) {
  const found = new Map();
  const visit = file => {
    const output = outputs[file];
    if (!output || found.has(file)) return;
    found.set(file, output.bytes);
    for (const { path, kind } of output.imports) if (kind === 'import-statement') visit(path);
  };
  visit(entry);
  return found;
}
