import assert from 'node:assert/strict';
import { answerCheckIn } from '../../../src/app/ally/answerCheckIn.ts';
import { askForCheckIns, checkIn } from '../../../src/app/ally/checkIn.ts';
import { heldGoalsOf } from '../../../src/app/ally/heldGoalsOf.ts';
import { watchUntil } from '../../../src/app/erosion/reflect.ts';
import { acceptEvidence } from '../../../src/app/evidence/acceptEvidence.ts';
import { isFailure, NoteRefused } from '../../../src/app/failure.ts';
import { closeRequest } from '../../../src/app/feedback/closeRequest.ts';
import { declineFeedback } from '../../../src/app/feedback/declineFeedback.ts';
import { feedbackOf, requestCalled } from '../../../src/app/feedback/feedbackOf.ts';
import type { AskedFeedback } from '../../../src/core/feedback/requestState.ts';
import { addStep } from '../../../src/app/goal/addStep.ts';
import { changeGoal } from '../../../src/app/goal/changeGoal.ts';
import { goalAround, stagesAround } from '../../../src/app/goal/goalAround.ts';
import { goalChoices } from '../../../src/app/goal/goalChoices.ts';
import { privateGoals, sharedGoalsOf } from '../../../src/app/goal/goalsOf.ts';
import { moveByOne, moveStep } from '../../../src/app/goal/moveStep.ts';
import { ownGoal, type OwnGoal } from '../../../src/app/goal/ownGoal.ts';
import { tickStep } from '../../../src/app/goal/tickStep.ts';
import { updateKeyResult } from '../../../src/app/goal/updateKeyResult.ts';
import { inboxOf } from '../../../src/app/inbox/inboxOf.ts';
import { acceptTrailer } from '../../../src/app/log/acceptTrailer.ts';
import { logChoices } from '../../../src/app/log/logChoices.ts';
import { LogSearch } from '../../../src/app/log/searchLog.ts';
import { decidePoint } from '../../../src/app/meeting/decidePoint.ts';
import { prepareOneOnOne } from '../../../src/app/meeting/prepareOneOnOne.ts';
import { publishLines } from '../../../src/app/meeting/publishLines.ts';
import { namesOf } from '../../../src/app/mention/namesOf.ts';
import { renameGoal } from '../../../src/app/mention/renameGoal.ts';
import { renameSkill } from '../../../src/app/mention/renameSkill.ts';
import { addVision } from '../../../src/app/people/addVision.ts';
import { profileOf } from '../../../src/app/people/profileOf.ts';
import { teamOf } from '../../../src/app/people/whoAmI.ts';
import { ownPromises } from '../../../src/app/promise/promisesOf.ts';
import { publishPromise } from '../../../src/app/promise/publishPromise.ts';
import { joinPromise } from '../../../src/app/promise/samePromise.ts';
import { takeAnotherWay } from '../../../src/app/promise/takeAnotherWay.ts';
import { carryPromise, declinePromise, keepPromise } from '../../../src/app/promise/settlePromise.ts';
import type { OpenPromise } from '../../../src/core/promise/openPromises.ts';
import { takeWords } from '../../../src/app/reword/rewordWork.ts';
import { assessSkills } from '../../../src/app/skill/assessSkills.ts';
import { importSkills } from '../../../src/app/skill/importSkills.ts';
import { skillGaps } from '../../../src/app/skill/skillGaps.ts';
import { addResources, helpWith } from '../../../src/app/skill/skillHelp.ts';
import { skillMatrixOf } from '../../../src/app/skill/skillMatrix.ts';
import { skillsToAssess } from '../../../src/app/skill/skillsToAssess.ts';
import { closeSurvey, endSurvey, extendSurvey } from '../../../src/app/survey/closeSurvey.ts';
import { addStrength } from '../../../src/app/strength/addStrength.ts';
import type { NotePath, PrivatePath, SharedPath } from '../../../src/core/note/notePath.ts';
import { isUnreadable } from '../../../src/core/note/readNote.ts';
import { goalRows } from '../../../src/core/outline/goalRows.ts';
import { outlineText } from '../../support/outlineText.ts';
import { ownSentences } from '../../../src/core/reword/ownSentences.ts';
import { yamlHead } from '../../../src/node/yamlHead.ts';
import { weeklyNote } from '../../core/reword/weekOf.ts';
import { memoryDesk, type MemoryDesk } from '../../support/memoryDesk.ts';

