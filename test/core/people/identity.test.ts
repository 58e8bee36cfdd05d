import assert from 'node:assert/strict';
import { handleCalled, personCalled, whoIs, type Signs } from '../../../src/core/people/identity.ts';
import type { Ident, Member, Person } from '../../../src/core/people/person.ts';

const member = (handle: string, name: string, ...emails: string[]): Member => ({ handle, name, emails, leads: [] });
const team = [
  member('ada', 'Ada', 'ada@forge.example', 'ada@home.example'),
  member('lin', 'Lin Chen', 'lin@forge.example'),
];
const git = (...idents: readonly string[]): readonly Ident[] =>
  idents.map(ident => {
    const [, name = '', email = ''] = /^(.*?) ?<(.*)>$/.exec(ident) ?? [];
    return { name, email };
  });
const shown = (person: Person | undefined) =>
  person && `${person.handle} | ${person.name} | ${person.emails.join(' ')}`;

describe('whoIs', () => {
  const cases: readonly (readonly [what: string, signs: Partial<Signs>, expected: string | undefined])[] = [
    [
      'the member with her e-mail',
      { team, idents: git('A. L. <ADA@home.example>') },
      'ada | Ada | ada@forge.example ada@home.example',
    ],
    [
      'the setting before git',
      { setting: 'lin', team, idents: git('Ada <ada@forge.example>', 'L <l@new.example>') },
      'lin | Lin Chen | lin@forge.example l@new.example',
    ],
    [
      'an e-mail as the setting',
      { setting: 'Lin@forge.example', team, idents: [] },
      'lin | Lin Chen | lin@forge.example',
    ],
    ['a name as the setting', { setting: 'Lin Chen', team, idents: [] }, 'lin | Lin Chen | lin@forge.example'],
    [
      'several addresses, but none of another member',
      { team, idents: git('Ada <ada@forge.example>', 'Ada <ada@new.example>', 'Lin <lin@forge.example>') },
      'ada | Ada | ada@forge.example ada@home.example ada@new.example',
    ],
    [
      'the name of git without a team',
      { idents: git('Grace Hopper <grace@x.example>') },
      'grace-hopper | Grace Hopper | grace@x.example',
    ],
    [
      'the address where git has no name',
      { idents: git('<12+gh@users.noreply.github.com>') },
      'gh | Gh | 12+gh@users.noreply.github.com',
    ],
    ['a handle without git', { setting: 'ada-lovelace' }, 'ada-lovelace | Ada Lovelace | '],
    [
      'a handle with the name git has',
      { setting: '@grace', idents: git('Grace Hopper <g@x.example>') },
      'grace | Grace Hopper | g@x.example',
    ],
    ['a slug, whatever the setting says', { setting: '../../etc' }, 'etc | ../../etc | '],
    ['another script', { idents: git('山田 太郎 <y@x.example>') }, '山田-太郎 | 山田 太郎 | y@x.example'],
    ['nobody where nothing says so', {}, undefined],
    ['nobody where the setting is only signs', { setting: ' / ' }, undefined],
    ['nobody where git has only signs', { idents: git('🎉 <@>') }, undefined],
  ];
  for (const [what, signs, expected] of cases)
    it(`finds ${what}`, () => {
      assert.equal(shown(whoIs({ team: [], idents: [], ...signs })), expected);
    });
});

describe('personCalled', () => {
  it('finds a member by handle, name or e-mail', () => {
    const lin = 'lin | Lin Chen | lin@forge.example';
    for (const called of ['lin', '@Lin', 'lin chen', 'LIN@forge.example']) {
      assert.equal(shown(personCalled(called, team)), lin, called);
      assert.equal(handleCalled(called, team), 'lin', called);
    }
  });

  it('takes a stranger by his word, with the addresses the history knows', () => {
    const known = git('Sam Doe <sam@a.example>', 'Sam Doe <sam@b.example>', 'Ada <ada@forge.example>');
    assert.equal(shown(personCalled('Sam Doe', team, known)), 'sam-doe | Sam Doe | sam@a.example sam@b.example');
    assert.equal(shown(personCalled('sam@a.example', team, known)), 'sam | Sam Doe | sam@a.example');
    assert.equal(shown(personCalled('joe@x.example', team)), 'joe | Joe | joe@x.example');
  });
});
