import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { EvidenceLine, EvidenceRef } from '../../../src/core/evidence/evidence.ts';
import { printEvidence, refLabel } from '../../../src/core/evidence/printEvidence.ts';
import { isRepoWord, readEvidence } from '../../../src/core/evidence/readEvidence.ts';
import { commitUrl, linesUrl } from '../../../src/core/forge/forge.ts';
import { cleanText } from '../../../src/core/markdown/cleanText.ts';

const forge = { kind: 'github', url: 'https://github.com/ada/shop' } as const;
const whole = '4f1c2a9d0e77b4f1c2a9d0e77b4f1c2a9d0e77b1';

/** What a line says, as a person would tell it. */
function told(line: string): string {
  const { claim, refs } = readEvidence(line);
  return `${claim} | ${refs.map(refText).join(' + ')}`;
}

function refText(ref: EvidenceRef): string {
  switch (ref.kind) {
    case 'commit':
      return `commit ${ref.repo ?? '?'} ${ref.hash.slice(0, 7)}`;
    case 'range':
      return `range ${ref.repo ?? '?'} ${ref.from}..${ref.to}`;
    case 'file':
      return `file ${ref.repo ?? '?'} ${ref.hash.slice(0, 7)} ${ref.path} ${ref.lines?.join('-') ?? ''}`.trim();
    case 'note':
    case 'answer':
      return `${ref.kind} ${ref.href}`;
    case 'page':
      return `page ${ref.url}`;
  }
}

describe('readEvidence', () => {
  it('reads claims and what shows them', () => {
    const cases: Readonly<Record<string, string>> = {
      'reads under 200 ms: shop 1d0e77b..4f1c2a9': 'reads under 200 ms | range shop 1d0e77b..4f1c2a9',
      'reads under 200 ms: shop 1d0e77b…4f1c2a9': 'reads under 200 ms | range shop 1d0e77b..4f1c2a9',
      'shop 1d0e77b': ' | commit shop 1d0e77b',
      'tools/ci 1234567, shop 1d0e77b': ' | commit tools/ci 1234567 + commit shop 1d0e77b',
      'The pool holds: shop 1d0e77b:services/db.ts#L10-L20': 'The pool holds | file shop 1d0e77b services/db.ts 10-20',
      'The pool holds (shop 1d0e77b:db.ts#L7)': 'The pool holds | file shop 1d0e77b db.ts 7-7',
      'fixed in 1d0e77b and 4f1c2a9': 'fixed in | commit ? 1d0e77b + commit ? 4f1c2a9',
      'commit 1d0e77b': 'commit | commit ? 1d0e77b',
      'reads fast 1d0e77b': 'reads fast | commit ? 1d0e77b',
      'on 20261122 the defaced facade was 1234567 ms': 'on 20261122 the defaced facade was 1234567 ms | ',
      [`pool: [shop 4f1c2a9](${commitUrl(forge, whole)})`]: 'pool | commit shop 4f1c2a9',
      [`[the pool fix](${commitUrl(forge, whole)})`]: ' | commit ? 4f1c2a9',
      [`[services/db.ts:88-97 at 4f1c2a9](${linesUrl(forge, whole, 'services/db.ts', [88, 97])})`]:
        ' | file ? 4f1c2a9 services/db.ts 88-97',
      [`see ${commitUrl(forge, whole)}.`]: 'see | page https://github.com/ada/shop/commit/x'.replace(
        /page.*/,
        'commit ? 4f1c2a9',
      ),
      '[PgBouncer pins a session](../learning/2026-11-18-pgbouncer.md)': ' | note ../learning/2026-11-18-pgbouncer.md',
      'Sam says so: [his answer](../../sam/answers/x.md#what-did-you-notice-first)':
        'Sam says so | answer ../../sam/answers/x.md#what-did-you-notice-first',
      'Sam says so: people/sam/answers/x.md': 'Sam says so | answer people/sam/answers/x.md',
      'merged: [#412](https://github.com/ada/shop/pull/412), shop 1d0e77b':
        'merged | page https://github.com/ada/shop/pull/412 + commit shop 1d0e77b',
      'no links at all': 'no links at all | ',
      '![picture](x.md) [mail](mailto:a@b.example) [run](command:evil) [js](javascript:1)':
        '![picture](x.md) [mail](mailto:a@b.example) [run](command:evil) [js](javascript:1) | ',
      'shop --output=x': 'shop --output=x | ',
      'shop 1d0e77b:../../etc/passwd': ' | commit shop 1d0e77b',
      '': ' | ',
    };
    for (const [line, expected] of Object.entries(cases)) assert.equal(told(line), expected, line);
  });

  it('says where each reference stands', () => {
    const line = 'pool: shop 1d0e77b..4f1c2a9, [PgBouncer](../learning/p.md) and tools 4f1c2a9';
    assert.deepEqual(
      readEvidence(line).places.map(({ start, end }) => line.slice(start, end)),
      ['shop 1d0e77b..4f1c2a9', '[PgBouncer](../learning/p.md)', 'tools 4f1c2a9'],
    );
  });

  it('reads any text soon', () => {
    const pieces = fc.array(
      fc.oneof(
        fc.string({ unit: 'grapheme', maxLength: 8 }),
        fc.constantFrom(
          ' ',
          ': ',
          ', ',
          '[',
          '](',
          ')',
          '..',
          '`',
          'shop ',
          '1d0e77b',
          whole,
          'people/a/answers/b.md',
          '#L1',
        ),
        fc.constantFrom('https://github.com/a/b/commit/1d0e77b', '../learning/x.md', '\\', '<', '>', ':db.ts'),
      ),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(pieces, parts => {
        const line = parts.join('');
        const found = readEvidence(line);
        let end = 0;
        for (const place of found.places) {
          assert.ok(place.start >= end && place.end > place.start && place.end <= line.length);
          end = place.end;
        }
        const printed = printEvidence(found);
        assert.ok(!/[\r\n]/.test(printed));
      }),
      { numRuns: 1000 },
    );
    assert.equal(readEvidence(`${'['.repeat(200_000)}x`).refs.length, 0);
    assert.equal(readEvidence('1d0e77b '.repeat(100_000)).refs.length, 500);
  });
});

