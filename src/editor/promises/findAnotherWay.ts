import { commands, InputBoxValidationSeverity, l10n, window, type Uri } from 'vscode';
import type { Desk } from '../../app/desk.ts';
import { ownGoals } from '../../app/goal/goalsOf.ts';
import { ownGoal, type OwnGoal } from '../../app/goal/ownGoal.ts';
import { needsToMeet } from '../../app/promise/needsOf.ts';
import { takeAnotherWay, type AnotherWay } from '../../app/promise/takeAnotherWay.ts';
import { plainLabel } from '../../core/outline/plainLabel.ts';
import { personCalled } from '../../core/people/identity.ts';
import type { OutLoud } from '../outloud.ts';
import { othersToPick } from '../support/othersToPick.ts';

export interface WayAnswers {
  /** What was needed, in a few words. */
  readonly need: string;
  readonly way: 'shadow' | 'mentor' | 'learn' | 'help';
  /** A goal of hers, by its slug or title. */
  readonly goal: string;
  /** Whom she shadows or asks: a handle. */
  readonly person: string;
  /** What is written down. */
  readonly words: string;
  /** The inbox's key of the question, which is not asked again. */
  readonly key: string;
}

/**
 * Another way to what was refused or not answered: shadow somebody, a mentor, learn it alone, or ask everybody. Answers the note it stands
 * in, undefined for "not now".
 */
export async function findAnotherWay(outloud: OutLoud, answers: Partial<WayAnswers>): Promise<Uri | undefined> {
  const desk = await outloud.deskWithNotes();
  const need = desk && (answers.need ?? (await pickNeed(desk)));
  if (!desk || need === undefined) return undefined;
  const way = await wayTo(outloud, desk, { ...answers, need });
  if (!way) return undefined;
  const place = await takeAnotherWay(desk, way);
  if (answers.key !== undefined) await commands.executeCommand('outloud.stopAsking', { key: answers.key });
  const uri = outloud.uriOf(desk.notebook, place);
  if (answers.way === undefined) await window.showTextDocument(uri);
  return uri;
}

type Asked = Partial<WayAnswers> & Pick<WayAnswers, 'need'>;

async function wayTo(outloud: OutLoud, desk: Desk, answers: Asked): Promise<AnotherWay | undefined> {
  const kind = answers.way ?? (await pickWay(answers.need));
  if (kind === undefined) return undefined;
  if (kind === 'help') {
    const words = answers.words ?? (await askWords(answers.need, true));
    return words === undefined ? undefined : { kind, words };
  }
  const person = kind === 'learn' ? undefined : (answers.person ?? (await pickPerson(desk, answers.need)));
  if (kind !== 'learn' && person === undefined) return undefined;
  const goal = await goalFor(outloud, desk, { ...answers, isShared: kind === 'mentor' });
  if (!goal) return undefined;
  if (kind === 'mentor') return { kind: 'ally', goal, ally: person ?? '' };
  const said = stepWords(answers.need, person && personCalled(person, desk.team).name);
  const words = answers.words ?? (await askWords(said, !goal.isPrivate));
  return words === undefined ? undefined : { kind: 'step', goal, words };
}

function stepWords(need: string, name: string | undefined): string {
  return name === undefined ? l10n.t('Learn on my own: {0}', need) : l10n.t('Shadow {0}: {1}', name, need);
}

async function pickNeed(desk: Desk): Promise<string | undefined> {
  const needs = await needsToMeet(desk);
  if (needs.length === 0) {
    void window.showInformationMessage(
      l10n.t('Nothing you asked for was declined or is without an answer, and your profile names no needs.'),
    );
    return undefined;
  }
  const items = needs.map(need => ({ label: plainLabel(need, 80), need }));
  return (await window.showQuickPick(items, { title: l10n.t('Find Another Way'), placeHolder: l10n.t('To what?') }))
    ?.need;
}

async function pickWay(need: string): Promise<WayAnswers['way'] | undefined> {
  const step = l10n.t('a step of a goal');
  const items = [
    { label: `$(eye) ${l10n.t('Shadow somebody')}`, description: step, way: 'shadow' },
    { label: `$(person-add) ${l10n.t('Ask a mentor')}`, description: l10n.t('an ally of a goal'), way: 'mentor' },
    { label: `$(book) ${l10n.t('Learn it on my own')}`, description: step, way: 'learn' },
    { label: `$(question) ${l10n.t('Ask everybody')}`, description: l10n.t('an entry others read'), way: 'help' },
  ] as const;
  return (await window.showQuickPick(items, { title: plainLabel(need, 80), placeHolder: l10n.t('Which other way?') }))
    ?.way;
}

async function pickPerson(desk: Desk, need: string): Promise<string | undefined> {
  const items = await othersToPick(desk);
  if (items.length === 0) {
    void window.showInformationMessage(l10n.t('Nobody else stands in team.md yet.'));
    return undefined;
  }
  return (await window.showQuickPick(items, { title: plainLabel(need, 80), placeHolder: l10n.t('Whom?') }))?.handle;
}

/** The goal it belongs to; only one is not asked about, and a new one is a way of its own. */
async function goalFor(
  outloud: OutLoud,
  desk: Desk,
  { need, goal, isShared }: Pick<Asked, 'need' | 'goal'> & { readonly isShared: boolean },
): Promise<OwnGoal | undefined> {
  const yaml = await outloud.world.yaml();
  if (goal !== undefined) return ownGoal({ ...desk, yaml }, { goal });
  const goals = (await ownGoals(desk)).filter(
    ({ status, shelf, isPrivate }) => status === 'active' && !(isShared && (isPrivate || shelf === 'private')),
  );
  const items = [
    ...goals.map(each => ({ label: plainLabel(each.title, 80), goal: each })),
    { label: `$(add) ${l10n.t('A new goal…')}`, goal: undefined },
  ];
  const picked = await window.showQuickPick(items, {
    title: plainLabel(need, 80),
    placeHolder: l10n.t('Which goal does it belong to?'),
  });
  if (picked?.goal) return ownGoal({ ...desk, yaml }, { path: picked.goal.path, shelf: picked.goal.shelf });
  if (picked) await commands.executeCommand('outloud.createGoal');
  return undefined;
}

/** The words, with a note of who reads them: what she needs may have stood in a private note. */
function askWords(value: string, isRead: boolean): Thenable<string | undefined> {
  const shown = (words: string) => l10n.t('Others will read exactly this: {0}', plainLabel(words, 400));
  return window.showInputBox({
    title: l10n.t('Find Another Way'),
    value,
    ...(isRead && { prompt: shown(value) }),
    ignoreFocusOut: true,
    validateInput: words => {
      if (words.trim() === '') return l10n.t('A few words are enough.');
      return isRead ? { message: shown(words), severity: InputBoxValidationSeverity.Info } : undefined;
    },
  });
}
