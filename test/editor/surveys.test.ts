import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, afterEach, before, describe, it } from 'mocha';
import { commands, ConfigurationTarget, languages, window, workspace, type Uri } from 'vscode';
import { takeFix } from './support/quickFixes.ts';
import { isRestricted, notes, noteText, run } from './support/sample.ts';
import { until } from './support/until.ts';

const at = (uri: Uri | undefined) => uri?.fsPath.slice(notes.length + 1).replaceAll('\\', '/') ?? '';
const ours = (uri: Uri) =>
  languages.getDiagnostics(uri).filter(({ code }) => typeof code === 'string' && code.startsWith('action-'));
const made = new Set<string>();

async function start(title: string): Promise<string> {
  const uri = await run<Uri>('startSurvey', { title, form: 'start-stop-continue', due: '2099-12-31', previous: '' });
  made.add(at(uri));
  return at(uri);
}

function answerAs(handle: string, survey: string, words: string): void {
  const slug = survey.replace(/^surveys\/|\.md$/g, '');
  const path = `people/${handle}/answers/${slug}-${handle}.md`;
  const text = `---\ntype: survey-answer\nsurvey: ${slug}\nfrom: ${handle}\n---\n# A\n\n## What should we stop?\n${words}\n`;
  mkdirSync(dirname(join(notes, path)), { recursive: true });
  writeFileSync(join(notes, path), text);
  made.add(path);
}

describe('A survey in the editor', () => {
  if (isRestricted) {
    const settings = () => workspace.getConfiguration('outloud');
    before(() => settings().update('me', 'ada', ConfigurationTarget.Global));
    after(() => settings().update('me', undefined, ConfigurationTarget.Global));
  }
  afterEach(async () => {
    await commands.executeCommand('notifications.clearAll');
    await commands.executeCommand('workbench.action.closeAllEditors');
    for (const path of made) rmSync(join(notes, path), { force: true });
    made.clear();
  });

  it('is started, and answered with the cursor at the first question', async () => {
    const survey = await start('How we test surveys');
    assert.match(survey, /^surveys\/\d{4}-\d{2}-\d{2}-how-we-test-surveys\.md$/);
    assert.match(noteText(survey), /^by: ada$/m);
    const answer = at(await run<Uri>('answerSurvey', { survey: 'How we test surveys' }));
    made.add(answer);
    assert.match(answer, /^people\/ada\/answers\/.*-how-we-test-surveys-ada\.md$/);
    const editor = window.activeTextEditor;
    assert.ok(editor && at(editor.document.uri) === answer);
    assert.equal(editor.document.lineAt(editor.selection.active.line - 1).text, '## What should we start?');
  });

  it('is summed up where its actions are typed, and a line without owner and day is mended', async () => {
    const survey = await start('How we sum up');
    for (const handle of ['ada', 'sam', 'lin']) answerAs(handle, survey, `- words of ${handle}`);
    await until(async () => {
      await Promise.race([run('closeSurvey', { survey }), new Promise(resolve => setTimeout(resolve, 500))]);
      return noteText(survey).includes('## Actions');
    });
    assert.match(noteText(survey), /- words of ada\n- words of lin\n- words of sam\n/);
    const editor = await until(() => {
      const { activeTextEditor: shown } = window;
      const before = shown?.document.lineAt(shown.selection.active.line).text;
      return before === '- [ ] ' && shown?.selection.active.character === before.length ? shown : undefined;
    });
    const { active } = editor.selection;
    await editor.edit(edit => {
      edit.insert(active, 'Pin the image');
    });
    const { uri } = editor.document;
    const problems = await until(() => {
      const found = ours(uri);
      return found.length === 2 ? found : undefined;
    });
    for (const wanted of [/^By \d{4}/, /^Sam does it$/]) await takeFix(uri, problems[0]!.range, wanted);
    assert.match(editor.document.getText(), /^- \[ \] @sam Pin the image 📅 \d{4}-\d{2}-\d{2}$/m);
    await editor.document.save();
  });
});
