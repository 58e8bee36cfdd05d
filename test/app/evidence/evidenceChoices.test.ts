import assert from 'node:assert/strict';
import { dirname, join } from 'node:path';
import { acceptEvidence } from '../../../src/app/evidence/acceptEvidence.ts';
import { ownGoals } from '../../../src/app/goal/goalsOf.ts';
import { codeRef, evidenceChoices, typedLine } from '../../../src/app/evidence/evidenceChoices.ts';
import { printEvidence, printRef } from '../../../src/core/evidence/printEvidence.ts';
import type { PrivatePath, SharedPath } from '../../../src/core/note/notePath.ts';
import { gitHistory } from '../../../src/node/git/gitHistory.ts';
import { makeRepository, type TestRepository } from '../../support/gitRepository.ts';
import { memoryDesk } from '../../support/memoryDesk.ts';

const me = { handle: 'ada', name: 'Ada', emails: ['ada@shop.example'] };
const goal = (title: string, head = '') => `---\ntype: goal\n${head}---\n# ${title}\n`;
const answer = (title: string, request: string, date: string) =>
  `---\ntype: feedback-answer\nrequest: ${request}\nfrom: sam\ndate: ${date}\n---\n# ${title}\n`;

describe('what can be attached to a goal', () => {
  let shop: TestRepository;

  beforeEach(() => {
    shop = makeRepository();
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

  it('is her work, her log and the answers she was given; what is private only to a private goal', async () => {
    const hash = shop.commit({ subject: 'Hold a pool', date: '2026-11-18T10:00:00Z' }).slice(0, 7);
    const desk = deskWith(
      {
        'people/ada/goals/checkout.md': goal('Checkout'),
        'people/ada/goals/rest.md': goal('Rest', 'status: parked\n'),
        'people/sam/goals/his.md': goal('His'),
        'people/ada/learning/2026-11-18-p.md': '---\ntype: learning\ndate: 2026-11-18\n---\n# PgBouncer\n',
        'people/sam/answers/a.md': answer('On the outbox', 'ada/2026-11-19-outbox', '2026-11-20'),
        'people/sam/answers/b.md': answer('On the queue', 'ada/2026-11-12-queue', '2026-11-13'),
        'people/sam/answers/c.md': answer('For Lin', 'lin/2026-11-19-outbox', '2026-11-20'),
      },
      {
        'goals/calm.md': goal('Calm'),
        'learning/2026-11-18-own.md': '---\ntype: learning\ndate: 2026-11-18\n---\n# My own\n',
      },
    );
    const goals = (await ownGoals(desk)).filter(({ status }) => status === 'active');
    const offered = await Promise.all(
      goals.map(async each => [
        each.title,
        ...(await evidenceChoices(desk, each)).map(({ kind, line }) => `${kind}: ${printEvidence(line)}`),
      ]),
    );
    assert.deepEqual(offered, [
      [
        'Checkout',
        `work: Hold a pool: shop ${hash}`,
        'entry: [PgBouncer](../learning/2026-11-18-p.md)',
        'answer: [On the outbox](../../sam/answers/a.md)',
        'answer: [On the queue](../../sam/answers/b.md)',
      ],
      [
        'Calm',
        `work: Hold a pool: shop ${hash}`,
        'entry: PgBouncer: people/ada/learning/2026-11-18-p.md',
        'entry: [My own](../learning/2026-11-18-own.md)',
        'answer: people/sam/answers/a.md',
        'answer: people/sam/answers/b.md',
      ],
    ]);
  });

  it('are lines of code as they were committed, and none that are not', async () => {
    const hash = shop.commit({ subject: 'One', files: { 'db.ts': 'a\nb\nc\n' } }).slice(0, 7);
    const desk = deskWith({});
    const file = join(shop.root, 'db.ts');
    const selection = { file, shown: 'db.ts', lines: [2, 3], text: 'new\na\nb\n' } as const;
    assert.equal(printRef(await codeRef(desk, { ...selection, text: 'a\nb\nc\n' })), `shop ${hash}:db.ts#L2-L3`);
    assert.equal(printRef(await codeRef(desk, selection)), `shop ${hash}:db.ts#L1-L2`);
    const changed = codeRef(desk, { ...selection, text: 'a\nB\nc\n' });
    await assert.rejects(changed, { name: 'Failure', message: /not committed yet/ });
    const { history: _, ...restricted } = desk;
    await assert.rejects(codeRef(restricted, selection), { name: 'Failure', message: /Trust this workspace/ });
    const elsewhere = codeRef(desk, { ...selection, file: join(shop.root, '..', 'plain', 'db.ts') });
    await assert.rejects(elsewhere, { name: 'Failure', message: /in no repository/ });
  });

  it('is what she types, where that names something', () => {
    assert.equal(printEvidence(typedLine('the pool holds: shop 1d0e77b')), 'the pool holds: shop 1d0e77b');
    assert.throws(() => typedLine('the pool holds'), { name: 'Failure', message: /shop 1d0e77b/ });
  });

  it('stands in the note once, and a note that is gone stays gone, and is said to be', async () => {
    const path = 'people/ada/goals/checkout.md' as SharedPath;
    const desk = deskWith({ [path]: goal('Checkout') });
    const line = typedLine('pool: shop 1d0e77b');
    await acceptEvidence(desk, { shelf: 'shared', path }, [line, line]);
    await acceptEvidence(desk, { shelf: 'shared', path }, [line]);
    assert.equal(desk.files.texts()[path], `${goal('Checkout')}\n## Evidence\n\n- pool: shop 1d0e77b\n`);
    const gone = acceptEvidence(desk, { shelf: 'private', path: 'goals/gone.md' as PrivatePath }, [line]);
    await assert.rejects(gone, { name: 'Failure', message: /is no longer there, so nothing was written/ });
    assert.deepEqual(desk.privateFiles.texts(), {});
  });
});
