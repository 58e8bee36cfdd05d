import assert from 'node:assert/strict';
import type { History } from '../../../src/app/ports.ts';
import { prepareOneOnOne } from '../../../src/app/meeting/prepareOneOnOne.ts';
import type { Commit } from '../../../src/core/work/commit.ts';
import { memoryDesk, type MemoryDesk, type MemoryDeskOptions } from '../../support/memoryDesk.ts';
import { quietHistory } from '../../support/quietHistory.ts';

const team = [
  { handle: 'lin', name: 'Lin', emails: ['lin@forge.example'], leads: ['ada', 'sam'] },
  { handle: 'ada', name: 'Ada', emails: ['ada@forge.example'], leads: [], role: 'engineer' },
  { handle: 'sam', name: 'Sam', emails: ['sam@forge.example'], leads: [] },
];
const lin = { handle: 'lin', name: 'Lin', emails: ['lin@forge.example'] };
const today = '2026-11-22';

/** What the team shared. */
const notes = {
  'people/ada/ada.md':
    '---\ntype: profile\nvision: the person others ask about slow systems\nneeds: [somebody who reads my write-ups]\n---\n# Ada\n',
  'people/ada/goals/checkout-under-200-ms.md':
    '---\ntype: goal\nskill: postgres\nfrom: 3\ntarget: 4\n---\n# Checkout under 200 ms\n\n## Key results\n- KR: reads 480 → 195 → 200 ms\n- KR: writes 900 → 640 → 300 ms\n\n## Steps\n- [x] Find where the time goes ✅ 2026-11-12\n',
  'people/ada/goals/asleep.md': '---\ntype: goal\n---\n# Asleep\n',
  'people/ada/learning/2026-11-18-pgbouncer.md':
    '---\ntype: learning\ndate: 2026-11-18\ngoal: checkout-under-200-ms\n---\n# PgBouncer pins a session for SET\n',
  'people/ada/learning/2026-11-19-queue.md':
    '---\ntype: help\ndate: 2026-11-19\nto: lin\n---\n# Which queue for the outbox?\n',
  'people/ada/learning/2026-11-02-old.md': '---\ntype: learning\ndate: 2026-11-02\n---\n# Told the last time\n',
  'people/ada/feedback/2026-11-19-outbox-design.md':
    '---\ntype: feedback-request\nto: [sam, lin]\n---\n# The outbox design\n\n## What did you notice first?\n',
  'people/sam/answers/2026-11-19-outbox-design-sam.md':
    '---\ntype: feedback-answer\nrequest: ada/2026-11-19-outbox-design\nfrom: sam\ndate: 2026-11-20\n---\n# The outbox design: Sam\n\n## What did you notice first?\nThe replay test made the rest easy to trust. It also runs fast.\n',
  'people/lin/promises.md':
    '---\ntype: promises\n---\n# What I promised\n\n- [ ] A budget for the database course · for @ada 📅 2026-11-10\n- [ ] Something for Sam · for @sam 📅 2026-11-01\n',
  'people/ada/weekly/2026-W47-ada.md':
    '---\ntype: weekly\nweek: 2026-W47\nperson: ada\n---\n# Week 47 · Ada\n\nCheckout is finally fast on the read path. I need a decision on the queue.\n\n## Worked on\n\n- **Checkout reads stay under 200 ms** · [#412](https://forge.example/412) · shop\n- Reviewed: the audit log (Lin)\n\n<details><summary>also</summary>\n\n- typo in the guide\n</details>\n\n## Roadblocks\n\n- [ ] Which of the two designs? @lin 📅 2026-11-25\n',
};

