import assert from 'node:assert/strict';
import { askForCheckIns, checkIn } from '../../../src/app/ally/checkIn.ts';
import { watchUntil } from '../../../src/app/erosion/reflect.ts';
import { acceptEvidence } from '../../../src/app/evidence/acceptEvidence.ts';
import { addResources } from '../../../src/app/skill/skillHelp.ts';
import type { HeldGoal } from '../../../src/core/ally/heldGoal.ts';
import type { PrivatePath, SharedPath } from '../../../src/core/note/notePath.ts';
import { yamlHead } from '../../../src/node/yamlHead.ts';
import { memoryDesk, type MemoryDesk } from '../../support/memoryDesk.ts';

const path = 'people/ada/goals/gone.md' as SharedPath;
const goal = { path } as HeldGoal;

describe('What is written into a note that is gone', () => {
  const writers: Readonly<Record<string, (desk: MemoryDesk) => Promise<unknown>>> = {
    'help with a skill': desk => addResources(desk, path, [{ line: 'Lin', label: 'Lin', kind: 'mentor' } as never]),
    'a line for allies': desk => checkIn(desk, goal, { said: 'this', did: '' }),
    'a question that is stopped': desk => askForCheckIns(desk, goal, { asks: false, yaml: yamlHead }),
    'another look': desk => watchUntil(desk, 'reflections/gone.md' as PrivatePath, '2026-12-20'),
    evidence: desk => acceptEvidence(desk, { shelf: 'shared', path }, []),
  };
  for (const [what, write] of Object.entries(writers))
    it(`is told as not written: ${what}`, async () => {
      const desk = memoryDesk({ notes: { 'team.md': '---\ntype: team\n---\n# Team\n' } });
      await assert.rejects(write(desk), /is no longer there, so nothing was written\. Look whether it was moved\.$/);
      assert.deepEqual([...Object.keys(desk.files.texts()), ...Object.keys(desk.privateFiles.texts())], ['team.md']);
    });
});
