import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A folder of its own for each test of a suite, gone after it. */
export function freshFolder(): { (...names: string[]): string; write(path: string, text: string | Buffer): string } {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'outloud-test-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  const at = (...names: string[]) => join(folder, ...names);
  const write = (path: string, text: string | Buffer) => {
    mkdirSync(dirname(at(path)), { recursive: true });
    writeFileSync(at(path), text);
    return at(path);
  };
  return Object.assign(at, { write });
}

/** Every file below a folder with its text, hidden ones too: what a person would find. */
export function filesIn(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile());
  const files = names.map(entry => join(entry.parentPath, entry.name));
  return Object.fromEntries(files.toSorted().map(file => [file.slice(folder.length + 1), readFileSync(file, 'utf8')]));
}
