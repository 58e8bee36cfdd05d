import { hrefTarget } from '../../core/markdown/hrefTarget.ts';
import { readEvidence } from '../../core/evidence/readEvidence.ts';
import { isNoteRef } from '../../core/evidence/evidence.ts';
import type { Goal } from '../../core/goal/goal.ts';
import type { InboxItem } from '../../core/inbox/inboxItem.ts';
import type { SharedPath } from '../../core/note/notePath.ts';
import { hiddenStrengths, type HiddenStrength } from '../../core/strength/hiddenStrength.ts';
import { signsOf } from '../../core/strength/sign.ts';
import type { Desk } from '../desk.ts';
import { sharedGoalsOf } from '../goal/goalsOf.ts';
import { profileOf } from '../people/profileOf.ts';

type Corner = Pick<Desk, 'notebook' | 'me' | 'team'>;

/** What comes back in her notes and in what others thank her for, and is no goal or strength of hers yet. Nobody else's is looked for. */
export async function hiddenStrengthsOf({ notebook, me, team }: Corner): Promise<readonly HiddenStrength[]> {
  const signs = signsOf(await notebook.shared.notes(), me.handle, team);
  const isWorthIt = signs.filter(({ words }) => words.length > 0).length > 2;
  if (!isWorthIt) return []; // no text is read where nothing can come of it
  const [goals, profile] = await Promise.all([sharedGoalsOf(notebook, me.handle), profileOf(notebook, me.handle)]);
  return hiddenStrengths(signs, {
    goals,
    strengths: profile?.strengths ?? [],
    evidence: new Set(goals.flatMap(evidenceNotes)),
  });
}

/** One gentle question for each; what came last stands first. */
export async function strengthInbox(desk: Corner): Promise<readonly InboxItem[]> {
  return (await hiddenStrengthsOf(desk)).map(({ slug, name, example, isThanked }) => ({
    key: `hiddenStrength ${slug}`,
    group: 'goals',
    kind: 'hiddenStrength',
    label: isThanked ? `Others thank you for ${name}` : `You come back to ${name}`,
    detail: 'is that a strength of yours?',
    icon: 'sparkle',
    opens: { shelf: 'shared', path: example.path },
    answers: { strength: name, example: example.path },
  }));
}

/** The notes a goal's evidence links. */
export function evidenceNotes({ path, evidence }: Goal<SharedPath>): readonly SharedPath[] {
  const refs = evidence.flatMap(({ text }) => readEvidence(text).refs).filter(isNoteRef);
  return refs.flatMap(({ href, isRooted }) => (isRooted ? (href as SharedPath) : (hrefTarget(path, href) ?? [])));
}