const lastOfAda =
  '---\ntype: one-on-one\ndate: 2026-11-10\nwith: lin\nkind: regular\n---\n# One-to-one with Lin, 10 November\n\n## Promised to me\n\n- [ ] An answer on the outbox queue 📅 2026-11-25\n\n## Promised by me\n\n- [ ] The p99 numbers for the review\n\n## What I want to talk about\n\n- [x] My holidays\n- [ ] I would like to try the scheduler next quarter (project) 📅 2026-12-15\n  - [ ] ask Sam first\n- just a thought\n\n## Questions not asked for the longest time\n\n- By when will that be done?\n- What would you do differently if you were me?\n';

function historyOf(asked: string[]): History {
  const commit: Commit = {
    ...{ repo: 'shop', hash: 'a'.repeat(40), parents: ['0'.repeat(40)] },
    ...{ author: { name: 'Ada', email: 'ada@forge.example' }, authored: Date.parse('2026-11-18T10:00:00Z') / 1000 },
    ...{ committed: Date.parse('2026-11-18T10:00:00Z') / 1000, subject: 'Fix the retry storm', body: '', trailers: [] },
    files: [{ path: 'src/retry.ts', added: 4711, deleted: 4712 }],
  };
  return quietHistory({
    commits: ({ emails }) => {
      asked.push(...emails);
      return Promise.resolve({ commits: emails.includes('ada@forge.example') ? [commit] : [], notices: [] });
    },
    patchIds: (_, hashes) => Promise.resolve(new Map(hashes.map(hash => [hash, 'b'.repeat(40)]))),
  });
}

function deskOf(options: MemoryDeskOptions = {}, asked: string[] = []): MemoryDesk {
  return memoryDesk({ notes, team, today, history: historyOf(asked), ...options });
}

/** What a reader sees of a note. */
const seen = (desk: MemoryDesk, path: string) =>
  (desk.privateFiles.texts()[path] ?? '')
    .replace(/<!--.*?-->\n?/g, '')
    .replace(/\n{3,}/g, '\n\n')
    .trimEnd();

