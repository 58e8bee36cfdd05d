import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { feedbackInbox, type InboxMemory } from '../../../src/app/feedback/feedbackInbox.ts';
import { answerStamp } from '../../../src/core/feedback/answerText.ts';
import { inboxRows } from '../../../src/core/outline/inboxRows.ts';
import { outlineText } from '../../support/outlineText.ts';
import { memoryDesk, type MemoryDesk } from '../../support/memoryDesk.ts';

const [asked, sams, lins] = [
  'people/ada/feedback/2026-11-19-outbox-design.md',
  'people/sam/answers/2026-11-19-outbox-design-sam.md',
  'people/lin/answers/2026-11-19-outbox-design-lin.md',
];
const request = (keys = 'to: [sam, lin]\ndue: 2026-11-24\nkind: design\nabout: shop main..outbox\n') =>
  `---\ntype: feedback-request\n${keys}---\n# The outbox design\n\n## What did you notice first?\n\n## What would you ask?\n`;
const answer = (body: string, keys = '') =>
  `---\ntype: feedback-answer\nrequest: ada/2026-11-19-outbox-design\ndate: 2026-11-20\n${keys}---\n# The outbox design: Sam\n\n${body}`;
const empty = answer('## What did you notice first?\n\n## What would you ask?\n');
const half = answer('## What did you notice first?\nThe replay test.\n\n## What would you ask?\n');
const whole = answer('## What did you notice first?\nThe replay test.\n\n## What would you ask?\n- Why two tables?\n');
const declined = answer('Too little time this week.\n', 'declined: 2026-11-20\n');

function seenBy(handle: string, notes: Record<string, string>, today = '2026-11-22'): MemoryDesk {
  const team = ['Ada', 'Sam', 'Lin'].map(name => ({ handle: name.toLowerCase(), name, emails: [], leads: [] }));
  return memoryDesk({ notes, team, today, me: { handle, name: handle, emails: [] } });
}

async function inbox(desk: MemoryDesk, memory: InboxMemory = {}): Promise<string> {
  return outlineText(inboxRows(await feedbackInbox(desk, memory), desk.clock.today()));
}

const samIsAsked = 'Asked of me\n  Ada: The outbox design · design · shop main..outbox · due 2026-11-24';
const fromBoth = 'Waiting for others\n  The outbox design · from Sam, Lin · due 2026-11-24';
const fromLin = 'Waiting for others\n  The outbox design · from Lin · answered by Sam · due 2026-11-24';
const samSays = 'Answers for me\n  Sam: The outbox design · The replay test.';