const fast = 'people/ada/goals/fast.md';
const rust = 'people/ada/goals/rust.md';
const mine = 'people/ada/promises.md';
const question = 'people/ada/feedback/outbox.md';
const answered = 'people/ada/answers/talk-ada.md';
const week = 'people/ada/weekly/2026-W47-ada.md' as SharedPath;
const whole: Readonly<Record<string, string>> = {
  'team.md': '---\ntype: team\n---\n# Team\n- Ada (ada) · leads sam\n- Sam (sam)\n',
  'skills.md': '---\ntype: skills\n---\n# Skills\n\n## Postgres\n\n1. Reads\n\n## Rust\n',
  'resources.md': '---\ntype: resources\n---\n# Resources\n\n- A book · skill: postgres\n',
  'objectives/q4.md': '---\ntype: objective\n---\n# Faster\n\nWords.\n',
  'people/ada/ada.md': '---\ntype: profile\nvision: calm\n---\n# Ada\n\n## Strengths\n\n- Draws\n',
  [fast]:
    '---\ntype: goal\nallies: [sam]\n---\n# Fast\n\n## Key results\n- KR: p99 480 → 300 → 200 ms\n\n## Steps\n- [ ] Find it\n- [ ] Tell goal:fast\n\n## Evidence\n- ours: shop 1d0e77b\n\n## Said and did\n- 2026-11-01 · said: measure\n',
  'people/ada/assessments/2026-11-22-ada-ada.md':
    '---\ntype: assessment\ndate: 2026-11-22\nof: ada\nby: ada\n---\n# Ada\n\n- Postgres: 3\n',
  [mine]:
    '---\ntype: promises\n---\n# Promises\n\n- [ ] The numbers · for @sam 📅 2026-11-20\n- [ ] A draft · for @sam\n',
  [question]: '---\ntype: feedback-request\nto: sam\n---\n# The outbox\n\n## What did you see?\n',
  [answered]: '---\ntype: feedback-answer\nrequest: sam/talk\n---\n# The talk: Ada\n\n## Clear?\nYes.\n',
  'surveys/2026-11-20-release.md': '---\ntype: survey\ndue: 2026-11-21\n---\n# Release\n\n## Why?\n',
  [week]: weeklyNote(['Reads stay under 200 ms']),
  'people/ada/allies/sam-write.md':
    '---\ntype: ally\ngoal: sam/write\n---\n# Words\n\n- 2026-11-02 · on 2026-11-01: go on\n',
};
const survey = 'surveys/2026-11-20-release.md' as SharedPath;
const asked = { path: survey, slug: '2026-11-20-release', title: 'Release', kind: 'retrospective' } as const;
const others: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['kim', 'tom', 'eve'].map(handle => [
      `people/${handle}/answers/2026-11-20-release-${handle}.md`,
      '---\ntype: survey-answer\nsurvey: 2026-11-20-release\n---\n# Release\n\n## Why?\n\n- Because\n',
    ]),
  ),
  'people/sam/feedback/talk.md': '---\ntype: feedback-request\nto: ada\n---\n# The talk\n\n## Clear?\n',
  [rust]: '---\ntype: goal\nskill: rust\n---\n# Rust\n\n## Steps\n- [ ] Read the book\n',
  'people/sam/goals/write.md':
    '---\ntype: goal\nallies: [ada]\n---\n# Write\n\n## Said and did\n- 2026-11-01 · said: write\n- 2026-11-20 · said: again\n',
  'people/ada/learning/2026-11-18-pool.md': '---\ntype: learning\ngoal: rust\n---\n# The pool\n',
};
const watch = 'reflections/2026-11-20-fast.md' as PrivatePath;
const meeting = 'one-on-ones/2026-11-10-ada-sam.md' as PrivatePath;
const privateWhole: Readonly<Record<string, string>> = {
  [meeting]:
    '---\ntype: one-on-one\nwith: sam\n---\n# One-to-one\n\n- [ ] @ada a talk\n- a mentor\n\n## My points\n\n- the tone\n',
  [watch]: '---\ntype: reflection\nfelt: anxious\n---\n# Fast: anxious\n\n## Look again\n\n- [ ] Look 📅 2026-11-21\n',
};

