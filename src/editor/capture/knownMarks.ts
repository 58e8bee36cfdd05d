import type { Desk } from '../../app/desk.ts';
import type { KnownMarks } from '../../core/log/capture.ts';
import type { HeadValue, Note } from '../../core/note/note.ts';
import { ownerOf } from '../../core/note/notePath.ts';

/** The tags, goals, skills and people of a notebook, the most used first. Of private notes only the person's own tags are taken. */
export async function marksOfNotes({ notebook, me, team }: Desk): Promise<KnownMarks> {
  const inTeam = await notebook.shared.notes();
  const shared = inTeam.filter(({ isPrivate }) => !isPrivate);
  const own = [
    ...inTeam.filter(({ isPrivate, path }) => isPrivate && isMine(path, me.handle)),
    ...(await notebook.private.notes()),
  ];
  const goals = shared.filter(
    ({ type, path, head }) => type === 'goal' && isMine(path, me.handle) && !isOver(head['status']),
  );
  const folders = inTeam.flatMap(({ path }) => ownerOf(path) ?? []);
  const handles = [...new Set([...team.map(({ handle }) => handle), ...folders])].filter(
    handle => handle !== me.handle,
  );
  return {
    tags: mostUsed([...shared, ...own], 'tags'),
    skills: mostUsed(shared, 'skills'),
    goals: goals.map(({ path, title }) => ({ slug: path.replace(/^.*\/|\.md$/g, ''), title })),
    people: handles.map(handle => {
      const name = team.find(member => member.handle === handle)?.name;
      return name === undefined ? { handle } : { handle, name };
    }),
  };
}

function isMine(path: string, handle: string): boolean {
  return path.startsWith(`people/${handle}/`);
}

function isOver(status: HeadValue | undefined): boolean {
  return status === 'done' || status === 'dropped';
}

function mostUsed(notes: readonly Note[], key: 'tags' | 'skills'): string[] {
  const uses = new Map<string, number>();
  for (const { head } of notes)
    for (const value of [head[key] ?? []].flat())
      if (typeof value === 'string' && value !== '') uses.set(value, (uses.get(value) ?? 0) + 1);
  return [...uses].sort(([a, n], [b, m]) => m - n || a.localeCompare(b)).map(([value]) => value);
}
