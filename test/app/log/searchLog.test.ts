import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LogSearch, type FoundNote } from '../../../src/app/log/searchLog.ts';
import { memoryDesk, type MemoryDesk } from '../../support/memoryDesk.ts';

const note = (head: string, title: string, body = '') =>
  `---\n${head.replaceAll('; ', '\n')}\n---\n# ${title}\n\n${body}\n`;

const notes = {
  'people/ada/learning/2026-11-18-a.md': note(
    'type: learning; tags: [pgbouncer]',
    'A refused connection on 6432 is PgBouncer, not Postgres',
    'Locally `connect ECONNREFUSED ::1:6432`: it starts after us.',
  ),
  'people/ada/learning/2026-11-10-b.md': note(
    'type: learning',
    'Sort before you lock',
    'Two workers took the rows in another order.',
  ),
  'people/ada/learning/2026-11-11-e.md': note(
    'type: win; tags: [rust]',
    'Shipped the scheduler in Rust',
    'It moved to production without a stop.',
  ),
  'people/ada/goals/checkout.md': note('type: goal', 'Checkout under 200 ms', '- [ ] find each deadlock on the way'),
  'people/sam/learning/2026-11-12-c.md': note(
    'type: learning',
    'Deadlocks come from the order of updates',
    'What it looks like:\n\n```\nERROR:  deadlock detected\nDETAIL:  Process 812 waits for ShareLock on transaction 7781\n```\n\nSort the rows by their key first.',
  ),
  'people/sam/learning/2026-11-13-d.md': note(
    'type: learning; skills: [rust]',
    'A Sender that went into a task is gone',
    'E0382, borrow of moved value: clone it before the closure.',
  ),
  'people/sam/learning/2026-11-14-hush.md': note(
    'type: learning; private: true',
    'Hush about the deadlock',
    'deadlock detected',
  ),
  'people/sam/learning/2026-11-15-broken.md': '---\ntype: {\n---\n# Broken deadlock\n',
  'people/lin/books/ddia.md': note(
    'type: book; date: 2026-10-01; tags: [databases]',
    'Designing Data-Intensive Applications',
    'Chapter 7: write skew, lost updates.',
  ),
  'issues/2026-11-22-flaky-ci.md': note('type: issue', 'CI is flaky', 'The deadlock test fails once a day.'),
};
const privateNotes = {
  'learning/2026-11-17-mine.md': note(
    'type: hard-moment',
    'I broke production',
    'The migration had no index, and the lock timeout was not set.',
  ),
};

const nodeTrace = `node:internal/process/promises:394
      triggerUncaughtException(err, true /* fromPromise */);
      ^

Error: connect ECONNREFUSED 127.0.0.1:6432
    at TCPConnectWrap.afterConnect [as oncomplete] (node:net:1611:16)
    at TCPConnectWrap.callbackTrampoline (node:internal/async_hooks:130:17)
    at async Pool.connect (/srv/shop/node_modules/pg-pool/index.js:45:11)
    at async readCart (/srv/shop/services/checkout/db.ts:88:18) {
  errno: -111,
  code: 'ECONNREFUSED',
  syscall: 'connect'
}

Node.js v24.1.0`;
const postgresError = `2026-11-22 09:14:07.334 UTC [31337] ERROR:  deadlock detected
2026-11-22 09:14:07.334 UTC [31337] DETAIL:  Process 31337 waits for ShareLock on transaction 90210; blocked by process 31338.
Process 31338 waits for ShareLock on transaction 90211; blocked by process 31337.
2026-11-22 09:14:07.334 UTC [31337] HINT:  See server log for query details.
2026-11-22 09:14:07.334 UTC [31337] CONTEXT:  while updating tuple (0,7) in relation "orders"`;
const rustError = `error[E0382]: borrow of moved value: \`tx\`
   --> src/scheduler/queue.rs:41:18
    |
38  |     let (tx, rx) = mpsc::channel(32);
    |          -- move occurs because \`tx\` has type \`tokio::sync::mpsc::Sender<Job>\`, which does not implement the \`Copy\` trait
39  |     tokio::spawn(async move { tx.send(job).await });
    |                  ---------- value moved here
41  |     drop(tx);
    |          ^^ value borrowed here after move`;

const titles = (found: readonly FoundNote[]) => found.map(({ title, line }) => `${title}:${line}`);

async function searchOf(desk: MemoryDesk): Promise<LogSearch> {
  const search = new LogSearch(desk);
  await search.read();
  return search;
}

