import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'mocha';
import {
  commands,
  ConfigurationTarget,
  languages,
  Position,
  Range,
  Uri,
  window,
  workspace,
  type CodeAction,
  type Diagnostic,
} from 'vscode';
import { fixesAt, takeFix } from './support/quickFixes.ts';
import { isRestricted, notes, run, shop } from './support/sample.ts';
import { until } from './support/until.ts';

const goalPath = 'people/ada/goals/evidence-of-tests.md';
const goalFile = join(notes, goalPath);
const learning = join(notes, 'people/ada/learning/2026-11-20-evidence-test.md');
const git = (...args: string[]) => execFileSync('git', args, { cwd: shop, encoding: 'utf8' }).trim();
const goalText = () => (existsSync(goalFile) ? readFileSync(goalFile, 'utf8') : '');
const ours = (uri: Uri) =>
  languages.getDiagnostics(uri).filter(({ code }) => typeof code === 'string' && code.startsWith('evidence-'));

function write(file: string, text: string): Uri {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return Uri.file(file);
}

function goal(evidence: readonly string[] = []): Uri {
  const lines = evidence.map(line => `- ${line}\n`).join('');
  return write(goalFile, `---\ntype: goal\n---\n# Evidence of tests\n${lines === '' ? '' : `\n## Evidence\n${lines}`}`);
}

async function fixes(uri: Uri, { range }: Diagnostic): Promise<readonly CodeAction[]> {
  const actions = await fixesAt(uri, range);
  return actions.filter(({ title }) => /^(?:Link|Use|Remove) /.test(title));
}

describe('Evidence of a goal', () => {
  if (isRestricted) {
    const settings = () => workspace.getConfiguration('outloud');
    before(() => settings().update('me', 'ada', ConfigurationTarget.Global));
    after(() => settings().update('me', undefined, ConfigurationTarget.Global));
  }
  beforeEach(async () => {
    await run('openWeeklyNote'); // anything that opens the notebook
    await commands.executeCommand('workbench.action.closeAllEditors');
  });
  afterEach(async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    for (const file of [goalFile, learning]) rmSync(file, { force: true });
  });

  it('of a note that moved has a mark and a fix', async () => {
    write(
      learning,
      '---\ntype: learning\ndate: 2026-11-20\naliases: [How it was called]\n---\n# As it is called now\n',
    );
    const uri = goal(['[How it was called](../learning/2026-11-19-gone.md)']);
    await window.showTextDocument(uri);
    const [problem] = await until(() => (ours(uri).length > 0 ? ours(uri) : undefined));
    assert.equal(problem?.message, 'The note that is linked here is gone.');
    const offered = await until(async () => {
      const all = await fixes(uri, problem); // the index may hear of the other note a moment later
      return all.length > 1 ? all.map(({ title }) => title) : undefined;
    });
    assert.deepEqual(offered, ['Link “2026-11-20-evidence-test”, where it is now', 'Remove this line of evidence']);
    await takeFix(uri, problem.range, /^Link “2026-11-20-evidence-test”/);
    await until(() => ours(uri).length === 0);
  });

  if (isRestricted) {
    it('in git says nothing in Restricted Mode', async () => {
      const uri = goal(['gone: shop 1d0e77b', '[Gone](../learning/gone.md)']);
      await window.showTextDocument(uri);
      const found = await until(() => (ours(uri).length > 0 ? ours(uri) : undefined));
      assert.deepEqual(
        found.map(({ code }) => code),
        ['evidence-noteGone'],
      );
    });
    return;
  }

  it('that was rebased has a mark, and a fix that names the commit of today', async () => {
    const identity = ['-c', 'user.name=Ada', '-c', 'user.email=ada@shop.example', '-c', 'commit.gpgSign=false'];
    const [newest, author] = git(
      'log',
      '-1',
      '--format=%H%x00%ae%x00%an',
      '--author=ada',
      '--no-merges',
      '--',
      'services',
    ).split('\0');
    const head = git('rev-parse', 'HEAD');
    const tree = git('rev-parse', `${newest!}^{tree}`);
    const parent = git('rev-parse', `${newest!}^`);
    assert.ok(author?.includes('ada'), author);
    // The same change under another committer date: what a rebase would have left behind.
    const env = {
      ...process.env,
      GIT_AUTHOR_NAME: 'Ada',
      GIT_AUTHOR_EMAIL: author,
      GIT_AUTHOR_DATE: git('log', '-1', '--format=%ad', '--date=raw', newest!),
      GIT_COMMITTER_DATE: '2026-11-01T00:00:00Z',
    };
    const lost = execFileSync('git', [...identity, 'commit-tree', tree, '-p', parent, '-m', 'Before the rebase'], {
      cwd: shop,
      env,
      encoding: 'utf8',
    }).trim();
    assert.equal(git('rev-parse', 'HEAD'), head);

    const uri = goal([`the old one: shop ${lost.slice(0, 7)}`, `fine: shop ${newest!.slice(0, 7)}`, 'shop 1d0e77b']);
    const { document } = await window.showTextDocument(uri);
    const found = await until(() => (ours(uri).length > 1 ? ours(uri) : undefined));
    assert.deepEqual(
      found.map(({ message, range }) => `${document.getText(range)}: ${message}`),
      [
        `shop ${lost.slice(0, 7)}: No branch leads to shop ${lost.slice(0, 7)} any more: it was rebased or squashed, or its branch is gone.`,
        'shop 1d0e77b: There is no shop 1d0e77b here. Perhaps it was not fetched yet, or is gone since a rebase.',
      ],
    );
    await takeFix(uri, found[0]!.range, new RegExp(`^Use shop ${newest!.slice(0, 7)}, the same change on `));
    await until(() => ours(uri).length === 1);
    assert.match(document.lineAt(6).text, new RegExp(`^- the old one: \\[shop ${newest!.slice(0, 7)}\\]\\(https://`));
    await document.save();
  });

  it('is attached by what the caller names: a commit, lines of code, a note', async () => {
    goal();
    const hash = git('rev-parse', 'HEAD');
    await until(() =>
      run<Uri>('attachEvidence', { goal: 'evidence-of-tests', ref: `shop ${hash.slice(0, 9)}`, text: 'it runs' }),
    );
    const file = git('ls-files', 'services').split('\n')[0]!;
    const code = { uri: Uri.file(join(shop, file)), range: new Range(new Position(0, 0), new Position(0, 3)) };
    await run('attachEvidence', { goal: 'Evidence of tests', text: 'the first line', ...code });
    write(learning, '---\ntype: learning\ndate: 2026-11-20\n---\n# A learned thing\n');
    await until(async () => {
      await run('attachEvidence', { goal: 'evidence-of-tests', uri: Uri.file(learning), text: '' });
      return goalText().includes('A learned thing');
    });
    const [one, two, three] = goalText().split('## Evidence\n\n')[1]!.split('\n');
    assert.equal(one, `- it runs: shop ${hash.slice(0, 9)}`);
    assert.match(
      two!,
      new RegExp(`^- the first line: \\[shop ${file.replaceAll('.', '\\.')}:1 at ${hash.slice(0, 7)}\\]\\(https://`),
    );
    assert.equal(three, '- [A learned thing](../learning/2026-11-20-evidence-test.md)');
  });

  it('is attached to a goal that is done, too', async () => {
    write(goalFile, '---\ntype: goal\nstatus: done\n---\n# Evidence of tests\n');
    const answers = { ref: `shop ${git('rev-parse', '--short', 'HEAD')}`, text: 'it runs' };
    await until(() => run<Uri>('attachEvidence', { ...answers, path: goalPath, shelf: 'shared' }));
    assert.match(goalText(), /^- it runs: shop [0-9a-f]+$/m);
  });

  it('is proposed from the log, accepted by one action, and refused by another', async () => {
    goal();
    write(learning, '---\ntype: learning\ndate: 2026-11-20\ngoal: evidence-of-tests\n---\n# Named in the log\n');
    const key = 'entry shared people/ada/learning/2026-11-20-evidence-test.md';
    const answers = { goal: 'evidence-of-tests', key };
    const uri = await until(() => run<Uri | undefined>('acceptEvidence', answers));
    assert.equal(uri.fsPath, goalFile);
    assert.match(
      goalText(),
      /\n## Evidence\n\n- \[Named in the log\]\(\.\.\/learning\/2026-11-20-evidence-test\.md\)\n$/,
    );
    goal();
    await run('refuseEvidence', answers);
    assert.equal(await run('acceptAllEvidence', { goal: 'evidence-of-tests' }), undefined);
    assert.ok(!goalText().includes('## Evidence'));
  });
});
