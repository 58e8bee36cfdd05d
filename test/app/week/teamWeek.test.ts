import assert from 'node:assert/strict';
import { openTeamWeek } from '../../../src/app/week/teamWeek.ts';
import { SharingRefused, type NoteSharing } from '../../../src/app/share/noteSharing.ts';
import { yamlHead } from '../../../src/node/yamlHead.ts';
import { memoryDesk } from '../../support/memoryDesk.ts';
import { memorySharing } from '../../support/memorySharing.ts';

const noteOf = (handle: string, learned: string, { week = '2026-W47', head = '' } = {}) => ({
  [`people/${handle}/weekly/${week}-${handle}.md`]: `---\ntype: weekly\nweek: ${week}\n${head}---\n# Week\n\n## Learned\n\n- ${learned}\n`,
});

const team = ['sam', 'lin', 'ada'].map(handle => ({ handle, name: handle.toUpperCase(), emails: [], leads: [] }));

describe('Opening a team’s week', () => {
  const see = async (
    notes: Record<string, string>,
    committed: Record<string, string>,
    options: { week?: string; sharing?: NoteSharing | undefined } = {},
  ) => {
    const desk = memoryDesk({ notes, team });
    const sharing = memorySharing(desk.files, committed);
    const { week, people, learned, unshared } = await openTeamWeek(desk, { yaml: yamlHead, sharing, ...options });
    return { week, people: people.map(({ name }) => name), learned: learned.map(({ words }) => words), unshared };
  };

  it('shows members in the order of the team, and others behind them', async () => {
    const notes = { ...noteOf('ada', 'a'), ...noteOf('zoe', 'z'), ...noteOf('lin', 'l'), ...noteOf('sam', 's') };
    assert.deepEqual(await see(notes, notes), {
      week: '2026-W47',
      people: ['SAM', 'LIN', 'Ada', 'Zoe'],
      learned: ['s', 'l', 'a', 'z'],
      unshared: undefined,
    });
  });

  it('shows a note as it was committed, and not before', async () => {
    const notes = { ...noteOf('ada', 'half a thought'), ...noteOf('sam', 'as he types it now') };
    const seen = await see(notes, noteOf('sam', 'as he shared it'));
    assert.deepEqual(seen, {
      week: '2026-W47',
      people: ['SAM'],
      learned: ['as he shared it'],
      unshared: 'people/ada/weekly/2026-W47-ada.md',
    });
  });

  it('opens last week’s where nobody has shared this one’s, unless a week is named', async () => {
    const notes = {
      ...noteOf('sam', 'then', { week: '2026-W46' }),
      ...noteOf('lin', 'long ago', { week: '2026-W40' }),
    };
    assert.equal((await see(notes, notes)).week, '2026-W46');
    assert.deepEqual((await see(notes, notes, { week: '2026-W47' })).people, []);
    assert.deepEqual((await see(notes, notes, { week: '2026-W40' })).learned, ['long ago']);
    assert.equal((await see({}, {})).week, '2026-W47');
  });

  it('takes no private note, nor one that was private when it was committed', async () => {
    const hidden = {
      ...noteOf('sam', 'secret', { head: 'private: yes\n' }),
      ...noteOf('lin', 'broken', { head: 'tags: [\n' }),
    };
    assert.deepEqual((await see(hidden, hidden)).learned, []);
    assert.deepEqual(
      (await see(noteOf('sam', 'now open'), noteOf('sam', 'secret', { head: 'private: true\n' }))).learned,
      [],
    );
  });

  it('takes what lies in the folder where there is no git to ask', async () => {
    const notes = noteOf('sam', 'in the folder');
    const none = {
      committedTexts: () => Promise.reject(new SharingRefused('no-repository')),
    } as unknown as NoteSharing;
    assert.deepEqual((await see(notes, {}, { sharing: none })).learned, ['in the folder']);
    assert.deepEqual((await see(notes, {}, { sharing: undefined })).learned, ['in the folder']);
  });
});
