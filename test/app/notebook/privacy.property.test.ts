import assert from 'node:assert/strict';
import fc from 'fast-check';
import { answerCheckIn } from '../../../src/app/ally/answerCheckIn.ts';
import { checkIn } from '../../../src/app/ally/checkIn.ts';
import { heldGoalsOf, stateOf } from '../../../src/app/ally/heldGoalsOf.ts';
import { entriesByCode } from '../../../src/app/code/entriesHere.ts';
import { learnedHere } from '../../../src/app/code/learnedHere.ts';
import type { Desk } from '../../../src/app/desk.ts';
import { erosionInbox } from '../../../src/app/erosion/erosionInbox.ts';
import { erosionsOf } from '../../../src/app/erosion/erosionsOf.ts';
import { reflect } from '../../../src/app/erosion/reflect.ts';
import { acceptEvidence } from '../../../src/app/evidence/acceptEvidence.ts';
import { checkEvidence } from '../../../src/app/evidence/checkEvidence.ts';
import { evidenceChoices } from '../../../src/app/evidence/evidenceChoices.ts';
import { findMovedNote } from '../../../src/app/evidence/findMovedNote.ts';
import { proposedEvidence } from '../../../src/app/evidence/proposedEvidence.ts';
import { isFailure } from '../../../src/app/failure.ts';
import { addStep } from '../../../src/app/goal/addStep.ts';
import { createGoal } from '../../../src/app/goal/createGoal.ts';
import { goalAround, stagesAround } from '../../../src/app/goal/goalAround.ts';
import { goalChoices } from '../../../src/app/goal/goalChoices.ts';
import { privateGoals, sharedGoalsOf } from '../../../src/app/goal/goalsOf.ts';
import { moveStep } from '../../../src/app/goal/moveStep.ts';
import { ownGoal } from '../../../src/app/goal/ownGoal.ts';
import { inboxOf } from '../../../src/app/inbox/inboxOf.ts';
import { everybody, goalsInSight, logChoices } from '../../../src/app/log/logChoices.ts';
import { logLearning } from '../../../src/app/log/logEntry.ts';
import { LogSearch } from '../../../src/app/log/searchLog.ts';
import { logOf, weekLog } from '../../../src/app/log/weekLog.ts';
import { explain } from '../../../src/app/mention/explain.ts';
import { mentionsOf } from '../../../src/app/mention/mentionsOf.ts';
import { namesOf } from '../../../src/app/mention/namesOf.ts';
import { renameGoal } from '../../../src/app/mention/renameGoal.ts';
import { addVision } from '../../../src/app/people/addVision.ts';
import { profileOf } from '../../../src/app/people/profileOf.ts';
import { teamOf } from '../../../src/app/people/whoAmI.ts';
import type { FileVersion, History } from '../../../src/app/ports.ts';
import { assessSkills } from '../../../src/app/skill/assessSkills.ts';
import { importSkills, planImport } from '../../../src/app/skill/importSkills.ts';
import { skillGaps } from '../../../src/app/skill/skillGaps.ts';
import { addResources, helpWith } from '../../../src/app/skill/skillHelp.ts';
import { skillMatrixOf } from '../../../src/app/skill/skillMatrix.ts';
import { skillsToAssess } from '../../../src/app/skill/skillsToAssess.ts';
import { addStrength } from '../../../src/app/strength/addStrength.ts';
import { hiddenStrengthsOf } from '../../../src/app/strength/strengthsOf.ts';
import { draftWeek, writeWeek } from '../../../src/app/week/writeWeek.ts';
import { summarizeWork } from '../../../src/app/week/summarizeWork.ts';
import type { Goal } from '../../../src/core/goal/goal.ts';
import { meaningOf } from '../../../src/core/mention/meaning.ts';
import { mentionsIn } from '../../../src/core/mention/mentionsIn.ts';
import { namesForOthers } from '../../../src/core/mention/names.ts';
import type { SharedPath } from '../../../src/core/note/notePath.ts';
import { goalRows } from '../../../src/core/outline/goalRows.ts';
import { inboxRows } from '../../../src/core/outline/inboxRows.ts';
import { logRows } from '../../../src/core/outline/logRows.ts';
import { signsOf } from '../../../src/core/strength/sign.ts';
import { matrixPage } from '../../../src/core/skill/matrixPage.ts';
import { plainText, slackText } from '../../../src/core/week/chatText.ts';
import { marksOfNotes } from '../../../src/editor/capture/knownMarks.ts';
import { yamlHead } from '../../../src/node/yamlHead.ts';
import { memoryDesk, type MemoryDesk } from '../../support/memoryDesk.ts';