describe('The inbox of feedback', () => {
  for (const [name, notes, sam, ada] of [
    ['nobody answered', {}, samIsAsked, fromBoth],
    ['an answer was opened and says nothing yet', { [sams]: empty }, samIsAsked, fromBoth],
    [
      'an answer was begun',
      { [sams]: half },
      'Later\n  Ada: The outbox design · one question is still open',
      `${samSays}\n${fromLin}`,
    ],
    ['one answered', { [sams]: whole }, '', `${samSays}\n${fromLin}`],
    [
      'one answered and one declined',
      { [sams]: whole, [lins]: declined },
      '',
      `Answers for me\n  Lin: The outbox design · can’t answer · Too little time this week.\n  Sam: The outbox design · The replay test.`,
    ],
    ['an answer is private', { [sams]: whole.replace('date:', 'private: true\ndate:') }, samIsAsked, fromBoth],
    ['an answer is broken', { [sams]: whole.replace('date:', 'x: [\ndate:') }, samIsAsked, fromBoth],
  ] as const)
    it(`shows both sides where ${name}`, async () => {
      assert.equal(await inbox(seenBy('sam', { [asked]: request(), ...notes })), sam);
      assert.equal(await inbox(seenBy('ada', { [asked]: request(), ...notes })), ada);
    });

  it('keeps what she began in sight where she is the only one who was asked', async () => {
    const notes = { [asked]: request('to: sam\n'), [sams]: half };
    assert.equal(await inbox(seenBy('sam', notes)), 'Later\n  Ada: The outbox design · one question is still open');
    assert.equal(await inbox(seenBy('ada', notes)), samSays);
  });

  for (const [about, told] of [
    ['shop 4f1c2a9d00', 'The outbox design · design · shop'],
    ['shop 4f1c2a9d00:services/db.ts#L88-L97', 'The outbox design · design · shop services/db.ts#L88-L97'],
    ['services/db.ts', 'The outbox design · design · services/db.ts'],
    ['my talk on pools', 'The outbox design · design · my talk on pools'],
  ] as const)
    it(`tells what ${about} is without a hash`, async () => {
      const notes = { [asked]: request(`to: sam\nkind: design\nabout: '${about}'\n`) };
      assert.equal(await inbox(seenBy('sam', notes)), `Asked of me\n  Ada: ${told}`);
    });

  it('does not say twice what kind of feedback it is', async () => {
    const notes = { [asked]: request('to: sam\nkind: design\n').replace('# The outbox design', '# Outbox: design') };
    assert.equal(await inbox(seenBy('sam', notes)), 'Asked of me\n  Ada: Outbox: design');
  });

  it('is nothing to anybody else', async () => {
    assert.equal(await inbox(seenBy('mia', { [asked]: request(), [sams]: whole })), '');
  });

  it('forgets an answer once it was opened', async () => {
    const notes = { [asked]: request('to: sam\n'), [sams]: whole };
    assert.equal(await inbox(seenBy('ada', notes)), samSays);
    assert.equal(await inbox(seenBy('ada', notes), { read: [sams] }), '');
  });

  it('shows an answer again that says something else than she read, and says so', async () => {
    const notes = { [asked]: request('to: sam\n'), [sams]: whole };
    const memory = { read: [sams], stamps: { [sams]: answerStamp(half) } };
    const again = 'Answers for me\n  Sam: The outbox design · changed since you read it · The replay test.';
    assert.equal(await inbox(seenBy('ada', notes), memory), again);
    assert.equal(await inbox(seenBy('ada', { ...notes, [sams]: half }), memory), '');
    const spaced = half.replace(/\n/g, '\r\n').replace('date:', 'tags: [a]\r\ndate:');
    assert.equal(await inbox(seenBy('ada', { ...notes, [sams]: spaced }), memory), '', 'nothing is said anew');
    assert.equal(
      await inbox(seenBy('ada', { ...notes, [sams]: empty }), memory),
      'Waiting for others\n  The outbox design · from Sam',
      'what was taken back says nothing',
    );
    assert.equal(await inbox(seenBy('ada', notes), { read: [sams] }), '', 'read before stamps were kept');
  });

  it('shows what nobody asked for', async () => {
    const talk =
      '---\ntype: feedback-answer\nto: ada\nabout: the talk on pools\ndate: 2026-11-22\n---\n# Talk: Sam\n\n- 14:05 the demo made the retry visible\n';
    const notes = { 'people/sam/answers/2026-11-22-talk-sam.md': talk };
    assert.equal(
      await inbox(seenBy('ada', notes)),
      'Answers for me\n  Sam: the talk on pools · 14:05 the demo made the retry visible',
    );
    assert.equal(await inbox(seenBy('sam', notes)), '');
  });

  it('puts off, until the day that was said', async () => {
    const desk = seenBy('sam', { [asked]: request() });
    const until = (day: string) => ({ putOff: { 'request ada/2026-11-19-outbox-design': day } });
    assert.equal(await inbox(desk, until('2026-11-29')), 'Later\n  Ada: The outbox design · put off until 2026-11-29');
    assert.equal(await inbox(desk, until('2026-11-22')), samIsAsked);
  });

  for (const [name, keys, today, sam, ada] of [
    [
      '90 days old',
      'to: sam\n',
      '2027-02-18',
      'Later\n  Ada: The outbox design · over after 90 days, nobody is waited for any more',
      'Later\n  The outbox design · over after 90 days, nobody is waited for any more',
    ],
    ['97 days old', 'to: sam\n', '2027-02-25', '', ''],
    [
      'closed by its asker',
      'to: sam\nclosed: 2026-11-21\n',
      '2026-11-22',
      'Later\n  Ada: The outbox design · no longer wanted, nothing to do',
      '',
    ],
    ['closed long ago', 'to: sam\nclosed: 2026-11-21\n', '2026-11-29', '', ''],
  ] as const)
    it(`lets a request go by itself, with a word, once it is ${name}`, async () => {
      assert.equal(await inbox(seenBy('sam', { [asked]: request(keys) }, today)), sam);
      assert.equal(await inbox(seenBy('ada', { [asked]: request(keys) }, today)), ada);
    });

  it('shows her own question to herself, then that she waits', async () => {
    const keys = 'to: [ada, sam]\n';
    assert.equal(await inbox(seenBy('ada', { [asked]: request(keys) })), 'Asked of me\n  Ada: The outbox design');
    const own = { [asked]: request(keys), 'people/ada/answers/2026-11-19-outbox-design-ada.md': whole };
    assert.equal(
      await inbox(seenBy('ada', own)),
      'Waiting for others\n  The outbox design · from Sam · answered by Ada',
    );
  });

  it('reads only the answers that count', async () => {
    const old = Array.from({ length: 30 }, (_, i) => {
      const id = `2025-01-01-old-${i}`;
      return [
        [`people/ada/feedback/${id}.md`, request()],
        [
          `people/sam/answers/${id}-sam.md`,
          whole.replace('2026-11-19-outbox-design', id).replace('2026-11-20', '2025-01-02'),
        ],
      ];
    }).flat() as [string, string][];
    const desk = seenBy('ada', { ...Object.fromEntries(old), [asked]: request(), [sams]: whole });
    await desk.notebook.shared.notes();
    const before = desk.files.calls.length;
    await inbox(desk);
    assert.deepEqual(desk.files.calls.slice(before), [`read ${sams}`]);
  });

  it('shows words of strangers as words', async () => {
    const hostile = request('to: sam\nabout: "[x](command:y) $(flame)"\n').replace(
      'The outbox',
      '[The](command:z) $(bug)',
    );
    const shown = await inbox(seenBy('sam', { [asked]: hostile }));
    assert.doesNotMatch(shown, /\[|\$\(/);
  });
});
