import assert from 'node:assert/strict';
import { Acquaintances } from '../../../src/core/reviewer/acquaintances.ts';
import { pastWork } from '../../../src/core/reviewer/pastWork.ts';

describe('what a commit tells of who knows what', () => {
  const people = () =>
    new Acquaintances({
      me: { handle: 'ada', name: 'Ada', emails: ['ada@shop.example'] },
      team: [{ handle: 'lin', name: 'Lin Chen', emails: ['lin@shop.example'], leads: [] }],
    });
  const told = (...trailers: readonly string[]) => {
    const { author, reviewers, helpers } = pastWork(
      {
        at: 0,
        author: { name: 'Sam Lee', email: 'sam@shop.example' },
        subject: 'Sum',
        files: [],
        trailers: trailers.map(line => {
          const [key = '', value = ''] = line.split(': ');
          return { key, value };
        }),
      },
      people(),
    );
    return `${author} | ${reviewers.join(' ')} | ${helpers.join(' ')}`;
  };

  for (const [name, trailers, expected] of [
    ['who reviewed and who helped', ['reviewed-by: Kim <kim@x.example>', 'tested-by: Bo <bo@x.example>'], 'kim | bo'],
    [
      'each once, and never the author',
      ['acked-by: Kim <k@x>', 'reviewed-by: Kim <k@x>', 'acked-by: Sam Lee <s@x>'],
      'kim | ',
    ],
    ['a member by her address or name', ['reviewed-by: L <lin@shop.example>', 'acked-by: lin chen <l@home>'], 'lin | '],
    [
      'one person by her address, whatever she is called',
      ['acked-by: Kim <k@x.example>', 'reviewed-by: K. Ito <K@x.example>'],
      'kim | ',
    ],
    ['who left out the address', ['reviewed-by: "Kim"'], 'kim | '],
    [
      'no program',
      ['reviewed-by: review-bot <bot@x.example>', 'co-authored-by: x[bot] <1+x[bot]@users.noreply.github.com>'],
      ' | ',
    ],
    ['nothing of other trailers', ['signed-off-by: Kim <k@x>', 'cc: Kim <k@x>'], ' | '],
  ] as const)
    it(`is ${name}`, () => {
      assert.equal(told(...trailers), `sam-lee | ${expected}`);
    });
});
