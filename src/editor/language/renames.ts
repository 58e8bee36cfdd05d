import { l10n, window, WorkspaceEdit, type Range } from 'vscode';
import { isFailure } from '../../app/failure.ts';
import { renameGoal } from '../../app/mention/renameGoal.ts';
import type { RenamePlan } from '../../app/mention/renamePlan.ts';
import { renameSkill } from '../../app/mention/renameSkill.ts';
import type { Notebook } from '../../app/shelf.ts';
import { slugOf } from '../../core/note/notePath.ts';
import { plainLabel } from '../../core/outline/plainLabel.ts';
import type { OutLoud } from '../outloud.ts';
import { rangesIn } from '../support/positionsIn.ts';
import { askedName, readingFor, uriOf, type Asked, type AskedName } from './askedNote.ts';

/** What is renamed, and the name it has now; a sentence why not where it is no goal of hers and no skill. */
export async function prepareRename(
  outloud: OutLoud,
  asked: Asked,
): Promise<{ readonly range: Range; readonly placeholder: string } | undefined> {
  if (!(await outloud.notebooks.holding(asked.document.uri.fsPath))) return undefined;
  const { meaning, names, range } = renamable(await askedName(outloud, asked));
  if (meaning.kind === 'skill') return { range, placeholder: meaning.skill.name };
  if (meaning.goal.owner !== names.me)
    throw new Error(l10n.t('This goal is somebody else’s: only its owner can rename it.'));
  return { range, placeholder: meaning.goal.slug };
}

/** The changes of every note that names it, to be looked at and taken. Notes of others are told, not changed. */
export async function renameEdits(outloud: OutLoud, asked: Asked, to: string): Promise<WorkspaceEdit | undefined> {
  await lookAgain(outloud, asked);
  const name = renamable(await askedName(outloud, asked));
  const { desk, names, meaning } = name;
  const { notebook } = desk;
  const reading = readingFor(asked.token);
  try {
    const yaml = await outloud.world.yaml();
    const plan =
      meaning.kind === 'skill'
        ? await renameSkill(notebook, { names, skill: meaning.skill, to, yaml }, reading)
        : await renameGoal(notebook, { names, goal: meaning.goal, to, yaml }, reading);
    tellOfKept(plan, meaning.kind);
    return editOf(notebook, plan);
  } catch (error) {
    if (reading.signal?.aborted) return undefined;
    if (isFailure(error)) throw new Error(plainLabel(error.message, 400), { cause: error });
    throw error;
  }
}

/** A note that came a moment ago must not keep the old name, whether its event was heard or not. */
async function lookAgain(outloud: OutLoud, { document }: Asked): Promise<void> {
  const notebook = await outloud.notebooks.holding(document.uri.fsPath);
  notebook?.shared.changed();
  notebook?.private.changed();
}

type Renamable = AskedName & { readonly meaning: Extract<AskedName['meaning'], { readonly kind: 'goal' | 'skill' }> };

function renamable(name: AskedName | undefined): Renamable {
  if (name?.meaning.kind === 'goal' || name?.meaning.kind === 'skill') return name as Renamable;
  throw new Error(l10n.t('Out Loud renames goals and skills: put the cursor on one.'));
}

/** The file gets its name first: a text that is changed and not saved yet would not follow it. */
function editOf(notebook: Notebook, { move, changes }: RenamePlan): WorkspaceEdit {
  const edit = new WorkspaceEdit();
  const moved = move && uriOf(notebook, { ...move, path: move.to });
  if (move && moved) edit.renameFile(uriOf(notebook, move), moved, { overwrite: false });
  for (const change of changes) {
    const isMoved = move?.shelf === change.shelf && move.path === change.path;
    const uri = isMoved && moved ? moved : uriOf(notebook, change);
    const rangeAt = rangesIn(change.text);
    for (const { at, text } of change.edits) edit.replace(uri, rangeAt(at), text);
  }
  return edit;
}

/** How many notes are named in a message. */
const mostNamed = 3;

function tellOfKept({ kept }: RenamePlan, kind: 'goal' | 'skill'): void {
  if (kept.length === 0) return;
  const named = kept.slice(0, mostNamed).map(({ path }) => plainLabel(slugOf(path), 60));
  const notes = [...named, ...(kept.length > mostNamed ? ['…'] : [])].join(', ');
  void window.showInformationMessage(
    kind === 'goal'
      ? l10n.t(
          'Notes of others keep the old name, and still find the goal by it: {0}. Links to its file are theirs to mend.',
          notes,
        )
      : l10n.t('Notes of others keep the old name, and still find the skill by it: {0}.', notes),
  );
}
