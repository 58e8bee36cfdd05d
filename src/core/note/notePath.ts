/**
 * Where a shared note lies, from the notes folder on, with forward slashes: `people/ada/goals/async-rust.md`.
 * The two brands keep private and shared notes apart at compile time: neither can be passed for the other.
 */
export type SharedPath = string & { readonly __shelf: 'shared' };

/** Where a private note lies, from the notebook's private folder on: `one-on-ones/2026-11-24-ada-lin.md`. */
export type PrivatePath = string & { readonly __shelf: 'private' };

/** Where a note lies on its own shelf. */
export type NotePath = SharedPath | PrivatePath;

/** A person's handle, a slug: `ada`. It names her folder under `people/`. */
export type Handle = string;

/** A note's file name without its ending, by which other notes name it: `checkout-under-200-ms`. */
export function slugOf(path: NotePath): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/i, '');
}

const people = 'people/';

/** Whose folder a shared note lies in; undefined outside of `people/`. */
export function ownerOf(path: NotePath): Handle | undefined {
  if (!path.startsWith(people)) return undefined;
  const end = path.indexOf('/', people.length);
  return end <= people.length ? undefined : path.slice(people.length, end);
}
