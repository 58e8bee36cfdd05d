import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Feed } from '../../../src/node/git/feed.ts';
import { Git, GitFailed } from '../../../src/node/git/gitCall.ts';

describe('Git', () => {
  let place: string;
  let told: string[];
  const program = (script: string): Git => {
    const path = join(place, 'a git');
    writeFileSync(path, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    return new Git({ path, environment: { PATH: process.env['PATH'], GIT_DIR: '/x' }, log: line => told.push(line) });
  };
  const call = (...args: string[]) => ({ cwd: place, args });
  const fails = async (asked: Promise<unknown>): Promise<GitFailed> => {
    const error = await asked.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    assert.ok(error instanceof GitFailed, String(error));
    return error;
  };
  const isRunning = (pid: number) => {
    try {
      return process.kill(pid, 0);
    } catch {
      return false;
    }
  };

  beforeEach(() => {
    place = realpathSync(mkdtempSync(join(tmpdir(), 'outloud-call-')));
    told = [];
  });
  afterEach(() => {
    rmSync(place, { recursive: true, force: true });
  });

  it('answers what was printed, byte by byte, and nothing where nothing was', async () => {
    assert.equal(await program(`printf 'Gr\\303\\274\\303\\237e\\000\\n\\n'`).text(call('log')), 'Grüße\0\n\n');
    assert.equal(await program('').text(call('log')), '');
    assert.equal(await program('echo warned >&2; echo fine').text(call('log')), 'fine\n');
  });

  it('hands arguments over as they are, without a shell', async () => {
    const args = ['log', '$(touch pwned)', '; touch pwned', '--', 'a b', '*', ''];
    assert.equal(await program(`printf '[%s]' "$@"`).text(call(...args)), args.map(arg => `[${arg}]`).join(''));
    assert.ok(!existsSync(join(place, 'pwned')));
  });

  it('closes stdin, so that nothing waits on it', async () => {
    assert.equal(await program('cat; echo end').text(call('log')), 'end\n');
    assert.equal(await program('cat; echo end').text({ ...call('log'), input: 'in\n' }), 'in\nend\n');
  });

  it('goes on telling while it runs, whether or not that is heard to the end', async () => {
    const feed = new Feed();
    const seen: string[] = [];
    feed.write('one\n');
    const asked = program('while read line; do echo "heard $line"; done').stream(
      { ...call('log'), input: feed },
      chunk => {
        seen.push(chunk.toString());
        if (seen.length === 1) feed.write('two\n');
        else feed.end();
      },
    );
    await asked;
    assert.equal(seen.join(''), 'heard one\nheard two\n');

    const unheard = new Feed();
    unheard.write('x'.repeat(1 << 20));
    assert.equal(await program('exec echo enough').text({ ...call('log'), input: unheard }), 'enough\n');
    unheard.write('more');
    unheard.end();
  });

  it('lets only what is allowed into the environment', async () => {
    const environment = await program('env').text({ ...call('log'), env: { GIT_OBJECT_DIRECTORY: '/objects' } });
    const names = environment.split('\n').map(line => line.split('=')[0]);
    assert.ok(names.includes('GIT_TERMINAL_PROMPT') && names.includes('GIT_OBJECT_DIRECTORY'));
    assert.ok(
      !names.includes('GIT_DIR') && !names.includes('USERNAME_NOT_LISTED') && !names.includes('npm_lifecycle_event'),
    );
    assert.match(environment, /^GIT_ALLOW_PROTOCOL=$/m);
  });

  it('fails with the exit code and words of git', async () => {
    const failed = await fails(program('echo "fatal: no such thing" >&2; exit 128').text(call('log')));
    assert.deepEqual([failed.why, failed.exitCode, failed.message.trim()], ['refused', 128, 'fatal: no such thing']);
    assert.equal((await fails(program('exit 1').text(call('log')))).exitCode, 1);
    assert.equal((await fails(program('kill -9 $$').text(call('log')))).why, 'refused');
  });

  it('stops one that hangs, even where it refuses to end', async () => {
    const hanging = program(`trap '' INT TERM; echo $$ > pid; while :; do sleep 0.1; done`);
    assert.equal((await fails(hanging.text({ ...call('log'), timeout: 400 }))).why, 'late');
    await gone(Number(readFileSync(join(place, 'pid'), 'utf8')));
    assert.equal((await fails(hanging.text({ ...call('log'), silence: 400 }))).why, 'silent');
    await gone(Number(readFileSync(join(place, 'pid'), 'utf8')));
  });

  it('stops one that floods, on either stream', async () => {
    assert.equal((await fails(program('yes').text({ ...call('log'), cap: 1 << 20 }))).why, 'flood');
    assert.equal((await fails(program('yes >&2').text({ ...call('log'), cap: 1 << 20 }))).why, 'flood');
  });

  it('ends with the signal, and spawns nothing after it', async () => {
    const hanging = program('echo $$ > pid; echo started; exec sleep 60');
    const aborting = new AbortController();
    const reason = new Error('enough');
    const asked = hanging.stream({ ...call('log'), signal: aborting.signal }, () => {
      aborting.abort(reason);
    });
    await assert.rejects(asked, reason);
    await gone(Number(readFileSync(join(place, 'pid'), 'utf8')));
    rmSync(join(place, 'pid'));
    await assert.rejects(hanging.text({ ...call('log'), signal: aborting.signal }), reason);
    assert.ok(!existsSync(join(place, 'pid')));
  });

  it('holds back what is printed until it may be handed over', async () => {
    const seen: string[] = [];
    const after = new Promise<void>(resolve => setTimeout(resolve, 300)).then(() => seen.push('ready'));
    const call2 = { ...call('log'), after };
    await program('echo one; echo two').stream(call2, chunk => void seen.push(chunk.toString().trim()));
    assert.deepEqual(seen.join(' ').split(/\s+/), ['ready', 'one', 'two']);
  });

  it('tells names of commands and exits, never words', async () => {
    await fails(
      program('echo "fatal: secret" >&2; exit 1').text(call('-c', 'user.name=secret', 'log', '--author=secret')),
    );
    assert.match(told.join('\n'), /^git log: refused, \d+ ms$/);
  });

  /** Waits until a process is no more. */
  async function gone(pid: number): Promise<void> {
    for (let tries = 0; isRunning(pid) && tries < 100; tries++) await new Promise(resolve => setTimeout(resolve, 20));
    assert.ok(!isRunning(pid), 'it still runs');
  }
});
