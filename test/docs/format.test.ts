import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { EvidenceRef } from '../../src/core/evidence/evidence.ts';
import { readEvidence } from '../../src/core/evidence/readEvidence.ts';
import { carriedLines } from '../../src/core/meeting/carriedLine.ts';
import { readCadence } from '../../src/core/meeting/cadence.ts';
import { oneOnOneOf } from '../../src/core/meeting/oneOnOne.ts';
import { askedOn } from '../../src/core/meeting/rotation.ts';
import { editHead } from '../../src/core/note/editHead.ts';
import { noteTypes, type HeadValue } from '../../src/core/note/note.ts';
import type { PrivatePath } from '../../src/core/note/notePath.ts';
import { isUnreadable, readNote } from '../../src/core/note/readNote.ts';
import { isSafePath } from '../../src/core/note/safePath.ts';
import { headingsOf } from '../../src/core/note/sections.ts';
import { tasksOf } from '../../src/core/note/tasks.ts';
import { applyEdits } from '../../src/core/note/textEdit.ts';
import { promisesIn } from '../../src/core/promise/promise.ts';
import { assessedLines } from '../../src/core/skill/assessed.ts';
import { checkAssessment } from '../../src/core/skill/assessment.ts';
import { readResources } from '../../src/core/skill/resources.ts';
import { readSkills } from '../../src/core/skill/skill.ts';
import { meetingPromises } from '../../src/core/promise/meetingPromises.ts';
import { readTeam } from '../../src/core/people/team.ts';
import { summaryParts } from '../../src/core/survey/summary.ts';
import { questionsOf } from '../../src/core/survey/survey.ts';
import { actionsOf } from '../../src/core/survey/surveyAction.ts';
import { saidIn } from '../../src/core/survey/surveyAnswer.ts';
import { findParts } from '../../src/core/week/generatedPart.ts';
import { printPart } from '../../src/core/week/part.ts';
import { yamlHead } from '../../src/node/yamlHead.ts';

const page = readFileSync(new URL('../../docs/format.md', import.meta.url), 'utf8').replaceAll('\r\n', '\n');

interface Example {
  /** What the hidden comment above the block says: `note`, `problem`, … */
  readonly kind: string;
  readonly said: string;
  readonly text: string;
  readonly at: number;
}

const examples: readonly Example[] = Array.from(
  page.matchAll(/^<!-- (\w+)(?:: (.*?))? -->\n\n```markdown\n([\s\S]*?\n)```$/gm),
  ({ 1: kind = '', 2: said = '', 3: text = '', index }) => ({ kind, said, text, at: index }),
);
const ofKind = (kind: string) => examples.filter(example => example.kind === kind);

/** The sections on types, each with its types and the keys of its table. */
const sections = page.split(/^(?=##)/m).map(text => ({
  text,
  at: page.indexOf(text),
  types: codesIn(/^### (`.*)$/m.exec(text)?.[1] ?? ''),
  keys: keysIn(text),
}));
const typed = sections.filter(({ types }) => types.length > 0);
const commonKeys = sections.find(({ text }) => text.startsWith('## Types and their keys'))?.keys ?? [];

function codesIn(text: string): readonly string[] {
  return Array.from(text.matchAll(/`([^`]+)`/g), ([, code = '']) => code);
}

/** The keys a table explains, from its first column. */
function keysIn(text: string): readonly string[] {
  const table = /^\| key \| what \|\n\|[-|]+\n((?:\|.*\n)+)/m.exec(text)?.[1] ?? '';
  return Array.from(table.matchAll(/^\| `([^`]+)` /gm), ([, key = '']) => key);
}

/** What a reference names, in the words of the table of evidence. */
function namedBy(ref: EvidenceRef): string {
  const of = 'repo' in ref ? ` of ${ref.repo}` : '';
  switch (ref.kind) {
    case 'commit':
      return `the commit ${ref.hash}${of}`;
    case 'range':
      return `the range ${ref.from}..${ref.to}${of}`;
    case 'file':
      return `lines ${(ref.lines ?? []).join('-')} of ${ref.path} at ${ref.hash}${of}`;
    case 'page':
      return `the page ${ref.url}`;
    case 'note':
    case 'answer':
      return `the ${ref.kind} ${ref.href}`;
  }
}

