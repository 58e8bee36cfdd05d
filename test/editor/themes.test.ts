import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, afterEach, before, describe, it } from 'mocha';
import { commands, ConfigurationTarget, window, workspace, type CodeLens, type DocumentLink, type Uri } from 'vscode';
import { isRestricted, notes, noteText, run } from './support/sample.ts';
import { until } from './support/until.ts';

const answers = ['sam', 'lin'].map(handle => `people/${handle}/answers/2026-11-10-theme-test-${handle}.md`);
const profile = 'people/ada/ada.md';

describe('Themes in the editor', () => {
  if (isRestricted) {
    const settings = () => workspace.getConfiguration('outloud');
    before(() => settings().update('me', 'ada', ConfigurationTarget.Global));
    after(() => settings().update('me', undefined, ConfigurationTarget.Global));
  }
  const before_ = noteText(profile);
  afterEach(async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    for (const path of answers) rmSync(join(notes, path), { force: true });
    writeFileSync(join(notes, profile), before_);
  });

  it('come with links to their answers, and one becomes a strength or a goal', async () => {
    for (const path of answers) {
      mkdirSync(dirname(join(notes, path)), { recursive: true });
      const head = '---\ntype: feedback-answer\nrequest: ada/theme-test\ndate: 2026-11-10\n---\n# T\n\n## Q?\n';
      writeFileSync(
        join(notes, path),
        `${head}${path.includes('sam') ? 'Your zebra diagrams are clear.' : 'I understood the zebra diagrams.'}\n`,
      );
    }
    await until(async () => (await run<string>('showThemes')).includes('## zebra diagrams'));
    const uri = await until(() => window.activeTextEditor?.document.uri);
    assert.equal(uri.scheme, 'outloud-themes');
    const links = await commands.executeCommand<DocumentLink[]>('vscode.executeLinkProvider', uri);
    assert.ok(links.some(({ target }) => target?.path.endsWith(answers[0] ?? '?') && target.fragment === 'L9'));
    const lenses = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', uri);
    assert.ok(lenses.length >= 2 && lenses.every(({ command }) => command?.command === 'outloud.useTheme'));

    await run('useTheme', { theme: 'zebra diagrams', as: 'strength' });
    assert.match(noteText(profile), /^- zebra diagrams: \[T\]\(.*theme-test-(?:lin|sam)\.md\)$/m);
    const goal = await run<Uri>('useTheme', { theme: 'zebra diagrams', as: 'goal', title: 'Teach zebra diagrams' });
    assert.match(goal.path, /people\/ada\/goals\/teach-zebra-diagrams\.md$/);
    rmSync(goal.fsPath);
  });
});
