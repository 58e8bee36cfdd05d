import { basename, dirname, relative } from 'node:path';
import type { NotebookPlace } from '../../app/ports.ts';
import { liesIn, realOf } from './notebookPlaces.ts';

/** A folder as people call it: from its repository's name on. */
export function labelOf(base: string, folder: string): string {
  return [basename(base), ...relative(base, folder).split(/[/\\]/)].filter(Boolean).join('/');
}

/** Whether a person means this place by a name: its label, its path, or its repository. */
export function isNamed(place: NotebookPlace, name: string): boolean {
  const top = place.code ?? place.repository;
  const repository = top === undefined ? '' : basename(top);
  return [place.label, place.folder, repository, basename(dirname(place.folder))].includes(name);
}

/** Each folder once, as it was first met. */
export function unique(places: readonly NotebookPlace[]): readonly NotebookPlace[] {
  const real = places.map(place => realOf(place.folder));
  return places.filter((_, i) => real.indexOf(real[i] ?? '') === i);
}

/** Whether a file lies in the repository of a place, or in the code it belongs to. */
export function holds({ repository, folder, code }: NotebookPlace, file: string | undefined): boolean {
  const tops = [repository ?? folder, ...(code === undefined ? [] : [code])];
  return file !== undefined && tops.some(top => liesIn(file, top));
}
