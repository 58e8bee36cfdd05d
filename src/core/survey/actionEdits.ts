import type { Handle } from '../note/notePath.ts';
import type { Span } from '../note/problem.ts';
import type { TextEdit } from '../note/textEdit.ts';
import type { Day } from '../time/day.ts';

const front = /^([ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+)(\[.\][ \t]*)?/su;

/** The edit that says whose an action is: her handle in front of its words. */
export function ownerGiven(text: string, at: Span, owner: Handle): readonly TextEdit[] {
  const start = at.start + (front.exec(text.slice(at.start, at.end))?.[0].length ?? 0);
  const gap = /[ \t]$/.test(text.slice(at.start, start)) ? '' : ' ';
  return [{ at: { start, end: start }, text: `${gap}@${owner} ` }];
}

/** The edit that says by when: the day at the end of the line. */
export function dayGiven(text: string, at: Span, day: Day): readonly TextEdit[] {
  const end = at.start + text.slice(at.start, at.end).trimEnd().length;
  return [{ at: { start: end, end }, text: ` 📅 ${day}` }];
}

/** The edit that keeps an action as a thought: its box goes, every word stays. */
export function boxTaken(text: string, at: Span): readonly TextEdit[] {
  const [, bullet = '', box = ''] = front.exec(text.slice(at.start, at.end)) ?? [];
  const start = at.start + bullet.length;
  return box === '' ? [] : [{ at: { start, end: start + box.length }, text: '' }];
}
