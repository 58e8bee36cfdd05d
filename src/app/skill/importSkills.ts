import { isUnreadable } from '../../core/note/readNote.ts';
import type { SharedPath } from '../../core/note/notePath.ts';
import { applyEdits, type TextEdit } from '../../core/note/textEdit.ts';
import { parseDelimited } from '../../core/skill/delimited.ts';
import { knownPeople } from '../../core/skill/importColumns.ts';
import { importedSkills, type ImportedSkills, type NewSkill } from '../../core/skill/importedSkills.ts';
import { markdownTable } from '../../core/skill/markdownTable.ts';
import { printSkills, skillsAdded } from '../../core/skill/printSkills.ts';
import { readSkills, skillNamed } from '../../core/skill/skill.ts';
import { assessSkills } from './assessSkills.ts';
import type { Desk } from '../desk.ts';
import { Failure } from '../failure.ts';
import { matrixSources, skillsNote } from './skillMatrix.ts';

type ImportDesk = Pick<Desk, 'notebook' | 'me' | 'team' | 'clock'>;

/** What a table would make here. Nothing is written yet. */
export interface ImportPlan extends ImportedSkills {
  /** The names of skills that `skills.md` has already: they stay as they are. */
  readonly known: readonly string[];
}

/**
 * Reads a markdown table or a CSV, and says what would be made of it.
 *
 * @throws Failure where it holds no table of skills
 */
export async function planImport(desk: ImportDesk, text: string): Promise<ImportPlan> {
  const { skills, people } = await matrixSources(desk);
  const roles = people.flatMap(({ role }) => role ?? []);
  const expected = skills.flatMap(skill => [...skill.expected.keys()]);
  const rows = markdownTable(text) ?? parseDelimited(text);
  const read = importedSkills(rows, knownPeople(desk.me, desk.team, [...roles, ...expected]));
  const [header = []] = rows;
  if (read.skills.length === 0 || header.length < 2)
    throw new Failure(
      'There is no table of skills in it. A row for each skill, with its name in the first column, is enough.',
    );
  const isKnown = ({ name }: NewSkill) => skillNamed(name, skills) !== undefined;
  return {
    ...read,
    skills: read.skills.filter(skill => !isKnown(skill)),
    known: read.skills.filter(isKnown).map(({ name }) => name),
  };
}

/**
 * Makes `skills.md` of some skills, or puts those it doesn't have yet at its end, and writes the person's own levels as an assessment of
 * today. Answers where the skills stand.
 *
 * @throws Failure where what is there can't be read; WriteFailed with the text kept in it.
 */
export async function importSkills(
  desk: ImportDesk,
  { skills, own }: Pick<ImportPlan, 'skills' | 'own'>,
): Promise<SharedPath> {
  const { shared } = desk.notebook;
  const path = (await skillsNote(shared))?.path ?? ('skills.md' as SharedPath);
  const there = await shared.note(path);
  if (there && (there.type !== 'skills' || there.problems.some(isUnreadable)))
    throw new Failure(
      `${path} is there already and is no list of skills. Put its front matter right, or rename it, then try again.`,
    );
  if (skills.length > 0) await shared.update(path, text => editsFor(path, text, skills));
  if (own.length > 0)
    await assessSkills(desk, { skills: Object.fromEntries(own.map(({ name, level }) => [name, { level }])) });
  return path;
}

function editsFor(path: SharedPath, text: string | undefined, skills: readonly NewSkill[]): readonly TextEdit[] {
  if (text === undefined) return [{ at: { start: 0, end: 0 }, text: printSkills('Skills', skills) }];
  const namesIn = (note: string) => readSkills({ bodyStart: 0 }, note);
  const missing = skills.filter(({ name }) => skillNamed(name, namesIn(text)) === undefined);
  const edits = skillsAdded(text, missing);
  const after = namesIn(applyEdits(text, edits));
  if (missing.some(({ name }) => skillNamed(name, after) === undefined))
    throw new Failure(`${path} ends in code or a comment that is not closed. Close it, then try again.`);
  return edits;
}
