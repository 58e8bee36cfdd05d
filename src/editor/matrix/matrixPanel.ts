import { commands, l10n, Uri, ViewColumn, window, type WebviewPanel } from 'vscode';
import type { Desk } from '../../app/desk.ts';
import { peopleLedBy } from '../../app/skill/skillsToAssess.ts';
import { skillMatrixOf } from '../../app/skill/skillMatrix.ts';
import type { Disposable } from '../../app/ports.ts';
import type { Handle } from '../../core/note/notePath.ts';
import { sameHandle } from '../../core/people/leads.ts';
import { matrixPage } from '../../core/skill/matrixPage.ts';
import type { ShowMessage } from '../../page/messages.ts';
import type { OutLoud } from '../outloud.ts';
import { together } from '../support/disposables.ts';
import type { NotesChange } from '../support/notebooks.ts';
import { matrixWords } from './matrixWords.ts';
import { messageIn } from './messageIn.ts';
import { pageHtml } from './pageHtml.ts';

/** How long changes of the notes are waited out before the page is drawn anew, in milliseconds. */
const burst = 200;

/** The page of the skills. It holds nothing of its own: what it shows is read from the notes each time. */
export class MatrixPanel implements Disposable {
  readonly #outloud: OutLoud;
  readonly #panel: WebviewPanel;
  readonly #owned: Disposable;
  /** Whose skills are shown; undefined for the team's. */
  #whose: Handle | undefined;
  #isMine = true;
  #timer: NodeJS.Timeout | undefined;

  /** @param onClose told once, when the page was closed */
  constructor(outloud: OutLoud, onClose: () => void) {
    this.#outloud = outloud;
    const { extensionUri } = outloud.context;
    const [script, media] = [Uri.joinPath(extensionUri, 'dist', 'page'), Uri.joinPath(extensionUri, 'media', 'page')];
    this.#panel = window.createWebviewPanel('outloud.skills', l10n.t('Skills'), ViewColumn.Active, {
      enableScripts: true,
      localResourceRoots: [script, media],
    });
    this.#panel.iconPath = Uri.joinPath(extensionUri, 'media', 'icon.png');
    const { webview } = this.#panel;
    webview.html = pageHtml(webview, {
      title: l10n.t('Skills'),
      script: Uri.joinPath(script, 'matrix.js'),
      style: Uri.joinPath(media, 'matrix.css'),
    });
    this.#owned = together([
      webview.onDidReceiveMessage((message: unknown) => {
        this.#hear(message);
      }),
      outloud.notebooks.onChange(change => {
        if (isAboutSkills(change)) this.#drawSoon();
      }),
      this.#panel.onDidChangeViewState(() => {
        if (this.#panel.visible) this.#drawSoon();
      }),
      this.#panel.onDidDispose(() => {
        this.#owned.dispose();
        clearTimeout(this.#timer);
        onClose();
      }),
    ]);
  }

  /** Brings the page to the front. @param person a handle; else whoever is shown already, at first the person herself */
  async show(person?: Handle): Promise<void> {
    if (person !== undefined) this.#look(person);
    this.#panel.reveal();
    await this.#draw();
  }

  dispose(): void {
    this.#panel.dispose();
  }

  #look(person: Handle | undefined): void {
    this.#isMine = false;
    this.#whose = person;
  }

  #hear(received: unknown): void {
    const message = messageIn(received);
    switch (message?.type) {
      case 'ready':
        this.#drawSoon(0);
        break;
      case 'whose':
        this.#look(message.handle);
        this.#drawSoon(0);
        break;
      case 'assess':
        void commands.executeCommand('outloud.assessSkills', { person: message.handle });
        break;
      case 'goal':
        void this.#outloud.attempt('showSkills', () => makeGoal(message.skill));
        break;
      case 'import':
        void commands.executeCommand('outloud.importSkills');
        break;
      case undefined:
        this.#outloud.log.warn('skills: the page said something unknown');
    }
  }

  #drawSoon(ms = burst): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#outloud.attempt('showSkills', () => this.#draw()), ms);
  }

  async #draw(): Promise<void> {
    const desk = await this.#outloud.quietDesk();
    if (!desk) return;
    const matrix = await skillMatrixOf(desk);
    if (this.#isMine) this.#whose = desk.me.handle;
    const known = this.#whose === undefined || matrix.people.some(({ handle }) => handle === this.#whose);
    const shown = matrixPage(matrix, known ? this.#whose : desk.me.handle);
    const { shown: who } = shown;
    const mayAssess = who.kind === 'person' && (who.handle === desk.me.handle || leadsHer(desk, who.handle));
    const today = desk.clock.today();
    const message: ShowMessage = { type: 'show', page: shown, today, mayAssess, words: matrixWords() };
    await this.#panel.webview.postMessage(message);
  }
}

/** A goal of a gap, opened beside the page, so that she sees what was made and who helps. */
async function makeGoal(skill: string): Promise<void> {
  const uri = await commands.executeCommand<Uri | undefined>('outloud.chooseFocus', { skill });
  if (uri) await window.showTextDocument(uri, { viewColumn: ViewColumn.Beside });
}

function leadsHer(desk: Desk, handle: Handle): boolean {
  return peopleLedBy(desk).some(led => sameHandle(led.handle, handle));
}

/** Whether a change may have to do with what the page shows: most notes are entries of the log. */
function isAboutSkills({ paths }: NotesChange): boolean {
  return paths?.some(path => /(?:^|\/)assessments\/|^people\/([^/]+)\/\1\.md$|^[^/]+\.md$/.test(path)) ?? true;
}
