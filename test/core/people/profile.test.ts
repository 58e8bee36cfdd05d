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

  it('says nothing where the note says nothing', () => {
    const { purpose, visions, offers, strengths } = profileOf('# Ada\n\n## Purpose\n\n<!-- later -->\n');
    assert.deepEqual([purpose, visions, offers, strengths], [undefined, [], [], []]);
  });
});
