import type { BuildOptions, Metafile } from 'esbuild';

export const extension: BuildOptions;
export const terminal: BuildOptions;
export function editorTests(): BuildOptions;
/** Path → bytes. */
export function startUpFiles(metafile: Metafile, entry: string): ReadonlyMap<string, number>;
