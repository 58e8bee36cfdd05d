import type { Problem } from '../note/problem.ts';
import { composeWeek } from './composeWeek.ts';
import type { Part } from './part.ts';
import { weeklyPath } from './weeklyNotes.ts';
import { printFromTemplate } from './weekTemplate.ts';

const person = { handle: 'ada', name: 'Ada', emails: [] };
const emptyWeek = {
  ...{ week: '2026-W47', person, path: weeklyPath('2026-W47', 'ada'), team: [] },
  ...{ entries: [], trailers: [], goals: [], feedback: [], plans: [] },
} as const;

/**
 * What keeps a team's layout from being used, at its place in the file; undefined where it works. It is tried on a week in which
 * every part has something to tell, and on one in which none has.
 */
export async function checkTemplate(source: string): Promise<Problem | undefined> {
  const none = composeWeek(emptyWeek);
  const all = none.map(part => ({ ...part, lines: [{ facts: [{ id: part.name, markdown: `- ${part.name}` }] }] }));
  for (const parts of [all, none] satisfies (readonly Part[])[]) {
    const printed = await printFromTemplate(source, emptyWeek, parts);
    if ('problem' in printed) return printed.problem;
  }
  return undefined;
}
