import { l10n, window, type QuickPickItem } from 'vscode';
import { kindsFor, requestKinds, type RequestKind, type Subject } from '../../core/feedback/requestKinds.ts';
import { replyDays, type ReplyDay } from '../../core/feedback/replyDays.ts';
import { plainLabel } from '../../core/outline/plainLabel.ts';
import type { Day } from '../../core/time/day.ts';
import { weekdayWords } from '../../core/time/dayWords.ts';
import { typeDay } from '../support/typeDay.ts';
import { title } from './askAbout.ts';

/** What of a request has a sensible answer already, and may be said in another way. */
export interface Wishes {
  readonly kind: string;
  readonly due: Day;
  /** Questions of one's own. */
  readonly questions: readonly string[];
}

/** What is around the wishes. */
export interface Surroundings {
  readonly subject: Subject;
  readonly names: readonly string[];
  readonly today: Day;
}

interface ReadyItem extends QuickPickItem {
  /** Undefined for the request as it stands. */
  readonly change?: () => Promise<Partial<Wishes> | undefined>;
}

/** Shows what the request will say; Enter writes it, and every line can be changed. Undefined for "not now". */
export async function askReady(given: Wishes, around: Surroundings): Promise<Wishes | undefined> {
  for (let wishes = given; ;) {
    const picked = await window.showQuickPick(readyItems(wishes, around), {
      title: title(),
      placeHolder: l10n.t('Enter writes the request to {0}', plainLabel(around.names.join(', '), 80)),
      ignoreFocusOut: true,
    });
    if (!picked?.change) return picked && wishes;
    wishes = { ...wishes, ...(await picked.change()) };
  }
}

function readyItems({ kind, due, questions }: Wishes, { subject, today }: Surroundings): readonly ReadyItem[] {
  const [own = ''] = questions;
  return [
    {
      label: `$(check) ${l10n.t('Write the request')}`,
      description: l10n.t('{0}, by {1}', kindWords(kind), weekdayWords(due, today)),
    },
    {
      label: `$(question) ${own === '' ? l10n.t('Add a question of your own…') : plainLabel(own, 80)}`,
      change: () => typeQuestion(questions),
    },
    {
      label: `$(eye) ${kindWords(kind)}…`,
      description: l10n.t('another kind of feedback'),
      change: () => pickKind(subject),
    },
    {
      label: `$(calendar) ${weekdayWords(due, today)}…`,
      description: l10n.t('another day'),
      change: () => pickDay(today),
    },
  ];
}

async function typeQuestion([own = '', ...rest]: readonly string[]): Promise<Partial<Wishes> | undefined> {
  const answer = await window.showInputBox({
    title: title(),
    prompt: l10n.t('What are you unsure about? It comes last, behind what was noticed'),
    placeHolder: l10n.t('Is one table per aggregate worth the migration?'),
    value: own,
    ignoreFocusOut: true,
  });
  if (answer === undefined) return undefined;
  return { questions: [answer.trim(), ...rest].filter(question => question !== '') };
}

async function pickKind(subject: Subject): Promise<Partial<Wishes> | undefined> {
  const usual = kindsFor(subject);
  const kinds = [...usual, ...requestKinds.filter(kind => !usual.includes(kind))];
  // an item's own `kind` would make a separator of it
  const items = kinds.map(wanted => ({ label: kindWords(wanted), description: kindDetail(wanted), wanted }));
  const picked = await window.showQuickPick(items, {
    title: title(),
    placeHolder: l10n.t('What kind of feedback?'),
    ignoreFocusOut: true,
  });
  return picked && { kind: picked.wanted };
}

async function pickDay(today: Day): Promise<Partial<Wishes> | undefined> {
  const offers = replyDays(today).map(offer => ({
    label: weekdayWords(offer.day, today),
    description: whenWords(offer),
    day: offer.day,
  }));
  const other = { label: l10n.t('Another day…'), description: '', day: '' };
  const picked = await window.showQuickPick([...offers, other], {
    title: title(),
    placeHolder: l10n.t('By when would an answer help?'),
    ignoreFocusOut: true,
  });
  if (picked !== other) return picked && { due: picked.day };
  const due = await typeDay({ title: title(), value: offers[0]?.day ?? today, from: today });
  return due === undefined ? undefined : { due };
}

function whenWords({ when }: ReplyDay): string {
  switch (when) {
    case 'threeDays':
      return l10n.t('in three working days');
    case 'nextDay':
      return l10n.t('the next working day');
    case 'week':
      return l10n.t('in a week');
    case 'twoWeeks':
      return l10n.t('in two weeks');
  }
}

/** A kind as people call it; one of a caller's own as it is. */
function kindWords(kind: string): string {
  const words: Readonly<Record<RequestKind, string>> = {
    design: l10n.t('Design'),
    naming: l10n.t('Naming'),
    tests: l10n.t('Tests'),
    risk: l10n.t('Risk'),
    observer: l10n.t('Observer'),
    stakeholder: l10n.t('Stakeholder'),
    growth: l10n.t('Growth'),
    'start-stop-continue': l10n.t('Start, stop, continue'),
  };
  return Object.hasOwn(words, kind) ? words[kind as RequestKind] : plainLabel(kind, 40);
}

function kindDetail(kind: RequestKind): string {
  switch (kind) {
    case 'design':
      return l10n.t('what was noticed, and what one would ask before trusting it');
    case 'naming':
      return l10n.t('where one stopped and read again');
    case 'tests':
      return l10n.t('what the tests tell, and what no test would see');
    case 'risk':
      return l10n.t('what could go wrong that went wrong before');
    case 'observer':
      return l10n.t('what was seen and heard, in its order');
    case 'stakeholder':
      return l10n.t('what is different for those it is made for');
    case 'growth':
      return l10n.t('at my best, and holding back');
    case 'start-stop-continue':
      return l10n.t('what was seen of me, in three parts');
  }
}
