import { env, l10n, MarkdownString, StatusBarAlignment, window } from 'vscode';
import type { Disposable } from '../../app/ports.ts';
import { plainLabel } from '../../core/outline/plainLabel.ts';
import type { Made, OutLoud } from '../outloud.ts';
import { together } from '../support/disposables.ts';

/** How long a note that was just made stands in the status bar, in milliseconds. */
const shownFor = 10_000;

/** One item: it logs a learning; just after a note was made it says so, and a click opens that note. */
export function register(outloud: OutLoud): Disposable {
  const item = window.createStatusBarItem('outloud.log', StatusBarAlignment.Right, 90);
  item.name = l10n.t('Out Loud');
  let timer: NodeJS.Timeout | undefined;
  const rest = () => {
    item.text = '$(lightbulb)';
    item.tooltip = l10n.t('Out Loud: Log Learning ({0})', keyOfLogging());
    item.accessibilityInformation = { label: l10n.t('Log a Learning'), role: 'button' };
    item.command = 'outloud.logLearning';
  };
  const show = ({ what, title, uri }: Made) => {
    const name = plainLabel(title, 40);
    const said = what === 'evidence' ? l10n.t('Attached: {0}', name) : l10n.t('Logged: {0}', name);
    item.text = `$(check) ${said} · ${l10n.t('Open')}`;
    item.tooltip = new MarkdownString().appendText(plainLabel(title, 300));
    item.accessibilityInformation = { label: l10n.t('{0}. Open the note', said), role: 'button' };
    item.command = { command: 'vscode.open', title: l10n.t('Open'), arguments: [uri] };
    clearTimeout(timer);
    timer = setTimeout(rest, shownFor);
  };
  rest();
  item.show();
  const listening = outloud.onMade(made => {
    if (made.what !== 'weekly' && made.what !== 'goal') show(made); // those open by themselves
  });
  return together([
    item,
    listening,
    {
      dispose: () => {
        clearTimeout(timer);
      },
    },
  ]);
}

/** The chord as it comes with the extension: nothing tells which key a person gave it. Her own machine is not always this one. */
function keyOfLogging(): string {
  const [mac, other] = ['⌘K L', 'Ctrl+K L'];
  if (env.remoteName !== undefined) return `${other}, ${mac}`;
  return process.platform === 'darwin' ? mac : other;
}
