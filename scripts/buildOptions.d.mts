import type { BuildOptions } from 'esbuild';

export function startUp(later: Map<string, string>): BuildOptions;
export function loadedLater(later: ReadonlyMap<string, string>): BuildOptions;
export const page: BuildOptions;
export const terminal: BuildOptions;
export function editorTests(): BuildOptions;
