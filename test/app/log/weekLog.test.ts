import assert from 'node:assert/strict';
import { acceptTrailer } from '../../../src/app/log/acceptTrailer.ts';
import { Failure } from '../../../src/app/failure.ts';
import { weekLog, type WeekLog } from '../../../src/app/log/weekLog.ts';
import type { Commit } from '../../../src/core/work/commit.ts';
import { memoryDesk, type MemoryDesk } from '../../support/memoryDesk.ts';

const hash = `4f1c2a9${'0'.repeat(33)}`;
const forge = { kind: 'github', url: 'https://github.example/ada/shop' } as const;
const repositories = [{ name: 'shop', root: '/shop', forge }];

function commit(trailers: Readonly<Record<string, string>>, changes: Partial<Commit> = {}): Commit {
  const authored = Date.parse('2026-11-18T10:00:00+01:00') / 1000;
  return {
    ...{ repo: 'shop', hash, parents: [], authored, committed: authored, subject: 's', body: '', files: [] },
    author: { name: 'Ada', email: 'ada@forge.example' },
    trailers: Object.entries(trailers).map(([key, value]) => ({ key, value })),
    ...changes,
  };
}

const note = (type: string, title: string, more = '') => `---\ntype: ${type}\n${more}---\n# ${title}\n`;
const ask = (desk: MemoryDesk, commits: readonly Commit[] = []) => weekLog(desk, '2026-W47', commits, { repositories });
const shown = ({ entries, privateEntries, trailers }: WeekLog) => ({
  shared: entries.map(({ title }) => title),
  private: privateEntries.map(({ place, title }) => `${title} (${place.shelf})`),
  trailers: trailers.map(({ kind, text }) => `${kind}: ${text}`),
});

describe('weekLog', () => {
  const notes = {
    'people/ada/learning/2026-11-18-a.md': note('learning', 'SET pins'),
    'people/ada/learning/2026-11-17-b.md': note('win', 'MARKEDWORD said private', 'private: yes\n'),
    'people/ada/learning/2026-11-15-c.md': note('learning', 'Last week'),
    'people/sam/learning/2026-11-18-d.md': note('learning', 'Of Sam'),
    'people/sam/learning/2026-11-19-e.md': note('learning', 'MARKEDWORD of Sam', 'private: true\n'),
  };
  const privateNotes = { 'learning/2026-11-20-f.md': note('hard-moment', 'MARKEDWORD too much') };

  it('has the notes of the week, the private ones apart, and what her commits say', async () => {
    const commits = [commit({ learned: 'Vacuum is lazy', thanks: 'Sam' })];
    assert.deepEqual(shown(await ask(memoryDesk({ notes, privateNotes }), commits)), {
      shared: ['SET pins'],
      private: ['MARKEDWORD too much (private)', 'MARKEDWORD said private (shared)'],
      trailers: ['learned: Vacuum is lazy', 'thanks: Sam'],
    });
  });

  it('shows nothing private of anybody in what others may read', async () => {
    const { entries, trailers } = await ask(memoryDesk({ notes, privateNotes }), [commit({ learned: 'x !private' })]);
    assert.doesNotMatch(JSON.stringify({ entries, trailers }), /MARKEDWORD|!private/);
  });

  it("has only what is shared of a colleague's week", async () => {
    const desk = memoryDesk({ notes, privateNotes });
    const person = { handle: 'sam', name: 'Sam', emails: ['sam@forge.example'] };
    const commits = [
      commit({ learned: 'mine' }),
      commit({ learned: 'his' }, { author: { name: 'Sam', email: 'sam@forge.example' } }),
    ];
    assert.deepEqual(shown(await weekLog(desk, '2026-W47', commits, { person, repositories })), {
      shared: ['Of Sam'],
      private: [],
      trailers: ['learned: his'],
    });
  });

  it('leaves out commits of another week', async () => {
    const authored = Date.parse('2026-11-23T00:00:00+01:00') / 1000;
    const commits = [
      commit({ learned: 'next week' }, { authored }),
      commit({ learned: 'Sunday night' }, { authored: authored - 1 }),
    ];
    assert.deepEqual(shown(await ask(memoryDesk(), commits)).trailers, ['learned: Sunday night']);
  });

  it('is empty without anything', async () => {
    assert.deepEqual(await ask(memoryDesk()), { entries: [], privateEntries: [], trailers: [] });
  });
});