const people = ['ada', 'sam'] as const;
type Handle = (typeof people)[number];

/** The word that stands in every private note of a person, and nowhere else. */
const markOf = (handle: Handle) => `zq${handle}`;

const team = people.map(handle => ({
  handle,
  name: handle,
  emails: [`${handle}@forge.example`],
  leads: people.filter(other => other !== handle),
}));

/** A note that is for nobody else, full of the mark wherever a note of its type has words. */
interface Hidden {
  readonly owner: Handle;
  readonly type: string;
  /** How the shared shelf hides it; undefined for one on the private shelf. */
  readonly flag: string | undefined;
  readonly name: number;
}

const places: Readonly<Record<string, string>> = {
  goal: 'goals',
  learning: 'learning',
  win: 'learning',
  thanks: 'learning',
  book: 'learning',
  'hard-moment': 'learning',
  reflection: 'reflections',
  assessment: 'assessments',
  ally: 'allies',
  'feedback-answer': 'answers',
  'feedback-request': 'feedback',
  objective: 'objectives',
  skills: 'lists',
  resources: 'lists',
  team: 'lists',
  profile: '',
};

const hidden: fc.Arbitrary<Hidden> = fc.record({
  owner: fc.constantFrom(...people),
  type: fc.constantFrom(...Object.keys(places)),
  flag: fc.constantFrom(undefined, 'true', '"false"', 'no', '0', '', '[]'),
  name: fc.nat(5),
});

