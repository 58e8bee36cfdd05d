import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { allyInbox } from '../../../src/app/ally/allyInbox.ts';
import { answerCheckIn } from '../../../src/app/ally/answerCheckIn.ts';
import { askForCheckIns, checkIn } from '../../../src/app/ally/checkIn.ts';
import { heldGoalCalled, heldGoalsOf } from '../../../src/app/ally/heldGoalsOf.ts';
import { inboxOf } from '../../../src/app/inbox/inboxOf.ts';
import { inboxRows } from '../../../src/core/outline/inboxRows.ts';
import { outlineText } from '../../support/outlineText.ts';
import type { Member } from '../../../src/core/people/person.ts';
import { yamlHead } from '../../../src/node/yamlHead.ts';
import { memoryDesk, type MemoryDesk } from '../../support/memoryDesk.ts';

const path = 'people/ada/goals/checkout-under-200-ms.md';
const goal = '---\ntype: goal\ndate: 2026-11-01\nallies:\n  - Sam\n---\n# Checkout under 200 ms\n';
const team: readonly Member[] = ['Ada', 'Sam', 'Lin'].map(name => ({
  handle: name.toLowerCase(),
  name,
  emails: [],
  leads: [],
}));
const person = (handle: string) => ({ handle, name: handle, emails: [] });

/** The same notes seen by somebody else, on some day. */
function seenBy(handle: string, notes: Record<string, string>, today = '2026-11-22'): MemoryDesk {
  return memoryDesk({ notes, team, today, me: person(handle) });
}

async function inbox(desk: MemoryDesk): Promise<string> {
  return outlineText(inboxRows(await allyInbox(desk), desk.clock.today()));
}

async function say(desk: MemoryDesk, said: string, did: string): Promise<void> {
  await checkIn(desk, heldGoalCalled('checkout-under-200-ms', (await heldGoalsOf(desk)).own), { said, did });
}

async function answer(desk: MemoryDesk, text: string): Promise<string> {
  return answerCheckIn(desk, heldGoalCalled('ada/checkout-under-200-ms', (await heldGoalsOf(desk)).asAlly), text);
}

