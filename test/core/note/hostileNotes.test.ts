import assert from 'node:assert/strict';
import { itemForAlly, itemsForOwner } from '../../../src/core/ally/allyItems.ts';
import { allyPath, printAllyNote, wordsOf } from '../../../src/core/ally/allyWord.ts';
import { checkInsOf } from '../../../src/core/ally/checkIn.ts';
import { heldGoals } from '../../../src/core/ally/heldGoal.ts';
import { codeEntryOf } from '../../../src/core/code/codeEntry.ts';
import { goalErosions } from '../../../src/core/erosion/erosion.ts';
import { reflectionPath } from '../../../src/core/erosion/reflection.ts';
import { evidenceItems } from '../../../src/core/evidence/evidenceItems.ts';
import { checkGoal } from '../../../src/core/goal/checkGoal.ts';
import { readGoal } from '../../../src/core/goal/goal.ts';
import { goalItemsOf } from '../../../src/core/goal/goalItems.ts';
import { globTest } from '../../../src/core/goal/glob.ts';
import { goalNamed, matchGoals } from '../../../src/core/goal/matchGoals.ts';
import { nextStage } from '../../../src/core/goal/stages.ts';
import { loggedEntry } from '../../../src/core/log/loggedEntry.ts';
import { readQuery } from '../../../src/core/log/searchQuery.ts';
import { wordsIn } from '../../../src/core/log/searchWords.ts';
import { mentionsIn } from '../../../src/core/mention/mentionsIn.ts';
import { bodyConflict } from '../../../src/core/note/bodyConflict.ts';
import { fileNameOf } from '../../../src/core/note/noteName.ts';
import type { NotePath, SharedPath } from '../../../src/core/note/notePath.ts';
import { readNote } from '../../../src/core/note/readNote.ts';
import { isSafeName, isSafePath } from '../../../src/core/note/safePath.ts';
import { readObjective } from '../../../src/core/objective/objective.ts';
import { goalRows } from '../../../src/core/outline/goalRows.ts';
import { inboxRows } from '../../../src/core/outline/inboxRows.ts';
import { logRows } from '../../../src/core/outline/logRows.ts';
import type { OutlineRow } from '../../../src/core/outline/outlineRow.ts';
import { readProfile } from '../../../src/core/people/profile.ts';
import { readTeam } from '../../../src/core/people/team.ts';
import { checkAssessment, readAssessment } from '../../../src/core/skill/assessment.ts';
import { checkSkills } from '../../../src/core/skill/checkSkills.ts';
import { parseDelimited } from '../../../src/core/skill/delimited.ts';
import { importedSkills } from '../../../src/core/skill/importedSkills.ts';
import { markdownTable } from '../../../src/core/skill/markdownTable.ts';
import { readResources } from '../../../src/core/skill/resources.ts';
import { readSkills } from '../../../src/core/skill/skill.ts';
import { strengthName } from '../../../src/core/strength/strengthLine.ts';
import { yamlHead } from '../../../src/node/yamlHead.ts';
import { cpuTime } from '../../support/cpuTime.ts';

const path = 'people/ada/goals/x.md' as SharedPath;
const noteOf = (text: string, at: NotePath = path) => ({ ...readNote(at, text, yamlHead), path: at as SharedPath });

/** Reads a text as every type of note that is more than an entry, as far as it can be read so. */
const readers: Readonly<Record<string, (text: string) => unknown>> = {
  'a goal': text => readGoal(noteOf(text), text, 'shared'),
  'the items of a goal': goalItemsOf,
  'the questions about a goal': text =>
    checkGoal(readGoal(noteOf(text), text, 'shared'), text, {
      ...{ today: '2026-11-22', goals: [], objectives: [], team: [], toldOn: new Map() },
    }),
  'its rows': text => goalRows([readGoal(noteOf(text), text, 'shared')], { today: '2026-11-22' }),
  'its evidence': evidenceItems,
  'what became smaller': text => {
    const goal = readGoal(noteOf(text), text, 'shared');
    return goal.keyResults.length > 3000 ? [] : goalErosions(goal, goal);
  },
  'check-ins': checkInsOf,
  'words of allies': wordsOf,
  'a profile': text => readProfile(noteOf(text), text),
  'a team': text => readTeam(noteOf(text), text),
  skills: text => readSkills(noteOf(text), text),
  'what is wrong with skills': checkSkills,
  'an assessment': text => readAssessment(noteOf(text), text, { shelf: 'shared', me: 'ada' }),
  'what is wrong with an assessment': text => checkAssessment(noteOf(text), text),
  resources: text => readResources(noteOf(text), text),
  'a table of skills': text => importedSkills(markdownTable(text) ?? [['a']], { roles: [], members: [] } as never),
  'comma-separated skills': text => parseDelimited(text),
  mentions: mentionsIn,
  'a conflict': text => bodyConflict(text),
  'words to be found': wordsIn,
};

