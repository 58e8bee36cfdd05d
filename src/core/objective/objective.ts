import { present, textValue } from '../note/headValues.ts';
import type { Note } from '../note/note.ts';
import { dayValue } from '../note/noteDays.ts';
import { fileNameOf } from '../note/noteName.ts';
import { slugOf, type SharedPath } from '../note/notePath.ts';
import type { Day } from '../time/day.ts';

/** An objective of the team or the organisation, as its note tells it. */
export interface Objective {
  readonly path: SharedPath;
  /** How goals name it: its file's name without ending. */
  readonly slug: string;
  readonly title: string;
  /** `active` where the note says nothing else. */
  readonly status: 'active' | 'done' | 'dropped';
  readonly due?: Day;
  readonly owner?: string;
}

/** Reads an objective from what the index knows of its note. */
export function readObjective({ head, title, path }: Note & { readonly path: SharedPath }): Objective {
  const status = textValue(head['status']);
  return {
    path,
    slug: slugOf(path),
    title,
    status: status === 'done' || status === 'dropped' ? status : 'active',
    ...present('due', dayValue(head['due'])),
    ...present('owner', textValue(head['owner'])),
  };
}

/** Whether nothing can serve it any more: it is done, dropped, or past its day. */
export function isOver({ status, due }: Objective, today: Day): boolean {
  return status !== 'active' || (due !== undefined && due < today);
}

/** The objective a text names: by its slug, by its title, or as a link to its note. */
export function objectiveNamed<O extends Pick<Objective, 'slug' | 'title'>>(
  text: string,
  objectives: readonly O[],
): O | undefined {
  const said = /\]\(<?([^()<>]*)>?\)$/.exec(text.trim())?.[1] ?? text.trim();
  const name = said.slice(said.lastIndexOf('/') + 1).replace(/\.md$/i, '');
  const slug = fileNameOf(name);
  return (
    objectives.find(objective => objective.slug.toLowerCase() === name.toLowerCase()) ??
    objectives.find(
      objective => fileNameOf(objective.slug) === slug || fileNameOf(objective.title) === fileNameOf(said),
    )
  );
}