describe('A goal with an ally', () => {
  it('goes back and forth between two people', async () => {
    const begin = seenBy('ada', { [path]: goal });
    assert.equal(
      await inbox(begin),
      'My goals\n  Said and did: Checkout under 200 ms · one line for your allies · due 2026-11-15, 7 days over',
    );
    assert.equal(await inbox(seenBy('sam', { [path]: goal })), 'Later\n  Ada: Checkout under 200 ms · you are an ally');

    await say(begin, 'measure first', 'measured [x](command:y)');
    assert.equal(await inbox(begin), 'Waiting for others\n  A word from Sam · Checkout under 200 ms');

    const sam = seenBy('sam', begin.files.texts(), '2026-11-23');
    assert.equal(
      await inbox(sam),
      'Asked of me\n  Ada: Checkout under 200 ms · said: measure first · did: measured (x)(command:y)',
    );
    assert.equal(await answer(sam, 'keep going'), 'people/sam/allies/ada-checkout-under-200-ms.md');
    assert.equal(
      sam.files.texts()['people/sam/allies/ada-checkout-under-200-ms.md'],
      `---
type: ally
goal: ada/checkout-under-200-ms
---
# Words on ada: checkout-under-200-ms

On [Checkout under 200 ms](../../ada/goals/checkout-under-200-ms.md).

- 2026-11-23 · on 2026-11-22: keep going
`,
    );
    assert.equal(await inbox(sam), 'Later\n  Ada: Checkout under 200 ms · you are an ally');

    assert.equal(
      await inbox(seenBy('ada', sam.files.texts(), '2026-11-24')),
      'My goals\n  Sam: keep going · Checkout under 200 ms',
    );
    const again = seenBy('ada', sam.files.texts(), '2026-12-06');
    await say(again, '', 'halved it');
    const second = seenBy('sam', again.files.texts(), '2026-12-06');
    await answer(second, 'wow');
    assert.match(
      second.files.texts()['people/sam/allies/ada-checkout-under-200-ms.md'] ?? '',
      /- 2026-11-23 · on 2026-11-22: keep going\n- 2026-12-06 · on 2026-12-06: wow\n$/,
    );
  });

  it('changes nothing but its own note, by one line', async () => {
    const desk = seenBy('ada', { [path]: goal, 'people/ada/ada.md': '---\ntype: profile\n---\n# Ada\n' });
    const before = desk.files.texts();
    await say(desk, 'ask', 'asked');
    assert.deepEqual(desk.files.texts(), {
      ...before,
      [path]: `${goal}\n## Said and did\n\n- 2026-11-22 · said: ask · did: asked\n`,
    });
  });

  it('is asked about no more once that is stopped in its note, and again when it is taken back', async () => {
    const desk = seenBy('ada', { [path]: goal });
    const own = heldGoalCalled('checkout-under-200-ms', (await heldGoalsOf(desk)).own);
    await askForCheckIns(desk, own, { asks: false, yaml: yamlHead });
    assert.match(desk.files.texts()[path] ?? '', /^checkins: false$/m);
    const quiet = seenBy('ada', desk.files.texts());
    assert.equal(await inbox(quiet), '');
    await askForCheckIns(quiet, own, { asks: true, yaml: yamlHead });
    assert.equal(quiet.files.texts()[path], goal);
  });

  for (const [name, text] of [
    ['private', goal.replace('type: goal', 'type: goal\nprivate: true')],
    ['parked', goal.replace('type: goal', 'type: goal\nstatus: parked')],
    ['somebody else’s, who is the ally', goal.replace('Sam', 'lin')],
  ] as const)
    it(`is nothing to an ally where it is ${name}`, async () => {
      assert.equal(await inbox(seenBy('sam', { [path]: text })), '');
    });

  it('shows the owner no word of somebody she did not name, and none that is private', async () => {
    const said = `${goal}\n## Said and did\n\n- 2026-11-20 · said: x\n`;
    const word = (head: string) =>
      `---\ntype: ally\ngoal: ada/checkout-under-200-ms\n${head}---\n# W\n\n- 2026-11-21 · on 2026-11-20: psst\n`;
    const desk = seenBy('ada', {
      [path]: said,
      'people/lin/allies/ada.md': word(''),
      'people/sam/allies/ada.md': word('private: true\n'),
    });
    assert.equal(await inbox(desk), 'Waiting for others\n  A word from Sam · Checkout under 200 ms');
  });

  it('keeps the words it was given under another name', async () => {
    const renamed = goal.replace('type: goal', 'type: goal\naliases: [Fast checkout]');
    const desk = seenBy('sam', {
      [path]: `${renamed}\n## Said and did\n\n- 2026-11-20 · said: x\n`,
      'people/sam/allies/old.md':
        '---\ntype: ally\ngoal: ada/fast-checkout\n---\n# W\n\n- 2026-11-21 · on 2026-11-20: go',
    });
    assert.equal(await inbox(desk), 'Later\n  Ada: Checkout under 200 ms · you are an ally');
    assert.equal(await answer(desk, 'on'), 'people/sam/allies/old.md');
    assert.match(desk.files.texts()['people/sam/allies/old.md'] ?? '', /: go\n- 2026-11-22 · on 2026-11-20: on\n$/);
  });

  it('reads only the notes that are concerned', async () => {
    const others = Object.fromEntries(
      Array.from({ length: 50 }, (_, i) => [
        `people/ada/learning/2026-01-01-${i}.md`,
        '---\ntype: learning\n---\n# L\n',
      ]),
    );
    const desk = seenBy('sam', { ...others, [path]: goal });
    await desk.notebook.shared.notes();
    const before = desk.files.calls.length;
    await inbox(desk);
    assert.deepEqual(desk.files.calls.slice(before), [`read ${path}`]);
  });

  it('says what to do where nothing was said', async () => {
    const desk = seenBy('ada', { [path]: goal });
    await assert.rejects(say(desk, ' ', ''), /a few words are enough/);
    await assert.rejects(answer(seenBy('sam', { [path]: goal }), 'hm'), /waits for a word/);
  });
});

describe('inboxOf', () => {
  it('shows the rest where one corner can’t be looked into', async () => {
    const broken = new Error('torn');
    const { items, failures } = await inboxOf(seenBy('ada', { [path]: goal }), [
      () => Promise.reject(broken),
      allyInbox,
      () => {
        throw broken;
      },
    ]);
    assert.deepEqual([items.length, failures], [1, [broken, broken]]);
  });
});
