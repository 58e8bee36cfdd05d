import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseCapture } from '../../../src/core/log/capture.ts';
import type { Entry } from '../../../src/core/log/entry.ts';
import { entryPath, entryTitle, printEntry } from '../../../src/core/log/entryNote.ts';
import { entryTypes } from '../../../src/core/note/note.ts';
import type { SharedPath } from '../../../src/core/note/notePath.ts';
import { readNote } from '../../../src/core/note/readNote.ts';
import { isSafePath } from '../../../src/core/note/safePath.ts';
import { yamlHead } from '../../../src/node/yamlHead.ts';

const hash = `4f1c2a9${'0'.repeat(33)}`;
const anchor = {
  repo: 'shop',
  commit: hash,
  path: 'services/checkout/db.ts',
  lines: [88, 97],
  permalink: `https://github.example/ada/shop/blob/${hash}/services/checkout/db.ts#L88-L97`,
} as const;
const learning: Entry = {
  type: 'learning',
  text:
    'PgBouncer pins a session for SET. In transaction pooling, `SET` outside a transaction keeps the server connection ' +
    'for the client.',
  day: '2026-11-18',
  tags: ['pgbouncer'],
  skills: ['postgres'],
  goal: 'checkout-under-200-ms',
  private: false,
  anchor,
};
const bare: Entry = { type: 'learning', text: '', day: '2026-11-18', tags: [], skills: [], private: false };
const bodyOf = (entry: Entry) => printEntry(entry).replace(/^---\n[^]*?\n---\n/, '');
const headOf = (entry: Entry) => printEntry(entry).split('---\n')[1];

describe('printEntry', () => {
  it('leads back to the answer a learning came from, and keeps a private one’s link out', () => {
    const source = {
      title: 'Sam: The outbox [design]',
      path: 'people/sam/answers/2026-11-19-outbox-design-sam.md' as SharedPath,
    };
    const from: Entry = { ...bare, text: 'Replay tests make trust', source };
    assert.equal(
      printEntry(from),
      '---\ntype: learning\ndate: 2026-11-18\nsource: "Sam: The outbox [design]"\n---\n# Replay tests make trust\n\n' +
        '[Sam: The outbox \\[design\\]](../../sam/answers/2026-11-19-outbox-design-sam.md)\n',
    );
    assert.equal(bodyOf({ ...from, private: true }), '# Replay tests make trust\n\nSam: The outbox \\[design\\]\n');
  });

  it('prints a learning as EXAMPLES.md shows it', () => {
    assert.equal(
      printEntry(learning),
      `---
type: learning
date: 2026-11-18
goal: checkout-under-200-ms
skills:
  - postgres
tags:
  - pgbouncer
repo: shop
commit: 4f1c2a9
path: services/checkout/db.ts
lines: 88-97
---
# PgBouncer pins a session for SET

In transaction pooling, \`SET\` outside a transaction keeps the server connection for the client.

[services/checkout/db.ts:88-97 at 4f1c2a9](https://github.example/ada/shop/blob/${hash}/services/checkout/db.ts#L88-L97)
`,
    );
  });

  it('prints a sentence alone as a title alone', () => {
    const text = '---\ntype: win\ndate: 2026-11-18\n---\n# It is fast\n';
    assert.equal(printEntry({ ...bare, type: 'win', text: 'It is fast.' }), text);
  });

  it('marks a private entry in its head too, so that moving the file does not publish it', () => {
    assert.equal(headOf({ ...bare, private: true, text: 'x' }), 'type: learning\ndate: 2026-11-18\nprivate: true\n');
    assert.match(printEntry({ ...bare, type: 'hard-moment', text: 'x' }), /^private: true$/m);
  });

  it('tells an experiment by its arrows, as far as it went', () => {
    const experiment: Entry = { ...bare, type: 'experiment', text: '' };
    assert.equal(bodyOf({ ...experiment, text: 'Batches halve the p99' }), '# Batches halve the p99\n');
    assert.equal(
      bodyOf({ ...experiment, text: 'Batches halve the p99 → 50 a batch -> it went up → the lock → is the limit' }),
      '# Batches halve the p99\n\n## Try\n\n50 a batch\n\n## Result\n\nit went up\n\n' +
        '## Learned\n\nthe lock → is the limit\n',
    );
    assert.equal(bodyOf({ ...bare, text: 'a → b' }), '# a → b\n', 'an arrow of a learning is hers');
  });

  it('says whom a question and thanks are for, where the words do not', () => {
    const help: Entry = { ...bare, type: 'help', to: 'lin', text: 'Which queue? → Two are written up.' };
    assert.equal(bodyOf(help), '# Which queue?\n\n## What I tried\n\nTwo are written up.\n\nWhom I ask: lin\n');
    const thanks: Entry = { ...bare, type: 'thanks', to: 'sam, lin', text: 'Thanks sam for the flame graphs' };
    assert.equal(bodyOf(thanks), '# Thanks sam for the flame graphs\n\nThanks to lin\n');
    assert.match(printEntry(thanks), /^to:\n {2}- sam\n {2}- lin$/m);
    assert.match(printEntry(help), /^to: lin$/m);
  });

  it('keeps the minutes of waste', () => {
    assert.match(printEntry({ ...bare, type: 'waste', text: 'CI failed again', minutes: 15 }), /^minutes: 15$/m);
  });

  it('leaves the commit out of the head where the lines were changed since: what is there now is followed from no other lines', () => {
    const kept = 'repo: shop\ncommit: 4f1c2a9\npath: services/checkout/db.ts\nlines: 88-97\n';
    assert.ok(headOf({ ...bare, text: 'x', anchor })?.endsWith(kept));
    const changed = headOf({ ...bare, text: 'x', anchor: { ...anchor, changed: true } });
    assert.ok(changed?.endsWith(kept.replace('commit: 4f1c2a9\n', '')), changed);
  });

  it('does not promise lines a commit does not have', () => {
    const changed = { ...anchor, changed: true, permalink: `https://github.example/ada/shop/blob/${hash}/db.ts` };
    assert.equal(
      bodyOf({ ...bare, text: 'x', anchor: changed }).split('\n')[2],
      `[services/checkout/db.ts:88-97, changed since 4f1c2a9](https://github.example/ada/shop/blob/${hash}/db.ts)`,
    );
  });

  it('names the place without a link where no forge is known, and shows a hostile path as text', () => {
    const { permalink: _, ...plain } = anchor;
    const line = (entry: Entry) => bodyOf(entry).split('\n')[2];
    assert.equal(line({ ...bare, text: 'x', anchor: plain }), 'services/checkout/db.ts:88-97 at 4f1c2a9');
    assert.equal(line({ ...bare, text: 'x', anchor: { path: 'a.ts', lines: [3, 3] } }), 'a.ts:3');
    assert.equal(
      line({ ...bare, text: 'x', anchor: { path: '[x](command:evil)`b`<img>.ts' } }),
      String.raw`\[x\](command:evil)\`b\`\<img>.ts`,
    );
  });

  it('remembers the commit of a trailer', () => {
    const entry: Entry = { ...bare, text: 'x', from: { repo: 'shop', hash, url: 'https://github.example/c/1' } };
    assert.equal(headOf(entry), 'type: learning\ndate: 2026-11-18\nrepo: shop\ncommit: 4f1c2a9\n');
    assert.equal(bodyOf(entry), '# x\n\n[shop 4f1c2a9](https://github.example/c/1)\n');
  });

  it('is read back as it was meant, whatever was typed', () => {
    const text = fc.string({ unit: 'binary', maxLength: 200 });
    const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(text, word, fc.constantFrom(...entryTypes), fc.boolean(), (said, tag, type, isPrivate) => {
        const commit = '1234567';
        const entry: Entry = {
          ...bare,
          type,
          text: said,
          tags: [tag],
          private: isPrivate,
          anchor: { path: tag, commit },
        };
        const note = readNote('x.md', printEntry(entry), yamlHead);
        assert.deepEqual(
          note.problems.filter(({ code }) => code !== 'key-shape'),
          [],
        );
        assert.equal(note.type, type);
        assert.equal(note.isPrivate, isPrivate || type === 'hard-moment');
        assert.deepEqual(note.head['tags'], [tag]);
        assert.equal(note.head['commit'], commit);
      }),
      { numRuns: 300 },
    );
  });
});

