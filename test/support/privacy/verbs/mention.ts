import { explain } from '../../../../src/app/mention/explain.ts';
import { mentionsOf } from '../../../../src/app/mention/mentionsOf.ts';
import { namesOf } from '../../../../src/app/mention/namesOf.ts';
import { renameGoal } from '../../../../src/app/mention/renameGoal.ts';
import { renameMentions, type RenamePlan } from '../../../../src/app/mention/renamePlan.ts';
import { renameSkill } from '../../../../src/app/mention/renameSkill.ts';
import { meaningOf, type Meaning } from '../../../../src/core/mention/meaning.ts';
import { mentionsIn } from '../../../../src/core/mention/mentionsIn.ts';
import { namesForOthers, type Names } from '../../../../src/core/mention/names.ts';
import { yamlHead } from '../../../../src/node/yamlHead.ts';
import { anyMark } from '../markedNotes.ts';
import type { MarkedDesk, Verbs } from '../verb.ts';

const reading = { pause: () => Promise.resolve() };

/** What the open notes name, each once. */
async function named(desk: MarkedDesk): Promise<{ names: Names; meanings: readonly Meaning[] }> {
  const names = await namesOf(desk);
  const open = names.notes.shared.filter(({ path, isPrivate }) => !isPrivate && !path.includes(anyMark));
  const meanings = await Promise.all(
    open.map(async ({ path }) =>
      mentionsIn(await desk.notebook.shared.read(path)).flatMap(
        mention => meaningOf(mention, names, { shelf: 'shared', path }) ?? [],
      ),
    ),
  );
  const each = new Map(meanings.flat().map(meaning => [`${meaning.kind} ${JSON.stringify(meaning)}`, meaning]));
  return { names, meanings: [...each.values()] };
}

/** What a renaming writes where others read it. A private note of hers on the shared shelf may keep her words. */
function forOthers(names: Names, { changes, kept }: Pick<RenamePlan, 'changes' | 'kept'>): unknown {
  const shared = new Set<string>(namesForOthers(names).notes.shared.map(({ path }) => path));
  return [kept, changes.filter(({ shelf, path }) => shelf === 'shared' && shared.has(path))];
}

async function renaming(desk: MarkedDesk): Promise<unknown> {
  const names = await namesOf(desk);
  const goal = names.goals.find(({ slug, owner }) => slug === 'open' && owner === desk.me.handle);
  return (
    goal && forOthers(names, await renameGoal(desk.notebook, { names, goal, to: 'opened', yaml: yamlHead }, reading))
  );
}

async function renamingSkill(desk: MarkedDesk): Promise<unknown> {
  const names = await namesOf(desk);
  const skill = names.skills.find(({ slug }) => slug === 'postgres');
  const to = 'Databases';
  return skill && forOthers(names, await renameSkill(desk.notebook, { names, skill, to, yaml: yamlHead }, reading));
}

async function renamingMentions(desk: MarkedDesk): Promise<unknown> {
  const { names, meanings } = await named(desk);
  const { notebook } = desk;
  const words = { slug: 'open', newSlug: 'opened', newName: 'Opened' };
  const kinds = meanings.filter((meaning, i) => meanings.findIndex(({ kind }) => kind === meaning.kind) === i); // one of each will do
  const plans = kinds.map(async meaning =>
    forOthers(names, await renameMentions({ notebook, names, meaning, renaming: words, yaml: yamlHead }, reading)),
  );
  return Promise.all(plans);
}

async function mentions(desk: MarkedDesk): Promise<unknown> {
  const { names, meanings } = await named(desk);
  const told: unknown[] = [];
  for (const meaning of meanings)
    for await (const found of mentionsOf(desk.notebook, { names, meaning }, reading)) told.push(found);
  return told;
}

export const mention: Verbs = {
  'mention/explain': {
    shows: async desk => {
      const { names, meanings } = await named(desk);
      return Promise.all(meanings.map(meaning => explain(desk, names, meaning)));
    },
  },
  'mention/mentionsOf': { shows: mentions },
  'mention/namesOf': { shows: namesOf, forOthers: async desk => namesForOthers(await namesOf(desk)) },
  'mention/renameGoal': { forOthers: renaming },
  'mention/renamePlan': { forOthers: renamingMentions },
  'mention/renameSkill': { forOthers: renamingSkill },
};
