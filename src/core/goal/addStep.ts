import { cleanText } from '../markdown/cleanText.ts';
import { eolOf } from '../note/noteText.ts';
import { headingsOf, sectionsOf } from '../note/sections.ts';
import type { TextEdit } from '../note/textEdit.ts';
import { firstStep, isEvidence } from './goal.ts';
import { goalItemsOf, type GoalItem } from './goalItems.ts';
import { linesBeside, withEndings } from './moveItem.ts';

/**
 * The edits that add a step behind the last one, written as that one is. The words a new goal is made with are written over.
 *
 * @example
 * applyEdits('## Steps\n- [x] read\n', stepAdded('## Steps\n- [x] read\n', 'write')); //=> '## Steps\n- [x] read\n- [ ] write\n'
 */
export function stepAdded(text: string, words: string): readonly TextEdit[] {
  const step = cleanText(words);
  const steps = goalItemsOf(text).filter(({ kind }) => kind === 'step');
  const blank = steps.find(item => item.text === firstStep && item.task?.state === 'open');
  if (blank) {
    const start = blank.at.start + text.slice(blank.at.start, blank.at.end).lastIndexOf(firstStep);
    return [{ at: { start, end: start + firstStep.length }, text: step }];
  }
  const last = lastStep(steps);
  return stepLinesAdded(text, `${last ? nextBullet(last) : '-'} [ ] ${step}`);
}

/** The edits that put whole lines, a step with what is nested in it, behind the last step. */
export function stepLinesAdded(text: string, lines: string): readonly TextEdit[] {
  const eol = eolOf(text);
  const last = lastStep(goalItemsOf(text).filter(({ kind }) => kind === 'step'));
  if (last) return [linesBeside(text, { target: last, side: 'after' }, lines)];
  const written = withEndings(lines, eol);
  const section = sectionsOf(text).find(({ title }) => isSteps(title));
  if (section) {
    const words = text.slice(0, section.body.end).trimEnd();
    const isEmpty = words.length <= section.at.end;
    const end = words.length === text.length ? eol : '';
    return [insertion(Math.max(words.length, section.at.end), `${isEmpty ? '' : eol}${eol}${written}${end}`)];
  }
  const evidence = [...headingsOf(text)].find(({ title }) => isEvidence(title));
  if (evidence) return [insertion(evidence.at.start, `## Steps${eol}${eol}${written}${eol}${eol}`)];
  const words = text.trimEnd();
  const gap = words === '' ? '' : eol + eol;
  return [insertion(words.length, `${gap}## Steps${eol}${eol}${written}${words.length === text.length ? eol : ''}`)];
}

function insertion(at: number, text: string): TextEdit {
  return { at: { start: at, end: at }, text };
}

function isSteps(title: string): boolean {
  return /^(?:next )?steps?$/i.test(title.trim());
}

/** The last step that is nested in no other, below "Steps" where anything stands there. */
function lastStep(steps: readonly GoalItem[]): GoalItem | undefined {
  const lines = new Set(steps.map(({ line }) => line));
  const outer = steps.filter(({ parent }) => parent === undefined || !lines.has(parent.line));
  return outer.findLast(({ section = '' }) => isSteps(section)) ?? outer.at(-1);
}

function nextBullet({ bullet }: GoalItem): string {
  return bullet.replace(/\d+/, number => String(Number(number) + 1));
}
