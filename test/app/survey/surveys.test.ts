import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { answerSurvey } from '../../../src/app/survey/answerSurvey.ts';
import { canBeSummedUp, closeSurvey, endSurvey, extendSurvey } from '../../../src/app/survey/closeSurvey.ts';
import { startSurvey } from '../../../src/app/survey/startSurvey.ts';
import { surveyInbox } from '../../../src/app/survey/surveyInbox.ts';
import { surveyCalled } from '../../../src/app/survey/surveysOf.ts';
import { inboxRows } from '../../../src/core/outline/inboxRows.ts';
import { outlineText } from '../../support/outlineText.ts';
import type { SharedPath } from '../../../src/core/note/notePath.ts';
import type { Member } from '../../../src/core/people/person.ts';
import { questionForms } from '../../../src/core/survey/printSurvey.ts';
import { yamlHead } from '../../../src/node/yamlHead.ts';
import { memoryDesk, type MemoryDesk } from '../../support/memoryDesk.ts';

const team: readonly Member[] = ['Ada', 'Sam', 'Lin'].map(name => ({
  handle: name.toLowerCase(),
  name,
  emails: [],
  leads: [],
}));
const path = 'surveys/2026-11-22-how-we-release.md';
const called = '2026-11-22-how-we-release';
const wanted = {
  title: 'How we release',
  kind: 'retrospective',
  questions: questionForms['start-stop-continue'],
  due: '2026-11-27',
} as const;

/** The same notes seen by somebody else, on some day. */
function seenBy(handle: string, notes: Record<string, string>, today = '2026-11-22'): MemoryDesk {
  const name = handle.replace(/^./, letter => letter.toUpperCase());
  return memoryDesk({ notes, team, today, me: { handle, name, emails: [] } });
}
const withYaml = (desk: MemoryDesk) => ({ ...desk, yaml: yamlHead });
const inbox = async (desk: MemoryDesk) => outlineText(inboxRows(await surveyInbox(desk), desk.clock.today()));

async function started(): Promise<Record<string, string>> {
  const lin = seenBy('lin', {});
  assert.equal(await startSurvey(lin, wanted), path);
  return lin.files.texts();
}

/** Answers the survey as somebody, with words below its first question. */
async function answered(handle: string, notes: Record<string, string>, words: string): Promise<Record<string, string>> {
  const desk = seenBy(handle, notes, '2026-11-23');
  const note = await answerSurvey(desk, await surveyCalled(desk, called));
  await desk.notebook.shared.update(note, text => {
    const at = (text ?? '').indexOf('\n', (text ?? '').indexOf('## What should we start?')) + 1;
    return [{ at: { start: at, end: at }, text: `\n${words}\n` }];
  });
  return desk.files.texts();
}

async function answeredBy(...people: readonly string[]): Promise<Record<string, string>> {
  let notes = await started();
  for (const person of people) notes = await answered(person, notes, `- words of ${person}`);
  return notes;
}