function hiddenNote({ owner, type, flag, name }: Hidden): readonly [path: string, text: string] {
  const mark = `${markOf(owner)}${name}`;
  const file = type === 'profile' && flag !== undefined ? `${owner}.md` : `${places[type] ?? ''}/2026-11-18-${mark}.md`;
  const head = [
    ...['type: ' + type, 'date: 2026-11-18', `tags: [${mark}]`, `skills: [${mark}]`, `aliases: [${mark}]`],
    ...(type === 'goal' ? [`skill: ${mark}`, `vision: ${mark}`, `measure: ${mark}`, 'allies: [ada, sam]'] : []),
    ...(type === 'goal' || type === 'reflection' ? [] : [`goal: ${type === 'ally' ? 'ada/open' : 'open'}`]),
    ...(type === 'profile' ? [`role: ${mark}`, `vision: ${mark}`, `offers: [${mark}, postgres]`] : []),
    ...(type === 'assessment' ? ['of: ada', `by: ${owner}`] : []),
    ...(type === 'feedback-answer' ? ['request: ada/open', 'from: sam'] : []),
    ...(type === 'thanks' ? ['to: [ada, sam]'] : []),
    ...['repo: shop', 'path: src/db.ts', 'lines: 1-2'],
    ...(flag === undefined ? [] : [`private: ${flag}`]),
  ];
  const body = [
    `# Title ${mark}\n\nWords ${mark}, goal:open skill:postgres @ada.\n`,
    `## ${mark}\n\n1. ${mark}\n\n## Members\n- ${mark} (${mark}) · ${mark}@x.example\n\n## Key results\n- KR: ${mark} 4 → 2\n`,
    `## Steps\n- [ ] ${mark} 📅 2026-11-23\n\n## Evidence\n- ${mark}: shop 1d0e77b\n\n## Strengths\n- ${mark}\n`,
    `## Said and did\n- 2026-11-01 · said: ${mark}\n- 2026-11-02 · on 2026-11-01: ${mark}\n\n## Items\n- ${mark} · skill: postgres\n- ${mark}: 4 → 5 by 2027-01-01 · ${mark}\n- Postgres: 4 → 5 by 2027-01-01 · ${mark}\n`,
  ];
  return [
    flag === undefined ? file.replace(/^\//, `${mark}/`) : `people/${owner}/${file.replace(/^\//, '')}`,
    `---\n${head.join('\n')}\n---\n${body.join('\n')}`,
  ];
}

const goalText = (handle: Handle) =>
  `---\ntype: goal\nskill: postgres\nallies: [${people.find(other => other !== handle)}]\n---\n# Open of ${handle}\n\n## Key results\n- KR: p99 4 → 3\n\n## Steps\n- [ ] Step\n\n## Evidence\n- [gone](../learning/gone.md)\n- [Title zqada1](../x.md)\n\n## Said and did\n- 2026-11-20 · said: it\n`;
const open: Readonly<Record<string, string>> = {
  'skills.md': '---\ntype: skills\n---\n# Skills\n\n## Postgres\n\nHard · expected: engineer 4\n',
  ...Object.fromEntries(
    people.flatMap(handle => [
      [`people/${handle}/goals/open.md`, goalText(handle).replace(/- \[Title.*\n/, '')],
      [
        `people/${handle}/learning/2026-11-17-seen.md`,
        '---\ntype: learning\ngoal: open\ntags: [sql]\n---\n# Seen by all\n',
      ],
      [`people/${handle}/learning/2026-11-16-sql.md`, '---\ntype: win\ntags: [sql]\n---\n# Won by all\n'],
      [`people/${handle}/learning/2026-11-15-sql.md`, '---\ntype: win\ntags: [sql]\n---\n# Won again\n'],
    ]),
  ),
};

/** A history whose files all said more once, and in which nobody worked. */
const history = {
  repositories: () => Promise.resolve([{ name: 'shop', root: '/shop' }]),
  commits: () => Promise.resolve({ commits: [], notices: [] }),
  commitsNamed: ({ commits }: { commits: readonly unknown[] }) =>
    Promise.resolve(commits.map(() => ({ state: 'cannotTell' }))),
  patchIds: () => Promise.resolve(new Map()),
  identities: () => Promise.resolve([]),
  versionsOf: (): Promise<readonly FileVersion[]> =>
    Promise.resolve([{ hash: '1', text: goalText('ada').replace('4 → 3', '4 → 1') }]),
} as unknown as History;

/** Does everything a person can do, as far as it can be done. */
async function work(desk: MemoryDesk): Promise<void> {
  const { me, notebook } = desk;
  const mark = markOf(me.handle as Handle);
  const goals = async () => [...(await sharedGoalsOf(notebook, me.handle)), ...(await privateGoals(notebook))];
  const own = ({ path, shelf }: Goal) => ownGoal({ ...desk, yaml: yamlHead }, { path, shelf });
  for (const { goal, proposals } of await proposedEvidence(desk))
    await acceptEvidence(
      desk,
      goal,
      proposals.map(({ line }) => line),
    );
  for (const goal of await goals())
    await acceptEvidence(
      desk,
      goal,
      (await evidenceChoices(desk, goal)).map(({ line }) => line),
    );
  for (const goal of await goals()) await addStep(await own(goal), `One more${goal.isPrivate ? ` ${mark}` : ''}`);
  for (const from of await goals())
    for (const to of await goals())
      for (const { text } of from.isPrivate && from !== to ? from.steps.slice(0, 1) : [])
        await moveStep(await own(from), { kind: 'step', text }, { goal: await own(to) }).catch(expected);
  for (const { name, example } of await hiddenStrengthsOf(desk)) await addStrength(desk, name, example).catch(expected);
  for (const sign of signsOf(await notebook.shared.notes(), me.handle, desk.team))
    await addStrength(desk, 'Open', sign).catch(expected);
  for (const { path, title, isPrivate } of await notebook.shared.notes())
    if (isPrivate) await addStrength(desk, 'Closed', { path, title }).catch(expected);
  await addVision(desk, 'be open', yamlHead).catch(expected);
  await assessSkills(desk, { private: true, skills: { [mark]: { level: 2, words: mark } } }).catch(expected);
  await assessSkills(desk, { skills: { Postgres: { level: 2 } } }).catch(expected);
  await importSkills(desk, await planImport(desk, `| skill | ${me.handle} |\n|---|---|\n| Talking | 3 |\n`)).catch(
    expected,
  );
  const { openGaps } = await skillGaps(desk);
  for (const { skill, wanted } of openGaps) {
    const path = await createGoal(desk, { title: `Grow in ${skill}`, skill, target: wanted });
    await addResources(desk, path, await helpWith(desk, await skillMatrixOf(desk), { skill, from: path }));
  }
  const { own: held, asAlly } = await heldGoalsOf(desk);
  for (const goal of held) await checkIn(desk, goal, { said: 'this', did: 'that' });
  for (const goal of asAlly) await answerCheckIn(desk, goal, 'go on').catch(expected);
  for (const shrunk of await erosionsOf(desk, yamlHead)) await reflect(desk, shrunk, 'anxious');
  const entry = { type: 'learning', day: '2026-11-19', tags: [], skills: [] } as const;
  await logLearning(desk, { ...entry, text: `Felt ${mark}`, private: true });
  await logLearning(desk, { ...entry, text: `Hard ${mark}`, private: false, type: 'hard-moment' });
  await writeWeek(desk, { week: '2026-W47' }).catch(expected);
}

/** A verb may say no; whatever else is thrown is a defect. */
function expected(error: unknown): void {
  if (!isFailure(error)) throw error;
}

/** Everything somebody is shown or offered. */
async function seen(desk: Desk & MemoryDesk): Promise<readonly unknown[]> {
  const { notebook, me, clock } = desk;
  const told: unknown[] = [];
  const other = team.find(({ handle }) => handle !== me.handle)!;
  for (const person of [me, other]) {
    const goals = await sharedGoalsOf(notebook, person.handle);
    const { all } = await logOf(desk, person);
    const profile = await profileOf(notebook, person.handle);
    told.push(goals, goalRows(goals, { entries: all, ...(profile && { profile }) }), profile);
    told.push(all, logRows(all, [], clock.today()), await logChoices(desk, person), await goalsInSight(desk, person));
    told.push(await weekLog(desk, '2026-W47', [], { person }), await skillsToAssess(desk, person));
    told.push(await draftWeek(desk, { week: '2026-W47', person: person.handle }).catch(expected));
    for (const goal of goals) {
      const text = await notebook.shared.read(goal.path);
      for (const checked of await checkEvidence(desk, { ...goal, text }))
        told.push(checked, await findMovedNote(desk, goal, checked));
    }
  }
  const inbox = await inboxOf(desk);
  assert.deepEqual(inbox.failures, []);
  told.push(inbox, inboxRows(inbox.items, clock.today()), await erosionInbox(desk, await erosionsOf(desk, yamlHead)));
  const { own, asAlly } = await heldGoalsOf(desk);
  for (const goal of [...own, ...asAlly]) told.push(goal, await stateOf(desk, goal));
  const matrix = await skillMatrixOf(desk);
  told.push(matrix, ...people.map(handle => matrixPage(matrix, handle)), await skillGaps(desk));
  told.push(await helpWith(desk, matrix, { skill: 'postgres', from: 'people/ada/goals/open.md' as SharedPath }));
  told.push(await goalAround(desk), await stagesAround(desk), await goalChoices(desk), await everybody(desk));
  told.push(await hiddenStrengthsOf(desk), await teamOf(notebook.shared), await marksOfNotes(desk));
  const entries = await entriesByCode(notebook, me.handle);
  told.push(entries.all, await learnedHere({ file: '/x/shop/src/db.ts', text: 'a\nb\n' }, entries, undefined));
  const names = await namesOf(desk);
  told.push(names);
  for (const { path, isPrivate } of names.notes.shared.filter(({ path }) => !path.includes('zq')))
    for (const mention of isPrivate ? [] : mentionsIn(await notebook.shared.read(path))) {
      const meaning = meaningOf(mention, names, { shelf: 'shared', path: path });
      if (!meaning) continue;
      told.push(await explain(desk, names, meaning));
      for await (const found of mentionsOf(notebook, { names, meaning }, { pause: () => Promise.resolve() }))
        told.push(found);
    }
  const mine = names.goals.find(({ slug, owner }) => slug === 'open' && owner === me.handle);
  if (mine) {
    const renaming = { names, goal: mine, to: 'opened', yaml: yamlHead };
    told.push((await renameGoal(notebook, renaming, { pause: () => Promise.resolve() })).kept);
  }
  const search = new LogSearch(desk);
  await search.read();
  for (const words of ['zqada', 'zqsam', 'zqada1', 'zqsam1', 'Title', 'Words', 'postgres', 'open'])
    told.push(await search.find(words));
  search.dispose();
  told.push(await summarizeWork(desk));
  return told;
}

const has = (told: unknown, mark: string) => {
  const text = JSON.stringify(told ?? null, (_, value: unknown) =>
    value instanceof Map || value instanceof Set ? [...(value as Iterable<unknown>)] : value,
  );
  const at = text.indexOf(mark);
  return at < 0 ? undefined : text.slice(Math.max(0, at - 200), at + 100);
};

/** One note of every type from everybody. */
function every(flag: string | undefined): Hidden[] {
  return people.flatMap(owner => Object.keys(places).map((type, name) => ({ owner, type, flag, name })));
}

describe('What is private', () => {
  it('reaches no shared note and nobody else, whatever anybody does', async function () {
    this.timeout(120_000);
    await fc.assert(
      fc.asyncProperty(fc.array(hidden, { minLength: 1, maxLength: 8 }), async notes => {
        const files = new Map(notes.map(note => [note, hiddenNote(note)]));
        const shelf = (owner: Handle) =>
          Object.fromEntries(
            notes.filter(note => note.owner === owner && note.flag === undefined).map(note => files.get(note)!),
          );
        let shared: Record<string, string> = {
          ...open,
          ...Object.fromEntries(notes.filter(({ flag }) => flag !== undefined).map(note => files.get(note)!)),
        };
        const kept = new Map<Handle, Record<string, string>>(people.map(handle => [handle, shelf(handle)]));
        const deskOf = (handle: Handle) =>
          memoryDesk({
            notes: shared,
            privateNotes: kept.get(handle)!,
            team,
            history,
            me: team.find(each => each.handle === handle)!,
          });
        for (const handle of people) {
          const desk = deskOf(handle);
          await work(desk);
          shared = desk.files.texts();
          kept.set(handle, desk.privateFiles.texts());
        }
        for (const [path, text] of Object.entries(shared)) {
          const isHidden = path.includes('zq') || [...files.values()].some(([each]) => each === path);
          for (const handle of isHidden ? [] : people)
            assert.ok(!text.includes(markOf(handle)), `${path} says:\n${text}`);
          if (path.includes('/weekly/'))
            for (const form of [plainText, slackText]) assert.ok(!form(text).includes('zq'));
        }
        for (const handle of people) {
          const desk = deskOf(handle);
          for (const [index, told] of (await seen(desk)).entries())
            for (const other of people.filter(each => each !== handle))
              assert.equal(has(told, markOf(other)), undefined, `${handle} is told of ${other}, in ${index}`);
          const names = namesForOthers(await namesOf(desk));
          assert.equal(has(names, markOf(handle)), undefined, 'offered for notes that others read');
        }
      }),
      { numRuns: 12, examples: [[every('true')], [every(undefined)]] },
    );
  });
});
