import assert from 'node:assert/strict';
import { build } from 'esbuild';
import path from 'node:path';
import { startUp } from '../../scripts/buildOptions.mjs';

const root = path.resolve(import.meta.dirname, '../..');

describe('The start-up file', () => {
  it('is one file of at most 48 KB that leaves the rest for later', async () => {
    const later = new Map<string, string>();
    const { outputFiles } = await build({ ...startUp(later), absWorkingDir: root, write: false });
    const [file, ...others] = outputFiles;
    assert.deepEqual(others, []);
    assert.ok(file && file.contents.length <= 48 * 1024, `${file?.contents.length} bytes`);
    for (const heavy of ['node/git/gitHistory', 'node/yamlHead', 'app/notebook/openNotebook'])
      assert.ok(later.has(`later/${heavy}`), `${heavy} is not loaded later`);
    assert.doesNotMatch(file.text, /simple-git|gray-matter|liquidjs/);
  });
});
