import { execFileSync } from 'node:child_process';
import { relative } from 'node:path';
import { indexedShelf } from '../../src/app/notebook/indexedShelf.ts';
import type { NotebookPlace } from '../../src/app/ports.ts';
import { carryNotes, type Carried, type MovingFiles } from '../../src/app/share/carryNotes.ts';
import { planMove, type MoveDesk, type MovePlan } from '../../src/app/share/moveNotes.ts';
import type { SharedPath } from '../../src/core/note/notePath.ts';
import { moveMessages, printMoved, type NotesAt } from '../../src/core/share/movedNotes.ts';
import { movingFiles } from '../../src/node/files/movingFiles.ts';
import { nodeFiles } from '../../src/node/files/nodeFiles.ts';
import { gitSharing } from '../../src/node/git/share/gitSharing.ts';
import { yamlHead } from '../../src/node/yamlHead.ts';
import type { ClonedCode } from './branchClone.ts';

export interface NotesMove {
  readonly from: NotebookPlace;
  readonly to: NotebookPlace;
  readonly environment: Readonly<Record<string, string>>;
  /** Brings only these along, to notes that are there already. */
  readonly only?: readonly SharedPath[];
  /** Lets a test get in between. */
  readonly files?: (files: MovingFiles) => MovingFiles;
}

/** Moves notes as the command does, with nobody to ask. */
export async function moved(clone: ClonedCode, move: NotesMove): Promise<Carried & { readonly plan: MovePlan }> {
  const { from, to, only } = move;
  await clone.home.make(to);
  const desk: MoveDesk = { ...sidesOf(clone, move), yaml: yamlHead, ...(only && { only: new Set(only) }) };
  const plan = await planMove(desk);
  const last = plan.left?.head === undefined ? undefined : { hash: plan.left.head };
  const files = movingFiles({ from: from.folder, to: to.folder });
  const carried = await carryNotes(desk, {
    plan,
    files: move.files?.(files) ?? files,
    messages: moveMessages(at(from, to), at(to, from), last),
    ...(!only && { sign: printMoved({ ...at(to, from), day: '2026-11-22', last }) }),
  });
  if (!only) await clone.home.moved(from, to);
  return { ...carried, plan };
}

/** Both places of a move. */
export function sidesOf(
  clone: ClonedCode,
  { from, to, environment }: Pick<NotesMove, 'from' | 'to' | 'environment'>,
): Pick<MoveDesk, 'from' | 'to'> {
  const side = (place: NotebookPlace) => ({
    shelf: indexedShelf<SharedPath>(nodeFiles(place.folder), { yaml: () => Promise.resolve(yamlHead) }),
    sharing: gitSharing({
      folder: place.folder,
      isOwnBranch: place.kind === 'branch',
      folders: () => [clone.code],
      storage: `${environment['HOME'] ?? ''}/storage`,
      environment,
    }),
  });
  return { from: side(from), to: side(to) };
}

function at({ branch, repository = '', folder, code }: NotebookPlace, seenFrom: NotebookPlace): NotesAt {
  const top = code ?? repository;
  const isSame = top === (seenFrom.code ?? seenFrom.repository);
  return { branch, folder: relative(repository, folder), ...(!isSame && { repository: top.split('/').at(-1) }) };
}

/** What git prints in a folder. */
export function gitIn(folder: string, environment: Readonly<Record<string, string>>, ...args: string[]): string {
  return execFileSync('git', args, { cwd: folder, env: environment, encoding: 'utf8', stdio: 'pipe' }).trimEnd();
}
