import assert from 'node:assert/strict';
import { codeAnchor, type CodeSelection } from '../../../src/app/code/codeAnchor.ts';
import type { FilePlace } from '../../../src/app/ports.ts';

const head = `4f1c2a9${'0'.repeat(33)}`;
const blob = `https://github.example/ada/shop/blob/${head}/src/db.ts`;
const repository = {
  name: 'shop',
  root: '/work/shop',
  forge: { kind: 'github', url: 'https://github.example/ada/shop' },
} as const;
const lines = ['one', 'two', 'three', 'four'];
const place: FilePlace = { repository, path: 'src/db.ts', head, text: lines.join('\n') };
const selection: CodeSelection = { file: '/work/shop/src/db.ts', shown: 'shop/src/db.ts', lines: [2, 3] };
const anchorAt = (known: FilePlace | undefined, changes: Partial<CodeSelection> = {}) =>
  codeAnchor({ ...selection, ...changes }, { anchor: () => Promise.resolve(known) });

describe('codeAnchor', () => {
  it('links to the selected lines in HEAD', async () => {
    const anchor = { repo: 'shop', commit: head, path: 'src/db.ts', lines: [2, 3], permalink: `${blob}#L2-L3` };
    assert.deepEqual(await anchorAt(place, { text: lines.join('\r\n') }), anchor);
    const { text: _, ...unread } = place;
    assert.deepEqual(await anchorAt(unread), anchor, 'the same where HEAD was not read');
  });

  it('finds lines that only moved', async () => {
    const anchor = await anchorAt(place, { text: ['new', ...lines].join('\n'), lines: [3, 4] });
    assert.deepEqual([anchor.lines, anchor.permalink, anchor.changed], [[2, 3], `${blob}#L2-L3`, undefined]);
  });

  it('links to the file, and says so, where the lines changed', async () => {
    const anchor = await anchorAt(place, { text: ['one', '2', '3', 'four'].join('\n') });
    assert.deepEqual(anchor, {
      ...{ repo: 'shop', commit: head, path: 'src/db.ts', lines: [2, 3], permalink: blob, changed: true },
    });
  });

  it('has no commit for a file that is not committed, and none before the first commit', async () => {
    const anchor = { repo: 'shop', path: 'src/db.ts', lines: [2, 3] };
    assert.deepEqual(await anchorAt({ ...place, text: null }), anchor);
    assert.deepEqual(await anchorAt({ ...place, head: undefined }), anchor);
  });

  it('keeps the commit without a link where no forge is known', async () => {
    const { forge: _, ...plain } = repository;
    const anchor = await anchorAt({ ...place, repository: plain }, { lines: undefined });
    assert.deepEqual(anchor, { repo: 'shop', commit: head, path: 'src/db.ts' });
  });

  it('keeps the place in the workspace without git, and where git fails', async () => {
    const anchor = { path: 'shop/src/db.ts', lines: [2, 3] };
    assert.deepEqual(await codeAnchor(selection), anchor);
    assert.deepEqual(await anchorAt(undefined), anchor);
    const failing = { anchor: () => Promise.reject(new Error('git hangs')) };
    assert.deepEqual(await codeAnchor(selection, failing), anchor);
  });
});
