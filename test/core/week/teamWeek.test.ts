import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { SharedPath } from '../../../src/core/note/notePath.ts';
import { plainText, slackText } from '../../../src/core/week/chatText.ts';
import { printTeamWeek } from '../../../src/core/week/printTeamWeek.ts';
import { teamWeek, type SharedWeek } from '../../../src/core/week/teamWeek.ts';

const pathOf = (handle: string) => `people/${handle}/weekly/2026-W47-${handle}.md` as SharedPath;
const names: Readonly<Record<string, string>> = { ada: 'Ada', lin: 'Lin', sam: 'Sam' };
const nameOf = (handle: string) => names[handle] ?? handle;
const weekOf = (handle: string, body: string): SharedWeek => {
  return { handle, name: nameOf(handle), path: pathOf(handle), text: `---\ntype: weekly\n---\n# Week 47\n\n${body}` };
};
const page = (...notes: SharedWeek[]) => printTeamWeek(teamWeek('2026-W47', notes, nameOf));

const ada = weekOf(
  'ada',
  `<!-- What changed for someone? -->

Checkout is *finally* fast on the read path.
I need a decision on the queue.

Another paragraph.

<!-- outloud:begin worked-on -->
## Worked on

- **Checkout reads stay under 200 ms** · [#412](https://forge.example/412) · for [checkout](../goals/checkout.md)
- Reviewed: the scheduler's new queue (Sam)

<details><summary>also</summary>

- typo in the on-call guide
</details>
<!-- outloud:end worked-on 8f2c3d:b1e29c -->

<!-- outloud:begin learned -->
## Gelernt

- [PgBouncer pins a session for SET](../learning/2026-11-18-pgbouncer.md)
<!-- outloud:end learned 1d0e77:1d0e77 -->

## Roadblocks

- [ ] Which queue for the outbox? Two options are written up. @lin @sam 📅 2026-11-25
  - [ ] the first one
- [x] The staging database
- [>] Pair with Sam → 2026-W48
- [ ]

## Next week

- [ ] Write path
`,
);
const sam = weekOf(
  'sam',
  '## Learned\n\n- `EXPLAIN` lies\n\n## Feedback wanted\n\n- [The scheduler](../feedback/s.md) from Ada\n',
);

describe('A team’s week', () => {
  it('has what is asked for first, then what was learned, then what everybody worked on', () => {
    assert.equal(
      page(ada, sam).text,
      `# Week 47 · the team

2026-11-16 – 2026-11-22

## Asks and roadblocks

- Which queue for the outbox? Two options are written up. · asks Lin and Sam · by 2026-11-25 · Ada

## Feedback wanted

- The scheduler from Ada · Sam

## Learned

- PgBouncer pins a session for SET · Ada
- EXPLAIN lies · Sam

## Worked on

### Ada

Checkout is finally fast on the read path. I need a decision on the queue.

- Checkout reads stay under 200 ms · #412 · for checkout
- Reviewed: the scheduler's new queue (Sam)

### Sam
`,
    );
  });

  it('leads from each line to where it stands', () => {
    const { text, sources } = page(ada, sam);
    const lines = text.split('\n');
    const found = [...sources].map(([index, { path, line }]) => {
      const note = [ada, sam].find(each => each.path === path)!;
      return `${lines[index]?.slice(0, 24) ?? ''} ← ${note.text.split('\n')[line - 1]?.slice(0, 24) ?? ''}`;
    });
    assert.deepEqual(found, [
      '- Which queue for the ou ← - [ ] Which queue for th',
      '- The scheduler from Ada ← - [The scheduler](../fee',
      '- PgBouncer pins a sessi ← - [PgBouncer pins a sess',
      '- EXPLAIN lies · Sam ← - `EXPLAIN` lies',
      '### Ada ← ---',
      'Checkout is finally fast ← ---',
      '- Checkout reads stay un ← - **Checkout reads stay ',
      '- Reviewed: the schedule ← - Reviewed: the schedule',
      '### Sam ← ---',
    ]);
  });

  it('knows where in a line its writer is named, so that only a name is a link', () => {
    const { text, names } = page(ada, sam);
    const lines = text.split('\n');
    assert.deepEqual(
      Array.from(names, ([index, at]) => lines[index]?.slice(at)),
      ['Ada', 'Sam', 'Ada', 'Sam', 'Ada', 'Sam'],
    );
  });

  it('says so where nobody has shared a note yet, and names nobody', () => {
    assert.equal(
      page().text,
      '# Week 47 · the team\n\n2026-11-16 – 2026-11-22\n\nNobody has shared a note of this week yet.\n',
    );
  });

  it('can be copied for a chat', () => {
    assert.match(plainText(page(ada, sam).text), /^Week 47 · the team\n[^]*\nAsks and roadblocks\n• Which queue/);
    assert.match(slackText(page(sam).text), /\*Learned\*\n• EXPLAIN lies · Sam\n/);
  });

  it('cuts what is too long to be read', () => {
    const long = { ...weekOf('sam', `## Learned\n\n- ${'word '.repeat(200)}\n`), name: 'Samuel '.repeat(40) };
    const longest = Math.max(
      ...page(long)
        .text.split('\n')
        .map(line => line.length),
    );
    assert.ok(longest < 400, String(longest));
  });

  it('is text and nothing else, whatever a note says', () => {
    const hostile = weekOf(
      'sam',
      '## Learned\n\n- <img src=x onerror=alert(1)> [x](command:evil) ![](https://spy.example/x.png) $(flame)\n- # No heading\n- \u202Eevil\n',
    );
    const { text } = page({ ...hostile, name: '[Sam](command:evil)\n# Boss' });
    assert.doesNotMatch(text, /(?<!\\)\[|(?<!\\)<|!\[|\u202E|^# Boss|^- #/m);
  });

  it('tells every open item of everybody once, in any order of sections, and no other', () => {
    const words = fc.stringMatching(/^[a-z]{3,8}$/);
    const sections = fc.uniqueArray(fc.constantFrom('Roadblocks', 'Learned', 'Feedback wanted', 'Next week', 'Thanks'));
    fc.assert(
      fc.property(sections, fc.array(words, { minLength: 1, maxLength: 4 }), (titles, items) => {
        const body = titles.map(
          title => `## ${title}\n\n${items.map(word => `- [ ] ${title}-${word}\n- [x] done-${word}`).join('\n')}\n`,
        );
        const { text } = page(weekOf('ada', body.join('\n')));
        for (const title of titles)
          for (const word of new Set(items)) {
            const isTold = !['Next week', 'Thanks'].includes(title);
            const times = items.filter(each => each === word).length;
            assert.equal(text.split(`- ${title}-${word} `).length - 1, isTold ? times : 0);
          }
        assert.doesNotMatch(text, /done-/);
      }),
    );
  });
});
