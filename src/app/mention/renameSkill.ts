import { skillSlug } from '../../core/skill/skill.ts';
import type { Names } from '../../core/mention/names.ts';
import { typedName } from '../../core/mention/renamedName.ts';
import type { HeadReader } from '../../core/note/note.ts';
import type { TextEdit } from '../../core/note/textEdit.ts';
import { renamedSkill } from '../../core/skill/renamedSkill.ts';
import type { Skill } from '../../core/skill/skill.ts';
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
 * Plans another name for a skill: in its heading of `skills.md`, and in each of her notes that names it, private ones included. The
 * skill keeps the old name there, so that notes of others still mean it.
 *
 * @throws Failure where the name is no name or another skill's.
 */
export async function renameSkill(notebook: Notebook, renaming: SkillRenaming, reading: Reading): Promise<RenamePlan> {
  const { names, skill, yaml } = renaming;
  const newName = typedName(renaming.to);
  if (newName === undefined) throw new Failure('A skill’s name needs a letter or a figure, and at most 100 of them.');
  const newSlug = skillSlug(newName);
  if (names.skills.some(other => other.slug === newSlug && other.slug !== skill.slug))
    throw new Failure(`There is a skill called “${newName}” already. Choose another name.`);
  if (newName === skill.name || names.skillsAt === undefined) return { changes: [], kept: [] };
  const { changes, kept } = await renameMentions(
    { notebook, names, meaning: { kind: 'skill', skill }, renaming: { slug: skill.slug, newSlug, newName }, yaml },
    reading,
  );
  const path = names.skillsAt;
  const text = await notebook.shared.read(path);
  const edits = editsOfWhole({ path, text, yaml }, () => listEdits(text, skill, newName));
  const list = { shelf: 'shared' as const, path, text, edits };
  return { changes: [list, ...changes], kept: kept.filter(each => each.path !== path) };
}

/** The skill's heading under its new name, with the old one kept. */
function listEdits(text: string, { slug }: Skill, name: string): readonly TextEdit[] {
  const edits = renamedSkill(text, slug, name);
  if (edits) return edits;
  throw new Failure('The list of skills has just changed. Save it, then rename the skill again.');
}
