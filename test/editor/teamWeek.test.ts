import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { commands, env, window, type CodeLens, type DocumentLink, type Location } from 'vscode';
import { isRestricted, notes, run, shop } from './support/sample.ts';
import { until } from './support/until.ts';

const week = '2026-W05';
const pathOf = (handle: string) => `people/${handle}/weekly/${week}-${handle}.md`;
const git = (...args: string[]) => execFileSync('git', args, { cwd: shop, encoding: 'utf8' }).trim();
function write(handle: string, learned: string): void {
  const file = join(notes, pathOf(handle));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(
    file,
    `---\ntype: weekly\nweek: ${week}\nperson: ${handle}\n---\n# Week 5\n\n## Learned\n\n- ${learned}\n`,
  );
}

/** Commits the note behind the editor's back. */
function share(handle: string): void {
  const file = `notes/${pathOf(handle)}`;
  git('add', '--', file);
  git('-c', `user.name=${handle}`, '-c', `user.email=${handle}@shop.example`, 'commit', '-qm', 'Share', '--', file);
}

if (!isRestricted)
  describe('The team’s week', () => {
    let before: string;
    beforeEach(() => (before = git('rev-parse', 'HEAD')));
    afterEach(async () => {
      await commands.executeCommand('workbench.action.closeAllEditors');
      git('reset', '-q', before);
      for (const handle of ['sam', 'ada']) rmSync(join(notes, pathOf(handle)), { force: true });
    });

    it('shows what is shared, and each line leads to its note', async () => {
      write('sam', 'A lock is a queue');
      share('sam');
      write('ada', 'Not shared yet');
      const text = await until(async () => {
        const page = await run<string>('openTeamWeek', { week });
        return page.includes('Nobody has shared') ? undefined : page; // the notes were written behind the editor's back
      });
      assert.match(
        text,
        /^# Week 5 · the team\n[^]*\n## Learned\n\n- A lock is a queue · Sam\n\n## Worked on\n\n### Sam\n$/,
      );
      const { document } = window.activeTextEditor!;
      assert.equal(document.uri.scheme, 'outloud-team');
      const links = await until(async () => {
        const found = await commands.executeCommand<DocumentLink[]>('vscode.executeLinkProvider', document.uri);
        return found.length > 0 ? found : undefined;
      });
      const [first] = links;
      assert.equal(first!.target?.fsPath, join(notes, pathOf('sam')));
      assert.equal(first!.target.fragment, 'L10');
      const [place] = await commands.executeCommand<Location[]>(
        'vscode.executeDefinitionProvider',
        document.uri,
        first!.range.start,
      );
      assert.equal(place!.range.start.line, 9);

      const lenses = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', document.uri);
      assert.deepEqual(
        lenses.map(({ command }) => command?.title),
        ['Previous', 'Next', 'Copy for Slack', 'Copy as Text', 'Share My Note…'],
      );
      await run('copyAsText');
      assert.match(await env.clipboard.readText(), /^Week 5 · the team\n[^]*\nLearned\n• A lock is a queue · Sam\n/);

      assert.match(await run<string>('openTeamWeek', { step: -1 }), /^# Week 4 · the team\n[^]*Nobody has shared/);
      assert.equal(window.activeTextEditor!.document.uri.path, '/weekly/2026-W04-team.md');
      assert.match(await run<string>('openTeamWeek', { step: 1 }), /^# Week 5 · the team\n/);
    });

    it('shows what came into a commit since it was opened, by itself and where it is asked for again', async () => {
      write('sam', 'A lock is a queue');
      assert.match(await run<string>('openTeamWeek', { week }), /Nobody has shared/);
      const { document } = window.activeTextEditor!;
      share('sam');
      assert.match(await run<string>('openTeamWeek', { week }), /A lock is a queue/);
      await until(() => document.getText().includes('A lock is a queue'));
      git('reset', '-q', before);
      await until(() => document.getText().includes('Nobody has shared'));
    });

    it('says of a week that is none', async () => {
      assert.equal(await run('openTeamWeek', { week: '2026-W60' }), undefined);
    });
  });