/** How long any of them may take over a megabyte, in milliseconds. What grows with the square would take minutes. */
const longest = 8000;

describe('A hostile note of a megabyte', () => {
  const many = (text: string) => text.repeat(Math.ceil(1_000_000 / text.length));
  const goal = '---\ntype: goal\n---\n# x\n\n';
  const bodies: Readonly<Record<string, string>> = {
    '20,000 steps': `${goal}## Steps\n${'- [ ] a step of a goal 📅 2026-11-22\n'.repeat(20_000)}`,
    '20,000 steps in each other':
      `${goal}## Steps\n${Array.from({ length: 300 }, (_, at) => `${' '.repeat(at * 2)}- [ ] a`).join('\n')}\n`.repeat(
        10,
      ),
    '20,000 key results': `${goal}## Key results\n${'- KR: p99 of reads 480 → 300 → 200 ms\n'.repeat(20_000)}`,
    '20,000 pieces of evidence': `${goal}## Evidence\n${'- it is: shop 1d0e77b..4f1c2a9, [a](b.md)\n'.repeat(20_000)}`,
    '20,000 skills': `---\ntype: skills\n---\n${Array.from({ length: 20_000 }, (_, at) => `## Skill ${at}\nHard · expected: a 3, b 2\n1. x\n`).join('')}`,
    '20,000 levels': `---\ntype: assessment\n---\n${Array.from({ length: 20_000 }, (_, at) => `- Skill ${at}: 3 → 4 by 2027-01-01 · w`).join('\n')}`,
    '20,000 members': `---\ntype: team\n---\n${Array.from({ length: 20_000 }, (_, at) => `- Name ${at} (n${at}) · e${at}@x.example`).join('\n')}`,
    '20,000 check-ins': `${goal}## Said and did\n${'- 2026-11-09 · said: a · did: b\n'.repeat(20_000)}`,
    '20,000 resources': `---\ntype: resources\n---\n${'- [a](https://x.example) · skill: a, b · budget: 4\n'.repeat(18_000)}`,
    'one step without end': `${goal}- [ ] ${many('a ')}`,
    'one key result without end': `${goal}- KR: ${many('4 → ')}`,
    'figures without end': `${goal}- KR: ${many('4')}`,
    'evidence without end': `${goal}## Evidence\n- ${many('shop 1d0e77b, ')}`,
    'colons without end': `${goal}## Evidence\n- ${many(': ')}`,
    'brackets without end': `${goal}## Evidence\n- ${many('[a](')}`,
    'dots without end': `${goal}## Said and did\n- 2026-11-09 · said: ${many('· did: ')}`,
    'levels without end': `---\ntype: assessment\n---\n- ${many('a: 3 → ')}`,
    'backslashes before a level': `---\ntype: assessment\n---\n- ${many('\\')}: 3`,
    'spaces before a level': `---\ntype: assessment\n---\n- a${many(' ')}: 3`,
    'roles without end': `---\ntype: skills\n---\n## a\nexpected: ${many('a 3, ')}`,
    'spaces in roles': `---\ntype: skills\n---\n## a\nexpected: ${many(' ')}x`,
    'a member without end': `---\ntype: team\n---\n- ${many('a (')}`,
    'addresses without end': `---\ntype: team\n---\n- a · ${many('a@')}`,
    'marks of a table': many('| '),
    'quotes of a table': many('"a",'),
    'open quotes of a table': many('"'),
    'ends of conflicts': many('>>>>>>> a\n'),
    'middles of conflicts': many('=======\n'),
  };
  for (const [what, text] of Object.entries(bodies))
    it(`${what}: is read in time as anything`, function () {
      this.timeout(60_000);
      for (const [how, read] of Object.entries(readers)) {
        const begun = cpuTime();
        read(text.slice(0, 1 << 20));
        const took = cpuTime() - begun;
        assert.ok(took < longest, `${how} took ${Math.round(took)} ms`);
      }
    });
});

const hostile = [
  '[x](command:evil)',
  '![x](https://evil.example/x.png)',
  '$(flame) hot',
  '\u202Etxt.exe\u202C and \u200B\u200D\uFEFF',
  '\u001B[31mred\u001B[0m\u0007\u009b',
  '<img src=x onerror=alert(1)>',
  'x'.repeat(300),
  '__proto__',
  'constructor',
  'toString',
  '../../../etc/passwd',
  '..',
  '%2e%2e%2fevil',
  'a\u0000b',
  'con',
  '.git',
  '\\\\server\\share',
  'C:\\evil',
  '<!-- x',
  '{{ handle }}',
];

