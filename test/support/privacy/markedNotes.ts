import fc from 'fast-check';
import { printPart } from '../../../src/core/week/part.ts';
import type { Member, Person } from '../../../src/core/people/person.ts';
import { quietHistory } from '../quietHistory.ts';

export const people = ['ada', 'sam'] as const;
export type Handle = (typeof people)[number];

/** The word that stands in every private note of a person, and nowhere else. */
export function markOf(handle: string): string {
  return `zq${handle}`;
}

/** What every mark begins with. */
export const anyMark = 'zq';

export const team: readonly (Member & Person)[] = people.map(handle => ({
  handle,
  name: handle,
  emails: [`${handle}@forge.example`],
  leads: people.filter(other => other !== handle),
}));

/** A note that is for nobody else, full of the mark wherever a note of its type has words. */
export interface Hidden {
  readonly owner: Handle;
  readonly type: string;
  /** How the shared shelf hides it; undefined for one on the private shelf. */
  readonly flag: string | undefined;
  readonly name: number;
}

/** Where notes of a type lie below a person's folder. */
const places: Readonly<Record<string, string>> = {
  goal: 'goals',
  learning: 'learning',
  win: 'learning',
  thanks: 'learning',
  book: 'learning',
  'hard-moment': 'learning',
  reflection: 'reflections',
  weekly: 'weekly',
  assessment: 'assessments',
  ally: 'allies',
  'feedback-answer': 'answers',
  'feedback-request': 'feedback',
  'one-on-one': 'one-on-ones',
  promises: 'promises',
  objective: 'objectives',
  survey: 'surveys',
  'survey-answer': 'answers',
  skills: 'lists',
  resources: 'lists',
  team: 'lists',
  profile: '',
};

export const hidden: fc.Arbitrary<Hidden> = fc.record({
  owner: fc.constantFrom(...people),
  type: fc.constantFrom(...Object.keys(places)),
  flag: fc.constantFrom(undefined, 'true', '"false"', 'no', '0', '', '[]'),
  name: fc.nat(5),
});

/** One note of every type from everybody. */
export function everyHidden(flag: string | undefined): readonly Hidden[] {
  return people.flatMap(owner => Object.keys(places).map((type, name) => ({ owner, type, flag, name })));
}

/** What only some types say, in their front matter. */
const headOf: Readonly<Record<string, (mark: string, owner: Handle) => readonly string[]>> = {
  goal: mark => [`skill: ${mark}`, `vision: ${mark}`, `measure: ${mark}`, 'allies: [ada, sam]'],
  profile: mark => [`role: ${mark}`, `vision: ${mark}`, `offers: [${mark}, postgres]`],
  assessment: (_, owner) => ['of: ada', `by: ${owner}`],
  'feedback-request': mark => [`about: ${mark}`, 'to: [ada, sam]', 'due: 2026-11-24'],
  'feedback-answer': (_, owner) => ['request: ada/open', `from: ${owner}`],
  survey: (_, owner) => [`by: ${owner}`, 'due: 2026-12-31'],
  'survey-answer': () => ['survey: 2026-11-20-open'],
  thanks: () => ['to: [ada, sam]'],
  weekly: (_, owner) => ['week: 2026-W47', `person: ${owner}`],
  'one-on-one': (_, owner) => [`with: ${people.find(other => other !== owner) ?? ''}`],
};

