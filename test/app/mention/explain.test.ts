import assert from 'node:assert/strict';
import { explain } from '../../../src/app/mention/explain.ts';
import { namesOf } from '../../../src/app/mention/namesOf.ts';
import type { History } from '../../../src/app/ports.ts';
import { meaningOf } from '../../../src/core/mention/meaning.ts';
import { mentionsIn } from '../../../src/core/mention/mentionsIn.ts';
import type { SharedPath } from '../../../src/core/note/notePath.ts';
import type { NamedCommit } from '../../../src/core/work/namedCommit.ts';
import { memoryDesk } from '../../support/memoryDesk.ts';

const notes = {
  'skills.md':
    '---\ntype: skills\n---\n# Skills\n\n## Postgres\nHard · expected: engineer 3, lead 4\n\n1. Reads a plan with help\n4. Others ask her\n',
  'objectives/faster.md': '---\ntype: objective\ndue: 2026-11-20\nowner: sam\n---\n# Faster checkout\n',
  'people/ada/goals/checkout.md':
    '---\ntype: goal\ndue: 2026-12-18\n---\n# Checkout under 200 ms\n\n## Key results\n- KR: p99 of reads 480 → 195 → 200 ms\n- KR: p99 of writes 900 → 640 → 300 ms\n',
  'people/sam/goals/rust.md': '---\ntype: goal\nstatus: done\ndue: 2026-01-01\n---\n# $(flame) [x](command:y)\n',
  'people/sam/goals/hidden.md': '---\ntype: goal\nprivate: true\n---\n# Hidden\n',
  'people/sam/sam.md': '---\ntype: profile\noffers: [rust, flame graphs]\n---\n# Sam\n',
  'people/sam/feedback/2026-11-19-outbox.md': '---\ntype: feedback-request\n---\n# The outbox\n',
  'people/ada/learning/2026-11-18-pool.md': '---\ntype: learning\ndate: 2026-11-18\ntags: [sql]\n---\n# The pool\n',
  'people/sam/learning/2026-11-20-ci.md': '---\ntype: learning\ndate: 2026-11-20\ntags: [SQL]\n---\n# A plan\n',
};
const found = (hash: string, subject: string, isReachable: boolean): NamedCommit => ({
  state: 'found',
  isReachable,
  commit: {
    ...{
      repo: 'shop',
      hash,
      parents: [],
      author: { name: 'Sam', email: 's@x' },
      authored: 1_763_600_000,
      committed: 0,
    },
    ...{ subject, body: '', trailers: [], files: [] },
  },
});
const history: Pick<History, 'commitsNamed'> = {
  commitsNamed: ({ commits }) =>
    Promise.resolve(
      commits.map(({ hash }) =>
        hash === '0000000' ? { state: 'missing' } : found(hash, `Commit ${hash}`, hash === '4f1c2a9'),
      ),
    ),
};
const desk = memoryDesk({
  notes,
  privateNotes: { 'goals/own.md': '---\ntype: goal\n---\n# My own\n' },
  team: [{ handle: 'sam', name: 'Sam', emails: [], leads: [], role: 'engineer' }],
  history: history as History,
});

/** What is told of the first name in a text of Ada's. */
async function told(text: string): Promise<string | undefined> {
  const names = await namesOf(desk);
  const [mention] = mentionsIn(text);
  const from = { shelf: 'shared' as const, path: 'people/ada/goals/checkout.md' as SharedPath };
  const meaning = mention && meaningOf(mention, names, from);
  const said = meaning && (await explain(desk, names, meaning));
  return said && [said.title, said.facts.join(' · '), ...said.list].filter(line => line !== '').join('\n');
}

describe('explain', () => {
  it('says of a goal where it and its key results stand', async () => {
    const expected =
      'Checkout under 200 ms\nactive · due 2026-12-18\np99 of reads: 195 of 200 ms · reached\np99 of writes: 640 of 300 ms · 340 to go';
    for (const text of [
      'goal:checkout',
      'goal:"Checkout under 200 ms"',
      '---\ngoal: checkout\n---\n',
      '[x](checkout.md)',
    ])
      assert.equal(await told(text), expected, text);
    assert.equal(await told('goal:rust'), '$(flame) [x](command:y)\nSam · done');
    assert.equal(await told('goal:own'), 'My own\nactive');
    assert.equal(await told('goal:hidden'), undefined);
    assert.equal(await told('goal:nothing'), undefined);
  });

  it('says of a skill what its levels mean here and what is expected', async () => {
    assert.equal(
      await told('skill:postgres'),
      'Postgres\nhard · expected: engineer 3, lead 4\n1 novice: Reads a plan with help\n4 proficient: Others ask her',
    );
  });

  it('says of people, objectives, requests and tags what they are', async () => {
    assert.equal(await told('@sam'), 'Sam\n@sam · engineer\noffers: rust\noffers: flame graphs');
    assert.equal(
      await told('---\nobjective: faster\n---\n'),
      'Faster checkout\nactive · due 2026-11-20, 2 days over · Sam',
    );
    assert.equal(await told('---\nrequest: sam/2026-11-19-outbox\n---\n'), 'The outbox\nSam');
    assert.equal(await told('#sql'), '#sql\nThe pool\nA plan');
    assert.equal(await told('#unused'), undefined);
  });

  it('says of commits whose they are, when, and whether a branch leads there', async () => {
    const evidence = (ref: string) => `## Evidence\n- ${ref}\n`;
    assert.equal(await told(evidence('shop 4f1c2a9')), 'Commit 4f1c2a9\nSam · 2025-11-20');
    assert.equal(
      await told(evidence('shop 1d0e77b..4f1c2a9')),
      'Commit 1d0e77b\nSam · 2025-11-20 · no branch leads to it\nto Commit 4f1c2a9 · Sam · 2025-11-20',
    );
    assert.equal(await told(evidence('shop 0000000')), undefined);
  });
});
