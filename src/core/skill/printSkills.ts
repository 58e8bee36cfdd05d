import { escapeText } from '../markdown/markdown.ts';
import { eolOf } from '../note/noteText.ts';
import { printNote, printTitle } from '../note/printNote.ts';
import type { TextEdit } from '../note/textEdit.ts';
import type { NewSkill } from './importedSkills.ts';

/** A new `skills.md`. */
export function printSkills(title: string, skills: readonly NewSkill[]): string {
  return printNote({ head: { type: 'skills' }, title, body: skills.map(printSkill).join('\n\n') });
}

/** One skill as `readSkills` reads it again, without a last line ending. */
function printSkill({ name, kind, levels, expected }: NewSkill): string {
  const roles = expected.map(([role, level]) => `${escapeText(role.replace(/[,·]/g, ' '))} ${level}`).join(', ');
  const facts = `${kind === 'soft' ? 'Soft' : 'Hard'}${roles === '' ? '' : ` · expected: ${roles}`}`;
  const words = levels.flatMap((level, index) => {
    const said = escapeText(level);
    return said === '' ? [] : [`${index + 1}. ${said}`];
  });
  return [`## ${printTitle(name)}`, facts, ...(words.length > 0 ? [words.join('\n')] : [])].join('\n\n');
}

/** The edit that puts skills at the end of a `skills.md` that is there. No word of it changes. */
export function skillsAdded(text: string, skills: readonly NewSkill[]): readonly TextEdit[] {
  if (skills.length === 0) return [];
  const eol = eolOf(text);
  const gap = text === '' || /\n\r?\n$/.test(text) ? '' : text.endsWith('\n') ? eol : eol + eol;
  const added = `${skills.map(printSkill).join('\n\n')}\n`.replaceAll('\n', eol);
  return [{ at: { start: text.length, end: text.length }, text: gap + added }];
}
