import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { History } from '../../../src/app/ports.ts';
import type { Shelf } from '../../../src/app/shelf.ts';
import { draftWeek, writeWeek } from '../../../src/app/week/writeWeek.ts';
import type { SharedPath } from '../../../src/core/note/notePath.ts';
import type { Commit } from '../../../src/core/work/commit.ts';
import { memoryDesk, type MemoryDesk, type MemoryDeskOptions } from '../../support/memoryDesk.ts';
import { quietHistory } from '../../support/quietHistory.ts';

const week = '2026-W47';
const ada = { name: 'Ada', email: 'ada@forge.example' };
const at = (time: string) => Date.parse(time) / 1000;

function commit(subject: string, more: Partial<Commit> = {}): Commit {
  const hash = more.hash ?? Buffer.from(subject).toString('hex').padEnd(40, '0').slice(0, 40);
  const authored = more.authored ?? at('2026-11-18T10:00:00Z');
  return {
    ...{ repo: 'shop', hash, parents: ['0'.repeat(40)], author: ada, authored, committed: authored, subject, body: '' },
    ...{ trailers: [], files: [{ path: `src/${subject.replace(/\W+/g, '-')}.ts`, added: 4711, deleted: 4712 }] },
    ...more,
  };
}

/** A history of these commits; the patch-id of each is made of its subject, so it outlives a rebase. */
function historyOf(commits: () => readonly Commit[]): History {
  const forge = { kind: 'github', url: 'https://forge.example/shop' } as const;
  return quietHistory({
    repositories: () => Promise.resolve([{ name: 'shop', root: '/shop', forge }]),
    identities: () => Promise.resolve([ada]),
    commits: ({ window, emails }) =>
      Promise.resolve({
        commits: commits().filter(
          ({ authored, author }) => authored >= window.from && authored < window.to && emails.includes(author.email),
        ),
        notices: [{ repo: 'shop', code: 'shallow' }],
      }),
    patchIds: (_, hashes) =>
      Promise.resolve(
        new Map(
          commits()
            .filter(({ hash }) => hashes.includes(hash))
            .map(({ hash, subject }) => [
              hash,
              Buffer.from(`patch ${subject}`).toString('hex').padEnd(40, 'f').slice(-40),
            ]),
        ),
      ),
  });
}

const desk = (options: MemoryDeskOptions = {}, commits: () => readonly Commit[] = () => []) =>
  memoryDesk({ history: historyOf(commits), ...options });
const pathOf = (week: string) => `people/ada/weekly/${week}-ada.md`;
const textOf = ({ files }: MemoryDesk, week: string) => files.texts()[pathOf(week)] ?? '';
const put = (desk: MemoryDesk, week: string, text: string) => {
  desk.files.put(pathOf(week), text);
  desk.notebook.shared.changed();
};
/** Without what only our tool reads. */
const seen = (text: string) =>
  text
    .replace(/<!--.*?-->\n?/g, '')
    .replace(/\n{3,}/g, '\n\n')
    .trimEnd();

