import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('../../docs/decisions/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');

describe('The decisions', () => {
  it('are all listed, in their order, by the titles they have', () => {
    const decisions = readdirSync(folder).filter(name => /^\d/.test(name));
    const wanted = decisions.toSorted().map(name => {
      const [, number = '', title = ''] = /^# (\d+)\. (.+)\n/.exec(read(name)) ?? [];
      assert.equal(Number(number), Number(name.slice(0, 4)), name);
      return `${number}. [${title}](${name})`;
    });
    assert.deepEqual(
      read('README.md')
        .split('\n')
        .filter(line => /^\d/.test(line)),
      wanted,
    );
  });
});
