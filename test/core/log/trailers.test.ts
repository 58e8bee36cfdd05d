import assert from 'node:assert/strict';
import { loggedEntryOf } from '../../support/loggedEntry.ts';
import { notYetAccepted, sayingTheSame } from '../../../src/core/log/loggedEntry.ts';
import type { TrailerEntry } from '../../../src/core/log/trailerEntry.ts';
import { trailerEntries } from '../../../src/core/log/trailers.ts';
import { calendarOf } from '../../../src/core/time/calendar.ts';
import type { Commit } from '../../../src/core/work/commit.ts';

const berlin = calendarOf('Europe/Berlin');
const ada = { emails: ['ada@forge.example', 'ada@home.example'] };
const hashOf = (letter: string) => letter.repeat(40);

/** A commit of Ada's on 18 November 2026, 10:00 in Berlin, with these trailers. */
function commit(letter: string, trailers: readonly string[], changes: Partial<Commit> = {}): Commit {
  const authored = Date.parse('2026-11-18T10:00:00+01:00') / 1000;
  return {
    ...{ repo: 'shop', hash: hashOf(letter), parents: [], authored, committed: authored, subject: 's', body: '' },
    author: { name: 'Ada', email: 'ada@forge.example' },
    files: [],
    trailers: trailers.map(trailer => {
      const [key = '', value = ''] = trailer.split(': ');
      return { key, value };
    }),
    ...changes,
  };
}

const shown = (entries: readonly TrailerEntry[]) =>
  entries.map(({ kind, text, day, commit: from }) => `${day} ${kind}: ${text} (${from.repo} ${from.hash[0] ?? ''})`);

describe('trailerEntries', () => {
  const cases: readonly (readonly [what: string, commits: readonly Commit[], expected: readonly string[]])[] = [
    [
      'takes what she learned, thanks for and aims at',
      [commit('a', ['learned: SET pins', 'reviewed-by: Lin', 'goal: checkout', 'thanks: Sam for the graph'])],
      [
        '2026-11-18 learned: SET pins (shop a)',
        '2026-11-18 goal: checkout (shop a)',
        '2026-11-18 thanks: Sam for the graph (shop a)',
      ],
    ],
    ["takes nothing from others' commits", [commit('a', ['learned: x'], { author: { name: 'S', email: 's@x' } })], []],
    [
      'knows all her addresses, in any case',
      [commit('a', ['learned: x'], { author: { name: 'A', email: 'Ada@Home.example' } })],
      ['2026-11-18 learned: x (shop a)'],
    ],
    [
      'takes a rebased twin once, from the main line',
      [commit('a', ['learned: SET pins.']), commit('b', ['learned: set  pins #pg'], { branch: 'topic' })],
      ['2026-11-18 learned: SET pins. (shop a)'],
    ],
    [
      'takes the later of two on branches',
      [
        commit('b', ['learned: SET pins'], { branch: 'topic', authored: 1_795_100_000 }),
        commit('a', ['learned: SET pins'], { branch: 'topic' }),
      ],
      ['2026-11-19 learned: SET pins (shop b)'],
    ],
    [
      'keeps words that say something else apart',
      [commit('a', ['learned: x', 'thanks: x', 'learned: y'])].slice(0, 1),
      ['2026-11-18 learned: x (shop a)', '2026-11-18 thanks: x (shop a)', '2026-11-18 learned: y (shop a)'],
    ],
    ['says a private one nowhere', [commit('a', ['learned: too much !private', 'learned: '])], []],
    [
      'tells the day where she is',
      [commit('a', ['learned: x'], { authored: Date.parse('2026-11-18T23:30:00Z') / 1000 })],
      ['2026-11-19 learned: x (shop a)'],
    ],
    ['is not led astray by keys', [commit('a', ['__proto__: x', 'constructor: y', 'tostring: z'])], []],
  ];
  for (const [what, commits, expected] of cases)
    it(what, () => {
      assert.deepEqual(shown(trailerEntries(commits, berlin, { person: ada })), expected);
    });

  it('links to the commit where the forge is known', () => {
    const forge = { kind: 'github', url: 'https://github.example/ada/shop' } as const;
    const repositories = [{ name: 'shop', root: '/shop', forge }];
    const [entry] = trailerEntries([commit('a', ['learned: x'])], berlin, { person: ada, repositories });
    assert.equal(entry?.commit.url, `https://github.example/ada/shop/commit/${hashOf('a')}`);
  });
});

describe('notYetAccepted', () => {
  const trailers = trailerEntries(
    [commit('a', ['learned: SET pins a session. Use SET LOCAL.', 'learned: Vacuum is lazy', 'thanks: Sam'])],
    berlin,
    { person: ada },
  );
  const open = (...notes: readonly Parameters<typeof loggedEntryOf>[0][]) =>
    notYetAccepted(trailers, notes.map(loggedEntryOf)).map(({ text }) => text.slice(0, 10));

  it('offers all where there is no note', () => {
    assert.deepEqual(open(), ['SET pins a', 'Vacuum is ', 'Sam']);
  });

  it('takes a note in the same words for it, from whatever commit', () => {
    assert.deepEqual(open({ title: 'SET pins a session' }, { title: 'Sam', type: 'thanks' }), ['Vacuum is ']);
    assert.deepEqual(
      open({ title: 'Sam', type: 'win' }),
      ['SET pins a', 'Vacuum is ', 'Sam'],
      'another type is not it',
    );
  });

  it('knows a note by its commit under a new title', () => {
    assert.deepEqual(open({ title: 'Vacuum is lazy' }, { title: 'SET and pools', fromCommit: 'aaaaaaa' }), ['Sam']);
    assert.deepEqual(open({ title: 'SET and pools', fromCommit: 'bbbbbbb' }), ['SET pins a', 'Vacuum is ', 'Sam']);
  });

  it('finds the note that says it', () => {
    const note = loggedEntryOf({ title: 'Vacuum is lazy' });
    assert.equal(trailers[1] && sayingTheSame(trailers[1], [note]), note);
    assert.equal(trailers[0] && sayingTheSame(trailers[0], [note]), undefined);
  });
});
