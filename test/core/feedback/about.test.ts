import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { mayHavePull, printAbout, readAbout, type About } from '../../../src/core/feedback/about.ts';
import { cpuTime } from '../../support/cpuTime.ts';

describe('What a request is about', () => {
  for (const [text, about] of [
    ['shop main..outbox', { kind: 'range', repo: 'shop', from: 'main', to: 'outbox' }],
    ['main...feature/outbox-2', { kind: 'range', from: 'main', to: 'feature/outbox-2' }],
    ['my shop 1d0e77b..4f1c2a9', { kind: 'range', repo: 'my shop', from: '1d0e77b', to: '4f1c2a9' }],
    ['shop 4f1c2a9', { kind: 'commit', repo: 'shop', commit: '4f1c2a9' }],
    [
      'shop 4f1c2a9:services/db.ts#L88-L97',
      { kind: 'file', repo: 'shop', commit: '4f1c2a9', path: 'services/db.ts', lines: [88, 97] },
    ],
    ['services/db.ts#L88', { kind: 'file', path: 'services/db.ts', lines: [88, 88] }],
    ['shop a%20b/c%3Ad.ts', { kind: 'file', repo: 'shop', path: 'a b/c:d.ts' }],
    ['my talk on pools', { kind: 'words', words: 'my talk on pools' }],
    ['../../etc/passwd.txt', { kind: 'words', words: '../../etc/passwd.txt' }],
    ['a%2F..%2F..%2Fb.ts', { kind: 'words', words: 'a%2F..%2F..%2Fb.ts' }],
    [String.raw`a\..\..\evil.ts`, { kind: 'words', words: String.raw`a\..\..\evil.ts` }],
    ['a%5C..%5C..%5Cevil.ts', { kind: 'words', words: 'a%5C..%5C..%5Cevil.ts' }],
    ['a%00b.ts', { kind: 'words', words: 'a%00b.ts' }],
    ['%E0%A4%A.ts', { kind: 'words', words: '%E0%A4%A.ts' }],
    ['--output=x..y', { kind: 'file', path: '--output=x..y' }],
    ['main..--output=y', { kind: 'file', path: 'main..--output=y' }],
    ['a.ts#L9-L3', { kind: 'words', words: 'a.ts#L9-L3' }],
    ['https://forge.example/shop/pull/412', { kind: 'words', words: 'https://forge.example/shop/pull/412' }],
  ] as [string, About][])
    it(`reads ${text}`, () => {
      assert.deepEqual(readAbout(text), about);
    });

  it('is read as it was written', () => {
    const name = fc.stringMatching(/^[a-z][a-z0-9_-]{0,12}$/);
    const hash = fc.stringMatching(/^[0-9a-f]{7,40}$/);
    const step = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 8 })
      .filter(text => !text.includes('/') && !/^\.{1,2}$/.test(text));
    const path = fc
      .tuple(fc.array(step, { maxLength: 3 }), name)
      .map(([steps, file]) => [...steps, `${file}.ts`].join('/'));
    const repo = fc.option(name, { nil: undefined }).map(each => (each === undefined ? {} : { repo: each }));
    const lines = fc
      .option(fc.tuple(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 0, max: 99 })), { nil: undefined })
      .map(each => (each === undefined ? {} : { lines: [each[0], each[0] + each[1]] as const }));
    const about: fc.Arbitrary<About> = fc.oneof(
      fc.tuple(repo, name, name).map(([of, from, to]): About => ({ kind: 'range', ...of, from, to })),
      fc.tuple(repo, hash).map(([of, commit]): About => ({ kind: 'commit', ...of, commit })),
      fc.tuple(repo, fc.option(hash, { nil: undefined }), path, lines).map(([of, commit, file, at]): About => ({
        kind: 'file',
        ...of,
        ...(commit && { commit }),
        path: file,
        ...at,
      })),
    );
    fc.assert(
      fc.property(about, each => {
        assert.deepEqual(readAbout(printAbout(each)), each);
      }),
    );
  });

  it('may have the page of a pull request where it is some commits or one itself', () => {
    const about = [
      ...['shop main..outbox', "'shop #412'", 'https://forge.example/market/shop/pulls/9'],
      ...['shop d31f5f61a0:services/db.ts', 'shop services/db.ts#L8-L9', 'my talk on pools', 'Ada'],
    ];
    assert.deepEqual(about.filter(mayHavePull), about.slice(0, 3));
  });

  it('reads any text at once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), text => {
        const started = cpuTime();
        readAbout(text);
        assert.ok(cpuTime() - started < 200);
      }),
    );
    for (const text of ['a '.repeat(2000), 'a..'.repeat(600), '.'.repeat(999), 'a.'.repeat(499)]) {
      const started = cpuTime();
      readAbout(text);
      assert.ok(cpuTime() - started < 200, text.slice(0, 20));
    }
  });
});
