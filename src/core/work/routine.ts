import type { Told } from './told.ts';

const bump =
  /^(?:bump|update|upgrade)s? (?:the )?(?:(?:dependency|module|package|crate|plugin) )?([@\w./-]{2,60})(?: (?:action |digest )?(?:from \S+ )?to (?:version )?\S+|$)/i;
const dependencies =
  /^(?:bump|update|upgrade)s? ((?:[\w.-]+ ){0,4}(?:dependencies|deps|lock ?file|packages)(?: group)?)\b/i;
const release = /^(?:release |version )?((?:\S+@)?v?\d+\.\d+\S*)$/i;

/** What is done over and over, and belongs to no piece of work but the others of its kind. */
export interface Routine {
  /** The line it shares with the others. */
  readonly heading: 'Releases' | 'Dependency bumps';
  /** What was released or bumped. */
  readonly name: string;
}

/** Whether a change is one of those, by its subject. */
export function routineIn({ subject, trifle }: Told): Routine | undefined {
  if (!trifle) return undefined;
  const version = release.exec(subject.text)?.[1];
  if (version !== undefined) return { heading: 'Releases', name: version };
  const name = bump.exec(subject.text)?.[1] ?? dependencies.exec(subject.text)?.[1];
  return name === undefined ? undefined : { heading: 'Dependency bumps', name };
}
