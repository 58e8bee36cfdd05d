import { commands, l10n, Uri, window, type Range } from 'vscode';
import { askedAboutText, askedFile, type AskedAbout } from '../../app/feedback/askedAbout.ts';
import * as verb from '../../app/feedback/requestFeedback.ts';
import { whomToAsk, type SomebodyToAsk } from '../../app/feedback/whomToAsk.ts';
import type { Desk } from '../../app/desk.ts';
import { Failure } from '../../app/failure.ts';
import { replyDays } from '../../core/feedback/replyDays.ts';
import { kindsFor } from '../../core/feedback/requestKinds.ts';
import { plainLabel } from '../../core/outline/plainLabel.ts';
import { parseDay, type Day } from '../../core/time/day.ts';
import type { OutLoud } from '../outloud.ts';
import { codeInFront, type CodePlace } from '../support/codeInFront.ts';
import { withProgress } from '../support/withProgress.ts';
import { askAbout, type AroundHer } from './askAbout.ts';
import { askReady, type Wishes } from './askReady.ts';
import { askWhom } from './askWhom.ts';
import { becauseWords } from './reasonWords.ts';

/** What a caller may already know; the rest is asked. */
export interface RequestAnswers {
  /** `HEAD` for the branch that is checked out, `main..outbox`, a branch, a commit, `#412`, a file, `myself`, or words. */
  readonly about: string;
  /** Handles, names or addresses. */
  readonly to: string | readonly string[];
  readonly kind: string;
  readonly questions: string | readonly string[];
  readonly due: Day;
  /** A file it is about, and lines in it. */
  readonly uri: Uri;
  readonly range: Range;
}

type Answers = Partial<RequestAnswers>;

/** Writes a request for feedback, asking for what was not given, and opens it. Answers the note, or undefined for "not now". */
export async function requestFeedback(outloud: OutLoud, answers: Answers): Promise<Uri | undefined> {
  if (answers.due !== undefined && parseDay(answers.due) === undefined)
    throw new Failure(l10n.t('“{0}” is no day. A day looks like 2026-12-18.', answers.due));
  const desk = await outloud.desk();
  const about = desk && (await aboutOf(desk, answers));
  if (!desk || !about) return undefined;
  const usual: Wishes = {
    kind: answers.kind ?? kindsFor(about.subject)[0] ?? 'design',
    due: answers.due ?? replyDays(desk.clock.today())[0]?.day ?? desk.clock.today(),
    questions: listOf(answers.questions),
  };
  const given = listOf(answers.to);
  const people = given.length > 0 ? [] : await whomOf(desk, about, usual);
  if (!people) return undefined;
  const isAsked = given.length === 0 || !isGiven(answers);
  const names = people.length > 0 ? people.map(({ name }) => name) : given;
  const today = desk.clock.today();
  const wishes = isAsked ? await askReady(usual, { subject: about.subject, names, today }) : usual;
  if (!wishes) return undefined;
  const now = { today, zone: desk.clock.zone };
  const path = await verb.requestFeedback(desk, {
    about,
    ...wishes,
    to: people.length > 0 ? people.map(({ handle }) => handle) : given,
    because: people.flatMap(({ name, reasons }) => becauseWords(name, reasons, now) ?? []),
  });
  const uri = outloud.uriOf(desk.notebook, { shelf: 'shared', path });
  await window.showTextDocument(uri);
  if (isAsked) void offerToShare(names, about);
  return uri;
}

function isGiven({ about, uri }: Answers): boolean {
  return uri instanceof Uri || (typeof about === 'string' && about.trim() !== '');
}

function listOf(given: string | readonly string[] | undefined): readonly string[] {
  const list = given === undefined ? [] : typeof given === 'string' ? [given] : given;
  return list.filter(each => typeof each === 'string' && each.trim() !== '');
}

async function aboutOf(desk: Desk, answers: Answers): Promise<AskedAbout | undefined> {
  const code = codePlace(desk, answers);
  const places = code ? [code.file] : [];
  if (typeof answers.about === 'string' && answers.about.trim() !== '')
    return askedAboutText(desk, answers.about, places);
  if (answers.uri instanceof Uri) return code && askedFile(code, desk.history);
  const around = await withProgress(l10n.t('Looking for your work'), signal => aroundHer(desk, code, signal));
  return askAbout(desk, around);
}

/** The selection or else the file in front; a note is no code. */
function codePlace({ notebook }: Desk, answers: Answers): CodePlace | undefined {
  const document = window.activeTextEditor?.document;
  const whole = document?.uri.scheme === 'file' ? document.uri : undefined;
  const code = codeInFront(answers, true) ?? (whole && codeInFront({ uri: whole }, false));
  const isNote = code && (notebook.shared.pathOf(code.file) ?? notebook.private.pathOf(code.file)) !== undefined;
  return isNote ? undefined : code;
}

/** So many repositories of a window are asked for their branch. */
const mostRepositories = 8;

async function aroundHer({ history }: Desk, code: CodePlace | undefined, signal: AbortSignal): Promise<AroundHer> {
  const repositories = (await history?.repositories(signal)) ?? [];
  const places = [...(code ? [code.file] : []), ...repositories.map(({ root }) => root)].slice(0, mostRepositories);
  const found = await Promise.all(
    places.map(place => history?.rangeOfWork({ place, signal }).catch(() => undefined) ?? Promise.resolve(undefined)),
  );
  signal.throwIfAborted();
  const works = found.flatMap(work => work ?? []);
  const isFirst = (root: string, index: number) =>
    works.findIndex(({ repository }) => repository.root === root) === index;
  return { code, places, works: works.filter(({ repository }, index) => isFirst(repository.root, index)) };
}

async function whomOf(
  desk: Desk,
  about: AskedAbout,
  { kind, questions }: Wishes,
): Promise<readonly SomebodyToAsk[] | undefined> {
  const people = await withProgress(l10n.t('Looking for whom to ask'), async signal => {
    const place = about.place ?? (await desk.history?.repositories(signal))?.[0]?.root;
    const words = [about.title, ...questions].join(' ');
    return whomToAsk(desk, { kind, words, place, range: about.work, file: about.file, signal });
  });
  return askWhom(desk, people);
}

/** A request reaches nobody before it is shared. */
async function offerToShare(names: readonly string[], { work }: AskedAbout): Promise<void> {
  const share = l10n.t('Share Now');
  const copy = l10n.t('Copy for the Chat');
  const words = [
    l10n.t('It reaches {0} once you share it.', plainLabel(names.join(', '), 80)),
    ...(work?.isPushed === false
      ? [l10n.t('The commits are not pushed yet: its links lead nowhere before that.')]
      : []),
  ];
  const answer = await window.showInformationMessage(words.join(' '), share, copy);
  if (answer === share) await commands.executeCommand('outloud.shareNotes');
  if (answer === copy) await commands.executeCommand('outloud.copyRequestForChat');
}
