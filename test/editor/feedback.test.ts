import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, afterEach, before, describe, it } from 'mocha';
import {
  commands,
  ConfigurationTarget,
  DiagnosticSeverity,
  languages,
  Range,
  TabInputTextDiff,
  Uri,
  window,
  workspace,
  type CodeLens,
  type ExtensionContext,
} from 'vscode';
import { answerStamp } from '../../src/core/feedback/answerText.ts';
import { answerOpened } from '../../src/editor/feedback/answerOpened.ts';
import { committedTextAt, committedUri } from '../../src/editor/feedback/committedFile.ts';
import { Attention } from '../../src/editor/support/attention.ts';
import type { History } from '../../src/app/ports.ts';
import { memoryDesk } from '../support/memoryDesk.ts';
import { takeFix } from './support/quickFixes.ts';
import { isRestricted, notes, noteText, run, runAccepting, shop } from './support/sample.ts';
import { until } from './support/until.ts';

const git = (...args: string[]) => execFileSync('git', args, { cwd: shop, encoding: 'utf8' }).trimEnd();
/** The input of a tab with several differences: it has no type yet. */
interface MultiDiff {
  readonly textDiffs: readonly { readonly original: Uri; readonly modified: Uri }[];
}
const asking = (about: string) =>
  `---\ntype: feedback-request\ndate: 2026-11-20\nto: ada\nabout: ${about}\n---\n# The reads\n\n## What did you see?\n\n## And then?\n`;
const fresh =
  '---\ntype: feedback-answer\nrequest: sam/NAME\nfrom: ada\ndate: DAY\n---\n# The reads: Ada\n\n## What did you see?\n\n\n## And then?\n\n';