describe('Searching what somebody figured out before', () => {
  const deadlocks = 'Deadlocks come from the order of updates';
  const cases: readonly (readonly [what: string, text: string, found: readonly string[]])[] = [
    ['a stack trace of Node', nodeTrace, ['A refused connection on 6432 is PgBouncer, not Postgres:7']],
    [
      'the same in one line',
      nodeTrace.replaceAll('\n', ' '),
      ['A refused connection on 6432 is PgBouncer, not Postgres:7'],
    ],
    [
      'a trace of which only two words are known',
      nodeTrace.replace('afterConnect', 'afterThat').replaceAll('\n', ' '),
      ['A refused connection on 6432 is PgBouncer, not Postgres:7'],
    ],
    ['an error of Postgres', postgresError, [`${deadlocks}:10`]],
    ['the same in one line', postgresError.replaceAll('\n', ' '), [`${deadlocks}:10`]],
    ['an error of the Rust compiler', rustError, ['A Sender that went into a task is gone:7']],
    ['the same in one line', rustError.replaceAll('\n', ' '), ['A Sender that went into a task is gone:7']],
    [
      'a word: hers, the team’s, and the rest',
      'deadlock',
      [`${deadlocks}:4`, 'Checkout under 200 ms:6', 'CI is flaky:6'],
    ],
    ['a private note of her own', 'lock timeout', ['I broke production:6']],
    ['a tag', 'databases', ['Designing Data-Intensive Applications:6']],
    ['what is being typed', 'migr', ['I broke production:6']],
    [
      'an error nobody had',
      "error TS2345: Argument of type 'string' is not assignable to parameter of type 'Day'.",
      [],
    ],
    ['nothing', ' \n', []],
  ];
  for (const [what, text, found] of cases)
    it(`finds by ${what}`, async () => {
      const all = titles(await (await searchOf(memoryDesk({ notes, privateNotes }))).find(text));
      assert.deepEqual(found.length === 1 ? all.slice(0, 1) : all, found);
    });

  it('says whose a note is, from when, and that it is private', async () => {
    const search = await searchOf(memoryDesk({ notes, privateNotes }));
    const [mine] = await search.find('migration');
    assert.deepEqual(mine, {
      place: { shelf: 'private', path: 'learning/2026-11-17-mine.md' },
      title: 'I broke production',
      type: 'hard-moment',
      isPrivate: true,
      person: 'ada',
      day: '2026-11-17',
      line: 6,
      text: 'The migration had no index, and the lock timeout was not set.',
    });
    const [teams] = await search.find('flaky');
    assert.deepEqual([teams?.person, teams?.day, teams?.isPrivate], [undefined, '2026-11-22', false]);
  });

  it('puts her own before the team’s where both say it as well', async () => {
    const same = note('type: learning', 'Retry storms', 'Back off with jitter.');
    const desk = memoryDesk({
      notes: { 'people/abe/learning/2026-01-01-x.md': same, 'people/ada/learning/2026-01-02-x.md': same, 'x.md': same },
    });
    const found = await (await searchOf(desk)).find('back off with jitter');
    assert.deepEqual(
      found.map(({ place }) => place.path),
      ['people/ada/learning/2026-01-02-x.md', 'people/abe/learning/2026-01-01-x.md', 'x.md'],
    );
  });

  it('knows titles and tags before a text is read', async () => {
    const desk = memoryDesk({ notes, privateNotes });
    await desk.notebook.shared.notes();
    await desk.notebook.private.notes();
    const search = new LogSearch(desk);
    const before = desk.files.calls.length;
    assert.deepEqual(titles(await search.find('chapter')), []);
    assert.deepEqual(titles(await search.find('intensive')), ['Designing Data-Intensive Applications:6']);
    assert.equal(search.isComplete, false);
    assert.deepEqual(desk.files.calls.slice(before), ['read people/lin/books/ddia.md'], 'only what was found is read');
    await search.read();
    assert.deepEqual(titles(await search.find('chapter')), ['Designing Data-Intensive Applications:8']);
    assert.equal(search.isComplete, true);
  });

  it('goes on where it was stopped', async () => {
    const desk = memoryDesk({ notes, privateNotes });
    const stop = new AbortController();
    let turns = 0;
    const search = new LogSearch(desk, () => {
      turns += 1;
      return Promise.resolve();
    });
    await search.find('x');
    const reads = () => desk.files.calls.filter(call => call.startsWith('read')).length;
    const before = reads();
    const reading = search.read(stop.signal);
    stop.abort();
    await assert.rejects(reading, { name: 'AbortError' });
    await search.read();
    assert.equal(reads() - before, 8, 'each once, and none of Sam’s private ones');
    assert.equal(turns, 0, 'so little is read in one turn');
  });

  it('follows what is written, changed and taken away', async () => {
    const desk = memoryDesk({ notes, privateNotes });
    const search = await searchOf(desk);
    const { shared } = desk.notebook;
    const path = await shared.create(
      'people/ada/learning/2026-11-22-new.md' as never,
      note('type: win', 'A zebra', 'It ran.'),
    );
    assert.deepEqual(titles(await search.find('zebra')), ['A zebra:4']);
    assert.equal(search.isComplete, false);
    await search.read();
    assert.deepEqual(titles(await search.find('it ran')), ['A zebra:6']);
    await shared.update(path, (text = '') => [
      { at: { start: text.indexOf('ran'), end: text.length }, text: 'slept.\n' },
    ]);
    await search.read();
    assert.deepEqual([titles(await search.find('it ran')), titles(await search.find('slept'))], [[], ['A zebra:6']]);
    desk.files.remove(path);
    shared.changed([shared.locate(path)]);
    await shared.notes();
    assert.deepEqual(titles(await search.find('zebra')), []);
    search.dispose();
  });

  it('no longer finds what its owner made private', async () => {
    const desk = memoryDesk({ notes });
    const search = await searchOf(desk);
    const path = 'people/sam/learning/2026-11-13-d.md' as never;
    await desk.notebook.shared.update(path, () => [{ at: { start: 4, end: 4 }, text: 'private: true\n' }]);
    assert.deepEqual(titles(await search.find('borrow of moved value')), []);
  });

  it('never finds somebody else’s private notes, and never throws', async () => {
    const search = await searchOf(memoryDesk({ notes, privateNotes }));
    const words = fc.constantFrom('hush', 'deadlock', 'detected', 'about', 'broken', 'the', 'pool', '502', '接続');
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(words).map(all => all.join(' ')),
    );
    await fc.assert(
      fc.asyncProperty(text, async looked => {
        for (const { place, title } of await search.find(looked)) {
          assert.ok(!/hush|broken/.test(place.path), title);
          assert.ok(place.path.endsWith('.md'));
        }
      }),
      { numRuns: 200 },
    );
  });
});
