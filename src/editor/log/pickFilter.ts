import { l10n, QuickPickItemKind, window, type QuickPickItem } from 'vscode';
import { logChoices, type LogChoices } from '../../app/log/logChoices.ts';
import type { LogFilter } from '../../core/log/filterLog.ts';
import { joinedFilter, withoutSecond } from '../../core/log/filterParts.ts';
import { plainLabel } from '../../core/outline/plainLabel.ts';
import type { OutLoud } from '../outloud.ts';
import { answerOf } from '../support/answerOf.ts';
import { typeWord } from './filterWords.ts';
import { whoseLog } from './logRowsOf.ts';

/** One thing a log can be filtered by, as the part of a filter that asks for it. */
interface FilterItem extends QuickPickItem {
  readonly asks?: LogFilter;
}

/** Lets her tick what of the log she wants to see. Answers the filter, or undefined for "not now". */
export async function pickFilter(outloud: OutLoud, current: LogFilter): Promise<LogFilter | undefined> {
  const desk = await outloud.deskWithNotes();
  if (!desk) return undefined;
  const person = whoseLog(desk, outloud.shownPerson.of(desk), current);
  const items = filterItems(await logChoices(desk, person), person.handle === desk.me.handle ? '' : person.handle);
  const pick = window.createQuickPick<FilterItem>();
  pick.title = l10n.t('Filter Log');
  pick.placeholder = l10n.t('What do you want to see?');
  pick.canSelectMany = true;
  pick.matchOnDescription = true;
  pick.items = items;
  pick.selectedItems = items.filter(({ asks }) => asks && isAskedFor(asks, current));
  let before = pick.selectedItems;
  pick.onDidChangeSelection(selected => {
    const parts = withoutSecond(partsOf(selected), partsOf(before));
    before = selected.filter(({ asks }) => asks && parts.includes(asks));
    if (before.length < selected.length) pick.selectedItems = before;
  });
  return answerOf(pick, () => joinedFilter(partsOf(before)));
}

function partsOf(items: readonly FilterItem[]): readonly LogFilter[] {
  return items.flatMap(({ asks }) => asks ?? []);
}

function isAskedFor(asks: LogFilter, { goal, person, skills = [], tags = [], types = [] }: LogFilter): boolean {
  if (asks.goal !== undefined) return asks.goal === goal;
  if (asks.person !== undefined) return asks.person === person;
  return (
    (asks.skills ?? []).some(skill => skills.includes(skill)) ||
    (asks.tags ?? []).some(tag => tags.includes(tag)) ||
    (asks.types ?? []).some(type => types.includes(type))
  );
}

/** @param shown whose log is seen, where it is not her own */
function filterItems({ goals, skills, tags, types, people }: LogChoices, shown: string): readonly FilterItem[] {
  const item = (label: string, asks: LogFilter, description?: string): FilterItem => ({
    label: plainLabel(label),
    ...(description !== undefined && { description }),
    asks,
  });
  return [
    ...below(
      l10n.t('Goals'),
      goals.map(({ goal, title }) => item(l10n.t('goal: {0}', title), { goal })),
    ),
    ...below(
      l10n.t('Skills'),
      skills.map(skill => item(l10n.t('skill: {0}', skill), { skills: [skill] })),
    ),
    ...below(
      l10n.t('Tags'),
      tags.map(tag => item(`#${tag}`, { tags: [tag] })),
    ),
    ...below(
      l10n.t('Kinds of entries'),
      types.map(type => item(typeWord(type), { types: [type] })),
    ),
    ...below(
      l10n.t('Whose log'),
      people.map(({ handle, name }) =>
        item(name, { person: handle }, handle === shown ? l10n.t('shown now') : undefined),
      ),
    ),
  ];
}

function below(label: string, items: readonly FilterItem[]): readonly FilterItem[] {
  return items.length === 0 ? [] : [{ label, kind: QuickPickItemKind.Separator }, ...items];
}
