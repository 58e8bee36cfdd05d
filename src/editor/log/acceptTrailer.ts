import { l10n, type Uri } from 'vscode';
import { Failure } from '../../app/failure.ts';
import * as verb from '../../app/log/acceptTrailer.ts';
import { trailerKey } from '../../core/log/trailers.ts';
import type { OutLoud } from '../outloud.ts';
import { trailersOf } from './logRowsOf.ts';

/** Makes a note of what a commit says. Answers the note. */
export async function acceptTrailer(outloud: OutLoud, { key }: { key?: string }): Promise<Uri | undefined> {
  const desk = await outloud.desk();
  if (!desk || key === undefined) return undefined;
  const trailer = (await trailersOf(desk)).find(each => trailerKey(each) === key);
  if (!trailer) throw new Failure(l10n.t('That commit is no longer there. Look at the log again.'));
  const uri = outloud.uriOf(desk.notebook, await verb.acceptTrailer(desk, trailer));
  outloud.tellMade({ what: 'entry', title: trailer.text, uri });
  return uri;
}
