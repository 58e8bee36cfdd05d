import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, afterEach, before, describe, it } from 'mocha';
import {
  commands,
  ConfigurationTarget,
  LanguageModelError,
  lm,
  Uri,
  window,
  workspace,
  type CodeLens,
  type LanguageModelChat,
  type LanguageModelChatMessage,
  type LanguageModelTextPart,
} from 'vscode';
import { addWeeks, weekOf } from '../../src/core/time/week.ts';
import { isRestricted, notes, run } from './support/sample.ts';
import { until } from './support/until.ts';

const week = addWeeks(weekOf(new Date().toLocaleDateString('sv')), -1);
const file = join(notes, `people/ada/weekly/${week}-ada.md`);

/** A language model that answers like this, and what it was sent. */
function model(answer: (text: string) => string) {
  const sent: string[] = [];
  const chat = {
    name: 'Fake $(bug)',
    vendor: 'test',
    sendRequest: ([message]: readonly LanguageModelChatMessage[]) => {
      const text = message?.content.map(part => (part as LanguageModelTextPart).value).join('') ?? '';
      sent.push(text);
      return Promise.resolve().then(() => ({ text: answer(text).split(/(?<=e)/) })); // in pieces, as they come
    },
  };
  return { sent, chat: chat as unknown as LanguageModelChat };
}

/** Puts something in the place of a function of the editor until it is put back. */
function replaced<Of extends object>(of: Of, name: keyof Of & string, by: unknown): () => void {
  const was = of[name];
  Reflect.set(of, name, by);
  assert.equal(of[name], by, `${name} can’t be replaced here`);
  return () => Reflect.set(of, name, was);
}

