import { inboxGroups, type InboxGroup, type InboxItem } from '../inbox/inboxItem.ts';
import { compareText } from '../note/compareText.ts';
import type { Day } from '../time/day.ts';
import { dueText } from './dueText.ts';
import type { OutlineRow } from './outlineRow.ts';
import { plainLabel } from './plainLabel.ts';

/** What waits for a person, by who waits for whom; in each group what is wanted first stands first. */
export function inboxRows(items: readonly InboxItem[], today: Day): readonly OutlineRow[] {
  return inboxGroups.flatMap(group => {
    const rows = items
      .filter(item => item.group === group)
      .toSorted(byDue)
      .map(item => itemRow(item, today));
    return rows.length > 0 ? [{ label: groupWords[group], context: 'group', key: group, rows }] : [];
  });
}

const groupWords: Readonly<Record<InboxGroup, string>> = {
  asked: 'Asked of me',
  answered: 'Answers for me',
  promises: 'My promises',
  goals: 'My goals',
  meetings: 'One-to-ones',
  waiting: 'Waiting for others',
  later: 'Later',
};

function byDue(a: InboxItem, b: InboxItem): number {
  const [one, other] = [a.due ?? '9999', b.due ?? '9999'];
  return compareText(one, other);
}

function itemRow(item: InboxItem, today: Day): OutlineRow {
  const { key, kind, label, detail = '', icon, due, opens, command, answers } = item;
  const whenDue = due === undefined ? '' : dueText(due, today);
  const details = [plainLabel(detail), whenDue].filter(part => part !== '');
  return {
    label: plainLabel(label),
    ...(details.length > 0 && { detail: details.join(' · ') }),
    tooltip: [plainLabel(label, 400), plainLabel(detail, 400), whenDue].filter(part => part !== '').join(' · '),
    icon,
    ...(opens && { opens }),
    ...(command !== undefined && { command }),
    answers: { ...answers, key },
    context: kind,
    key,
  };
}