/** Everything that can be wrong with a note, and by which mark a person sees it. */
const damages: readonly (readonly [what: string, code: string, damaged: (text: string) => string | Error])[] = [
  [
    'two versions in its head',
    'conflict',
    text => text.replace('\n', '\n<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> b\n'),
  ],
  ['two versions in its body', 'body-conflict', text => `${text}<<<<<<< HEAD\n- one\n=======\n- two\n>>>>>>> theirs\n`],
  ['two versions, half put together', 'body-conflict', text => `${text}- one\n=======\n- two\n>>>>>>> theirs\n`],
  ['two versions of all of it', 'conflict', text => `<<<<<<< HEAD\n${text}=======\n${text}>>>>>>> theirs\n`],
  ['a head that is not closed', 'fence-open', text => text.replace(/\n---\n/, '\n')],
  ['half a head', 'fence-open', text => text.slice(0, text.indexOf('\n---\n') - 2)],
  ['a head that is no YAML', 'yaml-syntax', text => text.replace('\n', '\ntags: [a\n')],
  ['a key twice', 'yaml-duplicate-key', text => text.replace('\n', '\ntype: weekly\n')],
  ['a language behind the fence', 'fence-language', text => text.replace('---', '---js')],
  ['an alias', 'yaml-alias', text => text.replace('\n', '\na: &x 1\nb: *x\n')],
  ['a key that programs trip over', 'yaml-key', text => text.replace('\n', '\n__proto__: {status: done}\n')],
  ['a head of a book', 'head-too-large', text => text.replace('\n', `\n${'# a\n'.repeat(9000)}`)],
  ['a megabyte', 'too-large', () => new NoteRefused('too large', 'x' as NotePath, 'too-large')],
  ['bytes that are no text', 'not-utf8', () => new NoteRefused('not UTF-8', 'x' as NotePath, 'not-utf8')],
];

const deskOf = (notes: Readonly<Record<string, string>> = { ...whole, ...others }) =>
  memoryDesk({ notes, privateNotes: privateWhole, team });
const team = [
  { handle: 'ada', name: 'Ada', emails: [], leads: ['sam'] },
  { handle: 'sam', name: 'Sam', emails: [], leads: [] },
];

describe('A note that is broken, half-written or in conflict', () => {
  for (const [what, code, damaged] of damages)
    it(`${what}: has a mark at its place, whatever its type`, async () => {
      const desk = deskOf();
      for (const [path, text] of Object.entries(whole)) desk.files.put(path, damaged(text));
      for (const [path, text] of Object.entries(privateWhole)) desk.privateFiles.put(path, damaged(text));
      const notes = [...(await desk.notebook.shared.notes()), ...(await desk.notebook.private.notes())];
      for (const path of [...Object.keys(whole), ...Object.keys(privateWhole)]) {
        const note = notes.find(each => each.path === path);
        const problem = note?.problems.find(each => each.code === code);
        const text = { ...desk.files.texts(), ...desk.privateFiles.texts() }[path] ?? '';
        assert.ok(problem && problem.at.end <= text.length, `${path}: ${JSON.stringify(note?.problems)}`);
        if (code === 'body-conflict') assert.match(text.slice(problem.at.start, problem.at.end), /^<{7} HEAD$|^={7}$/);
        assert.equal(isUnreadable(problem), code !== 'body-conflict');
      }
    });

  for (const [what, , damaged] of damages)
    it(`${what}: everything else goes on working`, async () => {
      const desk = deskOf();
      for (const [path, text] of Object.entries(whole)) desk.files.put(path, damaged(text));
      for (const [path, text] of Object.entries(privateWhole)) desk.privateFiles.put(path, damaged(text));
      const { notebook, me } = desk;
      const goals = await sharedGoalsOf(notebook, me.handle);
      assert.match(outlineText(goalRows(goals)), /Rust\n {2}\[ \] Read the book/);
      await privateGoals(notebook);
      await Promise.all([
        goalAround(desk),
        stagesAround(desk),
        goalChoices(desk),
        heldGoalsOf(desk),
        logChoices(desk, me),
      ]);
      assert.deepEqual((await inboxOf(desk)).failures, []);
      const matrix = await skillMatrixOf(desk);
      await Promise.all([
        skillGaps(desk),
        skillsToAssess(desk, me),
        teamOf(notebook.shared),
        profileOf(notebook, 'ada'),
      ]);
      await helpWith(desk, matrix, { skill: 'postgres', from: rust as SharedPath });
      assert.ok((await namesOf(desk)).goals.some(({ slug }) => slug === 'rust'));
      const search = new LogSearch(desk);
      await search.read();
      assert.equal((await search.find('pool'))[0]?.title, 'The pool');
      search.dispose();
      await addStep(await ownGoal({ ...desk, yaml: yamlHead }, { goal: 'rust' }), 'More');
      assert.match(desk.files.texts()[rust] ?? '', /- \[ \] More\n$/);
    });
});

