import type { NotePath } from '../note/notePath.ts';

/**
 * The address of one note as another one links to it.
 *
 * @example
 * relativeHref('people/ada/weekly/2026-W47-ada.md', 'people/ada/goals/async-rust.md'); //=> '../goals/async-rust.md'
 */
export function relativeHref<P extends NotePath>(from: P, to: P): string {
  const folders = from.split('/').slice(0, -1);
  const steps = to.split('/');
  const shared = folders.findIndex((folder, index) => folder !== steps[index]);
  const common = shared < 0 ? folders.length : shared;
  const address = [...folders.slice(common).map(() => '..'), ...steps.slice(common)].join('/');
  return encodeColons(address.replaceAll('%', '%25'));
}

/** A colon in the first step would be read as a scheme. */
function encodeColons(address: string): string {
  return address.replace(/:/g, '%3A');
}
