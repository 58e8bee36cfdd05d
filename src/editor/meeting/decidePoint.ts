import { l10n, window, type Uri } from 'vscode';
import { Failure } from '../../app/failure.ts';
import * as verb from '../../app/meeting/decidePoint.ts';
import { pointsOf, pointWays, type Point, type PointWay } from '../../core/meeting/points.ts';
import { plainLabel } from '../../core/outline/plainLabel.ts';
import type { OutLoud } from '../outloud.ts';
import { wayWords } from './wayWords.ts';

/** What a caller may already know. */
export interface DecideAnswers extends Required<verb.Decision> {
  /** The private note; the one in front where it is not given. */
  readonly uri: Uri;
}

const title = (): string => l10n.t('Decide Point');

/**
 * Decides about a point of a meeting in its private note: the one that is named, the one the cursor is on, else one she picks. Answers
 * the note, or undefined for "not now".
 */
export async function decidePoint(outloud: OutLoud, answers: Partial<DecideAnswers>): Promise<Uri | undefined> {
  const { way: wanted, point: words, line, uri = window.activeTextEditor?.document.uri } = answers;
  if (wanted !== undefined && !pointWays.includes(wanted))
    throw new Failure(l10n.t('“{0}” is no way to decide a point. Take one of {1}.', wanted, pointWays.join(', ')));
  const desk = await outloud.deskWithNotes();
  if (!desk) return undefined;
  const path = uri && desk.notebook.private.pathOf(uri.fsPath);
  if (!uri || path === undefined)
    throw new Failure(l10n.t('Open the private note of a meeting first, then decide about its points.'));
  const points = pointsOf(await desk.notebook.private.read(path)).filter(({ text }) => text !== '');
  const isNamed = words !== undefined || line !== undefined;
  const point = isNamed
    ? verb.pointCalled(points, answers)
    : (pointInFront(points, uri) ?? (await askForPoint(points)));
  if (isNamed && !point)
    throw new Failure(l10n.t('There is no such point below “My points” any more, so nothing was written.'));
  const way = point && (wanted ?? (await askForWay(point)));
  if (!point || !way) return undefined;
  await verb.decidePoint(desk, path, { point: point.text, line: point.line, way });
  return uri;
}

/** The point the cursor is on. */
function pointInFront(points: readonly Point[], uri: Uri): Point | undefined {
  const editor = window.activeTextEditor;
  if (editor?.document.uri.toString() !== uri.toString()) return undefined;
  return points.find(({ line }) => line === editor.selection.active.line + 1);
}

/** One of the note's points; those that wait for her stand first. */
async function askForPoint(points: readonly Point[]): Promise<Point | undefined> {
  if (points.length === 0)
    throw new Failure(l10n.t('This note has no points yet. Write one below “My points”, a line each.'));
  const waiting = points.filter(({ way }) => way === undefined);
  const items = [...waiting, ...points.filter(({ way }) => way !== undefined)].map(point => ({
    label: plainLabel(point.text, 80),
    ...(point.way && { description: wayWords(point.way).short }),
    point,
  }));
  const placeHolder = l10n.t('Which point?');
  return (await window.showQuickPick(items, { title: title(), placeHolder, ignoreFocusOut: true }))?.point;
}

async function askForWay({ text, way: now }: Point): Promise<PointWay | undefined> {
  const items = pointWays.map(way => ({
    label: wayWords(way).whole,
    ...(way === now && { description: l10n.t('so far') }),
    way,
  }));
  const placeHolder = plainLabel(text, 80);
  return (await window.showQuickPick(items, { title: title(), placeHolder, ignoreFocusOut: true }))?.way;
}