/** Every verb that writes into a note that is there, and which one. */
interface Writing {
  readonly verb: string;
  readonly path: string;
  readonly run: (desk: MemoryDesk, goal: OwnGoal) => Promise<unknown>;
}

const step = (text: string) => ({ kind: 'step', text }) as const;
const commit = { repo: 'shop', hash: '4f1c2a9d0e77b4f1c2a9d0e77b4f1c2a9d0e77b0' };
const heldGoal = async (desk: MemoryDesk, slug: string) => {
  const { own, asAlly } = await heldGoalsOf(desk);
  return [...own, ...asAlly].find(goal => goal.slug === slug)!;
};
const writings: readonly Writing[] = [
  { verb: 'changeGoal', path: fast, run: (_, goal) => changeGoal(goal, { status: 'done' }) },
  { verb: 'addStep', path: fast, run: (_, goal) => addStep(goal, 'One more') },
  { verb: 'tickStep', path: fast, run: (_, goal) => tickStep(goal, step('Find it'), { turnedOn: '2026-11-22' }) },
  { verb: 'moveByOne', path: fast, run: (_, goal) => moveByOne(goal, step('Find it'), 'down') },
  {
    verb: 'moveStep to another goal',
    path: fast,
    run: async (desk, goal) =>
      moveStep(goal, step('Find it'), { goal: await ownGoal({ ...desk, yaml: yamlHead }, { goal: 'rust' }) }),
  },
  {
    verb: 'moveStep from another goal',
    path: fast,
    run: async (desk, goal) =>
      moveStep(await ownGoal({ ...desk, yaml: yamlHead }, { goal: 'rust' }), step('Read the book'), { goal }),
  },
  { verb: 'updateKeyResult', path: fast, run: (_, goal) => updateKeyResult(goal, { keyResult: 'p99', now: '250' }) },
  {
    verb: 'acceptEvidence',
    path: fast,
    run: (desk, goal) =>
      acceptEvidence(desk, { shelf: 'shared', path: goal.path }, [
        { claim: 'it is', refs: [{ kind: 'commit', repo: 'shop', hash: '4f1c2a9' }] },
      ]),
  },
  {
    verb: 'checkIn',
    path: fast,
    run: desk => heldGoalBefore(desk, 'fast').then(goal => checkIn(desk, goal, { said: 'this', did: 'that' })),
  },
  {
    verb: 'askForCheckIns',
    path: fast,
    run: desk => heldGoalBefore(desk, 'fast').then(goal => askForCheckIns(desk, goal, { asks: false, yaml: yamlHead })),
  },
  {
    verb: 'answerCheckIn',
    path: 'people/ada/allies/sam-write.md',
    run: desk => heldGoalBefore(desk, 'write').then(goal => answerCheckIn(desk, goal, 'keep going')),
  },
  {
    verb: 'addResources',
    path: fast,
    run: desk =>
      addResources(desk, fast as SharedPath, [
        { kind: 'note', label: 'A', detail: '', method: 'peers', line: 'A book' },
      ]),
  },
  { verb: 'addStrength', path: 'people/ada/ada.md', run: desk => addStrength(desk, 'Explains') },
  { verb: 'addVision', path: 'people/ada/ada.md', run: desk => addVision(desk, 'bright', yamlHead) },
  {
    verb: 'assessSkills',
    path: 'people/ada/assessments/2026-11-22-ada-ada.md',
    run: desk => assessSkills(desk, { skills: { Postgres: { level: 4 } } }),
  },
  {
    verb: 'importSkills',
    path: 'skills.md',
    run: desk => importSkills(desk, { skills: [{ name: 'Talking', kind: 'soft', levels: [], expected: [] }], own: [] }),
  },
  {
    verb: 'acceptTrailer',
    path: fast,
    run: desk => acceptTrailer(desk, { kind: 'goal', text: 'fast', day: '2026-11-20', commit }),
  },
  {
    verb: 'declineFeedback after an answer',
    path: answered,
    run: async desk =>
      declineFeedback(desk, requestCalled(await feedbackOf(desk), 'sam/talk'), { why: 'No', yaml: yamlHead }),
  },
  {
    verb: 'closeRequest',
    path: question,
    run: desk => closeRequest(desk, requestBefore.get(desk) ?? gone('the request'), yamlHead),
  },
  { verb: 'watchUntil', path: watch, run: desk => watchUntil(desk, watch, '2026-12-20') },
  {
    verb: 'prepareOneOnOne again',
    path: meeting,
    run: async desk => {
      await prepareOneOnOne(desk, { with: 'sam', day: '2026-11-10' });
    },
  },
  {
    verb: 'takeAnotherWay with an ally',
    path: fast,
    run: (desk, goal) => takeAnotherWay(desk, { kind: 'ally', goal, ally: 'lin' }),
  },
  {
    verb: 'publishLines as a need',
    path: 'people/ada/ada.md',
    run: desk => publishLines({ ...desk, yaml: yamlHead }, { from: meeting, words: ['a mentor'], to: 'need' }),
  },
  { verb: 'decidePoint', path: meeting, run: desk => decidePoint(desk, meeting, { point: 'the tone', way: 'Drop' }) },
  {
    verb: 'keepPromise',
    path: mine,
    run: desk => promiseBefore(desk, 'The numbers').then(promise => keepPromise(desk, promise)),
  },
  {
    verb: 'carryPromise',
    path: mine,
    run: desk => promiseBefore(desk, 'The numbers').then(promise => carryPromise(desk, promise, '2026-12-01')),
  },
  {
    verb: 'declinePromise',
    path: meeting,
    run: desk => promiseBefore(desk, 'a talk').then(promise => declinePromise(desk, promise, 'no time')),
  },
  {
    verb: 'joinPromise',
    path: meeting,
    run: desk =>
      promiseBefore(desk, 'The numbers').then(as => joinPromise(desk, { path: meeting, promise: 'a talk' }, as)),
  },
  {
    verb: 'publishPromise into her promises',
    path: mine,
    run: desk => promiseBefore(desk, 'a talk').then(promise => publishPromise(desk, promise)),
  },
  {
    verb: 'publishPromise from a note',
    path: meeting,
    run: desk => promiseBefore(desk, 'a talk').then(promise => publishPromise(desk, promise)),
  },
  { verb: 'closeSurvey', path: survey, run: desk => closeSurvey({ ...desk, yaml: yamlHead }, asked) },
  { verb: 'endSurvey', path: survey, run: desk => endSurvey({ ...desk, yaml: yamlHead }, asked) },
  { verb: 'extendSurvey', path: survey, run: desk => extendSurvey({ ...desk, yaml: yamlHead }, asked, '2026-12-01') },
  {
    verb: 'takeWords',
    path: week,
    run: desk =>
      takeWords(
        { ...desk, yaml: yamlHead },
        week,
        ownSentences(whole[week] ?? '').map(sentence => ({ sentence, words: 'Keep reads under 200 ms' })),
      ),
  },
  {
    verb: 'renameGoal',
    path: fast,
    run: async desk => {
      const names = await namesOf(desk);
      const goal = names.goals.find(({ slug }) => slug === 'fast') ?? gone('fast');
      await renameGoal(desk.notebook, { names, goal, to: 'quick', yaml: yamlHead }, { pause: () => Promise.resolve() });
    },
  },
  {
    verb: 'renameSkill',
    path: 'skills.md',
    run: async desk => {
      const names = await namesOf(desk);
      const skill = names.skills.find(({ slug }) => slug === 'postgres') ?? gone('postgres');
      await renameSkill(
        desk.notebook,
        { names, skill, to: 'Databases', yaml: yamlHead },
        { pause: () => Promise.resolve() },
      );
    },
  },
];

