import assert from 'node:assert/strict';
import { advocates } from '../../../src/app/meeting/advocates.ts';
import { memoryDesk } from '../../support/memoryDesk.ts';

const team = ['ada', 'lin', 'sam', 'kim', 'tom'].map(handle => ({ handle, emails: [], leads: [] }));

describe('who may speak for somebody', () => {
  it('is who did the last time, then whom the team names, then the others; never one of the two', async () => {
    const notes = { 'team.md': '---\ntype: team\nadvocate: [kim, ada]\n---\n# Team\n' };
    const privateNotes = {
      'one-on-ones/2026-03-01-ada-lin.md': '---\ntype: one-on-one\nwith: lin\nadvocate: kim\n---\n# A\n',
      'one-on-ones/2026-10-01-ada-lin.md': '---\ntype: one-on-one\nwith: lin\nadvocate: "@tom"\n---\n# B\n',
      'one-on-ones/2026-11-01-ada-lin.md': '---\ntype: one-on-one\nwith: lin\n---\n# C\n',
    };
    const found = await advocates(memoryDesk({ team, notes, privateNotes }), 'lin');
    assert.deepEqual(
      found.map(({ person, why = '' }) => `${person.handle} ${why}`.trim()),
      ['tom last', 'kim team', 'sam'],
    );
  });
});