describe('preparing a one-to-one', () => {
  it('tells what happened since the last one, with the promises of the leader first', async () => {
    const desk = deskOf({ privateNotes: { 'one-on-ones/2026-11-10-ada-lin.md': lastOfAda } });
    const path = await prepareOneOnOne(desk, { with: 'Lin', day: '2026-11-24' });
    assert.equal(path, 'one-on-ones/2026-11-24-ada-lin.md');
    assert.equal(
      seen(desk, path),
      `---
type: one-on-one
date: 2026-11-24
with: lin
kind: regular
---
# One-to-one with Lin, 24 November

## Promised to me

- [ ] A budget for the database course · **14 days over** 📅 2026-11-10
- [ ] An answer on the outbox queue · promised 2026-11-10 📅 2026-11-25

## Promised by me

- [ ] The p99 numbers for the review · promised 2026-11-10

## Since 10 November

- **Fix the retry storm** · aaaaaaa
- Learned: PgBouncer pins a session for SET
- Sam on The outbox design: “The replay test made the rest easy to trust”
- Checkout under 200 ms: reads reached, writes 640 of 300 ms · moved by PgBouncer pins a session for SET · done: Find where the time goes

## What I need

- somebody who reads my write-ups
- Asked for help: Which queue for the outbox?

## What I want to talk about

- [ ] I would like to try the scheduler next quarter (project) · since 2026-11-10 📅 2026-12-15
  - [ ] ask Sam first

- [ ] 

## Questions not asked for the longest time

- What do you know that I should know too?
- What do you expect of me that I have not done yet?
- Which of my tasks matters least?`,
    );
    assert.match(
      seen(desk, 'one-on-ones/2026-11-10-ada-lin.md'),
      /\n- \[x\] My holidays\n- \[>\] I would like to try the scheduler next quarter \(project\) 📅 2026-12-15 → 2026-11-24\n {2}- \[>\] ask Sam first\n- just a thought\n/,
    );
  });

  it('shows a leader what the other shared, and asks git nothing about her', async () => {
    const asked: string[] = [];
    const desk = deskOf({ me: lin }, asked);
    const path = await prepareOneOnOne(desk, { with: 'ada', day: '2026-11-24' });
    assert.deepEqual(asked, []);
    assert.equal(
      seen(desk, path),
      `---
type: one-on-one
date: 2026-11-24
with: ada
kind: regular
---
# One-to-one with Ada, 24 November

## Promised by me

- [ ] A budget for the database course · **14 days over** 📅 2026-11-10

## Promised to me

## What Ada shared since 27 October

- Week 47: “Checkout is finally fast on the read path. I need a decision on the queue.” · Checkout reads stay under 200 ms; Reviewed: the audit log (Lin)
- Learned: Told the last time
- Learned: PgBouncer pins a session for SET
- Checkout under 200 ms: reads reached, writes 640 of 300 ms · moved by PgBouncer pins a session for SET · done: Find where the time goes

## What Ada needs

- somebody who reads my write-ups
- Asked for help: Which queue for the outbox?
- Which of the two designs? @lin

## What I noticed

- 

## What I want to talk about

- [ ] 

## Questions not asked for the longest time

- What is in your way that I could move?
- What did I promise and not do?
- How does it look from where you sit?`,
    );
  });

  it('touches nothing that is hers when it is prepared again, and adds what is new once', async () => {
    const desk = deskOf({ privateNotes: { 'one-on-ones/2026-11-10-ada-lin.md': lastOfAda } });
    const path = await prepareOneOnOne(desk, { with: 'lin', day: '2026-11-24' });
    const first = desk.privateFiles.texts();
    assert.equal(await prepareOneOnOne(desk, { with: 'lin', day: '2026-11-24' }), path);
    assert.deepEqual(desk.privateFiles.texts(), first, 'nothing is new, so nothing changes');
    const hers = first[path]!.replace('- Learned: PgBouncer', '- Learned, with Sam: PgBouncer')
      .replace('- [ ] A budget', '- [x] A budget')
      .replace(
        '## Questions not asked',
        'Words of mine.\n- [ ] One more thing\n- [ ] A chair 📅 2026-11-01\n\n## Questions not asked',
      );
    desk.privateFiles.put(path, hers);
    desk.files.put(
      'people/ada/learning/2026-11-21-vacuum.md',
      '---\ntype: learning\ndate: 2026-11-21\n---\n# Vacuum before an index-only scan\n',
    );
    desk.notebook.private.changed();
    desk.notebook.shared.changed();
    await prepareOneOnOne(desk, { with: 'lin', day: '2026-11-24', kind: 'career' });
    const again = desk.privateFiles.texts()[path]!;
    const plain = (text: string) => text.replace(/<!-- outloud:end .*-->/g, '');
    assert.equal(
      plain(again),
      plain(hers).replace(/(?=- Learned, with Sam: )/, '- Learned: Vacuum before an index-only scan\n'),
    );
  });

  it('takes away a promise that was kept meanwhile, as long as nobody wrote on its line', async () => {
    const desk = deskOf({ privateNotes: { 'one-on-ones/2026-11-10-ada-lin.md': lastOfAda } });
    const path = await prepareOneOnOne(desk, { with: 'lin' });
    const promises = 'people/lin/promises.md';
    const kept = notes[promises]
      .replace('- [ ] A budget', '- [x] A budget')
      .replace('📅 2026-11-10', '📅 2026-11-10 ✅ 2026-11-21');
    desk.files.put(promises, kept);
    desk.notebook.shared.changed();
    await prepareOneOnOne(desk, { with: 'lin' });
    assert.doesNotMatch(seen(desk, path), /A budget/);
    assert.match(seen(desk, path), /^- \[ \] An answer on the outbox queue · promised/m);
  });

  it('opens with what was said, and is a first one without any earlier note', async () => {
    const desk = deskOf({ notes: {}, team: [] });
    const path = await prepareOneOnOne(desk, { with: 'Kim Doe' });
    assert.equal(
      seen(desk, path),
      `---
type: one-on-one
date: 2026-11-22
with: kim-doe
kind: regular
---
# One-to-one with Kim Doe, 22 November

## Promised by me

## Promised to me

## Since 25 October

- **Fix the retry storm** · aaaaaaa

## What I want to talk about

- [ ] 

## Questions not asked for the longest time

- What would you do differently if you were me?
- By when will that be done?
- What do you know that I should know too?`,
    );
  });

  it('tells in a career talk where she wants to go, and which skills are on the way', async () => {
    const desk = deskOf({
      notes: {
        ...notes,
        'skills.md': '---\ntype: skills\n---\n# Skills\n\n## Postgres\nHard · expected: engineer 4\n',
        'people/ada/assessments/2026-11-01-ada-ada.md':
          '---\ntype: assessment\ndate: 2026-11-01\nof: ada\nby: ada\n---\n# Ada\n\n- Postgres: 3 → 4 by 2027-05-31\n',
      },
    });
    const path = await prepareOneOnOne(desk, { with: 'lin', kind: 'career' });
    const text = seen(desk, path);
    assert.match(text, /# Career talk with Lin, 22 November/);
    assert.match(text, /## Where to\n\n- the person others ask about slow systems\n/);
    assert.match(
      text,
      /## What is in the way\n\n- Postgres: 3 now, 4 wanted by 2027-05-31 \(expected of the role: engineer; own target; for Checkout under 200 ms\)\n/,
    );
    assert.match(text, /## The next step\n/);
  });

  it('tells a mentor what became of what was to be tried, and carries what is still open', async () => {
    const before =
      '---\ntype: one-on-one\ndate: 2026-11-08\nwith: sam\nkind: mentor\n---\n# Mentoring with Sam\n\n## One thing to try\n\n- [x] Lead the retro once ✅ 2026-11-13\n- [ ] Say no once\n';
    const desk = deskOf({ privateNotes: { 'one-on-ones/2026-11-08-ada-sam.md': before } });
    const path = await prepareOneOnOne(desk, { with: 'sam', kind: 'mentor' });
    assert.match(seen(desk, path), /## What was tried since\n\n- Lead the retro once: done 2026-11-13\n/);
    assert.match(seen(desk, path), /## One thing to try\n\n- \[ \] Say no once · since 2026-11-08\n/);
    assert.match(seen(desk, 'one-on-ones/2026-11-08-ada-sam.md'), /- \[>\] Say no once → 2026-11-22$/);
  });

  it('looks back half a year in a review', async () => {
    const desk = deskOf();
    const path = await prepareOneOnOne(desk, { with: 'lin', kind: 'review' });
    assert.match(seen(desk, path), /## Since 22 May\n\n[^]*- Learned: Told the last time\n/);
  });

  for (const [what, options, says] of [
    ['with oneself', { with: 'Ada' }, /takes two/],
    ['on a day there is not', { with: 'lin', day: '2026-02-30' }, /“2026-02-30” is no day/],
  ] as const)
    it(`says no to one ${what}`, async () => {
      await assert.rejects(prepareOneOnOne(deskOf(), options), says);
    });

  it('leaves it to the person to start an autonomy-support meeting', async () => {
    const leader = deskOf({ me: lin });
    await assert.rejects(
      prepareOneOnOne(leader, { with: 'ada', kind: 'autonomy-support' }),
      /is for Ada to start\. Prepare a regular one-to-one/,
    );
    assert.deepEqual(leader.privateFiles.texts(), {});
    const path = await prepareOneOnOne(deskOf(), { with: 'lin', kind: 'autonomy-support' });
    assert.equal(path, 'one-on-ones/2026-11-22-ada-lin.md');
  });

  it('names who takes part and who speaks for her, and leaves those lines to her', async () => {
    const desk = deskOf();
    const options = { with: 'lin', kind: 'autonomy-support', advocate: 'Sam' } as const;
    const path = await prepareOneOnOne(desk, options);
    const first = seen(desk, path);
    assert.match(first, /^with: lin\nkind: autonomy-support\nadvocate: sam\n---$/m);
    assert.match(first, /^## Participants and advocate\n\n- @lin\n- @sam · advocate\n/m);
    await prepareOneOnOne(desk, options);
    assert.equal(seen(desk, path), first, 'nothing is new, so nothing changes');
    const hers = desk.privateFiles.texts()[path]!.replace('- @lin\n- @sam · advocate\n', '- Lin, if she can\n');
    desk.privateFiles.put(path, hers);
    desk.notebook.private.changed();
    await prepareOneOnOne(desk, options);
    assert.match(seen(desk, path), /^## Participants and advocate\n\n- Lin, if she can\n\n## What I observed$/m);
  });

  it('names nobody to speak for her where she chose nobody, and says no to one of the two', async () => {
    const desk = deskOf();
    const path = await prepareOneOnOne(desk, { with: 'lin', kind: 'autonomy-support', advocate: '' });
    assert.match(
      seen(desk, path),
      /kind: autonomy-support\n---\n[^]*## Participants and advocate\n\n- @lin\n\n## What/,
    );
    for (const advocate of ['lin', 'Ada'])
      await assert.rejects(
        prepareOneOnOne(deskOf(), { with: 'lin', kind: 'autonomy-support', advocate }),
        /is one of the two who meet\. An advocate is somebody else, or nobody\.$/,
      );
  });

  it('shows nothing private of either on the other side', async () => {
    const secret = (type: string, more = 'private: true\n') =>
      `---\ntype: ${type}\ndate: 2026-11-19\n${more}---\n# Secret\n\nSecret words.\n\n- [ ] Secret · for @ada\n\n## Roadblocks\n\n- [ ] Secret\n`;
    const hidden = {
      'people/ada/weekly/2026-W46-ada.md': secret('weekly', 'week: 2026-W46\nprivate: no\n'),
      'people/ada/learning/2026-11-19-secret.md': secret('learning'),
      'people/ada/learning/2026-11-19-hard.md': secret('hard-moment', ''),
      'people/ada/goals/secret.md': secret('goal'),
      'people/ada/2026-11-10-ada-lin.md': secret('one-on-one', 'with: lin\n'),
      'people/lin/2026-11-10-lin-ada.md': secret('one-on-one', 'with: ada\n'),
      'people/ada/promises.md': secret('promises'),
      'people/lin/more.md': secret('promises'),
      'people/lin/answers/2026-11-20-secret-lin.md': secret(
        'feedback-answer',
        'request: ada/2026-11-19-outbox-design\nprivate: yes\n',
      ),
      'people/ada/assessments/2026-11-19-secret.md': secret('assessment', 'of: ada\nby: ada\nprivate: true\n'),
    };
    const privateNotes = {
      'one-on-ones/2026-11-10-ada-lin.md': lastOfAda,
      'learning/2026-11-19-secret.md': secret('learning'),
      'goals/secret.md': secret('goal', ''),
    };
    for (const me of [undefined, lin])
      for (const kind of ['regular', 'career', 'mentor', 'review'] as const) {
        const other = me ? 'ada' : 'lin';
        const desk = deskOf({ notes: { ...notes, ...hidden }, ...(me ? { me } : { privateNotes }) });
        const path = await prepareOneOnOne(desk, { with: other, kind });
        assert.doesNotMatch(seen(desk, path), /secret/i, `${kind} with ${other}`);
      }
  });

  it('writes nothing into the folder others read', async () => {
    const desk = deskOf({ privateNotes: { 'one-on-ones/2026-11-10-ada-lin.md': lastOfAda } });
    await prepareOneOnOne(desk, { with: 'lin' });
    assert.deepEqual(desk.files.texts(), Object.fromEntries(Object.entries(notes).toSorted()));
  });
});
