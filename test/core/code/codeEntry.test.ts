import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { codeEntryOf } from '../../../src/core/code/codeEntry.ts';
import type { SharedPath } from '../../../src/core/note/notePath.ts';
import { readNote } from '../../../src/core/note/readNote.ts';
import { yamlHead } from '../../../src/node/yamlHead.ts';

const path = 'people/ada/learning/2026-11-18-pgbouncer.md' as SharedPath;

function told(...head: readonly string[]): string {
  const note = readNote(path, ['---', 'type: learning', ...head, '---', '# PgBouncer', ''].join('\n'), yamlHead);
  const entry = codeEntryOf(note, { shelf: 'shared', path });
  if (!entry) return 'none';
  const { repo, commit, path: file, lines } = entry.code;
  return `${entry.by ?? ''} ${entry.day} ${repo ?? '?'} ${commit ?? '?'} ${file}:${lines?.join('-') ?? '?'}`;
}

describe('An entry at the code', () => {
  const cases: readonly (readonly [string, readonly string[], string])[] = [
    [
      'all is known',
      ['repo: shop', 'commit: 4f1c2a9', 'path: db.ts', 'lines: 88-97'],
      'ada 2026-11-18 shop 4f1c2a9 db.ts:88-97',
    ],
    ['one line', ['repo: shop', 'path: db.ts', 'lines: 88'], 'ada 2026-11-18 shop ? db.ts:88-88'],
    ['the whole file', ['path: db.ts'], 'ada 2026-11-18 ? ? db.ts:?'],
    ['a commit of digits', ['commit: "1234567"', 'path: db.ts'], 'ada 2026-11-18 ? 1234567 db.ts:?'],
    ['a commit that is an option', ['commit: --output=x', 'path: db.ts', 'lines: 9-3'], 'ada 2026-11-18 ? ? db.ts:?'],
    ['no code', ['repo: shop', 'commit: 4f1c2a9'], 'none'],
    ['a path out of the repository', ['path: ../../etc/passwd'], 'none'],
    ['an absolute path', ['path: /etc/passwd'], 'none'],
  ];
  for (const [what, head, expected] of cases)
    it(what, () => {
      assert.equal(told(...head), expected);
    });
});