describe('acceptTrailer', () => {
  const commits = [commit({ learned: 'SET pins #pg. Use SET LOCAL.', thanks: 'Sam for the graph', goal: 'fast' })];
  const first = async (desk: MemoryDesk, kind: string) => {
    const trailer = (await ask(desk, commits)).trailers.find(each => each.kind === kind);
    assert.ok(trailer);
    return trailer;
  };

  it('writes the note that remembers the commit, once', async () => {
    const desk = memoryDesk();
    const learned = await first(desk, 'learned');
    const place = await acceptTrailer(desk, learned);
    assert.deepEqual(place, { shelf: 'shared', path: 'people/ada/learning/2026-11-18-set-pins.md' });
    assert.deepEqual(await acceptTrailer(desk, learned), place, 'a second click finds it');
    assert.deepEqual(desk.files.texts(), {
      [place.path]:
        '---\ntype: learning\ndate: 2026-11-18\ntags:\n  - pg\nrepo: shop\ncommit: 4f1c2a9\n---\n# SET pins\n\n' +
        `Use SET LOCAL.\n\n[shop 4f1c2a9](https://github.example/ada/shop/commit/${hash})\n`,
    });
    assert.deepEqual(shown(await ask(desk, commits)).trailers, ['thanks: Sam for the graph', 'goal: fast']);
  });

  it('does not offer it again under a new title, nor after a rebase', async () => {
    const desk = memoryDesk();
    const { path } = await acceptTrailer(desk, await first(desk, 'thanks'));
    const text = desk.files.texts()[path] ?? '';
    const rebased = [commit({ thanks: 'Sam for the graph' }, { hash: 'b'.repeat(40) })];
    assert.deepEqual(shown(await ask(desk, rebased)).trailers, []);
    desk.files.put(path, text.replace('# Sam for the graph', '# The graph that found it'));
    desk.notebook.shared.changed();
    assert.deepEqual(shown(await ask(desk, commits)).trailers, ['learned: SET pins #pg. Use SET LOCAL.', 'goal: fast']);
  });

  const link = `- [shop 4f1c2a9](https://github.example/ada/shop/commit/${hash})`;
  const goals: readonly (readonly [what: string, before: string, after: string])[] = [
    ['where there is none yet', '# Fast\n\nSoon.\n', `# Fast\n\nSoon.\n\n## Evidence\n\n${link}\n`],
    [
      'behind the last line',
      '# Fast\n\n## Evidence\n- [ ] one\n\n\n## Else\n\nWords\n',
      `# Fast\n\n## Evidence\n- [ ] one\n${link}\n\n\n## Else\n\nWords\n`,
    ],
    ['below an empty heading', '# Fast\n\n## Evidence\n', `# Fast\n\n## Evidence\n\n${link}\n`],
    ['without a last newline', '# Fast\n\n## Evidence\n\nWords', `# Fast\n\n## Evidence\n\nWords\n\n${link}\n`],
    [
      'with its line endings',
      '# Fast\r\n\r\n## Evidence\r\n- one\r\n',
      `# Fast\r\n\r\n## Evidence\r\n- one\r\n${link}\r\n`,
    ],
  ];
  for (const [what, before, after] of goals)
    it(`puts a goal's commit under its evidence ${what}`, async () => {
      const path = 'people/ada/goals/fast.md';
      const head = before.includes('\r') ? '---\r\ntype: goal\r\n---\r\n' : '---\ntype: goal\n---\n';
      const desk = memoryDesk({ notes: { [path]: head + before } });
      const trailer = await first(desk, 'goal');
      assert.deepEqual(await acceptTrailer(desk, trailer), { shelf: 'shared', path });
      await acceptTrailer(desk, trailer);
      assert.equal(desk.files.texts()[path], head + after);
      assert.equal(shown(await ask(desk, commits)).trailers.includes('goal: fast'), false);
    });

  it('keeps the evidence of a private goal private', async () => {
    const path = 'goals/fast.md';
    const desk = memoryDesk({ privateNotes: { [path]: '---\ntype: goal\n---\n# Fast\n' } });
    assert.deepEqual(await acceptTrailer(desk, await first(desk, 'goal')), { shelf: 'private', path });
    assert.deepEqual(desk.files.texts(), {});
  });

  it('says what to do where there is no such goal', async () => {
    const desk = memoryDesk();
    await assert.rejects(
      acceptTrailer(desk, await first(desk, 'goal')),
      (error: unknown) =>
        error instanceof Failure &&
        error.message === 'There is no goal “fast” yet. Create it with “New Goal”, then accept this again.',
    );
  });
});
