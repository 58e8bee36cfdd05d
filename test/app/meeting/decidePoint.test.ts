import assert from 'node:assert/strict';
import { decidePoint, type Decision } from '../../../src/app/meeting/decidePoint.ts';
import { linesToPublish } from '../../../src/app/meeting/publishLines.ts';
import type { PrivatePath } from '../../../src/core/note/notePath.ts';
import { memoryDesk } from '../../support/memoryDesk.ts';

const path = 'one-on-ones/2026-11-24-ada-lin.md' as PrivatePath;
const head = '---\ntype: one-on-one\nwith: lin\nkind: autonomy-support\n---\n# Lin\n\n## My points\n\n';
const deskWith = (points: string) => memoryDesk({ privateNotes: { [path]: head + points } });

describe('deciding a point of a meeting', () => {
  for (const [decision, expected] of [
    [{ point: 'the tone', way: 'Drop' }, '- the roadmap\n- Drop: the tone\n- the tone\n'],
    [{ line: 12, way: 'I say' }, '- the roadmap\n- the tone\n- I say: the tone\n'],
    [{ point: 'the tone', line: 12, way: 'Advocate says' }, '- the roadmap\n- the tone\n- Advocate says: the tone\n'],
    [{ point: 'the roadmap', line: 12, way: 'I say' }, '- I say: the roadmap\n- the tone\n- the tone\n'],
  ] as const satisfies readonly (readonly [Decision, string])[])
    it(`finds it by ${JSON.stringify(decision)}`, async () => {
      const desk = deskWith('- the roadmap\n- the tone\n- the tone\n');
      await decidePoint(desk, path, decision);
      assert.equal(desk.privateFiles.texts()[path], head + expected);
    });

  it('takes a dropped one from what may be published, and gives it back once it is decided anew', async () => {
    const desk = deskWith('- the tone\n  on Monday\n');
    const offered = async () => (await linesToPublish(desk, path)).map(({ words }) => words);
    assert.deepEqual(await offered(), ['the tone', 'on Monday']);
    await decidePoint(desk, path, { point: 'the tone', way: 'Drop' });
    assert.deepEqual(await offered(), []);
    await decidePoint(desk, path, { point: 'the tone', way: 'I say' });
    assert.deepEqual(await offered(), ['I say: the tone', 'on Monday']);
  });

  for (const name of [{ point: 'the weather' }, { line: 3 }, {}])
    it(`says no to ${JSON.stringify(name)}, which is none`, async () => {
      const desk = deskWith('- the tone\n');
      await assert.rejects(decidePoint(desk, path, { ...name, way: 'Drop' }), /There is no such point/);
      assert.equal(desk.privateFiles.texts()[path], `${head}- the tone\n`);
    });
});
