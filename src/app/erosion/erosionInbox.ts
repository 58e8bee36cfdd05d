import { erosionText, type Erosion } from '../../core/erosion/erosion.ts';
import { answeredMarks } from '../../core/erosion/reflection.ts';
import type { InboxItem } from '../../core/inbox/inboxItem.ts';
import { tasksOf } from '../../core/note/tasks.ts';
import { linesOf } from '../../core/note/noteText.ts';
import type { Desk } from '../desk.ts';
import type { Shrunk } from './erosionsOf.ts';
import { readIfThere } from '../notebook/readIfThere.ts';

/** What is still to be asked about: a change she answered is not. */
export async function unansweredOf(desk: Pick<Desk, 'notebook'>, found: readonly Shrunk[]): Promise<readonly Shrunk[]> {
  const answered = answeredMarks(await desk.notebook.private.notes());
  const isOpen = ({ mark, formerMarks = [] }: Erosion) => ![mark, ...formerMarks].some(each => answered.has(each));
  const open = found.map(each => ({ ...each, erosions: each.erosions.filter(isOpen) }));
  return open.filter(({ erosions }) => erosions.length > 0);
}

/** One question for each note that became smaller. */
export async function erosionInbox(desk: Desk, found: readonly Shrunk[]): Promise<readonly InboxItem[]> {
  const open = await unansweredOf(desk, found);
  return open.map(({ title, goal, erosions, path }) => ({
    key: `erosion ${goal ?? 'vision'} ${erosions.map(({ mark }) => mark).join(' ')}`,
    group: 'goals',
    kind: 'erosion',
    label: `Energised or anxious? ${title}`, // the question first: a long title is cut at the edge of the sidebar
    detail: erosions.map(erosionText).join(' · '),
    icon: 'compass',
    opens: { shelf: 'shared', path },
    command: 'lookAtChange',
    answers: { goal: goal ?? '' },
  }));
}

/** The patterns she wanted to look at again: before their day they stand under "later". */
export async function watchInbox({ notebook, clock }: Desk): Promise<readonly InboxItem[]> {
  const notes = (await notebook.private.notes()).filter(({ type }) => type === 'reflection');
  const found = await Promise.all(
    notes.map(async ({ path, title }) => {
      const text = (await readIfThere(notebook.private, path)) ?? '';
      const starts = Array.from(linesOf(text), ({ start }) => start);
      const open = tasksOf(text).filter(({ state, due }) => state === 'open' && due !== undefined);
      return open.map((task): InboxItem => {
        const line = starts.indexOf(task.at.start) + 1;
        return {
          key: `watch ${path} ${line}`,
          group: task.due !== undefined && task.due <= clock.today() ? 'goals' : 'later',
          kind: 'watch',
          label: `Look again: ${title}`,
          icon: 'eye',
          ...(task.due !== undefined && { due: task.due }),
          opens: { shelf: 'private', path, line },
          answers: { path, line, text: task.text },
        };
      });
    }),
  );
  return found.flat();
}
