import { escapeText } from '../../core/markdown/markdown.ts';
import type { Names } from '../../core/mention/names.ts';
import { typedName } from '../../core/mention/renamedName.ts';
import { fileNameOf } from '../../core/note/noteName.ts';
import type { HeadReader } from '../../core/note/note.ts';
import type { TextEdit } from '../../core/note/textEdit.ts';
import { readSkills, type Skill } from '../../core/skill/skill.ts';
import { Failure } from '../failure.ts';
import { editsOfWhole } from '../notebook/editsOfWhole.ts';
import type { Reading } from './mentionsOf.ts';
import { renameMentions, type RenamePlan } from './renamePlan.ts';
import type { Notebook } from '../shelf.ts';

/** A skill of the team, and what it is to be called: `Public speaking`. */
export interface SkillRenaming {
  readonly names: Names;
  readonly skill: Skill;
  readonly to: string;
  readonly yaml: HeadReader;
}

/**
 * Plans another name for a skill: in its heading of `skills.md`, and in each of her notes that names it, private ones included.
 *
 * @throws Failure where the name is no name or another skill's.
 */
export async function renameSkill(notebook: Notebook, renaming: SkillRenaming, reading: Reading): Promise<RenamePlan> {
  const { names, skill, yaml } = renaming;
  const newName = typedName(renaming.to);
  if (newName === undefined) throw new Failure('A skill’s name needs a letter or a figure, and at most 100 of them.');
  const newSlug = fileNameOf(newName);
  if (names.skills.some(other => other.slug === newSlug && other.slug !== skill.slug))
    throw new Failure(`There is a skill called “${newName}” already. Choose another name.`);
  if (newName === skill.name || names.skillsAt === undefined) return { changes: [], kept: [] };
  const { changes, kept } = await renameMentions(
    { notebook, names, meaning: { kind: 'skill', skill }, renaming: { slug: skill.slug, newSlug, newName }, yaml },
    reading,
  );
  const path = names.skillsAt;
  const text = await notebook.shared.read(path);
  const edits = editsOfWhole({ path, text, yaml }, () => [headingEdit(text, skill, newName)]);
  const heading = { shelf: 'shared' as const, path, text, edits };
  return { changes: [heading, ...changes], kept: kept.filter(each => each.path !== path) };
}

/** The words of the skill's heading, as they stand there now. */
function headingEdit(text: string, { slug }: Skill, name: string): TextEdit {
  const at = readSkills({ bodyStart: 0 }, text).find(skill => skill.slug === slug)?.at;
  if (!at) throw new Failure('The list of skills has just changed. Save it, then rename the skill again.');
  const line = text.slice(at.start, at.end);
  const [, marks = ''] = /^( {0,3}#+[ \t]+)/.exec(line) ?? [];
  const words = line.slice(marks.length).replace(/[ \t]+#+[ \t]*$|[ \t]+$/, '');
  const start = at.start + marks.length;
  return { at: { start, end: start + words.length }, text: escapeText(name) };
}
