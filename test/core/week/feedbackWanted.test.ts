import assert from 'node:assert/strict';
import type { SharedPath } from '../../../src/core/note/notePath.ts';
import { readNote } from '../../../src/core/note/readNote.ts';
import { feedbackWanted } from '../../../src/core/week/feedbackWanted.ts';
import { yamlHead } from '../../../src/node/yamlHead.ts';

const noteOf = ([path, text]: [string, string]) => ({
  ...readNote(path, text, yamlHead),
  path: path as SharedPath,
});
const wanted = (notes: Readonly<Record<string, string>>) =>
  feedbackWanted(Object.entries(notes).map(noteOf), 'ada', '2026-W47').map(({ waitsFor, answeredBy }) => ({
    waitsFor,
    answeredBy,
  }));

describe('The feedback a week waits for', () => {
  const asked = '---\ntype: feedback-request\nto: [sam, lin]\n---\n# The outbox\n';
  const answer = (from: string) =>
    `---\ntype: feedback-answer\nrequest: ada/2026-11-19-outbox\nfrom: ${from}\ndate: 2026-11-20\n---\n# The outbox\n`;

  it('was answered by whoever’s folder an answer lies in, whatever it says', () => {
    assert.deepEqual(
      wanted({
        'people/ada/feedback/2026-11-19-outbox.md': asked,
        'people/eve/answers/x.md': answer('sam'),
        'people/Lin/answers/x.md': answer('nobody'),
      }),
      [{ waitsFor: ['sam'], answeredBy: ['eve', 'Lin'] }],
    );
  });
});