/** The note's path on its shelf, and its text. */
export function hiddenNote({ owner, type, flag, name }: Hidden): readonly [path: string, text: string] {
  const mark = `${markOf(owner)}${name}`;
  const file = type === 'profile' && flag !== undefined ? `${owner}.md` : `${places[type] ?? ''}/2026-11-18-${mark}.md`;
  const head = [
    ...['type: ' + type, 'date: 2026-11-18', `tags: [${mark}]`, `skills: [${mark}]`, `aliases: [${mark}]`],
    ...(type === 'goal' || type === 'reflection' ? [] : [`goal: ${type === 'ally' ? 'ada/open' : 'open'}`]),
    ...(headOf[type]?.(mark, owner) ?? []),
    ...['repo: shop', 'path: src/db.ts', 'lines: 1-2'],
    ...(flag === undefined ? [] : [`private: ${flag}`]),
  ];
  const body = [
    `# Title ${mark}\n\nWords ${mark}, goal:open skill:postgres @ada.\n`,
    `## ${mark}\n\n1. ${mark}\n\n## Members\n- ${mark} (${mark}) · ${mark}@x.example\n\n## Key results\n- KR: ${mark} 4 → 2\n`,
    `## Steps\n- [ ] ${mark} 📅 2026-11-23\n\n## Evidence\n- ${mark}: shop 1d0e77b\n\n## Strengths\n- ${mark}\n`,
    `## Said and did\n- 2026-11-01 · said: ${mark}\n- 2026-11-02 · on 2026-11-01: ${mark}\n\n## Items\n- ${mark} · skill: postgres\n- ${mark}: 4 → 5 by 2027-01-01 · ${mark}\n- Postgres: 4 → 5 by 2027-01-01 · ${mark}\n`,
    `## Promised to me\n- [ ] @ada ${mark} 📅 2026-11-20\n\n## Promised by me\n- [ ] @sam ${mark} 📅 2026-11-21\n`,
    `${workedOn(mark)}\n\n## Learned\n\n- ${mark}\n\n## Roadblocks\n\n- [ ] ${mark} @ada 📅 2026-11-25\n\n## Feedback wanted\n\n- ${mark}\n\n## Next week\n\n- [ ] ${mark}\n`,
  ];
  return [
    flag === undefined ? file.replace(/^\//, `${mark}/`) : `people/${owner}/${file.replace(/^\//, '')}`,
    `---\n${head.join('\n')}\n---\n${body.join('\n')}`,
  ];
}

/** A generated part whose line is still the tool's. */
function workedOn(mark: string): string {
  const facts = [{ id: mark, markdown: `- **${mark}** · shop` }];
  return printPart({ name: 'worked-on', heading: '## Worked on', lines: [{ facts }] }) ?? '';
}

function goalText(handle: Handle): string {
  return `---\ntype: goal\nskill: postgres\nallies: [${people.find(other => other !== handle) ?? ''}]\n---\n# Open of ${handle}\n\n## Key results\n- KR: p99 4 → 3\n\n## Steps\n- [ ] Step\n\n## Evidence\n- [gone](../learning/gone.md)\n\n## Said and did\n- 2026-11-20 · said: it\n`;
}

/** Notes that everybody may read. */
export const openNotes: Readonly<Record<string, string>> = {
  'surveys/2026-11-20-open.md': '---\ntype: survey\nby: ada\ndue: 2026-12-31\n---\n# Open survey\n\n## Why?\n',
  ...Object.fromEntries(
    ['kim', 'tom', 'eve'].map(handle => [
      `people/${handle}/answers/2026-11-20-open-${handle}.md`,
      `---\ntype: survey-answer\nsurvey: 2026-11-20-open\n---\n# Open\n\n## Why?\n\n- Because of ${handle}\n`,
    ]),
  ),
  'skills.md': '---\ntype: skills\n---\n# Skills\n\n## Postgres\n\nHard · expected: engineer 4\n',
  ...Object.fromEntries(
    people.flatMap(handle => [
      [`people/${handle}/goals/open.md`, goalText(handle)],
      [
        `people/${handle}/learning/2026-11-17-seen.md`,
        '---\ntype: learning\ngoal: open\ntags: [sql]\n---\n# Seen by all\n',
      ],
      [
        `people/${handle}/promises.md`,
        `---\ntype: promises\n---\n# Promises\n\n- [ ] Numbers · for @${people.find(other => other !== handle) ?? ''} 📅 2026-11-10\n- [ ] A talk · for @ada\n- [-] Time · for @sam · declined 2026-11-20: none is left\n`,
      ],
      [`people/${handle}/learning/2026-11-16-sql.md`, '---\ntype: win\ntags: [sql]\n---\n# Won by all\n'],
      [`people/${handle}/learning/2026-11-15-sql.md`, '---\ntype: win\ntags: [sql]\n---\n# Won again\n'],
    ]),
  ),
};

/** A history whose files all said more once, and in which nobody worked. */
export const pastOfAll = quietHistory({
  commitsNamed: ({ commits }) => Promise.resolve(commits.map(() => ({ state: 'cannotTell' }))),
  authorsOf: () => Promise.resolve([{ name: 'sam', email: 'sam@forge.example' }]),
  versionsOf: () => Promise.resolve([{ hash: '1', text: goalText('ada').replace('4 → 3', '4 → 1') }]),
});