describe('A survey of the team', () => {
  it('stands in everybody’s inbox until she answered', async () => {
    const notes = await started();
    assert.equal(
      await inbox(seenBy('sam', notes)),
      'Asked of me\n  How we release · Lin asks the team · due 2026-11-27',
    );
    assert.equal(
      await inbox(seenBy('lin', notes)),
      'Asked of me\n  How we release · Lin asks the team · due 2026-11-27\nWaiting for others\n  Answers to How we release · due 2026-11-27',
    );
    const sam = seenBy('sam', notes, '2026-11-23');
    const survey = await surveyCalled(sam, 'How we release');
    assert.equal(await answerSurvey(sam, survey), `people/sam/answers/${called}-sam.md`);
    assert.match(await inbox(sam), /How we release/, 'a note with nothing but headings is no answer');
    assert.equal(await answerSurvey(sam, survey), `people/sam/answers/${called}-sam.md`, 'there is one answer');
    assert.equal(await inbox(seenBy('sam', await answered('sam', notes, '- more pairs'))), '');
  });

  it('has one answer of each, however often it is asked for, also one she keeps to herself or can’t be read now', async () => {
    const sam = seenBy('sam', await started(), '2026-11-23');
    const survey = await surveyCalled(sam, called);
    const answers = () => Object.keys(sam.files.texts()).filter(file => file.includes('/answers/'));
    const both = await Promise.all([answerSurvey(sam, survey), answerSurvey(sam, survey)]);
    assert.deepEqual(new Set(both), new Set(answers()));
    assert.equal(answers().length, 1);
    const [answer] = both;
    await sam.notebook.shared.update(answer, text => {
      const at = (text ?? '').indexOf('from:');
      return [{ at: { start: at, end: at }, text: 'private: true\n' }];
    });
    assert.equal(await answerSurvey(sam, survey), answer);
    const broken = seenBy('sam', {
      ...sam.files.texts(),
      [answer]: '---\ntype: survey-answer\nsurvey: [\n---\n# Mine\n',
    });
    await assert.rejects(answerSurvey(broken, survey));
    assert.deepEqual(Object.keys(broken.files.texts()), Object.keys(sam.files.texts()));
  });

  it('is summed up with the line ends its note has', async () => {
    const notes = await answeredBy('sam', 'ada', 'lin');
    const desk = seenBy('lin', { ...notes, [path]: (notes[path] ?? '').replaceAll('\n', '\r\n') }, '2026-11-28');
    await closeSurvey(withYaml(desk), await surveyCalled(desk, called));
    assert.doesNotMatch(desk.files.texts()[path] ?? '', /(?<!\r)\n/);
    const more = [1, 2].map(n => ({ text: `Do ${n}`, owner: 'sam', due: '2026-12-01' }));
    await closeSurvey(withYaml(desk), await surveyCalled(desk, called), more);
    assert.doesNotMatch(desk.files.texts()[path] ?? '', /(?<!\r)\n/);
  });

  it('makes an answer that says plainly what git keeps', async () => {
    const sam = seenBy('sam', await started(), '2026-11-23');
    const answer = await answerSurvey(sam, await surveyCalled(sam, called));
    assert.equal(
      sam.files.texts()[answer],
      `---
type: survey-answer
survey: 2026-11-22-how-we-release
from: sam
date: 2026-11-23
---
# How we release: Sam

Answers to [How we release](../../../surveys/2026-11-22-how-we-release.md). Every question may stay empty.

> [!NOTE]
> This is not anonymous: git keeps who wrote what, and everyone with the repository can read it. Write what you would say in the room.

## What should we start?


## What should we stop?


## What should we continue?
`,
    );
  });

  it('asks nobody once its last day is over, but who started it to sum it up', async () => {
    const notes = await started();
    assert.equal(await inbox(seenBy('sam', notes, '2026-11-28')), '');
    assert.equal(
      await inbox(seenBy('lin', notes, '2026-11-28')),
      'Asked of me\n  Sum up: How we release · its last day is over',
    );
  });

  it('is summed up from three answers on, and shows nothing of fewer', async () => {
    const two = seenBy('lin', await answeredBy('sam', 'ada'), '2026-11-28');
    const survey = await surveyCalled(two, called);
    const before = two.files.texts();
    assert.equal(await canBeSummedUp(two, survey), false);
    await assert.rejects(closeSurvey(withYaml(two), survey), (error: Error) => {
      assert.match(error.message, /three people, so that nobody stands alone/);
      assert.doesNotMatch(error.message, /words|sam|ada|two|2/i);
      return true;
    });
    assert.deepEqual(two.files.texts(), before);

    const three = seenBy('lin', await answeredBy('sam', 'ada', 'lin'), '2026-11-28');
    await closeSurvey(withYaml(three), await surveyCalled(three, called));
    const text = (three.files.texts()[path] ?? '').replace(/^<!--.*-->\n/gm, '');
    assert.match(text, /^closed: 2026-11-28$/m);
    assert.match(text, /## What should we start\?\n\n- words of ada\n- words of lin\n- words of sam\n/);
    assert.ok(text.endsWith('## Actions\n\n- [ ] \n'), text.slice(-80));
    assert.equal(await inbox(seenBy('lin', three.files.texts(), '2026-11-29')), '');
  });

  it('takes no private answer, and none that lies in somebody else’s name', async () => {
    const notes = await answeredBy('sam', 'ada', 'lin');
    const lins = `people/lin/answers/${called}-lin.md`;
    const hidden = { ...notes, [lins]: (notes[lins] ?? '').replace('type:', 'private: true\ntype:') };
    const moved = Object.fromEntries(
      Object.entries(notes).map(([at, text]) => [at === lins ? 'people/sam/answers/x.md' : at, text]),
    );
    for (const some of [hidden, moved]) {
      const desk = seenBy('lin', some);
      assert.equal(await canBeSummedUp(desk, await surveyCalled(desk, called)), false);
    }
  });

  it('hands its actions to who owns them when they are due, and to the next one', async () => {
    const desk = seenBy('lin', await answeredBy('sam', 'ada', 'lin'), '2026-11-28');
    await closeSurvey(withYaml(desk), await surveyCalled(desk, called), [
      { text: 'Pin the CI image', owner: 'sam', due: '2026-12-01' },
      { text: 'Write one page', owner: 'ada', due: '2026-12-08' },
    ]);
    const notes = desk.files.texts();
    assert.match(
      notes[path] ?? '',
      /## Actions\n\n- \[ \] @sam Pin the CI image 📅 2026-12-01\n- \[ \] @ada Write one page/,
    );
    assert.equal(await inbox(seenBy('sam', notes, '2026-11-30')), '');
    assert.equal(
      await inbox(seenBy('sam', notes, '2026-12-02')),
      'My goals\n  Pin the CI image · agreed in How we release · due 2026-12-01, 1 day over',
    );
    assert.equal(await inbox(seenBy('ada', notes, '2026-12-02')), '');

    const done = { ...notes, [path]: (notes[path] ?? '').replace('- [ ] @sam', '- [x] @sam') };
    const next = seenBy('ada', done, '2026-12-06');
    const second = await startSurvey(next, { ...wanted, title: 'How we review', due: '2026-12-11' });
    assert.match(
      next.files.texts()[second] ?? '',
      /## Last time\n\nWhat .*\(2026-11-22-how-we-release\.md\), .*:\n\n- @sam Pin the CI image · done\n- @ada Write one page · still open, due 2026-12-08\n\n## What should/,
    );
    assert.equal(
      await inbox(seenBy('sam', next.files.texts(), '2026-12-02')),
      await inbox(seenBy('kim', next.files.texts())),
    );
  });

  it('refuses a fourth action before anything is written', async () => {
    const desk = seenBy('lin', await answeredBy('sam', 'ada', 'lin'));
    const before = desk.files.texts();
    const action = { text: 'x', owner: 'sam', due: '2026-12-01' };
    await assert.rejects(
      closeSurvey(withYaml(desk), await surveyCalled(desk, called), [action, action, action, action]),
      /three that matter most/,
    );
    assert.deepEqual(desk.files.texts(), before);
  });

  it('asks another week, or ends without a summary', async () => {
    const desk = seenBy('lin', await answeredBy('sam'), '2026-11-28');
    const survey = await surveyCalled(desk, called);
    await extendSurvey(withYaml(desk), survey, '2026-12-05');
    assert.match(await inbox(seenBy('ada', desk.files.texts(), '2026-11-28')), /due 2026-12-05/);
    await endSurvey(withYaml(desk), survey);
    assert.equal(await inbox(seenBy('ada', desk.files.texts(), '2026-11-28')), '');
    assert.doesNotMatch(desk.files.texts()[path] ?? '', /words of sam/);
    const late = seenBy('ada', desk.files.texts(), '2026-11-30');
    await assert.rejects(answerSurvey(late, await surveyCalled(late, called)), /welcome in the next one/);
  });

  for (const [change, why] of [
    [{ questions: [' ', '?'] }, /needs a question/],
    [{ title: ' ' }, /a name/],
    [{ due: '2026-11-21' }, /is over already/],
    [{ previous: 'nothing' }, /no survey called nothing/],
  ] as const)
    it(`is not started with ${JSON.stringify(change)}`, async () => {
      const desk = seenBy('lin', {});
      await assert.rejects(startSurvey(desk, { ...wanted, ...change }), why);
      assert.deepEqual(desk.files.texts(), {});
    });

  it('reads no other text than that of its own notes', async () => {
    const notes = await answeredBy('sam');
    const others = Object.fromEntries(
      Array.from({ length: 30 }, (_, i) => [
        `people/ada/learning/2026-01-01-${i}.md`,
        '---\ntype: learning\n---\n# L\n',
      ]),
    );
    const desk = seenBy('sam', { ...notes, ...others });
    await desk.notebook.shared.notes();
    const before = desk.files.calls.length;
    await surveyInbox(desk);
    assert.deepEqual(desk.files.calls.slice(before), [`read people/sam/answers/${called}-sam.md`] as SharedPath[]);
  });
});
