import type { LoggedEntry } from '../../src/core/log/loggedEntry.ts';
import type { SharedPath } from '../../src/core/note/notePath.ts';

/** An entry of Ada's log on 18 November 2026, as the index would know it. */
export function loggedEntryOf(changes: Partial<LoggedEntry>): LoggedEntry {
  const path = 'people/ada/learning/2026-11-18-x.md' as SharedPath;
  return {
    place: { shelf: 'shared', path },
    type: 'learning',
    title: 'Something',
    day: '2026-11-18',
    skills: [],
    tags: [],
    isPrivate: false,
    ...changes,
  };
}
