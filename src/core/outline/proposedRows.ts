import type { ProposedEvidence } from '../evidence/proposals.ts';
import { refLabel } from '../evidence/printEvidence.ts';
import type { Goal } from '../goal/goal.ts';
import type { OutlineRow } from './outlineRow.ts';
import { plainLabel } from './plainLabel.ts';

/**
 * What was found in git and the log for a goal, as one group below it, folded where it is long. Each row gives a command the goal, its note and what it
 * stands for.
 */
export function proposedRows(
  goal: Pick<Goal, 'slug' | 'shelf' | 'path'>,
  proposals: readonly ProposedEvidence[],
): readonly OutlineRow[] {
  if (proposals.length === 0) return [];
  const answers = { goal: goal.slug, shelf: goal.shelf, path: goal.path };
  const rows = proposals.map((proposal): OutlineRow => {
    const { key, title, kind, line, opens } = proposal;
    const detail = plainLabel(whyText(proposal));
    return {
      label: plainLabel(title) || line.refs.map(refLabel).join(', '),
      detail,
      tooltip: plainLabel([title, detail, ...line.refs.map(refLabel)].join(' · '), 400),
      kind: 'proposed evidence',
      icon: kind === 'work' ? 'git-commit' : 'lightbulb',
      ...(opens && { opens }),
      context: 'proposedEvidence mine',
      key: `proposed ${key}`,
      answers: { ...answers, key },
    };
  });
  return [
    {
      label: 'Is this evidence?',
      kind: 'group',
      icon: 'question',
      context: 'proposedGroup mine',
      key: 'proposed',
      answers,
      rows,
      folded: rows.length > proposedAtOnce,
    },
  ];
}

/** More than these would push the other goals out of sight: they wait below their question. */
const proposedAtOnce = 3;

function whyText({ why, glob }: ProposedEvidence): string {
  if (why === 'named') return 'names the goal';
  return why === 'branch' ? 'on a branch of its name' : `in ${glob ?? 'its files'}`;
}
