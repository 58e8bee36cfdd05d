import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { answersTo, feedbackOf, requestCalled } from '../../../src/app/feedback/feedbackOf.ts';
import { requestState, silentOf } from '../../../src/core/feedback/requestState.ts';
import { memoryDesk } from '../../support/memoryDesk.ts';

const request = (keys: string) =>
  `---\ntype: feedback-request\n${keys}---\n# The outbox design\n\n## What did you notice?\n`;
const answer = (keys: string) => `---\ntype: feedback-answer\n${keys}---\n# The outbox design: Sam\n`;
const [asked, sams] = [
  'people/ada/feedback/2026-11-19-outbox-design.md',
  'people/sam/answers/2026-11-19-outbox-design-sam.md',
];
const team = [{ handle: 'sam', name: 'Sam Vimes', emails: ['sam@forge.example'], leads: [] }];

/** Each request on a line: its state, and whom it waits for. */
async function seen(notes: Record<string, string>, today = '2026-11-22'): Promise<readonly string[]> {
  const { asked } = await feedbackOf(memoryDesk({ notes, team }));
  return asked.map(each => [each.request.id, requestState(each, today), ...silentOf(each)].join(' '));
}

describe('feedbackOf', () => {
  it('joins requests and answers without reading a text', async () => {
    const desk = memoryDesk({
      notes: {
        [asked]: request('to: [sam, "@lin"]\ndue: 2026-11-24\nkind: design\nabout: shop main..outbox\n'),
        [sams]: answer('request: Ada/2026-11-19-outbox-design\nfrom: sam\ndate: 2026-11-20\n'),
        'people/lin/answers/2026-11-22-talk-lin.md': answer('to: ada\nabout: the talk\n'),
        'people/ada/answers/gone-ada.md': answer('request: sam/2026-11-01-gone\n'),
      },
    });
    await desk.notebook.shared.notes();
    const before = desk.files.calls.length;
    const feedback = await feedbackOf(desk);
    assert.deepEqual(feedback.asked, [
      {
        request: {
          id: 'ada/2026-11-19-outbox-design',
          asker: 'ada',
          path: asked,
          title: 'The outbox design',
          to: ['sam', 'lin'],
          about: 'shop main..outbox',
          kind: 'design',
          asked: '2026-11-19',
          due: '2026-11-24',
        },
        answers: [
          {
            by: 'sam',
            path: sams,
            title: 'The outbox design: Sam',
            request: 'Ada/2026-11-19-outbox-design',
            to: [],
            given: '2026-11-20',
          },
        ],
      },
    ]);
    assert.deepEqual(
      answersTo(feedback, 'ada').map(({ path, given }) => `${path} ${given ?? ''}`),
      ['people/lin/answers/2026-11-22-talk-lin.md 2026-11-22', `${sams} 2026-11-20`],
    );
    assert.deepEqual(desk.files.calls.slice(before), []);
  });

  for (const [name, keys, answers, today, expected] of [
    ['is open', 'to: sam\n', [], '2026-11-22', ['open sam']],
    ['finds a person by her name', 'to: Sam Vimes\n', [], '2026-11-22', ['open sam']],
    ['is answered', 'to: sam\n', ['sam'], '2026-11-22', ['answered']],
    ['waits for the others', 'to: [sam, lin, Sam]\n', ['sam'], '2026-11-22', ['open lin']],
    ['is answered whatever the case of a handle', 'to: [SAM]\n', ['sam'], '2026-11-22', ['answered']],
    ['waits for 90 days', 'to: sam\ndate: 2026-08-24\n', [], '2026-11-22', ['open sam']],
    ['and no longer', 'to: sam\ndate: 2026-08-23\n', [], '2026-11-22', ['expired sam']],
    ['is closed by its asker', 'to: sam\nclosed: 2026-11-21\n', [], '2026-11-22', ['closed sam']],
    ['asks nobody yet', '', [], '2026-11-22', ['open']],
    ['is nothing where it is private', 'to: sam\nprivate: true\n', [], '2026-11-22', []],
    ['is nothing where it is broken', 'to: [sam\n', [], '2026-11-22', []],
  ] as const)
    it(`says of a request that it ${name}`, async () => {
      const given = answers.map((by): [string, string] => [
        `people/${by}/answers/x.md`,
        answer('request: ada/2026-11-19-outbox-design\nfrom: somebody-else\n'),
      ]);
      const states = await seen({ [asked]: request(keys), ...Object.fromEntries(given) }, today);
      assert.deepEqual(
        states,
        expected.map(words => `ada/2026-11-19-outbox-design ${words}`),
      );
    });

  it('counts no answer that is private, broken, or another’s word in a person’s folder', async () => {
    const id = 'request: ada/2026-11-19-outbox-design\n';
    const states = await seen({
      [asked]: request('to: [sam, lin]\n'),
      'people/sam/answers/a.md': answer(`${id}private: yes\n`),
      'people/sam/answers/b.md': answer(`${id}from: [\n`),
      'people/mia/answers/c.md': answer(`${id}from: lin\n`),
      'answers/d.md': answer(`${id}from: lin\n`),
    });
    assert.deepEqual(states, ['ada/2026-11-19-outbox-design open sam lin']);
  });

  it('finds a request by what its answers call it and by its place', async () => {
    const feedback = await feedbackOf(memoryDesk({ notes: { [asked]: request('to: sam\n') } }));
    for (const called of ['ada/2026-11-19-outbox-design', ` ${asked} `, 'Ada/2026-11-19-Outbox-Design'])
      assert.equal(requestCalled(feedback, called).request.path, asked);
    assert.throws(() => requestCalled(feedback, 'ada/gone'), /no request called ada\/gone/);
  });
});
