import assert from 'node:assert/strict';
import type { ProposedEvidence } from '../../../src/core/evidence/proposals.ts';
import { proposedRows } from '../../../src/core/outline/proposedRows.ts';
import type { NotePath } from '../../../src/core/note/notePath.ts';

describe('proposedRows', () => {
  const goal = { slug: 'checkout', shelf: 'shared', path: 'people/ada/goals/checkout.md' as NotePath } as const;
  const proposal = (key: string): ProposedEvidence => ({
    key,
    kind: 'work',
    title: `Piece ${key}`,
    why: 'named',
    line: { claim: '', refs: [{ kind: 'commit', repo: 'shop', hash: '1d0e77b' }] },
  });
  const isFolded = (...keys: string[]) => proposedRows(goal, keys.map(proposal)).map(({ folded }) => folded);

  it('are in sight where they are few, and push no other goal away where they are many', () => {
    assert.deepEqual(isFolded(), []);
    assert.deepEqual(isFolded('a', 'b', 'c'), [false]);
    assert.deepEqual(isFolded('a', 'b', 'c', 'd'), [true]);
  });
});
