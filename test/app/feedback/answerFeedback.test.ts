import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { closeRequest } from '../../../src/app/feedback/closeRequest.ts';
import { declineFeedback } from '../../../src/app/feedback/declineFeedback.ts';
import { feedbackOf, requestCalled } from '../../../src/app/feedback/feedbackOf.ts';
import { giveFeedback } from '../../../src/app/feedback/giveFeedback.ts';
import { ownAnswer } from '../../../src/app/feedback/ownAnswer.ts';
import { yamlHead } from '../../../src/node/yamlHead.ts';
import { memoryDesk, type MemoryDesk } from '../../support/memoryDesk.ts';

const asked = 'people/ada/feedback/2026-11-19-outbox-design.md';
const sams = 'people/sam/answers/2026-11-19-outbox-design-sam.md';
const request =
  '---\ntype: feedback-request\nto: sam\n---\n# The outbox design\n\n## What did you notice first?\n\n## And then?\n';
const fresh = `---
type: feedback-answer
request: ada/2026-11-19-outbox-design
from: sam
date: 2026-11-22
---
# The outbox design: Sam

## What did you notice first?


## And then?

`;

function sam(notes: Record<string, string> = {}): MemoryDesk {
  return memoryDesk({ notes: { [asked]: request, ...notes }, me: { handle: 'sam', name: 'Sam', emails: [] } });
}
const theRequest = async (desk: MemoryDesk) => requestCalled(await feedbackOf(desk), 'ada/2026-11-19-outbox-design');
const answer = async (desk: MemoryDesk) => ownAnswer(desk, await theRequest(desk));
const decline = async (desk: MemoryDesk, why: string) =>
  declineFeedback(desk, await theRequest(desk), { why, yaml: yamlHead });

describe('ownAnswer', () => {
  it('makes the note with the request’s own questions, and only that', async () => {
    const desk = sam();
    assert.equal(await answer(desk), sams);
    assert.deepEqual(desk.files.texts(), { [asked]: request, [sams]: fresh });
  });

  it('leaves the note alone the second time, wherever it lies and whatever stands in it', async () => {
    const moved = 'people/sam/answers/deeper/mine.md';
    const notes = { [moved]: `${fresh}Half a word` };
    const desk = sam(notes);
    assert.equal(await answer(desk), moved);
    assert.deepEqual(desk.files.texts(), { [asked]: request, ...notes });
  });

  it('makes one note where two windows do so at once', async () => {
    const desk = sam();
    assert.deepEqual(await Promise.all([answer(desk), answer(desk)]), [sams, sams]);
    assert.deepEqual(Object.keys(desk.files.texts()), [asked, sams]);
  });

  it('takes another name where another’s request is called the same', async () => {
    const desk = sam({ [sams]: fresh.replace('ada/', 'lin/') });
    assert.equal(await answer(desk), 'people/sam/answers/2026-11-19-outbox-design-sam-2.md');
  });

  it('writes nothing into a note that can’t be read', async () => {
    const broken = fresh.replace('from: sam', 'from: [sam');
    const desk = sam({ [sams]: broken });
    await assert.rejects(answer(desk), { name: 'Failure' });
    assert.equal(desk.files.texts()[sams], broken);
  });

  it('opens an answer she keeps to herself, and makes no second one', async () => {
    const desk = sam({ [sams]: fresh.replace('from:', 'private: true\nfrom:') });
    assert.equal(await answer(desk), sams);
  });
});

describe('declineFeedback', () => {
  it('declines nothing in an answer that nobody else can read', async () => {
    const own = fresh.replace('date:', 'private: true\ndate:');
    const desk = sam({ [sams]: own });
    await assert.rejects(decline(desk, 'No time'), { name: 'Failure', message: /can’t read/ });
    assert.equal(desk.files.texts()[sams], own);
  });

  it('says why in a note of its own', async () => {
    const desk = sam();
    assert.equal(await decline(desk, 'I know too little about *queues*.'), sams);
    assert.equal(
      desk.files.texts()[sams],
      `---
type: feedback-answer
request: ada/2026-11-19-outbox-design
from: sam
date: 2026-11-22
declined: 2026-11-22
---
# The outbox design: Sam

I know too little about \\*queues\\*.
`,
    );
  });

  it('is kind where nothing is said', async () => {
    const desk = sam();
    await decline(desk, ' ');
    assert.match(desk.files.texts()[sams] ?? '', /\n\nI can’t help with this one now\. Thank you for asking me\.\n$/);
  });

  it('keeps what was answered already', async () => {
    const begun = fresh.replace('first?\n', 'first?\nThe replay test.\n');
    const desk = sam({ [sams]: begun });
    await decline(desk, 'No time for the rest.');
    assert.equal(
      desk.files.texts()[sams],
      begun
        .replace('date: 2026-11-22\n', 'date: 2026-11-22\ndeclined: 2026-11-22\n')
        .replace(': Sam\n', ': Sam\n\nNo time for the rest.\n'),
    );
  });
});

describe('closeRequest', () => {
  it('says since when nobody is waited for, and changes nothing else', async () => {
    const desk = memoryDesk({ notes: { [asked]: request } });
    await closeRequest(desk, await theRequest(desk), yamlHead);
    assert.deepEqual(desk.files.texts(), { [asked]: request.replace('to: sam\n', 'to: sam\nclosed: 2026-11-22\n') });
  });

  it('is only for who asked', async () => {
    const desk = sam();
    await assert.rejects(closeRequest(desk, await theRequest(desk), yamlHead), /decline it instead/);
    assert.deepEqual(desk.files.texts(), { [asked]: request });
  });
});

describe('giveFeedback', () => {
  const feedback = { to: 'ada', about: 'The talk', day: '2026-11-22' };
  it('writes one note, and never over another', async () => {
    const desk = sam();
    const lines = [
      { time: '14:05', text: 'a' },
      { time: '14:06', text: ' ' },
    ];
    const path = 'people/sam/answers/2026-11-22-the-talk-sam.md';
    assert.equal(await giveFeedback(desk, { ...feedback, lines }), path);
    assert.match(desk.files.texts()[path] ?? '', /\n\n- 14:05 a\n$/);
    assert.equal(await giveFeedback(desk, { ...feedback, lines }), path.replace('.md', '-2.md'));
    await assert.rejects(giveFeedback(desk, { ...feedback, lines: [] }), /One line/);
  });
});
