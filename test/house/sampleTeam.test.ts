import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { devNull, tmpdir } from 'node:os';
import path from 'node:path';
import { makeSampleTeam } from '../../scripts/sampleTeam.mjs';

describe('The sample team', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'out-loud-sample-'))));
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  const git = (repository: string, ...args: readonly string[]) =>
    execFileSync('git', args, {
      cwd: repository,
      encoding: 'utf8',
      env: { ...process.env, GIT_CONFIG_GLOBAL: devNull, GIT_CONFIG_NOSYSTEM: '1' },
    }).trim();

  it('is the same, hash for hash, for the same day', () => {
    const refs = ['once', 'again'].map(name =>
      makeSampleTeam(path.join(folder, name), '2026-11-22').folders.map(repository => git(repository, 'show-ref')),
    );
    assert.deepEqual(refs[0], refs[1]);
  });

  it('has work of Ada in this week and the last, whatever day it is', () => {
    for (const day of ['2026-11-16', '2026-11-18', '2026-11-22', '2027-01-01']) {
      const [shop] = makeSampleTeam(path.join(folder, day), day).folders;
      const days = git(shop, 'log', '--all', '--no-merges', '--author=ada@', '--format=%ad', '--date=short').split(
        '\n',
      );
      const weekdays = (new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7;
      const monday = new Date(Date.parse(`${day}T12:00:00Z`) - weekdays * 86_400_000).toISOString().slice(0, 10);
      assert.ok(
        days.every(at => at <= day),
        `nothing after ${day}`,
      );
      assert.ok(days.filter(at => at >= monday).length >= 8, `this week of ${day}`);
      assert.ok(
        days.some(at => at < monday),
        `before the week of ${day}`,
      );
    }
  });

  it('names commits in its notes that are there, with the lines it tells about', () => {
    for (const day of ['2026-11-16', '2026-11-22', '2027-01-01']) {
      const [shop] = makeSampleTeam(path.join(folder, day), day).folders;
      const grep = (what: string) => git(shop, 'grep', '--untracked', '-hoE', what, '--', 'notes').split('\n');
      const named = grep('/(commit|blob)/[0-9a-f]{40}').map(match => match.slice(-40));
      assert.equal(named.length, 3);
      const authors = named.map(hash => git(shop, 'log', '-1', '--format=%an', hash));
      assert.deepEqual(authors.sort(), ['Ada', 'Ada', 'Sam']);
      for (const hash of named) git(shop, 'merge-base', '--is-ancestor', hash, 'main');
      const p99 = git(
        shop,
        'show',
        `${named.find(hash => git(shop, 'show', '--stat', hash).includes('p99.ts'))}:services/metrics/p99.ts`,
      );
      assert.match(p99.split('\n').slice(2, 4).join('\n'), /sorted/);
    }
  });

  it('has a goal that once wanted more', () => {
    const [shop] = makeSampleTeam(folder, '2026-11-22').folders;
    const goal = 'notes/people/ada/goals/async-rust.md';
    const changes = git(shop, 'log', '--format=', '-p', '-U0', '--', goal).split('\n');
    assert.deepEqual(
      changes.filter(line => /^[-+]- KR/.test(line)),
      [
        '-- KR: services on the new scheduler 0 → 1 → 4',
        '+- KR: services on the new scheduler 0 → 1 → 2',
        '+- KR: services on the new scheduler 0 → 1 → 4',
      ],
    );
  });

  it('leaves nothing but this week’s notes to be shared', () => {
    const [shop, tools] = makeSampleTeam(folder, '2026-11-22').folders;
    assert.equal(
      git(shop, 'status', '--porcelain', '--untracked-files=all'),
      '?? notes/people/ada/learning/2026-11-18-pgbouncer-pins-a-session-for-set.md\n' +
        '?? notes/people/ada/learning/2026-11-19-checkout-reads-in-one-query.md',
    );
    assert.equal(git(tools, 'status', '--porcelain'), '');
  });
});
