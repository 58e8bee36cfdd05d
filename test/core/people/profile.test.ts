import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { SharedPath } from '../../../src/core/note/notePath.ts';
import { readNote } from '../../../src/core/note/readNote.ts';
import { readProfile } from '../../../src/core/people/profile.ts';
import { yamlHead } from '../../../src/node/yamlHead.ts';

const path = 'people/ada/ada.md' as SharedPath;
const profileOf = (text: string) => readProfile({ ...readNote(path, text, yamlHead), path }, text);

describe('readProfile', () => {
  it('reads what stands in the front matter', () => {
    const {
      path: _,
      strengths: __,
      ...said
    } = profileOf(
      '---\ntype: profile\nrole: engineer\npurpose: Calm systems\nvision: [the one others ask, a writer]\noffers: postgres\n---\n# Ada\n',
    );
    assert.deepEqual(said, {
      handle: 'ada',
      title: 'Ada',
      role: 'engineer',
      purpose: 'Calm systems',
      visions: ['the one others ask', 'a writer'],
      offers: ['postgres'],
      needs: [],
      neededSince: new Map(),
    });
  });

  it('reads what stands below headings, as a paragraph or a list', () => {
    const said = profileOf(
      '---\ntype: profile\n---\n# Ada\n\n## Purpose\n\nCalm systems,\nand calm people.\n\nMore.\n\n## Vision\n- The one others ask\n- A writer\n\n' +
        '## Strengths\n- Explains slow systems: [the pool talk](learning/x.md)\n- [ ] not yet\n\n## I offer\n- Postgres\n## Needs\nTime.\n',
    );
    assert.equal(said.purpose, 'Calm systems, and calm people.');
    assert.deepEqual(said.visions, ['The one others ask', 'A writer']);
    assert.deepEqual(said.strengths[0], { text: 'Explains slow systems: [the pool talk](learning/x.md)', line: 18 });
    assert.deepEqual([said.offers, said.needs], [['Postgres'], ['Time.']]);
  });

  it('knows since when she needs something, by its own day or that of the note', () => {
    const needs = 'needs: [time · since 2026-10-01, a mentor, odd · since 2026-02-30]';
    const { needs: said, neededSince } = profileOf(`---\ntype: profile\ndate: 2026-11-02\n${needs}\n---\n# Ada\n`);
    assert.deepEqual(said, ['time', 'a mentor', 'odd · since 2026-02-30']);
    assert.deepEqual([...neededSince.values()], ['2026-10-01', '2026-11-02', '2026-11-02']);
    const below = profileOf('---\ntype: profile\n---\n# Ada\n\n## Needs\n\n- time · since 2026-10-01\n- a mentor\n');
    assert.deepEqual([below.needs, [...below.neededSince]], [['time', 'a mentor'], [['time', '2026-10-01']]]);
  });

  it('says nothing where the note says nothing', () => {
    const { purpose, visions, offers, strengths } = profileOf('# Ada\n\n## Purpose\n\n<!-- later -->\n');
    assert.deepEqual([purpose, visions, offers, strengths], [undefined, [], [], []]);
  });
});