describe('writing the weekly note', () => {
  const notes = {
    'people/ada/learning/2026-11-18-pgbouncer.md':
      '---\ntype: learning\ndate: 2026-11-18\ngoal: checkout\n---\n# PgBouncer pins a session\n',
    'people/ada/learning/2026-11-17-index.md': '---\ntype: experiment\ndate: 2026-11-17\n---\n# A partial index\n',
    'people/ada/learning/2026-11-19-queue.md':
      '---\ntype: help\ndate: 2026-11-19\nto: lin\n---\n# Which queue for the outbox?\n',
    'people/ada/learning/2026-11-19-demo.md': '---\ntype: win\ndate: 2026-11-19\n---\n# The demo ran\n',
    'people/ada/learning/2026-11-19-graphs.md':
      '---\ntype: thanks\ndate: 2026-11-19\nto: sam\n---\n# The flame graphs\n',
    'people/ada/learning/2026-11-10-old.md': '---\ntype: learning\ndate: 2026-11-10\n---\n# Of another week\n',
    'people/sam/learning/2026-11-18-his.md': '---\ntype: learning\ndate: 2026-11-18\n---\n# His own\n',
    'people/ada/goals/checkout.md':
      '---\ntype: goal\n---\n# Checkout under 200 ms\n\n## Key results\n- KR: reads 480 → 195 → 200 ms\n- KR: writes 900 → 640 → 300 ms\n\n## Steps\n- [x] Find where the time goes ✅ 2026-11-17\n',
    'people/ada/goals/asleep.md': '---\ntype: goal\n---\n# Asleep\n',
    'people/ada/feedback/2026-11-19-outbox.md':
      '---\ntype: feedback-request\nto:\n  - sam\n  - lin\ndue: 2026-11-24\n---\n# The outbox design\n',
    'people/sam/answers/2026-11-19-outbox-sam.md':
      '---\ntype: feedback-answer\nrequest: ada/2026-11-19-outbox\nfrom: sam\ndate: 2026-11-20\n---\n# The outbox design: Sam\n',
    'people/ada/weekly/2026-W46-ada.md':
      '# Week 46 · Ada\n\n## Plans from last week\n\n- [ ] Pair with Sam on the scheduler\n\n## Next week\n\n- [x] Measure the p99\n- [ ] Write path\n',
  };
  const commits = () => [
    commit('Checkout reads stay under 200 ms', { trailers: [{ key: 'goal', value: 'checkout' }] }),
    commit('Fix the retry storm', {
      authored: at('2026-11-20T16:00:00+01:00'),
      trailers: [
        { key: 'learned', value: 'an index-only scan needs a recent vacuum' },
        { key: 'thanks', value: 'Lin for the pointer' },
      ],
    }),
    commit('Of another week', { authored: at('2026-11-22T23:00:00Z') }),
  ];
  const body = `# Week 47 · Ada

## Worked on

- **Checkout reads stay under 200 ms** · [436865636b6f…](https://forge.example/shop/commit/…) · for [Checkout under 200 ms](../goals/checkout.md)
- **Fix the retry storm** · [466978…](https://forge.example/shop/commit/…)

## Learned

- [A partial index](../learning/2026-11-17-index.md)
- [PgBouncer pins a session](../learning/2026-11-18-pgbouncer.md)
- From a commit: an index-only scan needs a recent vacuum ([466978…](https://forge.example/shop/commit/…))

## Goals

- [Checkout under 200 ms](../goals/checkout.md) · reads reached, writes 640 of 300 ms · moved by [PgBouncer pins a session](../learning/2026-11-18-pgbouncer.md) and [Checkout reads stay under 200 ms](https://forge.example/shop/commit/…) · done: Find where the time goes

## Wins

- [The demo ran](../learning/2026-11-19-demo.md)

## Roadblocks

- [ ] [Which queue for the outbox?](../learning/2026-11-19-queue.md) @lin

## Plans from last week

- [x] Measure the p99
- [ ] Pair with Sam on the scheduler · since W45
- [ ] Write path

## Feedback wanted

- [The outbox design](../feedback/2026-11-19-outbox.md) · answered by Sam · from Lin 📅 2026-11-24

## Thanks

- Sam: [The flame graphs](../learning/2026-11-19-graphs.md)
- Lin for the pointer ([466978…](https://forge.example/shop/commit/…))`;
  const short = (text: string) =>
    text
      .replace(/commit\/[0-9a-f]+/g, 'commit/…')
      .replace(/\[4368656\]/g, '[436865636b6f…]')
      .replace(/\[4669782\]/g, '[466978…]');

  it('tells the week as a person would', async () => {
    const there = desk({ notes }, commits);
    const { path, notices } = await writeWeek(there, { week });
    assert.equal(path, pathOf(week));
    const text = textOf(there, week);
    assert.ok(text.startsWith('---\ntype: weekly\nweek: 2026-W47\nperson: ada\n---\n# Week 47 · Ada\n'));
    assert.equal(short(seen(text.split('---\n')[2] ?? '')), body);
    assert.deepEqual(notices, [{ code: 'history', notice: { repo: 'shop', code: 'shallow' } }]);
    assert.doesNotMatch(text, /471[12]/, 'no sizes');
  });

  it('closes in the last note what it took over', async () => {
    const there = desk({ notes }, commits);
    await writeWeek(there, { week });
    assert.equal(
      textOf(there, '2026-W46'),
      '# Week 46 · Ada\n\n## Plans from last week\n\n- [>] Pair with Sam on the scheduler → 2026-W47\n\n## Next week\n\n- [x] Measure the p99\n- [>] Write path → 2026-W47\n',
    );
  });

  it('is the same to be read only, for anybody, and writes nothing then', async () => {
    const there = desk({ notes }, commits);
    const before = there.files.texts();
    const { markdown } = await draftWeek(there, { week });
    assert.equal(short(markdown.trimEnd()), body);
    assert.deepEqual(there.files.texts(), before);
    put(
      there,
      week,
      `---\ntype: weekly\n---\n# Week 47\n\n<!-- a note to self -->\nMy own words.\n\n## Plans from last week\n\n- [ ] Write path\n`,
    );
    const { markdown: again } = await draftWeek(there, { week });
    assert.match(
      again,
      /^# Week 47\n\nMy own words\.\n[^]*- \[ \] Write path\n\n- \[x\] Measure the p99\n- \[ \] Pair/,
    );
    assert.doesNotMatch(again, /<!--/);
    const sam = await draftWeek(there, { week, person: 'sam' });
    assert.equal(sam.markdown, '# Week 47 · Sam\n\n## Learned\n\n- [His own](../learning/2026-11-18-his.md)\n');
  });

  it('changes nothing when it is written again, and takes new facts in once', async () => {
    let known = commits();
    const there = desk({ notes }, () => known);
    await writeWeek(there, { week });
    const first = there.files.texts();
    await writeWeek(there, { week });
    assert.deepEqual(there.files.texts(), first);
    known = [...known, commit('Add a lint rule', { authored: at('2026-11-20T10:00:00Z') })];
    await writeWeek(there, { week });
    await writeWeek(there, { week });
    assert.equal(textOf(there, week).match(/lint rule/g)?.length, 1);
  });

  it('keeps her words, and the line she changed, after a rebase too', async () => {
    let known = commits();
    const there = desk({ notes }, () => known);
    await writeWeek(there, { week });
    const hers = textOf(there, week)
      .replace('# Week 47 · Ada\n', '# Week 47\n\nCheckout is finally fast.\n')
      .replace('**Fix the retry storm**', '**Retry storm** fixed, with a test')
      .replace(/- \[PgBouncer.*\n/, '');
    put(there, week, hers);
    known = known.map(one => ({ ...one, hash: one.hash.replace(/^./, 'f') }));
    await writeWeek(there, { week });
    const after = textOf(there, week);
    assert.match(after, /# Week 47\n\nCheckout is finally fast\.\n/);
    assert.match(after, /\*\*Retry storm\*\* fixed, with a test/);
    assert.doesNotMatch(after, /^- \[PgBouncer|Fix the retry/m);
    assert.match(after, /Checkout reads.*commit\/f/, 'a line that is still the tool’s follows the rebase');
  });

  it('tells a branch once when it was squashed, and keeps the line she made of it', async () => {
    const onBranch = [
      commit('Queue the outbox', { branch: 'outbox', authored: at('2026-11-17T10:00:00+01:00') }),
      commit('Replay what was lost', { branch: 'outbox', authored: at('2026-11-17T12:00:00+01:00') }),
    ];
    const squash = commit('The outbox keeps every event (#7)', {
      body: '* Queue the outbox\n\n* Replay what was lost',
      authored: at('2026-11-19T10:00:00+01:00'),
    });
    for (const isHers of [false, true]) {
      let known: readonly Commit[] = onBranch;
      const there = desk({}, () => known);
      await writeWeek(there, { week });
      if (isHers) put(there, week, textOf(there, week).replace(/- \*\*.*/, '- The outbox. Finally.'));
      known = [...onBranch, squash];
      await writeWeek(there, { week });
      const told = textOf(there, week).match(/^- .*outbox.*$/gim);
      assert.deepEqual(
        told?.map(line => line.replace(/ · .*/, '')),
        [isHers ? '- The outbox. Finally.' : '- **The outbox keeps every event**'],
      );
    }
  });

  it('works without a history, and says so', async () => {
    const there = memoryDesk({ notes });
    const { notices } = await writeWeek(there, { week });
    assert.deepEqual(notices, [{ code: 'no-history' }]);
    assert.match(textOf(there, week), /PgBouncer/);
    assert.doesNotMatch(textOf(there, week), /Worked on|git/);
  });

  it('says the same where git finds no repository', async () => {
    const { history } = desk();
    const none = {
      repositories: () => Promise.resolve([]),
      commits: () => Promise.resolve({ commits: [], notices: [] }),
    };
    const there = memoryDesk({ notes, history: { ...history!, ...none } });
    const { notices } = await writeWeek(there, { week });
    assert.deepEqual(notices, [{ code: 'no-history' }]);
    assert.doesNotMatch(textOf(there, week), /Worked on|git/);
  });

  it('is kind about a week with nothing in it', async () => {
    const there = desk();
    await writeWeek(there, { week });
    assert.match(
      seen(textOf(there, week)),
      /Ada\n\nNothing in git or in the log this week; not everything that counts leaves a trace\.$/,
    );
  });

  it('keeps a renamed note of that week, and knows the first Monday and week 53', async () => {
    const renamed = 'people/ada/weekly/my week.md';
    const there = desk(
      { notes: { [renamed]: '---\ntype: weekly\nweek: 2026-W53\n---\n# W53\n\n## Next week\n\n- [ ] Rest\n' } },
      () => [
        commit('On Thursday', { authored: at('2026-12-31T23:30:00+01:00') }),
        commit('On the first Monday', { authored: at('2027-01-04T00:00:00+01:00') }),
      ],
    );
    assert.equal((await writeWeek(there, { week: '2026-W53' })).path, renamed);
    await writeWeek(there, { week: '2027-W01' });
    assert.match(there.files.texts()[renamed] ?? '', /On Thursday[^]*\[>\] Rest → 2027-W01/);
    assert.match(textOf(there, '2027-W01'), /On the first Monday[^]*- \[ \] Rest\n/);
    assert.doesNotMatch(textOf(there, '2027-W01'), /Thursday/);
  });

  it('is not written for somebody else, nor into a conflict', async () => {
    const there = desk({ notes: { [pathOf(week)]: '# Week 47\n\n<<<<<<< HEAD\nA\n=======\nB\n>>>>>>> b\n' } });
    await assert.rejects(writeWeek(there, { week, person: 'sam' }), /written by its own person/);
    await assert.rejects(writeWeek(there, { week }), /Two versions of this note met/);
    assert.deepEqual(Object.keys(there.files.texts()), [pathOf(week)]);
    const { notices } = await writeWeek(there, { week: '2026-W48' });
    assert.deepEqual(
      notices.filter(({ code }) => code === 'plans'),
      [{ code: 'plans', week }],
    );
  });

  it('leaves the plans where they are when the new note can’t be written', async () => {
    const there = desk({ notes });
    there.files.failWrites('The disk is full.');
    await assert.rejects(writeWeek(there, { week }), /The disk is full/);
    assert.equal(textOf(there, '2026-W46'), notes['people/ada/weekly/2026-W46-ada.md']);
  });

  describe('in the team’s own layout', () => {
    const layout = { 'templates/weekly.md': '# {{ title }}\n\nHow was it?\n\n{{ wins }}\n' };

    it('starts a new note, and adds nothing the layout leaves out', async () => {
      const there = desk({ notes: { ...notes, ...layout } }, commits);
      await writeWeek(there, { week });
      await writeWeek(there, { week });
      const text = seen(textOf(there, week).split('---\n')[2] ?? '');
      assert.equal(
        text,
        '# Week 47 · Ada\n\nHow was it?\n\n## Wins\n\n- [The demo ran](../learning/2026-11-19-demo.md)',
      );
      assert.match(textOf(there, '2026-W46'), /- \[ \] Pair with Sam/, 'what did not arrive stays open');
    });

    it('is shown before its use where somebody asks', async () => {
      const there = desk({ notes: { ...notes, ...layout } });
      const shown: string[] = [];
      await writeWeek(there, { week, templates: text => shown.push(text) > 1 });
      assert.deepEqual(shown, Object.values(layout));
      assert.doesNotMatch(textOf(there, week), /How was it/);
    });

    it('is passed over in Restricted Mode, and where it is broken says so', async () => {
      const restricted = memoryDesk({ notes: { ...notes, ...layout } });
      await writeWeek(restricted, { week });
      assert.doesNotMatch(textOf(restricted, week), /How was it/);
      const broken = desk({ notes: { 'templates/weekly.md': '{{ wrong }}' } });
      const { notices } = await writeWeek(broken, { week });
      assert.deepEqual(
        notices.flatMap(notice => (notice.code === 'template' ? [`${notice.path}: ${notice.problem.detail}`] : [])),
        ['templates/weekly.md: undefined variable: wrong'],
      );
      assert.match(textOf(broken, week), /# Week 47 · Ada/);
    });
  });
});

describe('what is private', () => {
  it('never reaches a shared note, whatever kind of note it is and however it says so', async () => {
    const secret = 'SECRET';
    const type = fc.constantFrom(
      'learning',
      'win',
      'thanks',
      'help',
      'experiment',
      'hard-moment',
      'goal',
      'feedback-request',
      'weekly',
      'waste',
    );
    const says = fc.constantFrom(
      'private: true',
      'private: yes',
      "private: ''",
      'private:',
      'private: 0',
      'private: "false"',
    );
    await fc.assert(
      fc.asyncProperty(type, says, fc.boolean(), async (type, said, isOnPrivateShelf) => {
        const text = `---\ntype: ${type}\ndate: 2026-11-18\nto: ${secret}\ndue: 2026-11-30\n${isOnPrivateShelf ? '' : `${said}\n`}---\n# ${secret}\n\n## Next week\n\n- [ ] ${secret}\n- [x] ${secret} ✅ 2026-11-18\n`;
        const folders: Readonly<Record<string, string>> = {
          goal: 'goals',
          'feedback-request': 'feedback',
          weekly: 'weekly',
        };
        const folder = folders[type] ?? 'learning';
        const name = type === 'weekly' ? '2026-W46-ada.md' : '2026-11-18-x.md';
        const shared = isOnPrivateShelf ? {} : { [`people/ada/${folder}/${name}`]: text };
        const there = desk(
          {
            notes: { ...shared, 'templates/weekly.md': '{{ parts }}' },
            privateNotes: isOnPrivateShelf ? { [`${folder}/${name}`]: text } : {},
          },
          () => [
            commit('Open work', {
              trailers: [
                { key: 'goal', value: '2026-11-18-x' },
                { key: 'learned', value: `${secret} !private` },
              ],
            }),
          ],
        );
        await writeWeek(there, { week });
        assert.match(textOf(there, week), /Open work/);
        assert.doesNotMatch(textOf(there, week), /SECRET/);
        assert.doesNotMatch((await draftWeek(there, { week })).markdown, /SECRET/);
        assert.deepEqual(Object.values(there.privateFiles.texts()), isOnPrivateShelf ? [text] : []);
      }),
      { numRuns: 80 },
    );
  });
});

describe('plans over the weeks', () => {
  const weeks = ['2026-W50', '2026-W51', '2026-W53', '2027-W01', '2027-W04'];
  const index = fc.nat(weeks.length - 1);
  const plan = fc.nat(5);
  interface Step {
    readonly do: 'write' | 'crash' | 'plan' | 'tick' | 'drop' | 'block' | 'delete';
    readonly week: number;
    readonly plan: number;
  }
  const step: fc.Arbitrary<Step> = fc.record({
    do: fc.constantFrom('write', 'write', 'write', 'crash', 'plan', 'plan', 'plan', 'tick', 'drop', 'block', 'delete'),
    week: index,
    plan,
  });
  const words = (plan: number) => `Plan ${plan} of mine`;
  const openLine = (plan: number) => new RegExp(String.raw`^(\s*)- \[ \] ${words(plan)}.*$`, 'm');

  it('are open in exactly one note, whatever is written when, and come back from nowhere', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 18 }), async steps => {
        const there = desk();
        const live = new Set<number>();
        const ever = new Set<number>();
        const open = (plan: number) => weeks.filter(week => openLine(plan).test(textOf(there, week)));
        for (const one of steps) {
          if (one.do === 'plan') {
            const week = weeks[one.week] ?? '';
            if (ever.has(one.plan) || textOf(there, week) === '') continue;
            live.add(one.plan);
            ever.add(one.plan);
            const text = textOf(there, week);
            const section = text.includes('\n## Next week\n') ? '' : '\n## Next week\n\n';
            const at = section === '' ? text.indexOf('\n## Next week\n') + '\n## Next week\n\n'.length : text.length;
            put(
              there,
              week,
              `${text.slice(0, at)}${section}- [ ] ${words(one.plan)}\n  - a thought on ${one.plan}\n${text.slice(at)}`,
            );
          } else if (one.do === 'write') await writeWeek(there, { week: weeks[one.week] ?? '' });
          else if (one.do === 'crash') await crash(there, weeks[one.week] ?? '');
          else {
            const week = open(one.plan).at(-1);
            if (week === undefined) continue;
            const text = textOf(there, week);
            if (one.do === 'block') put(there, week, text.replace(openLine(one.plan), '$&\n\nHer own paragraph.\n'));
            else {
              live.delete(one.plan);
              const line = one.do === 'delete' ? '' : `$1- [${one.do === 'tick' ? 'x' : '-'}] ${words(one.plan)}`;
              put(there, week, text.replace(openLine(one.plan), line));
            }
          }
          for (const plan of ever) {
            const notes = open(plan);
            assert.equal(
              notes.length,
              live.has(plan) ? 1 : 0,
              `plan ${plan} is open in ${notes.join(', ') || 'no note'}`,
            );
            for (const week of weeks) {
              const lines = textOf(there, week)
                .split('\n')
                .filter(line => line.includes(`] ${words(plan)}`));
              assert.ok(lines.length <= 1, `${week} tells plan ${plan} once`);
            }
          }
        }
      }),
      { numRuns: 80 },
    );
  });

  /** The new note is written, then the machine stops before the old one is; it is run again after. */
  async function crash(there: MemoryDesk, week: string): Promise<void> {
    const { shared } = there.notebook;
    let writes = 0;
    const failing: Shelf<SharedPath> = {
      notes: signal => shared.notes(signal),
      note: path => shared.note(path),
      read: path => shared.read(path),
      readAll: (paths, signal) => shared.readAll(paths, signal),
      create: (wanted, text) => shared.create(wanted, text),
      update: (path, change) => (++writes > 1 ? Promise.reject(new Error('stopped')) : shared.update(path, change)),
      locate: path => shared.locate(path),
      pathOf: file => shared.pathOf(file),
      changed: files => {
        shared.changed(files);
      },
      onChange: listener => shared.onChange(listener),
    };
    const notebook = { ...there.notebook, shared: failing };
    await writeWeek({ ...there, notebook }, { week }).catch((error: unknown) => {
      assert.match(String(error), /stopped/);
    });
    await writeWeek(there, { week });
  }
});
