import assert from 'node:assert/strict';
import { proposedEvidence } from '../../../src/app/evidence/proposedEvidence.ts';
import type { History } from '../../../src/app/ports.ts';
import { RecentWork } from '../../../src/editor/evidence/recentWork.ts';
import { memoryDesk } from '../../support/memoryDesk.ts';

describe('recent work', () => {
  const notes = { 'people/ada/goals/checkout.md': '---\ntype: goal\n---\n# Checkout\n' };

  it('is asked of git once for many looks at the goals, and again after a failure', async () => {
    let asked = 0;
    const history = {
      repositories: () => Promise.resolve([]),
      commits: () =>
        ++asked === 1 ? Promise.reject(new Error('locked')) : Promise.resolve({ commits: [], notices: [] }),
    } as unknown as History;
    const desk = memoryDesk({ notes, history });
    const recent = new RecentWork();
    const look = () => proposedEvidence(desk, { worked: since => recent.since(desk, since) });
    await assert.rejects(look(), /locked/);
    assert.equal((await look()).length, 1);
    await Promise.all([look(), look()]);
    assert.equal(asked, 2);
  });
});
