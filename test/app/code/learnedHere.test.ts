import assert from 'node:assert/strict';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { entriesByCode } from '../../../src/app/code/entriesHere.ts';
import { CodeFollower, type Whereabouts } from '../../../src/app/code/followHere.ts';
import { learnedHere } from '../../../src/app/code/learnedHere.ts';
import { gitHistory } from '../../../src/node/git/gitHistory.ts';
import { makeRepository, type TestRepository } from '../../support/gitRepository.ts';
import { memoryDesk, type MemoryDesk } from '../../support/memoryDesk.ts';

const block = [
  'export async function withTenant(id: string) {',
  '  const client = await pool.connect();',
  '  await client.query(`set local tenant = ${id}`);',
  '  return client;',
  '}',
];
const above = ['import { pool } from "../pool.ts";', '', 'const limit = 10;', ''];
const below = ['', 'export function close(): void {', '  pool.end();', '}', ''];
const whole = [...above, ...block, ...below].join('\n');
const text = (...parts: readonly (readonly string[])[]) => parts.flat().join('\n');

describe('What was learned here', () => {
  let shop: TestRepository;
  let first: string;
  let desk: MemoryDesk;
  beforeEach(() => {
    shop = makeRepository();
    first = shop.commit({ subject: 'Connect', files: { 'db.ts': whole } });
    desk = memoryDesk();
    log('ada', 'pool', '2026-11-18');
  });
  afterEach(() => {
    shop.dispose();
  });

  /** Puts an entry at the lines of the block into somebody's log. */
  function log(who: string, name: string, day: string, changes: Readonly<Record<string, string | undefined>> = {}) {
    const keys: Readonly<Record<string, string | undefined>> = {
      type: 'learning',
      date: day,
      repo: 'shop',
      commit: first.slice(0, 7),
      path: 'db.ts',
      lines: '5-9',
      ...changes,
    };
    const head = Object.entries(keys).flatMap(([key, value]) => (value === undefined ? [] : [`${key}: ${value}`]));
    desk.files.put(`people/${who}/learning/${day}-${name}.md`, ['---', ...head, '---', `# ${name}`, ''].join('\n'));
  }
  const entries = () => entriesByCode(desk.notebook, 'ada');
  async function follower(): Promise<CodeFollower> {
    const storage = join(dirname(shop.root), 'storage');
    const history = gitHistory({ folders: () => [shop.root], storage, environment: shop.environment });
    const past = await history.filesPast(join(shop.root, 'any'));
    assert.ok(past);
    return new CodeFollower(past);
  }
  /** The places of a file as `line who title`, with ~ where they are not certain. */
  async function places(path: string, now: string, git = true): Promise<readonly string[]> {
    const here = await learnedHere(
      { file: join(shop.root, path), text: now },
      await entries(),
      git ? await follower() : undefined,
    );
    return here.map(({ line, isFollowed, entries }) => {
      const who = entries.map(({ by, title }) => `${by ?? 'nobody'} ${title}`).join(', ');
      return `${isFollowed ? '' : '~'}${line} ${who}`;
    });
  }
  async function whereabouts(now: string | undefined, path = 'db.ts'): Promise<string> {
    const [entry] = (await entries()).all;
    assert.ok(entry);
    return told(await (await follower()).follow(entry, { path, text: now }));
  }
  function told(at: Whereabouts): string {
    if (at.kind === 'here') return `${at.path}:${at.lines.join('-')} ${at.kept}`;
    return at.kind === 'gone' ? `gone ${at.since ? `${at.since.day} ${at.since.subject}` : 'in front'}` : at.kind;
  }

  it('stands where it was logged, and follows words that are not saved yet', async () => {
    assert.deepEqual(await places('db.ts', whole), ['5 ada pool']);
    assert.deepEqual(await places('db.ts', `// new\n${whole}`), ['6 ada pool']);
    assert.deepEqual(await places('other.ts', whole), []);
    assert.deepEqual(await places('deep/db.ts', whole), []);
    assert.equal(await whereabouts(whole), 'db.ts:5-9 same');
    assert.equal(await whereabouts(`// new\n${whole}`), 'db.ts:6-10 moved');
  });

  it('is one place for several people, the newest first', async () => {
    log('sam', 'tenants', '2026-11-20');
    log('sam', 'limits', '2026-11-19', { lines: '3' });
    assert.deepEqual(await places('db.ts', whole), ['3 sam limits', '5 sam tenants, ada pool']);
  });

  it('shows private entries to nobody else', async () => {
    log('sam', 'secret', '2026-11-20', { private: 'true' });
    log('ada', 'mine', '2026-11-21', { private: 'true' });
    assert.deepEqual(await places('db.ts', whole), ['5 ada mine, ada pool']);
  });

  it('moves with a renamed file', async () => {
    shop.commit({ subject: 'Move', files: { 'db.ts': undefined, 'db/pool.ts': `// moved\n${whole}` } });
    assert.deepEqual(await places('db/pool.ts', `// moved\n${whole}`), ['6 ada pool']);
    const [entry] = (await entries()).all;
    assert.equal(await (await follower()).pathOf(entry!), 'db/pool.ts');
  });

  it('moves to another file with code that says enough', async () => {
    shop.commit({ subject: 'Split', files: { 'db.ts': text(above, below), 'tenant.ts': text(['// tenants'], block) } });
    assert.equal(await whereabouts(text(above, below)), 'tenant.ts:2-6 moved');
    const here = await follower();
    const now = { file: join(shop.root, 'db.ts'), text: text(above, below) };
    assert.deepEqual(await learnedHere(now, await entries(), here), []);
    const there = { file: join(shop.root, 'tenant.ts'), text: text(['// tenants'], block) };
    assert.deepEqual(
      (await learnedHere(there, await entries(), here)).map(({ line }) => line),
      [2],
    );
  });

  it('says since when it is gone', async () => {
    shop.commit({ subject: 'Above', date: '2026-11-19T09:00:00Z', files: { 'db.ts': `// new\n${whole}` } });
    shop.commit({ subject: 'No tenants', date: '2026-11-20T09:00:00Z', files: { 'db.ts': text(above, below) } });
    shop.commit({ subject: 'Later', date: '2026-11-21T09:00:00Z', files: { 'db.ts': text(above, below, ['// end']) } });
    assert.equal(await whereabouts(text(above, below, ['// end'])), 'gone 2026-11-20 No tenants');
    assert.deepEqual(await places('db.ts', text(above, below, ['// end'])), []);
    shop.commit({ subject: 'Delete', date: '2026-11-22T09:00:00Z', files: { 'db.ts': undefined } });
    assert.equal(await whereabouts(undefined), 'gone 2026-11-20 No tenants');
  });

  it('says since when the file is gone, and also where it was renamed before', async () => {
    shop.commit({ subject: 'Move', files: { 'db.ts': undefined, 'pool.ts': whole } });
    shop.commit({ subject: 'Delete', date: '2026-11-22T09:00:00Z', files: { 'pool.ts': undefined } });
    assert.equal(await whereabouts(undefined), 'gone 2026-11-22 Delete');
  });

  it('blames no commit for what is only gone in front of her', async () => {
    assert.equal(await whereabouts(text(above, below)), 'gone in front');
  });

  it('follows small steps further than one large one', async () => {
    const steps = [
      block.with(1, '  const connection = await pool.connect({ id });'),
      [
        'export async function withTenant(id: string) {',
        '  const connection = await pool.connect({ id });',
        '  return connection.begin(id);',
        '}',
      ],
      [
        'export async function begin(id: string) {',
        '  const connection = await pool.connect({ id });',
        '  return connection.begin(id, { retries: 3, wait: 100 });',
        '}',
      ],
    ];
    for (const [i, step] of steps.entries())
      shop.commit({ subject: `Step ${i}`, files: { 'db.ts': text(above, step, below) } });
    assert.equal(await whereabouts(text(above, steps.at(-1)!, below)), 'db.ts:5-8 changed');
  });

  it('is followed after a rebase, as long as the old commit is here', async () => {
    shop.git('checkout', '-q', '--orphan', 'again');
    shop.commit({ subject: 'Connect again', files: { 'db.ts': `// again\n${whole}` } });
    assert.deepEqual(await places('db.ts', `// again\n${whole}`), ['6 ada pool']);
    shop.commit({ subject: 'No tenants', date: '2026-11-20T09:00:00Z', files: { 'db.ts': text(above, below) } });
    assert.equal(await whereabouts(text(above, below)), 'gone 2026-11-20 No tenants');
  });

  it('makes no claim where the commit is not here, was never made, or names no lines', async () => {
    log('ada', 'pool', '2026-11-18', { commit: 'abcdef1' });
    log('sam', 'unsaved', '2026-11-17', { commit: undefined });
    log('sam', 'short', '2026-11-16', { commit: undefined, lines: '900-910' });
    log('sam', 'file', '2026-11-15', { lines: undefined });
    assert.deepEqual(await places('db.ts', whole), ['~1 ada pool, sam file', '~5 sam unsaved', '~14 sam short']);
    assert.equal(await whereabouts(whole), 'unknown');
  });

  it('is of this repository by its name, or because the commit is here', async () => {
    log('ada', 'pool', '2026-11-18', { repo: 'the-shop' });
    log('sam', 'other', '2026-11-19', { repo: 'tools', commit: 'abcdef1' });
    log('sam', 'nowhere', '2026-11-19', { repo: undefined, commit: undefined });
    assert.deepEqual(await places('db.ts', whole), ['5 ada pool']);
  });

  it('asks git nothing for files no entry could be about, and nothing again while somebody types', async () => {
    shop.commit({ subject: 'Other', files: { 'other.ts': 'x\n' } });
    const calls: string[] = [];
    const storage = join(dirname(shop.root), 'storage');
    const log = (line: string) => void calls.push(line);
    const history = gitHistory({ folders: () => [shop.root], storage, environment: shop.environment, log });
    const past = await history.filesPast(join(shop.root, 'db.ts'));
    const here = new CodeFollower(past!);
    const known = await entries();
    calls.length = 0;
    assert.deepEqual(await learnedHere({ file: join(shop.root, 'other.ts'), text: 'x\n' }, known, here), []);
    assert.deepEqual(calls, []);
    const at = async (text: string) =>
      (await learnedHere({ file: join(shop.root, 'db.ts'), text }, known, here))[0]?.line;
    assert.equal(await at(whole), 5);
    assert.equal(calls.length, 2, calls.join(', '));
    assert.equal(await at(`// new\n${whole}`), 6);
    assert.equal(calls.length, 2, calls.join(', '));
  });

  it('claims no place without git, and fits by the names of folder and file', async () => {
    log('sam', 'other', '2026-11-19', { repo: 'tools' });
    assert.deepEqual(await places('db.ts', `// new\n${whole}`, false), ['~1 ada pool']);
  });
});
