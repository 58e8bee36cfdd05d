import { isReleaseRitual, releaseIn } from './release.ts';
import type { Told } from './told.ts';

const bump =
  /^(?:bump|update|upgrade)s? (?:the )?(?:(?:dependency|module|package|crate|plugin) )?([@\w./-]{2,60})(?: (?:action |digest )?(?:from \S+ )?to (?:version )?\S+|$)/i;
const dependencies =
  /^(?:bump|update|upgrade)s? ((?:[\w.-]+ ){0,4}(?:dependencies|deps|lock ?file|packages)(?: group)?)\b/i;

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
  const version = releaseIn(subject.text);
  if (version !== undefined) return { heading: 'Releases', name: version };
  if (isReleaseRitual(subject.text)) return undefined;
  const name = bump.exec(subject.text)?.[1] ?? dependencies.exec(subject.text)?.[1];
  return name === undefined ? undefined : { heading: 'Dependency bumps', name };
}

/** The routine a whole piece is: releases with all that is done around them, or bumps alone. */
export function routineOf(
  told: readonly Told[],
): { readonly heading: Routine['heading']; readonly names: readonly string[] } | undefined {
  const routines = told.map(routineIn);
  const released = routines.flatMap(each => (each?.heading === 'Releases' ? [each.name] : []));
  if (released.length > 0) {
    const isAll = told.every(({ subject }, at) => routines[at] !== undefined || isReleaseRitual(subject.text));
    return isAll ? { heading: 'Releases', names: released } : undefined;
  }
  const bumped = routines.flatMap(each => each?.name ?? []);
  return bumped.length > 0 && bumped.length === told.length
    ? { heading: 'Dependency bumps', names: bumped }
    : undefined;
}

/**
 * The names under a heading, each once; what is only called "dependencies" stands last as "others", and not at all where that is all.
 *
 * @example
 * namesIn(['toml_edit', 'dependencies']); //=> ['toml_edit', 'others']
 */
export function namesIn(names: readonly string[]): readonly string[] {
  const telling = [...new Set(names.filter(name => !isGeneral(name)))];
  return telling.length > 0 && names.some(isGeneral) ? [...telling, 'others'] : telling;
}

function isGeneral(name: string): boolean {
  return /^(?:(?:all|cargo|npm|go|the) )*(?:dependencies|deps|packages|lock ?file)$/i.test(name);
}
