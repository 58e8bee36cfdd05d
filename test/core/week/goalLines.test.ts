import assert from 'node:assert/strict';
import { readGoal } from '../../../src/core/goal/goal.ts';
import { readNote } from '../../../src/core/note/readNote.ts';
import type { SharedPath } from '../../../src/core/note/notePath.ts';
import { goalLines } from '../../../src/core/week/goalLines.ts';
import { printLine } from '../../../src/core/week/part.ts';
import type { ReportedEntry, WeekReport } from '../../../src/core/week/weekReport.ts';
import { yamlHead } from '../../../src/node/yamlHead.ts';
import { loggedEntryOf } from '../../support/loggedEntry.ts';
import { commit, hashOf, piece, worked } from './samples.ts';

const path = 'people/ada/goals/checkout.md' as SharedPath;

function goal(body: string, head = '') {
  const text = `---\ntype: goal\n${head}---\n# Checkout\n\n${body}`;
  return readGoal({ ...readNote(path, text, yamlHead), path }, text);
}

function entry(title: string, name: string, goal?: string): ReportedEntry {
  const place = { shelf: 'shared', path: `people/ada/learning/${name}.md` as SharedPath } as const;
  return { ...loggedEntryOf({ title, ...(goal !== undefined && { goal }) }), place, to: [] };
}

function lines(more: Partial<WeekReport>): readonly string[] {
  const report: WeekReport = {
    week: '2026-W47',
    person: { handle: 'ada', name: 'Ada', emails: [] },
    path: 'people/ada/weekly/2026-W47-ada.md' as SharedPath,
    team: [],
    entries: [],
    trailers: [],
    goals: [],
    feedback: [],
    plans: [],
    ...more,
  };
  return goalLines(report).map(line => printLine(line));
}

const pull = { number: 412, url: 'https://forge.example/shop/pull/412' };

describe('the goals of a week', () => {
  it('are told with what moved them: claims first, then the log, then work, each once', () => {
    const pool = piece('Hold a pool', { files: ['services/checkout/pool.ts'], pull });
    const cache = piece('Cache the reads', { files: ['services/checkout/cache.ts'] });
    const elsewhere = piece('Else', { files: ['docs/a.md'] });
    const evidence = `## Evidence
- [x] reads under 200 ms: shop ${hashOf('Hold a pool').slice(0, 9)}
- [A pool](../learning/pool.md)
- of another week: shop 1d0e77b
`;
    assert.deepEqual(
      lines({
        goals: [goal(evidence, 'paths: ["services/checkout/**"]\n')],
        entries: [entry('An index', 'index', 'Checkout'), entry('A pool', 'pool', 'checkout'), entry('Else', 'else')],
        work: worked({ pieces: [pool, elsewhere], also: [cache] }),
      }),
      [
        '- [Checkout](../goals/checkout.md) · moved by [reads under 200 ms](https://forge.example/shop/pull/412), ' +
          '[A pool](../learning/pool.md), [An index](../learning/index.md) and more',
      ],
    );
    assert.deepEqual(
      lines({ goals: [goal('', 'paths: ["services/checkout/**"]\n')], work: worked({ also: [cache] }) }),
      [
        `- [Checkout](../goals/checkout.md) · moved by [Cache the reads](${commit(hashOf('Cache the reads')).url ?? ''})`,
      ],
    );
  });

  it('are told where only evidence, a pull request or a step moved them, and not where nothing did', () => {
    const pool = piece('Hold a pool', { pull });
    const named = goal('## Evidence\n- the pool: [#412](https://forge.example/shop/pull/412)\n');
    assert.deepEqual(lines({ goals: [named], work: worked({ pieces: [pool] }) }), [
      '- [Checkout](../goals/checkout.md) · moved by [the pool](https://forge.example/shop/pull/412)',
    ]);
    assert.deepEqual(lines({ goals: [goal('- [x] Find it ✅ 2026-11-17\n')] }), [
      '- [Checkout](../goals/checkout.md) · done: Find it',
    ]);
    assert.deepEqual(lines({ goals: [goal('- [x] Find it ✅ 2026-11-10\n')], work: worked({ pieces: [pool] }) }), []);
  });

  it('show a stranger’s words as words', () => {
    const hostile = piece('<img src=x> [click](command:x)', { files: ['a.ts'] });
    const [line = ''] = lines({ goals: [goal('', 'paths: ["a.ts"]\n')], work: worked({ pieces: [hostile] }) });
    assert.ok(!/(?<!\\)<img|(?<!\\)\]\(command/.test(line), line);
  });
});
