import assert from 'node:assert/strict';
import { dirname, join } from 'node:path';
import { acceptEvidence } from '../../../src/app/evidence/acceptEvidence.ts';
import type { Desk } from '../../../src/app/desk.ts';
import { proposedEvidence, type ProposalOptions } from '../../../src/app/evidence/proposedEvidence.ts';
import { outlineText } from '../../support/outlineText.ts';
import { proposedRows } from '../../../src/core/outline/proposedRows.ts';
import { gitHistory } from '../../../src/node/git/gitHistory.ts';
import { makeRepository, type TestRepository } from '../../support/gitRepository.ts';
import { memoryDesk } from '../../support/memoryDesk.ts';

const me = { handle: 'ada', name: 'Ada', emails: ['ada@shop.example'] };
const goal = (title: string, head = '') => `---\ntype: goal\n${head}---\n# ${title}\n`;
const entry = (title: string, named: string, head = '') =>
  `---\ntype: learning\ndate: 2026-11-18\ngoal: ${named}\n${head}---\n# ${title}\n`;

describe('proposed evidence', () => {
  let shop: TestRepository;

  beforeEach(() => {
    shop = makeRepository();
    shop.commit({ subject: 'Start', author: 'Sam <sam@shop.example>' });
  });
  afterEach(() => {
    shop.dispose();
  });

  const deskWith = (notes: Readonly<Record<string, string>>, privateNotes: Readonly<Record<string, string>> = {}) =>
    memoryDesk({
      me,
      notes,
      privateNotes,
      history: gitHistory({
        folders: () => [shop.root],
        storage: join(dirname(shop.root), 'storage'),
        environment: shop.environment,
      }),
    });
  const rows = async (desk: Desk, options?: ProposalOptions) => {
    const found = await proposedEvidence(desk, options);
    return outlineText(
      found.flatMap(each => [{ label: each.goal.title, rows: proposedRows(each.goal, each.proposals) }]),
    ).split('\n');
  };
  const acceptAll = async (desk: Desk) => {
    for (const { goal, proposals } of await proposedEvidence(desk))
      await acceptEvidence(
        desk,
        goal,
        proposals.map(({ line }) => line),
      );
  };

  it('is work and entries that name the goal, its branch, and work in its files; a piece, not its commits', async () => {
    shop.git('remote', 'add', 'origin', 'git@github.com:ada/shop.git');
    const desk = deskWith({
      'people/ada/goals/checkout.md': goal('Checkout under 200 ms', 'paths: ["services/checkout/**"]\n'),
      'people/ada/goals/asleep.md': goal('Asleep', 'status: parked\npaths: ["**"]\n'),
      'people/sam/goals/checkout.md': goal('His', 'paths: ["**"]\n'),
      'people/ada/learning/2026-11-18-p.md': entry('PgBouncer pins a session', 'checkout'),
      'people/ada/learning/2026-11-18-w.md': entry('Waited again', 'checkout').replace('learning', 'waste'),
      'people/ada/learning/2026-11-18-o.md': entry('Other', 'other'),
      'people/sam/learning/2026-11-18-s.md': entry('His', 'checkout'),
    });
    shop.commit({
      subject: 'Cache the reads',
      files: { 'services/checkout/cache.ts': '1\n' },
      date: '2026-11-16T10:00:00Z',
    });
    shop.branch('ada/checkout');
    const one = shop.commit({ subject: 'Ask once', files: { 'a.ts': '1\n' }, date: '2026-11-17T10:00:00Z' });
    const two = shop.commit({ subject: 'Copy nothing', files: { 'b.ts': '1\n' }, date: '2026-11-17T11:00:00Z' });
    shop.checkout('main');
    const named = shop.commit({
      subject: 'Vacuum',
      files: { 'v.sql': '1\n' },
      trailers: ['Goal: Checkout'],
      date: '2026-11-18T10:00:00Z',
    });
    shop.commit({ subject: 'Else', files: { 'else.md': '1\n' } });

    assert.deepEqual(await rows(desk), [
      'Checkout under 200 ms',
      '  Is this evidence?',
      '    PgBouncer pins a session · names the goal',
      '    Vacuum · names the goal',
      '    Ask once · on a branch of its name',
      '    Cache the reads · in services/checkout/**',
    ]);
    await acceptAll(desk);
    const page = (hash: string) => `https://github.com/ada/shop/commit/${hash}`;
    const cached = shop.git('rev-parse', ':/Cache');
    assert.equal(
      desk.files.texts()['people/ada/goals/checkout.md'],
      `${goal('Checkout under 200 ms', 'paths: ["services/checkout/**"]\n')}
## Evidence

- [PgBouncer pins a session](../learning/2026-11-18-p.md)
- Vacuum: [shop ${named.slice(0, 7)}](${page(named)})
- Ask once: shop ${one.slice(0, 7)}..${two.slice(0, 7)}
- Cache the reads: [shop ${cached.slice(0, 7)}](${page(cached)})
`,
    );
    assert.deepEqual(await rows(desk), ['Checkout under 200 ms']);
    const before = desk.files.texts();
    await acceptAll(desk);
    assert.deepEqual(desk.files.texts(), before);
  });

  it('stays away once she said it is not for this goal, and begins with the goal', async () => {
    const desk = deskWith({
      'people/ada/goals/checkout.md': goal('Checkout', 'paths: ["**"]\n'),
      'people/ada/goals/late.md': goal('Late', 'date: 2026-11-20\npaths: ["**"]\n'),
    });
    shop.commit({ subject: 'Early work', files: { 'a.ts': '1\n' }, date: '2026-11-16T10:00:00Z' });
    shop.commit({ subject: 'Late notes', files: { 'b/b.md': '1\n' }, date: '2026-11-21T10:00:00Z' });
    assert.deepEqual(await rows(desk), [
      'Checkout',
      '  Is this evidence?',
      '    Late notes · in **',
      '    Early work · in **',
      'Late',
      '  Is this evidence?',
      '    Late notes · in **',
    ]);
    const isRefused: ProposalOptions['isRefused'] = ({ slug }, key) =>
      slug === 'checkout' && key.startsWith('work shop');
    assert.deepEqual(await rows(desk, { isRefused }), [
      'Checkout',
      'Late',
      '  Is this evidence?',
      '    Late notes · in **',
    ]);
  });

  it('keeps what is private out of what others read', async () => {
    const desk = deskWith(
      {
        'people/ada/goals/checkout.md': goal('Checkout'),
        'people/ada/learning/2026-11-18-hidden.md': entry('Hidden', 'checkout', 'private: true\n'),
        'people/ada/learning/2026-11-18-open.md': entry('Open', 'calm'),
      },
      {
        'goals/calm.md': goal('Calm'),
        'learning/2026-11-18-own.md': entry('Own', 'checkout'),
        'learning/2026-11-18-calm.md': entry('Breathe', 'calm'),
      },
    );
    assert.deepEqual(await rows(desk), [
      'Checkout',
      'Calm',
      '  Is this evidence?',
      '    Open · names the goal',
      '    Breathe · names the goal',
    ]);
    await acceptAll(desk);
    assert.equal(desk.files.texts()['people/ada/goals/checkout.md'], goal('Checkout'));
    assert.equal(
      desk.privateFiles.texts()['goals/calm.md'],
      `${goal('Calm')}\n## Evidence\n\n- Open: people/ada/learning/2026-11-18-open.md\n- [Breathe](../learning/2026-11-18-calm.md)\n`,
    );
    assert.deepEqual(await rows(desk), ['Checkout', 'Calm']);
  });

  it('is found in the log without git', async () => {
    const { history: _, ...desk } = deskWith({
      'people/ada/goals/checkout.md': goal('Checkout'),
      'people/ada/learning/2026-11-18-p.md': entry('P', 'checkout'),
    });
    assert.deepEqual(await rows(desk), ['Checkout', '  Is this evidence?', '    P · names the goal']);
  });
});
