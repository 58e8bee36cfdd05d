import { commands, l10n, Range, window, type Uri } from 'vscode';
import type { Desk } from '../../app/desk.ts';
import { unansweredOf } from '../../app/erosion/erosionInbox.ts';
import { erosionsOf, type Shrunk } from '../../app/erosion/erosionsOf.ts';
import { Failure } from '../../app/failure.ts';
import { putBack, reflect, watchUntil } from '../../app/erosion/reflect.ts';
import { feelings, type Feeling } from '../../core/erosion/reflection.ts';
import type { PrivatePath } from '../../core/note/notePath.ts';
import { plainLabel } from '../../core/outline/plainLabel.ts';
import { parseDay, type Day } from '../../core/time/day.ts';
import type { OutLoud } from '../outloud.ts';
import { askHowItFeels, askWhatNow, pickOne, type WhatNow } from './askAboutChange.ts';
import type { EarlierTexts } from './earlierTexts.ts';

export interface ChangeAnswers {
  /** The goal's slug; empty for the visions of one's own profile. */
  readonly goal: string;
  readonly felt: Feeling;
  readonly then: WhatNow['then'];
  /** For `watch`: when to look again. */
  readonly until: Day;
}

/**
 * Shows what a goal said and what it says now side by side, asks how that feels, and offers to act or to watch it. The answer is kept
 * on the private shelf. Answers its note.
 */
export async function lookAtChange(
  outloud: OutLoud,
  texts: EarlierTexts,
  { goal, felt, then, until }: Partial<ChangeAnswers>,
): Promise<Uri | undefined> {
  if (felt !== undefined && !feelings.includes(felt))
    throw new Failure(l10n.t('“{0}” is no answer here: energised or anxious?', felt));
  if (then === 'watch' && parseDay(until ?? '') === undefined)
    throw new Failure(l10n.t('“{0}” is no day. A day looks like 2026-12-18.', until ?? ''));
  const desk = await outloud.deskWithNotes();
  if (!desk) return undefined;
  const found = await unansweredOf(desk, await erosionsOf(desk, await outloud.world.yaml()));
  const meant = goal === undefined ? found : found.filter(each => (each.goal ?? '') === goal);
  if (meant.length === 0)
    throw new Failure(l10n.t('Nothing of yours became smaller lately, or you answered that already.'));
  const shrunk = await pickOne(meant);
  if (!shrunk) return undefined;
  const file = outloud.uriOf(desk.notebook, { shelf: 'shared', path: shrunk.path });
  const title = l10n.t('{0}: before ↔ now', plainLabel(shrunk.title));
  await commands.executeCommand('vscode.diff', texts.uriOf(file, shrunk.before), file, title, { preview: true });
  const feeling = felt ?? (await askHowItFeels(shrunk));
  if (feeling === undefined) return undefined;
  const path = await reflect(desk, shrunk, feeling);
  const next = then === undefined ? await askWhatNow(shrunk, desk.clock.today()) : whatNow(then, until);
  await act(outloud, desk, { shrunk, path, file, next });
  return outloud.uriOf(desk.notebook, { shelf: 'private', path });
}

function whatNow(then: WhatNow['then'], until: Day | undefined): WhatNow {
  return { then, ...(until !== undefined && { until }) };
}

interface Next {
  readonly shrunk: Shrunk;
  readonly path: PrivatePath;
  readonly file: Uri;
  readonly next: WhatNow | undefined;
}

async function act(outloud: OutLoud, desk: Desk, { shrunk, path, file, next }: Next): Promise<void> {
  if (next?.then === 'watch' && next.until !== undefined) await watchUntil(desk, path, next.until);
  if (next?.then === 'restore' && !(await putBack(desk, shrunk, await outloud.world.yaml())))
    throw new Failure(
      l10n.t('It could not be put back by itself. The old words stand on the left: copy what you need.'),
    );
  if (next?.then === 'open') await openAt(file, shrunk);
}

async function openAt(file: Uri, { erosions }: Shrunk): Promise<void> {
  const line = (erosions.find(each => each.line !== undefined)?.line ?? 1) - 1;
  await window.showTextDocument(file, { selection: new Range(line, 0, line, 0) });
}
