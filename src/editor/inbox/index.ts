import { commands, l10n } from 'vscode';
import type { Desk } from '../../app/desk.ts';
import type { InboxSource } from '../../app/inbox/inboxOf.ts';
import type { Disposable } from '../../app/ports.ts';
import type { OutLoud } from '../outloud.ts';
import { together } from '../support/disposables.ts';
import { onRepositoryChange } from '../support/gitApi.ts';
import { OutlineView } from '../support/outline/outlineView.ts';
import { Erosions } from './erosions.ts';
import { Quiet } from './quiet.ts';
import type { Stopped } from './stopAsking.ts';
import { WaitingItem } from './waitingItem.ts';

/** What waits for the person, in the sidebar; and how not to be asked any more. */
export function register(outloud: OutLoud): Disposable {
  const refresh = () => {
    inbox.refresh();
  };
  const quiet = new Quiet(outloud.context);
  const erosions = new Erosions(outloud, refresh);
  const waiting = new WaitingItem();
  const inbox = viewOf(outloud, { quiet, erosions, waiting });
  return together([
    quiet,
    erosions,
    waiting,
    inbox,
    quiet.onChange(refresh),
    outloud.attention.onChange(refresh),
    // What a goal said before is known once it is committed.
    onRepositoryChange(refresh),
    outloud.command<Stopped>('stopAsking', async answers => {
      const { stopAsking } = await import('./stopAsking.ts');
      return stopAsking(outloud, quiet, answers);
    }),
    outloud.command<{ key: string }>('askAgain', async answers => {
      const { askAgain } = await import('./askAgain.ts');
      return askAgain(outloud, { quiet, more: desk => erosions.known(desk) }, answers);
    }),
  ]);
}

interface Parts {
  readonly quiet: Quiet;
  readonly erosions: Erosions;
  readonly waiting: WaitingItem;
}

function viewOf(outloud: OutLoud, { quiet, erosions, waiting }: Parts): OutlineView {
  const look = async (desk: Desk, more: InboxSource) => {
    const { inboxRowsOf } = await import('./inboxRowsOf.ts');
    const { rows, wanted, isAsked } = await inboxRowsOf(desk, {
      isStopped: quiet.of(desk.notebook),
      attention: outloud.attention.of(desk.notebook),
      log: outloud.log,
      more,
    });
    const sentence = wanted === 1 ? l10n.t('One thing waits for you.') : l10n.t('{0} things wait for you.', wanted);
    inbox.badge(wanted, sentence);
    waiting.show(wanted, sentence);
    void commands.executeCommand('setContext', 'outloud.asked', isAsked);
    return rows;
  };
  const inbox: OutlineView = new OutlineView(outloud, 'outloud.inbox', {
    rows: desk => look(desk, each => erosions.items(each)),
    async unseen() {
      const desk = await outloud.quietDesk();
      if (desk) await look(desk, each => erosions.known(each)); // git is asked only where somebody looks
    },
  });
  return inbox;
}
