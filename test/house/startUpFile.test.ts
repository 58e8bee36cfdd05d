import assert from 'node:assert/strict';
import { build } from 'esbuild';
import path from 'node:path';
import { extension, startUpFiles } from '../../scripts/buildOptions.mjs';

const root = path.resolve(import.meta.dirname, '../..');

describe('The start-up file', () => {
  it('is, with everything it imports, at most 60 KB', async () => {
    const { metafile } = await build({ ...extension, absWorkingDir: root, write: false, metafile: true });
    const files = startUpFiles(metafile, 'dist/extension.js');
    const sum = [...files.values()].reduce((bytes, file) => bytes + file, 0);
    assert.ok(files.size > 0, 'dist/extension.js is not built any more');
    assert.ok(sum <= 60 * 1024, `${sum} bytes in ${[...files.keys()].join(', ')}`);
  });
});