/** The goal as a row was given it, before anything happened to its note. */
const heldBefore = new WeakMap<MemoryDesk, Awaited<ReturnType<typeof heldGoal>>[]>();
function heldGoalBefore(desk: MemoryDesk, slug: string) {
  return Promise.resolve(heldBefore.get(desk)?.find(goal => goal.slug === slug) ?? gone(slug));
}
/** The same for a request. */
const requestBefore = new WeakMap<MemoryDesk, AskedFeedback>();
/** The same for a promise. */
const promisesBefore = new WeakMap<MemoryDesk, readonly OpenPromise[]>();
function promiseBefore(desk: MemoryDesk, words: string): Promise<OpenPromise> {
  return Promise.resolve(promisesBefore.get(desk)?.find(({ text }) => text === words) ?? gone(words));
}
function gone(name: string): never {
  throw Object.assign(new Error(`There is no ${name}.`), { name: 'Failure' });
}

describe('A verb that writes', () => {
  for (const { verb, path, run } of writings) {
    const prepared = async () => {
      const desk = deskOf();
      promisesBefore.set(desk, await ownPromises(desk));
      requestBefore.set(desk, requestCalled(await feedbackOf(desk), 'ada/outbox'));
      heldBefore.set(desk, [await heldGoal(desk, 'fast'), await heldGoal(desk, 'write')]);
      return { desk, goal: await ownGoal({ ...desk, yaml: yamlHead }, { goal: 'fast' }) };
    };
    const isPrivate = path in privateWhole;
    const textOf = (desk: MemoryDesk) => (isPrivate ? desk.privateFiles : desk.files).texts()[path];

    it(`${verb} writes into the note that is whole, or plans to`, async () => {
      const { desk, goal } = await prepared();
      await run(desk, goal);
      if (!verb.startsWith('rename')) assert.notEqual(textOf(desk), { ...whole, ...privateWhole }[path]);
    });

    for (const [what, , damaged] of damages)
      for (const isKnown of [true, false])
        it(`${verb} leaves ${what} alone, ${isKnown ? 'known' : 'not known'} to the index, and says so`, async () => {
          const { desk, goal } = await prepared();
          const broken = damaged({ ...whole, ...privateWhole }[path] ?? '');
          (isPrivate ? desk.privateFiles : desk.files).put(path, broken);
          if (isKnown) (isPrivate ? desk.notebook.private : desk.notebook.shared).changed();
          const before = desk.files.texts();
          await assert.rejects(run(desk, goal), error => {
            assert.ok(isFailure(error), String(error));
            if (!(error instanceof NoteRefused)) assert.match(error.message, /[.!]$/);
            return true;
          });
          assert.deepEqual(desk.files.texts(), before);
          assert.equal(textOf(desk), String(broken));
        });

    it(`${verb} keeps every word written into the note meanwhile`, async () => {
      const { desk, goal } = await prepared();
      const text = { ...whole, ...privateWhole }[path] ?? '';
      const moved = text.replace(/\n---\n/, '\n---\nWords of somebody else.\n\n');
      (isPrivate ? desk.privateFiles : desk.files).put(path, `${moved}\nAnd a last line.\n`);
      await run(desk, goal);
      const after = textOf(desk)?.split('\n') ?? [];
      for (const line of ['Words of somebody else.', 'And a last line.']) assert.ok(after.includes(line));
    });
  }
});