describe('entryPath', () => {
  it('puts an entry into her own folder, named by day and title', () => {
    assert.deepEqual(entryPath(learning, 'ada'), {
      shelf: 'shared',
      path: 'people/ada/learning/2026-11-18-pgbouncer-pins-a-session-for-set.md',
    });
  });

  const titles: readonly (readonly [text: string, file: string])[] = [
    ['🎉🎉', '2026-11-18-note.md'],
    ['a/b\\c: d?', '2026-11-18-a-b-c-d.md'],
    ['接続は固定される。続き', '2026-11-18-接続は固定される.md'],
    ['CON', '2026-11-18-con-note.md'],
    ['../../etc/passwd', '2026-11-18-etc-passwd.md'],
    ['', '2026-11-18-something-learned.md'],
  ];
  for (const [text, file] of titles)
    it(`names ${JSON.stringify(text)} ${file}`, () => {
      assert.equal(entryPath({ ...bare, text }, 'ada').path, `people/ada/learning/${file}`);
    });

  it('has one safe path for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 5000 }), text => {
        const { path } = entryPath({ ...bare, text }, 'ada');
        assert.ok(isSafePath(path), path);
        assert.equal(path.split('/').length, 4);
        assert.notEqual(entryTitle({ ...bare, text }), '');
      }),
    );
  });

  it('knows no shared path for a private entry', () => {
    const anyPrivate = fc.constantFrom<unknown>(true, 'yes', 'no', 1, 0, null, undefined, 'false', {}, []);
    const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('people/ada/x', '../people/ada/x.md'));
    fc.assert(
      fc.property(anyText, anyPrivate, fc.constantFrom(...entryTypes), (text, said, type) => {
        const place = entryPath({ ...bare, type, text, private: said as boolean }, 'ada');
        assert.equal(place.shelf, 'private');
        assert.match(place.path, /^learning\/2026-11-18-[^/]+\.md$/);
        const line = parseCapture(`${text.replaceAll('`', '')} !private`);
        assert.equal(entryPath({ ...bare, ...line, type }, 'ada').shelf, 'private');
      }),
    );
  });

  it('keeps a hard moment private, whatever it says', () => {
    assert.deepEqual(entryPath({ ...bare, type: 'hard-moment', text: 'It was too much' }, 'ada'), {
      shelf: 'private',
      path: 'learning/2026-11-18-it-was-too-much.md',
    });
  });

  it('says so at compile time: what is known to be private fits no shared shelf', () => {
    const place = entryPath({ ...bare, private: true as const }, 'ada');
    // @ts-expect-error a private path is no shared one
    const shared: SharedPath = place.path;
    assert.equal(shared, 'learning/2026-11-18-something-learned.md');
  });
});