describe('Answering feedback', () => {
  const made: string[] = [];
  let count = 0;
  let [request, answerFile] = ['', ''];
  const write = (path: string, text: string) => {
    const file = join(notes, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    made.push(file);
    return file;
  };
  const clean = async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    for (const file of made) rmSync(file, { force: true });
  };
  /** Writes a request of Sam's, and waits until the extension heard of it. */
  const asked = async (about: string) => {
    const name = `2026-11-20-reads-${++count}`;
    [request, answerFile] = [`sam/${name}`, `people/ada/answers/${name}-ada.md`];
    write(`people/sam/feedback/${name}.md`, asking(about));
    made.push(join(notes, answerFile));
    const heard = async () => (await run<string>('putOffFeedback', { request, until: '2999-01-01' })) === '2999-01-01';
    await until(heard);
  };
  afterEach(clean);
  // In Restricted Mode git tells nobody's name.
  const beAda = (handle?: string) =>
    isRestricted ? workspace.getConfiguration('outloud').update('me', handle, ConfigurationTarget.Global) : undefined;
  before(() => beAda('ada'));
  after(() => beAda());

  const tab = () =>
    window.tabGroups.all.flatMap(({ tabs }) => tabs).find(({ input }) => input instanceof TabInputTextDiff);
  const multi = () =>
    window.tabGroups.all
      .flatMap(({ tabs }) => tabs.map(({ input }) => input as MultiDiff | undefined))
      .find(input => Array.isArray(input?.textDiffs));

  it('opens her answer at its first open question, and never writes over it', async () => {
    await asked('the talk');
    const uri = await run<Uri>('answerFeedback', { request });
    assert.equal(uri.fsPath, join(notes, answerFile));
    assert.equal(
      noteText(answerFile)
        .replace(/^date: .*$/m, 'date: DAY')
        .replace(/sam\/.*$/m, 'sam/NAME'),
      fresh,
    );
    const editor = window.activeTextEditor;
    assert.equal(editor?.document.uri.fsPath, uri.fsPath);
    assert.equal(editor.document.lineAt(editor.selection.active.line - 1).text, '## What did you see?');
    const answered = `${fresh.replace('NAME', request.slice(4)).replace('see?\n', 'see?\nOne query.\n')}My own words\n`;
    await commands.executeCommand('workbench.action.closeAllEditors');
    writeFileSync(uri.fsPath, answered);
    await run('answerFeedback', { request });
    assert.equal(readFileSync(uri.fsPath, 'utf8'), answered);
  });

  if (!isRestricted) {
    it('shows what a range changed beside it, file by file', async () => {
      const [from, to] = ['main', 'origin/ada/outbox'].map(each => git('rev-parse', each));
      await asked(`shop ${from?.slice(0, 10)}..${to?.slice(0, 10)}`);
      await run('answerFeedback', { request });
      const shown = await until(multi);
      assert.deepEqual(
        shown.textDiffs.map(({ modified }) => modified.path),
        ['/services/outbox/outbox.ts', '/services/outbox/replay.ts'],
      );
      const [first] = shown.textDiffs;
      const texts = await Promise.all(
        (first ? [first.original, first.modified] : []).map(each => workspace.openTextDocument(each)),
      );
      assert.deepEqual(
        texts.map(each => each.getText()),
        ['', `${git('show', `${to}:services/outbox/outbox.ts`)}\n`],
      );
      assert.equal(window.activeTextEditor?.document.uri.fsPath, join(notes, answerFile));
      assert.equal(window.tabGroups.all.length, 2);
    });

    it('shows one changed file as one difference, and answers from what is selected in it', async () => {
      const commit = git('log', '-1', '--format=%H', '--', 'services/metrics/p99.ts');
      await asked(`shop ${commit.slice(0, 10)}`);
      await run('answerFeedback', { request });
      const { modified } = (await until(tab)).input as TabInputTextDiff;
      const uri = await run<Uri>('answerHere', {
        request,
        uri: modified,
        range: new Range(2, 0, 4, 0),
        question: 'And then?',
      });
      const editor = window.activeTextEditor;
      assert.equal(editor?.document.uri.fsPath, uri.fsPath);
      const link = `[p99.ts:3-4](https://github.forge.example/market/shop/blob/${commit}/services/metrics/p99.ts#L3-L4) `;
      assert.match(editor.document.getText(), new RegExp(`\n## And then\\?\n${escaped(link)}\n`));
      assert.equal(editor.document.lineAt(editor.selection.active.line).text, link);
      assert.equal(editor.selection.active.character, link.length);
      await editor.document.save();
    });

    it('says so where the code is not in the clone, and opens the note all the same', async () => {
      await asked('shop 0123456..89abcde');
      await run('answerFeedback', { request });
      assert.equal(window.activeTextEditor?.document.uri.fsPath, join(notes, answerFile));
      assert.equal(window.tabGroups.all.flatMap(({ tabs }) => tabs).length, 1);
    });
  }

  it('opens a file at its lines beside it; in Restricted Mode the note alone', async () => {
    await asked('shop services/checkout/db.ts#L8-L9');
    await run('answerFeedback', { request });
    const files = window.visibleTextEditors.map(({ document }) => document.uri.fsPath);
    assert.equal(files.includes(join(shop, 'services/checkout/db.ts')), !isRestricted);
    assert.ok(files.includes(join(notes, answerFile)));
  });

  it('puts the lines of a file she selects below a question, where she types on', async () => {
    await asked('the talk');
    const file = Uri.file(join(shop, 'services/checkout/db.ts'));
    await run('answerHere', { request, uri: file, range: new Range(7, 0, 8, 0), question: 'What did you see?' });
    const text = window.activeTextEditor?.document.getText() ?? '';
    assert.match(text, /\n## What did you see\?\n\[db\.ts:8\]\(.*db\.ts#L8\) \n\n## And then\?\n/);
    await window.activeTextEditor?.document.save();
  });

  it('shows a commit of the window’s repositories only, whatever address a note has', async () => {
    const asked: string[] = [];
    const textAt = () => Promise.resolve('one');
    const past = (file: string) => (asked.push(file), Promise.resolve({ textAt }));
    const history = { repositories: () => Promise.resolve([{ root: shop }]), filesPast: past } as unknown as History;
    const textOf = (root: string) =>
      committedTextAt({ history }, committedUri({ root, commit: '4f1c2a9d0e', path: 'a.ts' }));
    assert.equal(await textOf(String.raw`\\evil.example\share`), '');
    assert.equal(await textOf(join(shop, '..')), '');
    assert.deepEqual(asked, []);
    assert.equal(await textOf(shop), 'one');
  });

  it('declines with a line of why, in her own note', async () => {
    await asked('the talk');
    const uri = await run<Uri>('declineFeedback', { request, text: 'I was not there.' });
    assert.match(readFileSync(uri.fsPath, 'utf8'), /^declined: \d{4}-\d{2}-\d{2}$[^]*\n\nI was not there\.\n$/m);
  });

  it('puts off for a week, or until the day that is said', async () => {
    await asked('the talk');
    assert.match(await run<string>('putOffFeedback', { request }), /^\d{4}-\d{2}-\d{2}$/);
    assert.equal(await run('putOffFeedback', { request, until: '2020-01-01' }), undefined);
  });

  it('makes one note of what was seen during a talk', async () => {
    const lines = [{ time: '14:05', text: 'the demo made the retry visible' }];
    const uri = await run<Uri>('giveFeedback', { to: 'sam', about: 'Pools at the meet-up', lines });
    made.push(uri.fsPath);
    assert.match(readFileSync(uri.fsPath, 'utf8'), /^to: sam$[^]*\n- 14:05 the demo made the retry visible\n$/m);
  });

  it('closes a request of her own', async () => {
    const file = write('people/ada/feedback/2026-11-21-mine.md', asking('x').replace('to: ada', 'to: sam'));
    const uri = await until(() => run<Uri | undefined>('closeRequest', { request: 'ada/2026-11-21-mine' }));
    assert.equal(uri.fsPath, file);
    assert.match(readFileSync(file, 'utf8'), /^closed: \d{4}-\d{2}-\d{2}$/m);
  });

  if (!isRestricted)
    it('is asked gently what was seen, and takes a sentence to fill in', async () => {
      await asked('the talk');
      await run('answerFeedback', { request });
      const editor = window.activeTextEditor!;
      await editor.edit(edit => {
        edit.insert(editor.selection.active, 'You should split the table. It is too large.');
      });
      const { uri } = editor.document;
      const hint = await until(() => languages.getDiagnostics(uri).find(({ code }) => code === 'answer-seenFirst'));
      assert.equal(hint.severity, DiagnosticSeverity.Hint);
      await takeFix(uri, hint.range, /^Say first what you saw$/);
      assert.match(editor.document.getText(), /\nIn … I saw …, and it made me …\. You should split/);
      await until(() => languages.getDiagnostics(uri).every(({ code }) => code !== 'answer-seenFirst'));
      await editor.document.save();
    });

  describe('given to her', () => {
    const path = 'people/sam/answers/2026-11-20-mine-sam.md';
    const given =
      '---\ntype: feedback-answer\nto: ada\nabout: the talk\ndate: 2026-11-20\n---\n# The talk: Sam\n\nThe demo made it clear. I would start with it.\n';
    let file: string;
    before(() => {
      file = write(path, given);
    });
    after(clean);

    it('is evidence of a goal with one action, and a learning with another', async () => {
      file = write(path, given);
      const goal = write('people/ada/goals/talks.md', '---\ntype: goal\n---\n# Talks\n');
      await window.showTextDocument(Uri.file(file));
      const titles = await until(async () => {
        const found = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', Uri.file(file));
        const all = found.map(({ command }) => command?.title ?? '');
        return all.includes('Attach as Evidence') ? all : undefined;
      });
      assert.ok(
        ['Attach as Evidence', 'Log as Learning'].every(title => titles.includes(title)),
        titles.join(),
      );
      await until(() => run('attachEvidence', { goal: 'talks', uri: Uri.file(file), text: 'clear demos' }));
      assert.match(
        readFileSync(goal, 'utf8'),
        /- clear demos: \[The talk: Sam\]\(\.\.\/\.\.\/sam\/answers\/2026-11-20-mine-sam\.md\)/,
      );
      const learned = await runAccepting<Uri>('logAnswer', { answer: path, text: 'I would start with it.' });
      made.push(learned.fsPath);
      assert.match(
        readFileSync(learned.fsPath, 'utf8'),
        /^source: "The talk: Sam"$[^]*# “I would start with it.”\n\n\[The talk: Sam\]\(\.\.\/\.\.\/sam\/answers\//m,
      );
    });

    it('is read once she opened it, and hers and others’ are not', async () => {
      const stored = new Map<string, unknown>();
      const context = {
        globalState: {
          get: (key: string, none: unknown) => stored.get(key) ?? none,
          update: (key: string, value: unknown) => Promise.resolve(void stored.set(key, value)),
        },
      } as unknown as ExtensionContext;
      const own = 'people/ada/answers/x.md';
      const desk = memoryDesk({ notes: { [path]: given, [own]: given, 'people/sam/sam.md': '# Sam\n' } });
      const attention = new Attention(context);
      const outloud = {
        attention,
        attempt: (_: string, run: () => Promise<unknown>) => run(),
        quietDesk: () => Promise.resolve(desk),
        notebooks: { holding: () => Promise.resolve(desk.notebook) },
      } as never;
      for (const opened of [path, own, 'people/sam/sam.md', path])
        await answerOpened(outloud, Uri.file(desk.notebook.shared.locate(opened as never)));
      assert.deepEqual(attention.of(desk.notebook), { read: [path], stamps: { [path]: answerStamp(given) } });
      attention.dispose();
    });
  });
});

function escaped(text: string): string {
  return text.replace(/[[\]().?#]/g, '\\$&');
}
