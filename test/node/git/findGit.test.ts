import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { findGit } from '../../../src/node/git/findGit.ts';
import { gitHistory } from '../../../src/node/git/gitHistory.ts';

describe('findGit', () => {
  let place: string;
  const program = (name: string, script: string): string => {
    mkdirSync(join(place, name), { recursive: true });
    const file = join(place, name, 'git');
    writeFileSync(file, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    return file;
  };
  const version = (number: string) => `: > '${place}/was-run'; echo "git version ${number}"`;
  const path = (...names: string[]) => ({ PATH: names.map(name => join(place, name)).join(delimiter) });

  beforeEach(() => {
    place = realpathSync(mkdtempSync(join(tmpdir(), 'outloud-find-')));
  });
  afterEach(() => {
    rmSync(place, { recursive: true, force: true });
  });

  it('takes the first on the PATH that is new enough, by its absolute path', async () => {
    program('old', version('2.37.4'));
    const good = program('good', version('2.38.0.windows.1'));
    program('later', version('2.55.0'));
    assert.deepEqual(await findGit({ folders: [], environment: path('none', 'old', 'good', 'later') }), {
      path: good,
      version: '2.38.0.windows.1',
    });
  });

  it('says that it is too old, with its version', async () => {
    program('old', version('2.37.4'));
    assert.deepEqual(await findGit({ folders: [], environment: path('old') }), {
      missing: 'git-too-old',
      detail: '2.37.4',
    });
  });

  it('says that there is none', async () => {
    program('other', 'echo "tig version 3"');
    program('broken', 'exit 3');
    assert.deepEqual(await findGit({ folders: [], environment: path('other', 'broken') }), {
      missing: 'git-missing',
      detail: '',
    });
    const history = gitHistory({ folders: () => [place], storage: join(place, 'storage'), environment: path('none') });
    const window = { from: 0, to: 1 };
    assert.deepEqual((await history.commits({ window, emails: [] })).notices, [
      { repo: '', code: 'git-missing', detail: '' },
    ]);
    assert.deepEqual([await history.repositories(), await history.identities()], [[], []]);
  });

  it('never runs one that lies in the workspace, however it is reached', async () => {
    const inside = program('work/bin', version('2.55.0'));
    symlinkSync(join(place, 'work'), join(place, 'link'), 'junction');
    mkdirSync(join(place, 'linked'));
    symlinkSync(inside, join(place, 'linked/git'));
    const work = join(place, 'work');
    const none = { missing: 'git-missing' as const, detail: '' };

    assert.deepEqual(await findGit({ folders: [work], environment: path('work/bin', 'link/bin', 'linked') }), none);
    assert.deepEqual(await findGit({ folders: [join(place, 'link')], environment: path('work/bin') }), none);
    assert.deepEqual(await findGit({ folders: [work], environment: { PATH: `.${delimiter}${delimiter}bin` } }), none);
    assert.deepEqual(await findGit({ folders: [work], gitPath: inside, environment: {} }), { ...none, detail: inside });
    assert.deepEqual(await findGit({ folders: [work], gitPath: 'git', environment: {} }), { ...none, detail: 'git' });
    assert.ok(!existsSync(join(place, 'was-run')), 'it was run');

    assert.equal('path' in (await findGit({ folders: [], environment: path('work/bin') })), true);
    assert.ok(existsSync(join(place, 'was-run')));
  });

  it('tells git nothing of what was inherited', async () => {
    program('good', `export -p > '${place}/env'; echo "git version 2.40.1"`);
    const inherited = { GIT_DIR: '/elsewhere', LD_PRELOAD: '', SECRET: 'x', EDITOR: 'vi', HOME: place };
    await findGit({ folders: [], environment: { ...path('good'), ...inherited } });
    const names = readFileSync(join(place, 'env'), 'utf8')
      .split('\n')
      .map(line => /^export (\w+)/.exec(line)?.[1]);
    assert.deepEqual(
      names
        .filter(name => name !== undefined && /^(?:GIT_DIR|LD_PRELOAD|SECRET|EDITOR|HOME|GIT_PAGER)$/.test(name))
        .sort(),
      ['GIT_PAGER', 'HOME'],
    );
  });
});
