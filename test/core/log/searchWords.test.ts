import assert from 'node:assert/strict';
import fc from 'fast-check';
import { wordsIn } from '../../../src/core/log/searchWords.ts';
import { cpuTime } from '../../support/cpuTime.ts';

describe('The words a text is found by', () => {
  const cases: readonly (readonly [what: string, text: string, words: string])[] = [
    ['plain words', 'PgBouncer pins a session', 'pgbouncer pin a session'],
    ['plurals as singulars', 'Queries, caches, pods and classes', 'query cache pod and classe'],
    ['words that only end like plurals', 'status class does bus', 'status class doe bus'],
    [
      'codes of errors',
      'error[E0382] SQLSTATE 40P01 TS2345 ECONNREFUSED',
      'error e0382 sqlstate 40p01 ts2345 econnrefused',
    ],
    ['names in code', 'TCPConnectWrap.afterConnect orders_pkey', 'tcpconnectwrap afterconnect order pkey'],
    ['no hashes', 'at 4f1c2a9 and 4f1c2a9b03d1e77c5a6f', 'at and'],
    ['words that look like hashes', 'defaced facade deadbeef', 'defaced facade deadbeef'],
    ['no addresses', 'connect 127.0.0.1:6432 at 0x7ffee4bff6c8', 'connect at'],
    ['no identifiers', 'job 1b4e28ba-2fa1-11d2-883f-0016d3cca427 failed', 'job failed'],
    ['no moments', '2026-11-22T10:15:30.123Z 10:15:30,99 2026-11-22 boom', 'boom'],
    ['numbers of a middling length', 'HTTP 502 on port 6432, line 88 of 12345678', 'http 502 on port 6432 line of'],
    ['other alphabets', 'Über die Größe: ошибка', 'über die größe ошибка'],
    ['wide letters as plain ones', 'ＥＣＯＮＮ', 'econn'],
    ['scripts without blanks in pairs', '接続は固定 pool', '接続 続は は固 固定 pool'],
    ['nothing', ' \n\u0000 🎉 -- ', ''],
  ];
  for (const [what, text, words] of cases)
    it(`are ${what}`, () => {
      assert.equal(wordsIn(text).join(' '), words);
    });

  it('are there for any text, short and without blanks', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), text => {
        for (const word of wordsIn(text)) assert.match(word, /^[^\s]{1,60}$/u);
      }),
    );
  });

  it('are found in no time in what is no text', () => {
    for (const part of ['a', '1', '1.', '/', 'a-', '0x', '12:', 'e\u0301']) {
      const start = cpuTime();
      wordsIn(part.repeat(200_000 / part.length));
      assert.ok(cpuTime() - start < 2000, part);
    }
  });
});
