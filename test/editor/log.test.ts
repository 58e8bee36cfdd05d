import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { ConfigurationTarget, Uri, workspace } from 'vscode';
import type { LogFilter } from '../../src/core/log/filterLog.ts';
import type { TrailerEntry } from '../../src/core/log/trailerEntry.ts';
import { outlineText } from '../support/outlineText.ts';
import { personCalled } from '../../src/core/people/identity.ts';
import { filterWords } from '../../src/editor/log/filterWords.ts';
import { logRowsOf, type SeenLog } from '../../src/editor/log/logRowsOf.ts';
import { memoryDesk } from '../support/memoryDesk.ts';
import { isRestricted, noteText, run } from './support/sample.ts';

const note = (head: string, title: string) => `---\n${head.replaceAll('; ', '\n')}\n---\n# ${title}\n`;
const commit = { repo: 'shop', hash: '4f1c2a9' };
const trailers: readonly TrailerEntry[] = [
  { kind: 'learned', text: 'VACUUM first #sql', day: '2026-11-18', commit },
  { kind: 'thanks', text: 'Lin', day: '2026-11-18', commit },
];

describe('The log in the sidebar', () => {
  const desk = memoryDesk({
    notes: {
      'people/ada/learning/2026-11-19-a.md': note('type: learning; tags: [sql]', 'SET pins'),
      'people/ada/learning/2026-11-12-b.md': note('type: win; private: true', 'Mine alone'),
      'people/sam/learning/2026-11-20-c.md': note('type: win; tags: [rust]', 'The Rust Book'),
      'people/sam/learning/2026-11-20-d.md': note('type: learning; private: true', 'Hush'),
    },
    privateNotes: { 'learning/2026-11-17-e.md': note('type: learning; tags: [sql]', 'Hers only') },
  });
  const shown = async (seen?: SeenLog) => outlineText(await logRowsOf(desk, trailers, seen));
  const sam = personCalled('sam', desk.team);

  // Where git is not started nobody else knows who sits in front.
  const me = (handle?: string) =>
    workspace.getConfiguration('outloud').update('me', handle, ConfigurationTarget.Global);
  if (isRestricted) {
    before(() => me('ada'));
    after(() => me());
  }

  it('shows her own with what her commits say', async () => {
    assert.equal(
      await shown(),
      `This week
  SET pins
  Thanks: Lin · from shop 4f1c2a9
  VACUUM first #sql · from shop 4f1c2a9
  Hers only · private
Last week
  Mine alone · win · private`,
    );
  });

  it('shows somebody else’s without private entries and without commits', async () => {
    const expected = 'This week\n  The Rust Book · win';
    assert.equal(await shown({ person: sam }), expected);
    assert.equal(await shown({ filter: { person: 'sam' } }), expected);
    const [week] = await logRowsOf(desk, trailers, { person: sam });
    assert.deepEqual(
      week?.rows?.map(({ context, answers }) => [context, answers]),
      [['entry', undefined]],
      'no strength of hers grows from it',
    );
    assert.equal(await shown({ person: personCalled('lin', desk.team) }), 'Lin has shared no entries yet');
  });

  it('shows what a filter lets through, and says how to see all again', async () => {
    const filter = { tags: ['sql'] };
    assert.equal(
      await shown({ filter }),
      'This week\n  SET pins\n  VACUUM first #sql · from shop 4f1c2a9\n  Hers only · private',
    );
    const [nothing] = await logRowsOf(desk, trailers, { filter: { goal: 'fly' } });
    assert.deepEqual([nothing?.label, nothing?.command], ['Nothing in this log fits the filter', 'clearLogFilter']);
    assert.equal(
      await shown({ person: sam, filter: { person: 'ada', types: ['thanks'] } }),
      'This week\n  Thanks: Lin · from shop 4f1c2a9',
    );
  });

  it('says beside its title what is seen', () => {
    assert.equal(
      filterWords({ goal: 'checkout', skills: ['sql'], tags: ['#ci'], types: ['win', 'learning'] }, 'Sam'),
      'Sam · goal: checkout · skill: sql · #ci · win · learning',
    );
    assert.equal(filterWords({}, ''), '');
  });

  it('is filtered by a command with its answers, and cleared by another', async () => {
    assert.deepEqual(await run<LogFilter>('filterLog', { tags: ['pgbouncer'], types: 'win' }), {
      tags: ['pgbouncer'],
      types: ['win'],
    });
    assert.deepEqual(await run<LogFilter>('clearLogFilter'), {});
  });

  it('answers what somebody figured out before, without asking', async () => {
    const found = await run<readonly { uri: Uri; title: string; line: number }[]>('searchLog', {
      text: 'Error: PgBouncer pins a session for SET\n    at Pool.connect (/srv/app/node_modules/pg/index.js:45:11)',
    });
    const [first] = found;
    assert.equal(first?.title, 'PgBouncer pins a session for SET');
    assert.ok(first.uri instanceof Uri);
    const path = first.uri.path.replace(/^.*\/notes\//, '');
    assert.match(noteText(path).split(/\r?\n/)[first.line - 1] ?? '', /PgBouncer pins a session for SET/);
    assert.deepEqual(await run('searchLog', { text: 'zebrafish xylophone' }), []);
  });
});