describe('printEvidence', () => {
  const record = <T>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }) => fc.record(model, { noNullPrototype: true });
  const hash = fc.stringMatching(/^[0-9a-f]{7,40}$/).filter(text => /[a-f]/.test(text) && /\d/.test(text));
  const repo = fc.stringMatching(/^[a-z][a-z0-9._-]{0,10}[a-z0-9]$/).filter(isRepoWord);
  const step = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 9 })
    .filter(name => !/[\p{Cc}\p{Cs}\\/]|^\.+$/u.test(name));
  const path = fc.array(step, { minLength: 1, maxLength: 3 }).map(steps => steps.join('/'));
  const lines = fc
    .tuple(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 0, max: 9 }))
    .map(([a, n]) => [a, a + n] as const);
  const words = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
    .map(text => cleanText(text).replace(/[\s:,;·(`–—-]+$/u, ''))
    .filter(text => text !== '' && !/[0-9a-f]{7}|people\/|`/.test(text));
  const ref: fc.Arbitrary<EvidenceRef> = fc.oneof(
    record({ kind: fc.constant('commit' as const), repo, hash }),
    record({ kind: fc.constant('range' as const), repo, from: hash, to: hash }),
    record({ kind: fc.constant('file' as const), repo, hash, path, lines }),
    hash.map(id => ({ kind: 'commit' as const, hash: id, repo: 'shop', url: commitUrl(forge, id) })),
    fc
      .tuple(path, lines)
      .map(([file, at]) => ({ kind: 'file' as const, hash: whole, path: cleanText(file) || 'x', lines: at })),
    words.map(text => ({ kind: 'note' as const, href: '../learning/2026-11-18-x.md', text })),
    fc.constant({ kind: 'answer' as const, href: 'people/sam/answers/x.md', isRooted: true as const }),
    words.map(text => ({ kind: 'page' as const, url: 'https://github.com/ada/shop/pull/412', text })),
  );
  const line: fc.Arbitrary<EvidenceLine> = record({ claim: words, refs: fc.array(ref, { maxLength: 3 }) });

  it('is undone by readEvidence', () => {
    fc.assert(
      fc.property(line, evidence => {
        const printed = printEvidence(evidence);
        const { places: _, ...read } = readEvidence(printed);
        assert.deepEqual(read, evidence, printed);
      }),
      { numRuns: 1000 },
    );
  });

  it('names a commit in seven digits where it is a link', () => {
    const commit: EvidenceRef = { kind: 'commit', repo: 'my shop', hash: whole, url: commitUrl(forge, whole) };
    assert.equal(printEvidence({ claim: '', refs: [commit] }), `[my shop 4f1c2a9](${commitUrl(forge, whole)})`);
    assert.equal(refLabel(commit), 'my shop 4f1c2a9');
    assert.equal(refLabel({ kind: 'note', href: '../learning/x-y.md' }), 'x-y');
  });
});
