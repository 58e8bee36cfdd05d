import { isHistoryRef, isNoteRef, type EvidenceRef } from '../evidence/evidence.ts';
import { readEvidence } from '../evidence/readEvidence.ts';
import type { Goal } from '../goal/goal.ts';
import { goalNamed, matchGoals } from '../goal/matchGoals.ts';
import { shortened } from '../markdown/cleanText.ts';
import { link } from '../markdown/markdown.ts';
import { hrefTarget } from '../markdown/hrefTarget.ts';
import { relativeHref } from '../markdown/relativeHref.ts';
import type { SharedPath } from '../note/notePath.ts';
import type { PieceOfWork } from '../work/piece.ts';
import type { ReportedEntry, WeekReport } from './weekReport.ts';

/** So many are told; the others stand in the parts above. */
const mostTold = 3;

/**
 * What moved a goal in a week, as links: first what she took up as evidence, in the words of her claim; then entries of the log that name
 * the goal, then work that serves it. Nothing where nothing did.
 *
 * @example
 * ['[reads under 200 ms](https://forge.example/shop/pull/412)', '[PgBouncer pins a session](../learning/p.md)']
 */
export function goalMovers(report: WeekReport, goal: Goal<SharedPath>): readonly string[] {
  const { work, entries } = report;
  const pieces = [...(work?.pieces ?? []), ...(work?.also ?? [])];
  const told = new Set<Moved>();
  const claimed = goal.evidence.flatMap(({ text }) => {
    const { claim, refs } = readEvidence(text);
    const shown = refs.flatMap(ref => movedBy(goal, ref, { pieces, entries }) ?? []).filter(moved => !told.has(moved));
    for (const moved of shown) told.add(moved);
    return shown[0] ? [moverLink(report, shown[0], claim)] : [];
  });
  const named = entries.filter(entry => entry.goal !== undefined && goalNamed(entry.goal, [goal])).toReversed();
  const served = pieces.filter(piece => matchGoals(piece, [goal]).length > 0);
  const others = [...named, ...served].filter(moved => !told.has(moved)).map(moved => moverLink(report, moved, ''));
  const all = [...claimed, ...others];
  return all.length > mostTold ? [...all.slice(0, mostTold), 'more'] : all;
}

/** Something of the week that a goal may be moved by. */
type Moved = PieceOfWork | ReportedEntry;

/** The piece of work or the entry of this week a reference means. */
function movedBy(
  goal: Goal<SharedPath>,
  ref: EvidenceRef,
  { pieces, entries }: { readonly pieces: readonly PieceOfWork[]; readonly entries: readonly ReportedEntry[] },
): Moved | undefined {
  if (isNoteRef(ref)) {
    const path = ref.isRooted ? ref.href : hrefTarget(goal.path, ref.href);
    return entries.find(({ place }) => place.path === path);
  }
  if (!isHistoryRef(ref)) return pieces.find(({ pull }) => pull?.url === ref.url);
  const hashes = ref.kind === 'range' ? [ref.to, ref.from] : [ref.hash];
  return pieces.find(({ commits, folded = [] }) =>
    [...commits, ...folded].some(({ hash }) => hashes.some(named => hash.startsWith(named))),
  );
}

function moverLink({ path }: WeekReport, moved: Moved, claim: string): string {
  if (!('sentence' in moved)) return link(shortened(claim || moved.title, 80), relativeHref(path, moved.place.path));
  const { sentence, pull, commits } = moved;
  return link(shortened(claim || sentence, 80), pull?.url ?? commits.at(-1)?.url);
}
