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