describe('Rewording by a language model', () => {
  const turnOn = (value: boolean | undefined) =>
    workspace.getConfiguration('outloud').update('languageModel.enabled', value, ConfigurationTarget.Global);
  const told: string[] = [];
  const putBack: (() => unknown)[] = [];
  const offer = (...models: readonly LanguageModelChat[]) =>
    putBack.push(replaced(lm, 'selectChatModels', () => Promise.resolve(models)));
  const offersAt = async (uri: Uri) => {
    const lenses = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', uri);
    return lenses.filter(({ command }) => command?.command === 'outloud.rewordWork');
  };
  const shown = () => window.tabGroups.activeTabGroup.activeTab?.label ?? '';
  const shownText = () =>
    workspace.textDocuments
      .find(({ uri }) => uri.scheme === 'outloud-shown' && uri.path.includes('would be sent'))
      ?.getText();
  const uri = Uri.file(file);

  before(() => {
    for (const name of ['showErrorMessage', 'showInformationMessage'] as const)
      putBack.push(replaced(window, name, (message: string) => void told.push(message)));
  });
  afterEach(async () => {
    await turnOn(undefined);
    for (const undo of putBack.splice(2)) undo();
    told.length = 0;
    await commands.executeCommand('workbench.action.closeAllEditors');
  });
  after(() => {
    for (const undo of putBack) undo();
  });

  if (isRestricted) {
    it('is not offered in Restricted Mode', async () => {
      await turnOn(true);
      assert.equal(await run('rewordWork', { uri }), undefined);
      assert.match(told.join(), /^Rewording is off\..* in a trusted workspace\.$/);
    });
    return;
  }

  const noteText = () => readFileSync(file, 'utf8');
  /** Presses Enter or Esc in what is asked until it goes on. */
  const answering = async (key: 'acceptSelectedQuickOpenItem' | 'closeQuickOpen', hasGoneOn: () => boolean) => {
    await until(async () => {
      if (!hasGoneOn()) await commands.executeCommand(`workbench.action.${key}`);
      return hasGoneOn();
    });
  };
  /** Runs the command, looks at all that would be sent, and says yes or not now. */
  async function send(yes: boolean): Promise<{ readonly seen: string; readonly running: Promise<Uri | undefined> }> {
    let hasEnded = false;
    const running = run<Uri | undefined>('rewordWork', { uri }).finally(() => (hasEnded = true));
    await until(() => shown() === 'What would be sent.md' && shownText());
    const seen = shownText() ?? '';
    const hasGone = () => hasEnded || shown() !== 'What would be sent.md';
    await answering(yes ? 'acceptSelectedQuickOpenItem' : 'closeQuickOpen', hasGone);
    return { seen, running };
  }
  const original = new Map<string, string>();
  let written = '';
  /** The note with "The" before each sentence that is the tool's. */
  const reworded = () => {
    const [above = '', part = ''] = written.split(/(?=<!-- outloud:begin worked-on)/);
    return above + part.replace(/^- \*\*/gm, '- **The ');
  };

  before(async () => {
    const folder = dirname(file);
    for (const path of readdirSync(folder).map(name => join(folder, name)))
      original.set(path, readFileSync(path, 'utf8'));
    await run<Uri>('writeWeeklyNote', { week });
    written = noteText();
  });
  after(() => {
    for (const [path, text] of original) writeFileSync(path, text);
  });

  it('is off until she turns it on', async () => {
    await window.showTextDocument(uri);
    assert.deepEqual(await offersAt(uri), []);
    offer(model(() => '').chat);
    assert.equal(await run('rewordWork', { uri }), undefined);
    assert.match(told.join(), /^Rewording is off\. The setting “outloud\.languageModel\.enabled” turns it on/);
  });

  it('is offered above “Worked on” then, and says so where the editor has no language model', async () => {
    await turnOn(true);
    await window.showTextDocument(uri);
    const [lens] = await until(async () => {
      const found = await offersAt(uri);
      return found.length > 0 ? found : undefined;
    });
    assert.equal(noteText().split('\n')[lens?.range.start.line ?? 0], '<!-- outloud:begin worked-on -->');
    await commands.executeCommand(lens?.command?.command ?? '', ...((lens?.command?.arguments ?? []) as object[]));
    assert.deepEqual(told, ['There is no language model here. An extension such as GitHub Copilot brings one.']);
    assert.equal(noteText(), written);
  });

  it('shows all that would be sent, and sends nothing where she says not now', async () => {
    await turnOn(true);
    const { chat, sent } = model(() => '');
    offer(chat);
    const { seen, running } = await send(false);
    assert.equal(await running, undefined);
    assert.match(seen, /^1: \S/m);
    assert.doesNotMatch(seen, /https?:|outloud|\*\*|Sam|ada/);
    assert.deepEqual([sent, told], [[], []]);
    assert.equal(noteText(), written);
  });

  it('sends exactly that, shows old and new, and writes what she takes', async () => {
    await turnOn(true);
    const { chat, sent } = model(text =>
      (text.match(/^\d+: .*$/gm) ?? []).map(line => line.replace(': ', ': The ')).join('\n'),
    );
    offer(chat);
    const { seen, running } = await send(true);
    await until(() => shown() === 'Worked on: now ↔ reworded');
    assert.equal(noteText(), written, 'nothing is written before she takes it');
    await answering('acceptSelectedQuickOpenItem', () => shown() !== 'Worked on: now ↔ reworded');
    assert.equal((await running)?.fsPath, file);
    assert.deepEqual(sent, [seen]);
    assert.equal(noteText(), reworded());

    await run<Uri>('writeWeeklyNote', { week });
    assert.equal(noteText(), reworded(), 'the words are hers now');
    await commands.executeCommand('workbench.action.closeAllEditors');
    writeFileSync(file, written);
  });

  const endings: readonly (readonly [what: string, answer: () => string, words: RegExp])[] = [
    [
      'is not allowed',
      () => {
        throw LanguageModelError.NoPermissions('no');
      },
      /^You did not let Out Loud use this language model, so nothing was sent\.$/,
    ],
    [
      'takes no more',
      () => {
        throw LanguageModelError.Blocked('quota');
      },
      /^The language model takes no more for now\./,
    ],
    [
      'is gone',
      () => {
        throw LanguageModelError.NotFound('gone');
      },
      /^That language model is no longer there\./,
    ],
    [
      'can’t be reached',
      () => {
        throw new Error('ENOTFOUND secret words');
      },
      /^The language model did not answer\. Your note is as it was; try again later\.$/,
    ],
    ['answers something else', () => 'Ada is great.', /^The language model did not answer line by line/],
  ];
  for (const [what, answer, words] of endings)
    it(`ends in a sentence where the model ${what}`, async () => {
      await turnOn(true);
      offer(model(answer).chat);
      const { running } = await send(true);
      assert.equal(await running, undefined);
      assert.equal(told.length, 1);
      assert.match(told[0] ?? '', words);
      assert.equal(noteText(), written);
    });

  it('ends in a sentence where nothing that came back tells the same', async () => {
    await turnOn(true);
    offer(
      model(text => (text.match(/^\d+: /gm) ?? []).map(number => `${number}Mallory did 99 things`).join('\n')).chat,
    );
    const { running } = await send(true);
    assert.equal(await running, undefined);
    assert.match(told.join(), /^Your note stays as it is: what was answered says more, less or something else/);
    assert.equal(noteText(), written);
  });
});
