import type { LogFilter } from './filterLog.ts';

/** Several things a log is filtered by as one filter; of goals and people the first counts. */
export function joinedFilter(parts: readonly LogFilter[]): LogFilter {
  const goal = parts.find(part => part.goal !== undefined)?.goal;
  const person = parts.find(part => part.person !== undefined)?.person;
  const skills = parts.flatMap(part => part.skills ?? []);
  const tags = parts.flatMap(part => part.tags ?? []);
  const types = parts.flatMap(part => part.types ?? []);
  return {
    ...(goal !== undefined && { goal }),
    ...(skills.length > 0 && { skills }),
    ...(tags.length > 0 && { tags }),
    ...(types.length > 0 && { types }),
    ...(person !== undefined && { person }),
  };
}

/** One goal and one person can be seen at a time: of what is ticked now, those that were not ticked before count. */
export function withoutSecond<P extends LogFilter>(ticked: readonly P[], before: readonly P[]): readonly P[] {
  return (['goal', 'person'] as const).reduce((kept, key) => {
    const ofKind = kept.filter(part => part[key] !== undefined);
    const one = ofKind.find(part => !before.includes(part)) ?? ofKind[0];
    return kept.filter(part => part[key] === undefined || part === one);
  }, ticked);
}