describe('Hostile words', () => {
  const head = (word: string) => JSON.stringify(word);
  const goalText = (word: string) =>
    `---\ntype: goal\ndate: 2026-11-01\nvision: ${head(word)}\nskill: ${head(word)}\nobjective: ${head(word)}\nmethod: ${head(word)}\nallies: [${head(word)}, ${head(`${word}2`)}]\naliases: [${head(word)}]\npaths: [${head(word)}]\ndue: ${head(word)}\n---\n# ${word}\n\n## Key results\n- KR: ${word} 4 → 2\n- [ ] ${word}\n\n## Steps\n- [ ] ${word}\n\n## Evidence\n- ${word}: shop 1d0e77b\n- [${word}](${word})\n\n## Said and did\n- 2026-11-20 · said: ${word} · did: ${word}\n`;
  /** Every word of a row and of those below it that the editor shows. */
  const shown = (rows: readonly OutlineRow[]): string[] =>
    rows.flatMap(({ label, detail = '', tooltip = '', kind = '', rows: below = [] }) => [
      ...[label, detail, kind, ...tooltip.split('\n')], // a tooltip has lines of its own
      ...shown(below),
    ]);
  const isPlain = (text: string) => {
    assert.doesNotMatch(text, /\]\(|\$\(|[\p{Cc}\u202A-\u202E\u2066-\u2069\u200B\uFEFF]/u, JSON.stringify(text));
    assert.ok(text.length <= 900, `${text.length}`);
  };

  for (const word of hostile)
    it(`${JSON.stringify(word.slice(0, 30))}: are only text in every row`, () => {
      const text = goalText(word);
      const note = noteOf(text);
      const goal = readGoal(note, text, 'shared');
      shown(goalRows([goal], { today: '2026-11-22', profile: { path, purpose: word, visions: [word] } })).forEach(
        isPlain,
      );
      isPlain(nextStage(goal)?.label ?? '');
      const entry = `---\ntype: learning\ndate: 2026-11-18\ngoal: ${head(word)}\nrepo: ${head(word)}\npath: ${head(word)}\nlines: ${head(word)}\n---\n# ${word}\n`;
      const place = { shelf: 'shared', path } as const;
      const logged = loggedEntry(noteOf(entry), place);
      if (logged) shown(logRows([logged], [], { today: '2026-11-22' })).forEach(isPlain);
      const code = codeEntryOf(noteOf(entry), place);
      assert.ok(!code?.code.path.split('/').includes('..'));
      for (const held of heldGoals([note], [])) {
        const state = { goal: held, checkIns: checkInsOf(text), words: [] };
        const seen = { today: '2026-12-22', nameOf: (handle: string) => handle };
        shown(inboxRows([...itemsForOwner(state, seen), itemForAlly(state, 'sam', seen)], '2026-12-22')).forEach(
          isPlain,
        );
      }
    });

  for (const word of hostile)
    it(`${JSON.stringify(word.slice(0, 30))}: lead no file anywhere`, () => {
      const goal = { owner: 'ada', slug: word };
      const shrunk = { day: '2026-11-22', felt: 'anxious', goal: word, title: word, erosions: [] } as const;
      for (const made of [allyPath('sam', goal), reflectionPath(shrunk)]) assert.ok(isSafePath(made), made);
      assert.ok(isSafeName(`${fileNameOf(word)}.md`));
      const held = { ...goal, id: `ada/${word}`, formerIds: [], title: word, path, allies: ['sam'], asks: true };
      const words = printAllyNote(held, allyPath('sam', goal), { day: '2026-11-22', on: '2026-11-20', text: 'go on' });
      assert.doesNotMatch(
        words.slice(words.indexOf('\n---\n')),
        /(?<!\\)\]\((?:command|javascript):|(?<!\\)<img|[\u202E\u200B]/u,
      );
      assert.equal(words.match(/^---$/gm)?.length, 2);
    });

  for (const word of hostile)
    it(`${JSON.stringify(word.slice(0, 30))}: as a name are found, or not, and nothing else`, () => {
      const goals = [
        { slug: 'quite-another', title: 'Quite another', aliases: [], status: 'active', paths: [word] } as const,
      ];
      assert.equal(goalNamed(word, goals), undefined);
      matchGoals({ goals: [word], branch: word, files: [word] }, goals);
      assert.equal(globTest(word)('services/db.ts'), false);
      readQuery(word);
      readObjective(noteOf(`---\ntype: objective\nowner: ${head(word)}\n---\n# ${word}\n`));
      readResources({ bodyStart: 0 }, `- [${word}](${word}) · skill: ${word} · budget: ${word}\n`);
      strengthName(word);
      for (const { handle } of readTeam({ bodyStart: 0 }, `- ${word} (${word})\n- [${word}](people/${word}/x.md)\n`)
        .members)
        assert.ok(isSafeName(handle), handle);
    });
});
