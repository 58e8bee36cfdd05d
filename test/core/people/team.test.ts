import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readTeam } from '../../../src/core/people/team.ts';

/** The members as lines, and the problems as the line each is at. */
function shown(body: string): readonly string[] {
  const head = '---\ntype: team\n---\n';
  const text = head + body;
  const { members, problems } = readTeam({ bodyStart: head.length }, text);
  return [
    ...members.map(({ handle, name = '-', emails, leads, role = '-' }) =>
      [handle, name, role, emails.join(' '), leads.join(' ')].join(' | '),
    ),
    ...problems.map(({ at, expected }) => `! ${text.slice(at.start, at.end)} ! ${expected}`),
  ];
}

describe('readTeam', () => {
  const cases: readonly (readonly [what: string, line: string, expected: string])[] = [
    ['a name alone', '- Ada', 'ada | Ada | - |  | '],
    ['a handle in brackets', '- Ada Lovelace (ada)', 'ada | Ada Lovelace | - |  | '],
    ['a slug of the name', '- Ada Lovelace', 'ada-lovelace | Ada Lovelace | - |  | '],
    ['a link to the profile', '- [Ada Lovelace](people/ada/ada.md)', 'ada | Ada Lovelace | - |  | '],
    ['a name in bold', '* **Ada** (`ada`)', 'ada | Ada | - |  | '],
    [
      'everything',
      '- Ada (ada) · engineer · Ada@forge.example, ada@home.example · leads sam, lin and @grace',
      'ada | Ada | engineer | ada@forge.example ada@home.example | sam lin grace',
    ],
    [
      'any order',
      '- Ada · leads: sam · <ada@forge.example> · engineer',
      'ada | Ada | engineer | ada@forge.example | sam',
    ],
    ['another script', '- 山田 · engineer', '山田 | 山田 | engineer |  | '],
  ];
  for (const [what, line, expected] of cases)
    it(`reads ${what}`, () => {
      assert.deepEqual(shown(`# Team\n\n${line}\n`), [expected]);
    });

  it('tells of lines it can not read, and goes on', () => {
    const lines = ['Ada', ' (../lin)', 'Lin (../lin)', 'ada', 'Sam (sam) · at@', 'Grace · g@forge.example'];
    assert.deepEqual(shown(`${lines.map(line => `- ${line}`).join('\n')}\n- Joe · g@forge.example\n`), [
      'ada | Ada | - |  | ',
      'grace | Grace | - | g@forge.example | ',
      'joe | Joe | - |  | ',
      '! -  (../lin) ! a member such as "Ada Lovelace (ada) · ada@forge.example"',
      '! - Lin (../lin) ! a member such as "Ada Lovelace (ada) · ada@forge.example"',
      '! - ada ! each handle once',
      '! - Sam (sam) · at@ ! a member such as "Ada Lovelace (ada) · ada@forge.example"',
      '! - Joe · g@forge.example ! each e-mail once',
    ]);
  });

  it('looks below "Members", else in front of the first section', () => {
    const rest = '## How we meet\n- Mondays (short)\n';
    assert.deepEqual(shown(`- Ada\n${rest}`), ['ada | Ada | - |  | ']);
    assert.deepEqual(shown(`- Mondays\n## Members\n- Ada\n${rest}`), ['ada | Ada | - |  | ']);
    assert.deepEqual(shown(rest), []);
    assert.deepEqual(shown('```\n- Code\n```\n- Ada\n'), ['ada | Ada | - |  | ']);
    assert.deepEqual(shown(''), []);
  });

  it('never throws and names only safe folders', () => {
    const part = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom('- ', ' · ', '(a/../b)', '(CON)', '[x](people/../../y/z.md)', 'a@b', 'leads ', '__proto__', '\n'),
    );
    fc.assert(
      fc.property(fc.array(part), parts => {
        for (const { handle } of readTeam({ bodyStart: 0 }, parts.join('')).members)
          assert.match(handle, /^(?!\.|con$|-)[^/\\]{1,60}$/iu);
      }),
    );
  });
});
