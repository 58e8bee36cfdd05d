import { l10n, window, type QuickPickItem, type Range, type Uri } from 'vscode';
import { acceptEvidence } from '../../app/evidence/acceptEvidence.ts';
import type { Desk } from '../../app/desk.ts';
import { codeRef, evidenceChoices, noteRef, typedLine } from '../../app/evidence/evidenceChoices.ts';
import { ownGoals } from '../../app/goal/goalsOf.ts';
import { Failure } from '../../app/failure.ts';
import type { EvidenceLine, EvidenceRef } from '../../core/evidence/evidence.ts';
import { refLabel } from '../../core/evidence/printEvidence.ts';
import type { Goal } from '../../core/goal/goal.ts';
import { goalNamed } from '../../core/goal/matchGoals.ts';
import { plainLabel } from '../../core/outline/plainLabel.ts';
import type { OutLoud } from '../outloud.ts';
import { codeInFront, type CodePlace } from '../support/codeInFront.ts';
import { withProgress } from '../support/withProgress.ts';

/** What to attach to which goal; whatever is missing is asked for. */
export interface AttachAnswers {
  /** The goal's slug or title. */
  readonly goal: string;
  /** A row of the goals knows the note itself. */
  readonly shelf: Goal['shelf'];
  readonly path: string;
  /** A file and its lines (as in the last commit), or a note of the notebook. */
  readonly uri: Uri;
  readonly range: Range;
  /** A commit, range, file or link as one would write it: `shop 1d0e77b`. */
  readonly ref: string;
  /** What it shows, in the person's words. */
  readonly text: string;
}

/** Puts a commit, lines of code, a note or an answer below a goal's evidence. Answers the goal's note, or undefined for "not now". */
export async function attachEvidence(outloud: OutLoud, answers: Partial<AttachAnswers>): Promise<Uri | undefined> {
  const desk = await outloud.deskWithNotes();
  const goal = desk && (await goalFor(desk, answers));
  const line = goal && (await lineFor(desk, goal, answers));
  const claim = line && (answers.text ?? (await askForClaim(line)));
  if (!goal || !line || claim === undefined) return undefined;
  await acceptEvidence(desk, goal, [{ ...line, claim: claimFor(claim, line) }]);
  const uri = outloud.uriOf(desk.notebook, goal);
  outloud.tellMade({ what: 'evidence', title: claim.trim() || nameOf(line), uri });
  return uri;
}

async function goalFor(desk: Desk, { goal: called, shelf, path }: Partial<AttachAnswers>): Promise<Goal | undefined> {
  const own = await ownGoals(desk);
  const ofRow = own.find(goal => goal.path === path && goal.shelf === shelf);
  if (ofRow) return ofRow;
  if (path !== undefined) throw new Failure(l10n.t('That goal is no longer there. Look at the goals again.'));
  const goals = own.filter(({ status }) => status === 'active');
  if (called !== undefined) {
    const named = goalNamed(called, goals) ?? goalNamed(called, own);
    if (!named) throw new Failure(l10n.t('There is no goal “{0}” of yours.', plainLabel(called, 80)));
    return named;
  }
  if (goals.length === 0)
    throw new Failure(l10n.t('You have no active goal yet. Create one with “New Goal”, then attach this again.'));
  if (goals.length === 1) return goals[0];
  const items = goals.map(goal => ({ label: plainLabel(goal.title) || goal.slug, goal }));
  const picked = await window.showQuickPick(items, {
    title: l10n.t('Attach Evidence'),
    placeHolder: l10n.t('For which goal?'),
    ignoreFocusOut: true,
  });
  return picked?.goal;
}

/** What was named by the caller, else what the person picks or types. */
async function lineFor(desk: Desk, goal: Goal, answers: Partial<AttachAnswers>): Promise<EvidenceLine | undefined> {
  if (answers.ref !== undefined) return typedLine(answers.ref);
  const given = answers.uri === undefined ? undefined : codeInFront(answers, false);
  if (given) return { claim: '', refs: [await refOf(desk, goal, given)] };
  const choice = await pickEvidence(desk, goal);
  if (choice === undefined) return undefined;
  if (choice === 'type') return askForRef();
  return 'line' in choice ? choice.line : { claim: '', refs: [await refOf(desk, goal, choice.place)] };
}

/** A note of the notebook is named as a note, any other file as it was committed. */
async function refOf(desk: Desk, goal: Goal, place: CodePlace): Promise<EvidenceRef> {
  const path = desk.notebook.shared.pathOf(place.file);
  const note = path === undefined ? undefined : await desk.notebook.shared.note(path);
  if (!note) return codeRef(desk, place);
  if (note.isPrivate && goal.shelf === 'shared')
    throw new Failure(l10n.t('That note is private, and this goal is read by others. Attach it to a private goal.'));
  return noteRef(goal, note);
}

type Choice = { readonly line: EvidenceLine } | { readonly place: CodePlace } | 'type';

async function pickEvidence(desk: Desk, goal: Goal): Promise<Choice | undefined> {
  const place = codeInFront({}, true);
  const title = l10n.t('Attach Evidence');
  const choices = await withProgress(title, signal => evidenceChoices(desk, goal, signal));
  const icons = { work: 'git-commit', entry: 'lightbulb', answer: 'comment' };
  const items: (QuickPickItem & { readonly choice: Choice })[] = [
    ...(place
      ? [{ label: `$(code) ${plainLabel(place.label)}`, description: l10n.t('as committed'), choice: { place } }]
      : []),
    ...choices.map(({ kind, title: words, line }) => ({
      label: `$(${icons[kind]}) ${plainLabel(words) || nameOf(line)}`,
      description: kind === 'work' ? plainLabel(line.refs.map(refLabel).join(', ')) : '',
      choice: { line },
    })),
    { label: `$(edit) ${l10n.t('Name a commit, a file or a note…')}`, choice: 'type', alwaysShow: true },
  ];
  const picked = await window.showQuickPick(items, {
    title: `${title} · ${plainLabel(goal.title, 60)}`,
    placeHolder: l10n.t('What shows how far you have come?'),
    matchOnDescription: true,
    ignoreFocusOut: true,
  });
  return picked?.choice;
}

async function askForRef(): Promise<EvidenceLine | undefined> {
  const typed = await window.showInputBox({
    title: l10n.t('Attach Evidence'),
    prompt: l10n.t('A commit, a range, a file at a commit, a link or a note.'),
    placeHolder: 'shop 1d0e77b..4f1c2a9',
    ignoreFocusOut: true,
    validateInput: text => {
      try {
        return void typedLine(text);
      } catch (error) {
        return text.trim() === '' || !(error instanceof Error) ? undefined : plainLabel(error.message, 200);
      }
    },
  });
  return typed === undefined || typed.trim() === '' ? undefined : typedLine(typed);
}

async function askForClaim(line: EvidenceLine): Promise<string | undefined> {
  return window.showInputBox({
    title: l10n.t('Attach Evidence'),
    prompt: l10n.t('What does it show?'),
    placeHolder: l10n.t('reads under 200 ms'),
    value: line.claim === '' ? titleOf(line) : line.claim,
    ignoreFocusOut: true,
  });
}

/** A note is shown by its title: saying that once is enough. */
function claimFor(said: string, line: EvidenceLine): string {
  return said.trim() === titleOf(line) ? '' : said.trim();
}

function titleOf({ refs: [ref] }: EvidenceLine): string {
  return ref?.kind === 'note' || ref?.kind === 'answer' ? (ref.text ?? '') : '';
}

function nameOf({ refs }: EvidenceLine): string {
  return plainLabel(refs.map(refLabel).join(', '));
}
