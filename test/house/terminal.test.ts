import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { build } from 'esbuild';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { terminal } from '../../scripts/buildOptions.mjs';
import { makeSampleTeam, type SampleTeam } from '../../scripts/sampleTeam.mjs';

const root = path.resolve(import.meta.dirname, '../..');

describe('The weekly note in a terminal', () => {
  let folder: string;
  let team: SampleTeam;
  let program: string;

  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'out-loud-terminal-'));
    for (const name of ['home', 'tmp', 'plain', 'old-git']) mkdirSync(path.join(folder, name));
    team = makeSampleTeam(path.join(folder, 'team'), '2026-11-22');
    const outdir = path.join(folder, 'dist');
    await build({ ...terminal, absWorkingDir: root, outdir });
    writeFileSync(path.join(outdir, 'package.json'), '{"type":"module"}');
    program = path.join(outdir, 'terminal.js');
  });
  after(() => {
    rmSync(folder, { recursive: true });
  });

  /** Runs it as a person of this machine would, who has no git configuration of her own. */
  const run = (args: readonly string[], env: NodeJS.ProcessEnv = {}) => {
    const tmp = path.join(folder, 'tmp');
    const own = { HOME: path.join(folder, 'home'), USERPROFILE: path.join(folder, 'home'), GIT_CONFIG_NOSYSTEM: '1' };
    const { stdout, stderr, status } = spawnSync(process.execPath, [program, ...args], {
      encoding: 'utf8',
      env: { ...process.env, ...own, TMPDIR: tmp, TEMP: tmp, TMP: tmp, ...env },
    });
    assert.deepEqual(readdirSync(tmp), [], 'nothing is left of it');
    return { stdout, stderr: stderr.trim(), status };
  };

  it('tells the week of the one who works here, from all folders', () => {
    const { stdout, stderr, status } = run(['--week', '2026-W47', ...team.folders]);
    assert.equal(stderr, '');
    assert.equal(status, 0);
    assert.match(stdout, /^# Week 47 · Ada\n\n## Worked on\n\n- \*\*Checkout reads stay under 200 ms\*\* · \[#412\]/);
    assert.match(stdout, /^- \*\*Release notes build without the network\*\*.* · tools · with Sam$/m);
    assert.match(stdout, /^- \[PgBouncer pins a session for SET\]/m);
    assert.doesNotMatch(stdout, /outloud:begin/);
  });

  it('tells the week of somebody else, by e-mail', () => {
    const { stdout } = run(['--week', '2026-W47', '--person', 'sam@forge.example', ...team.folders]);
    assert.match(stdout, /^# Week 47 · Sam\n/);
    assert.match(stdout, /^- \*\*The scheduler keeps its queue on disk\*\*/m);
  });

  it('writes nothing', () => {
    const state = () =>
      team.folders.map(cwd =>
        execFileSync('git', ['status', '--porcelain', '--ignored', '-uall'], { cwd, encoding: 'utf8' }),
      );
    const before = state();
    run([...team.folders]);
    assert.deepEqual(state(), before);
    assert.deepEqual(readdirSync(path.join(folder, 'home')), []);
  });

  it('says in one sentence what is missing, and what to do', () => {
    const [shop] = team.folders;
    const oldGit = path.join(folder, 'old-git');
    writeFileSync(path.join(oldGit, 'git'), '#!/bin/sh\necho git version 2.30.1\n');
    chmodSync(path.join(oldGit, 'git'), 0o755);
    const plain = path.join(folder, 'plain');
    const nowhere = path.join(folder, 'nowhere');
    const cases = [
      { args: [nowhere], said: `There is no folder ${nowhere}: name one that is there.` },
      { args: [], said: 'No folder was named: say npm start -- --print PATH.' },
      {
        args: ['--week', '2025-W53', shop],
        said: /^“2025-W53” is no week of the calendar: write it as 20\d\d-W\d\d\.$/,
      },
      { args: ['--weeks', shop], said: /^“--weeks” is not understood: say npm start -- --print PATH/ },
      {
        args: [shop],
        env: { PATH: plain, ProgramFiles: plain },
        said: 'git was not found on the PATH: install git 2.38 or newer (git-scm.com) and try again.',
      },
      ...(process.platform === 'win32'
        ? [] // a script is no git.exe
        : [
            {
              args: [shop],
              env: { PATH: oldGit },
              said: 'git 2.30.1 is too old: install git 2.38 or newer (git-scm.com) and try again.',
            },
          ]),
      {
        args: [plain],
        said: /git does not say who you are here: set user\.name and user\.email .* or add --person EMAIL\.$/,
      },
    ];
    for (const { args, env, said } of cases) {
      const { stdout, stderr, status } = run(args, env);
      if (typeof said === 'string') assert.equal(stderr, said);
      else assert.match(stderr, said);
      assert.equal(stdout, '');
      assert.equal(status, 1);
    }
  });
});
