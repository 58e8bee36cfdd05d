import { proseLines } from '../note/sections.ts';

/** Whether git left two versions in a note: what is open in it may stand there twice. */
export function hasConflict(note: string): boolean {
  let isBegun = false;
  for (const { text } of proseLines(note, 0)) {
    if (/^<{7}(?: |$)/.test(text)) isBegun = true;
    if (isBegun && /^>{7}(?: |$)/.test(text)) return true;
  }
  return false;
}
