import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { people } from '../../scripts/sample/repository.mjs';
import { makeSampleTeam, today } from '../../scripts/sampleTeam.mjs';
import { openSession } from './session.mjs';

/**
 * Two people of the sample team, each in a VS Code of her own with a home and a clone of her own, and the bare repository they share.
 * What lay in the first one's work tree and was never committed is in nobody else's clone.
 *
 * @param names who they are: `['ada', 'lin']`
 * @returns a session for each by name, with `shop` (the clone), `git(…)` in it, and `close` for all of it
 */
export async function openPeople(names) {
  const base = fs.mkdtempSync(path.join(os.tmpdir(), 'out-loud-people-'));
  const origin = path.join(base, 'origin.git');
  const opened = {};
  const close = async () => {
    await Promise.all(Object.values(opened).map(session => session.close()));
    fs.rmSync(base, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  try {
    const [first] = names;
    const team = makeSampleTeam(path.join(base, first), today(), { identity: first });
    const clones = { [first]: team.folders[0] };
    git(base, 'clone', '--quiet', '--bare', team.folders[0], origin);
    follow(clones[first], origin);
    for (const name of names.slice(1)) clones[name] = cloneFor(name, { base, origin });
    const sessions = await Promise.all(
      names.map(async name => [name, await openSession({ prepare: () => ({ folder: clones[name] }) })]),
    );
    for (const [name, session] of sessions)
      opened[name] = { ...session, shop: clones[name], git: (...args) => git(clones[name], ...args) };
    return { ...opened, origin, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function cloneFor(name, { base, origin }) {
  const clone = path.join(base, name, 'shop');
  git(base, 'clone', '--quiet', origin, clone);
  const [, user, email] = /^(.*) <(.*)>$/.exec(people[name]);
  git(clone, 'config', 'user.name', user);
  git(clone, 'config', 'user.email', email);
  return clone;
}

function follow(clone, origin) {
  git(clone, 'remote', 'set-url', 'origin', origin);
  git(clone, 'fetch', '--quiet', 'origin');
  git(clone, 'branch', '--quiet', '--set-upstream-to=origin/main', 'main');
}

function git(cwd, ...args) {
  return execFileSync('git', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trimEnd();
}