const checklist = { question: 'What should we start?', words: ['A checklist that fits on one page'] };

describe('docs/format.md', () => {
  it('has an example in every block of markdown', () => {
    assert.equal(examples.length, page.split('```markdown').length - 1);
    assert.ok(ofKind('note').length > 12);
  });

  it('reads lines of evidence as its table says', () => {
    const table = /^\| a line of evidence .*\n\|[-|]+\n((?:\|.*\n)+)/m.exec(page)?.[1] ?? '';
    const rows = Array.from(table.matchAll(/^\| `([^`]+)` \| (.*?) ?\| (.*) \|$/gm), ([, line = '', claim, names]) => {
      const read = readEvidence(line);
      assert.deepEqual([read.claim, read.refs.map(namedBy).join(', ')], [claim, names], line);
      return line;
    });
    assert.equal(rows.length, table.trim().split('\n').length);
  });

  for (const { said: path, text, at } of ofKind('note')) {
    it(`shows ${path} as a note without a problem`, () => {
      const note = readNote(path, text, yamlHead);
      assert.deepEqual(note.problems, []);
      assert.ok(note.type, 'it has a type');
      assert.ok(isSafePath(path), 'it has a name every system takes');
      assert.deepEqual([...headingsOf(text)].filter(({ level }) => level === 1).length, 1);
      assert.deepEqual(findParts(text).problems, []);
    });

    it(`has told of every key in ${path}`, () => {
      const { head, type } = readNote(path, text, yamlHead);
      const own = typed.find(({ types }) => types.includes(String(type)));
      const told = [...commonKeys, ...(own?.keys ?? []), 'mood', 'summary'];
      assert.deepEqual(
        Object.keys(head).filter(key => !told.includes(key)),
        [],
      );
      const inSection = typed.find(section => at > section.at && at < section.at + section.text.length);
      if (inSection) assert.ok(inSection.types.includes(String(type)));
    });
  }

  it('tells of every type there is, and of no other', () => {
    assert.deepEqual(typed.flatMap(({ types }) => types).toSorted(), [...noteTypes].toSorted());
  });

  for (const { types, keys } of typed.filter(section => section.keys.length > 0))
    it(`shows every key of ${types.join(', ')}`, () => {
      const shown = ofKind('note').flatMap(({ said, text }) => {
        const { head, type } = readNote(said, text, yamlHead);
        return types.includes(String(type)) ? Object.keys(head) : [];
      });
      assert.deepEqual(
        keys.filter(key => !shown.includes(key)),
        [],
      );
    });

  for (const kind of ['problem', 'odd'])
    for (const { said, text } of ofKind(kind)) {
      const [, code, words] = /^(\S+)(?: "(.*)")?$/.exec(said) ?? [];
      it(`shows ${said}`, () => {
        const { problems, isPrivate } = readNote('people/ada/goals/async-rust.md', text, yamlHead);
        const found = problems.map(problem => [problem.code, text.slice(problem.at.start, problem.at.end)]);
        assert.ok(
          found.some(([is, at]) => is === code && (words === undefined || at === words)),
          JSON.stringify(found),
        );
        assert.ok(problems.every(problem => isUnreadable(problem) === (kind === 'problem')));
        assert.equal(isPrivate, kind === 'problem');
      });
    }

  for (const { said, text } of ofKind('private'))
    it(`keeps ${said} private`, () => {
      assert.equal(readNote(said, text, yamlHead).isPrivate, true);
    });

  for (const before of ofKind('before')) {
    const after = examples[examples.indexOf(before) + 1];
    const [path = '', ...json] = before.said.split(' ');
    it(`edits as it shows: ${json.join(' ')}`, () => {
      const wanted = JSON.parse(json.join(' ')) as Record<string, HeadValue>;
      const changes = Object.entries(wanted).map(([key, value]) => [key, value === 'REMOVED' ? undefined : value]);
      const edits = editHead(before.text, Object.fromEntries(changes) as Record<string, HeadValue>, yamlHead);
      assert.equal(after?.kind, 'after');
      assert.equal(applyEdits(before.text, edits), after.text);
      assert.deepEqual(readNote(path, after.text, yamlHead).problems, []);
    });
  }

  it('reads promises as its table says', () => {
    const table = /^\| a promise .*\n\|[-|]+\n((?:\|.*\n)+)/m.exec(page)?.[1] ?? '';
    const rows = Array.from(table.matchAll(/^\| `([^`]+)` \| (.*) \|$/gm), ([, line = '', says]) => {
      const { state, text, to, due, since, done, declined, sameAs } = promisesIn(line)[0]!;
      const on = done ?? declined?.day;
      const told = [
        `${state}${on === undefined ? '' : ` on ${on}`}: ${text}`,
        ...(to === undefined ? [] : [`for ${to}`]),
        ...(due === undefined ? [] : [`by ${due}`]),
        ...(since === undefined ? [] : [`first for ${since}`]),
        ...(declined === undefined ? [] : [`because ${declined.why}`]),
        ...(sameAs === undefined ? [] : [`published as ${sameAs}`]),
      ];
      assert.equal(told.join(', '), says, line);
      return line;
    });
    assert.equal(rows.length, table.trim().split('\n').length);
  });

  it('reads task lines as its table says', () => {
    const table = /^\| line \| what it says \|\n\|[-|]+\n((?:\|.*\n)+)/m.exec(page)?.[1] ?? '';
    const rows = Array.from(table.matchAll(/^\| `(- \[.\] .*?)` \| (.*) \|$/gm), ([, line = '', says = '']) => [
      line,
      says,
    ]);
    const read = rows.map(([line = '']) => {
      const [task] = tasksOf(line);
      return [task?.state, task?.text, task?.due, task?.done, task?.movedTo];
    });
    assert.deepEqual(read, [
      ['open', 'Ask Lin', undefined, undefined, undefined],
      ['done', 'Ask Lin', undefined, '2026-11-06', undefined],
      ['moved', 'Ask Lin', undefined, undefined, '2026-W48'],
      ['dropped', 'Ask Lin', undefined, undefined, undefined],
      ['open', 'Ask Lin', '2026-11-25', undefined, undefined],
      ['open', 'Ask Lin', '2026-11-25', undefined, undefined],
    ]);
  });

  it('reads values as its table says', () => {
    const read = (yaml: string) => Object.values(readNote('x.md', `---\n${yaml}\n---\n`, yamlHead).head)[0];
    assert.deepEqual(
      [
        'date: 2026-11-22',
        'tags: [postgres, pgbouncer]',
        'tags:\n- postgres',
        'commit: "1234567"',
        'due:',
        'a: 012',
        'a: 1.10',
      ].map(read),
      ['2026-11-22', ['postgres', 'pgbouncer'], ['postgres'], '1234567', null, 12, 1.1],
    );
  });

  it('reads the team it shows', () => {
    const team = ofKind('note').find(({ said }) => said === 'team.md')?.text ?? '';
    const { members, problems } = readTeam(readNote('team.md', team, yamlHead), team);
    assert.deepEqual(problems, []);
    assert.deepEqual(members, [
      {
        handle: 'ada',
        name: 'Ada Lovelace',
        emails: ['ada@forge.example', 'ada@home.example'],
        leads: [],
        role: 'engineer',
      },
      { handle: 'lin', name: 'Lin', emails: ['lin@forge.example'], leads: ['ada', 'sam'] },
      { handle: 'sam', name: 'Sam', emails: [], leads: [] },
    ]);
  });

  it('reads the skills and the assessment it shows', () => {
    const textOf = (path: string) => ofKind('note').find(({ said }) => said === path)?.text ?? '';
    const skills = readSkills({ bodyStart: 0 }, textOf('skills.md'));
    assert.deepEqual(
      skills.map(({ slug, kind, expected }) => [slug, kind, ...expected]),
      [
        ['postgres', 'hard', ['engineer', 3], ['lead', 2]],
        ['giving-feedback', 'soft', ['engineer', 3], ['lead', 4]],
      ],
    );
    const assessment = textOf('people/ada/assessments/2026-11-22-ada-ada.md');
    assert.deepEqual(checkAssessment({ bodyStart: 0 }, assessment, skills), []);
    assert.deepEqual(
      assessedLines(assessment).skills.map(({ skill, level, target, due, words }) => [
        skill,
        level,
        target,
        due,
        words,
      ]),
      [
        ['postgres', 3, 4, '2027-05-31', 'reads a plan and knows what to change'],
        ['giving-feedback', 2, undefined, undefined, undefined],
      ],
    );
  });

  it('reads the survey and the answer it shows', () => {
    const textOf = (path: string) => ofKind('note').find(({ said }) => said === path)?.text ?? '';
    const survey = textOf('surveys/2026-11-20-how-we-release.md');
    const questions = ['What should we start?', 'What should we stop?'];
    assert.deepEqual(questionsOf(survey), questions);
    assert.deepEqual(
      actionsOf(survey).map(({ owner, text, due }) => [owner, text, due]),
      [
        ['ada', 'Write the one page', '2026-12-04'],
        ['lin', 'Ask for a second runner', '2026-12-11'],
      ],
    );
    const said = saidIn(textOf('people/sam/answers/2026-11-20-how-we-release-sam.md'));
    assert.deepEqual(said, [
      { question: 'What should we start?', words: ['Writing the notes while the change is fresh'] },
    ]);
    const answers = ['sam', 'ada', 'lin'].map(from => ({ from, said: from === 'ada' ? [checklist] : said }));
    const [part] = summaryParts(questions, answers);
    const found = findParts(survey).parts.map(({ name }) => name);
    assert.deepEqual(found, [part?.name]);
    assert.ok(part && survey.includes(printPart(part, { heading: false }) ?? '?'));
  });

  it('reads the one-to-one it shows', () => {
    const { said, text } = ofKind('note').find(each => each.said.startsWith('one-on-ones/'))!;
    const path = said as PrivatePath;
    const { day, with: other, kind } = oneOnOneOf({ ...readNote(path, text, yamlHead), path })!;
    assert.deepEqual([day, other, kind], ['2026-11-24', 'lin', 'regular']);
    assert.deepEqual(
      meetingPromises(text, { me: 'ada', others: [other] }).map(({ by, state, text: words }) => [by, state, words]),
      [
        ['lin', 'open', 'A budget for the database course'],
        ['lin', 'open', 'An answer on the outbox queue'],
        ['ada', 'done', 'The p99 numbers for the review'],
      ],
    );
    assert.deepEqual(
      carriedLines(text, 'What I want to talk about', day).flatMap(({ lines }) => lines),
      ['- [ ] I would like to try the scheduler next quarter (project) · since 2026-11-10 📅 2026-12-15'],
    );
    assert.equal(askedOn([{ day, text }]).get('by when will that be done?'), day);
    assert.deepEqual(readCadence('every two weeks on Tuesday'), { weeks: 2, weekday: 2 });
  });

  it('reads the resources it shows', () => {
    const text = ofKind('note').find(({ said }) => said === 'resources.md')?.text ?? '';
    assert.deepEqual(
      readResources({ bodyStart: 0 }, text).map(({ line: _, ...resource }) => resource),
      [
        {
          title: 'Designing Data-Intensive Applications',
          address: 'https://forge.example/library/ddia',
          skills: ['postgres', 'databases'],
          budget: '40 €',
          verdict: 'worth it (ada)',
        },
        { title: 'The reading group on Thursdays', skills: ['rust'], method: 'group' },
      ],
    );
  });

  it('leads to places that are there', () => {
    const anchors = Array.from(page.matchAll(/^#+ (.*)$/gm), ([, title = '']) =>
      title
        .toLowerCase()
        .replace(/[^\p{L}\p{N} -]/gu, '')
        .replaceAll(' ', '-'),
    );
    for (const [, anchor = ''] of page.matchAll(/\]\(#([^)]+)\)/g)) assert.ok(anchors.includes(anchor), anchor);
  });
});
