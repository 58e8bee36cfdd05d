import assert from 'node:assert/strict';
import { declineFeedback } from '../../../src/app/feedback/declineFeedback.ts';
import { closeRequest } from '../../../src/app/feedback/closeRequest.ts';
import { feedbackInbox } from '../../../src/app/feedback/feedbackInbox.ts';
import { answersTo, feedbackOf, requestCalled } from '../../../src/app/feedback/feedbackOf.ts';
import { giveFeedback } from '../../../src/app/feedback/giveFeedback.ts';
import { ownAnswer } from '../../../src/app/feedback/ownAnswer.ts';
import { inboxOf, inboxSources } from '../../../src/app/inbox/inboxOf.ts';
import { prepareOneOnOne } from '../../../src/app/meeting/prepareOneOnOne.ts';
import { ownPromises, promisesBetween } from '../../../src/app/promise/promisesOf.ts';
import { answerSurvey } from '../../../src/app/survey/answerSurvey.ts';
import { canBeSummedUp, closeSurvey } from '../../../src/app/survey/closeSurvey.ts';
import { startSurvey } from '../../../src/app/survey/startSurvey.ts';
import { surveyCalled } from '../../../src/app/survey/surveysOf.ts';
import { themesForMe } from '../../../src/app/theme/themesForMe.ts';
import { openTeamWeek } from '../../../src/app/week/teamWeek.ts';
import { inboxRows } from '../../../src/core/outline/inboxRows.ts';
import type { OutlineRow } from '../../../src/core/outline/outlineRow.ts';
import { printTeamWeek } from '../../../src/core/week/printTeamWeek.ts';
import { printThemes } from '../../../src/core/theme/themePage.ts';
import { isSafePath } from '../../../src/core/note/safePath.ts';
import { yamlHead } from '../../../src/node/yamlHead.ts';
import { memoryDesk, type MemoryDesk } from '../../support/memoryDesk.ts';
import { cpuTime } from '../../support/cpuTime.ts';

const team = [
  { handle: 'ada', name: 'Ada', emails: [], leads: [] },
  { handle: 'sam', name: 'Sam', emails: [], leads: [] },
];
const everything = (desk: MemoryDesk) => inboxOf(desk, [...inboxSources, each => feedbackInbox(each, {})]);
const request = (head: string, body = '## What did you see?\n') =>
  `---\ntype: feedback-request\ndate: 2026-11-19\n${head}\n---\n# The reads\n\n${body}`;
const answer = (head: string, body = 'It was slow.') =>
  `---\ntype: feedback-answer\ndate: 2026-11-20\n${head}\n---\n# The reads: x\n\n## What did you see?\n${body}\n`;

/** Words that are more than words somewhere. */
const hostile = [
  '[x](command:evil)',
  '![x](https://evil.example/x.png)',
  '<https://evil.example> <img src=x onerror=alert(1)>',
  '$(flame) hot',
  '\u202Etxt.exe\u202C and \u200B\uFEFF',
  '\u001B[31mred\u001B[0m\u0007',
  '../../../etc/passwd',
  'a\u0000b',
  '--output=x',
  '-x..HEAD',
  'con',
  '.git',
  '\\\\server\\share',
  'C:\\evil.ts',
  'shop 4f1c2a9:../../etc/passwd.txt#L1-L2',
  'shop 4f1c2a9:..%2f..%2fevil.ts',
  '<!-- x',
  '```',
  '--- \n---',
  '- [ ] @ada a box 📅 2026-11-20',
  '# A heading\n## Another',
  '<!-- outloud:begin plans -->',
  'x'.repeat(10_000),
];

describe('A stranger’s words between people', () => {
  const quoted = (word: string) => JSON.stringify(word.slice(0, 2000));
  const notesWith = (word: string): Readonly<Record<string, string>> => ({
    'people/eve/feedback/2026-11-19-x.md': request(
      `to: [ada, ${quoted(word)}]\nabout: ${quoted(word)}\nkind: ${quoted(word)}\ndue: ${quoted(word)}`,
      `${word}\n\n## ${word}\n\n## ${word}\n`,
    ).replace('# The reads', `# ${word}`),
    'people/ada/feedback/2026-11-18-mine.md': request(`to: [sam, ${quoted(word)}]\nabout: ${quoted(word)}`),
    'people/eve/answers/2026-11-18-mine-eve.md': answer(`request: ada/2026-11-18-mine\nfrom: ${quoted(word)}`, word),
    'people/sam/answers/talk-sam.md': answer(`to: ada\nabout: ${quoted(word)}\nrequest: ${quoted(word)}`, word),
    'people/sam/answers/other-sam.md': answer(`to: ada\nabout: ${quoted(word)}`, `${word}\n\nThe pool is slow.`),
    'people/eve/answers/other-eve.md': answer(`to: ada\nabout: ${quoted(word)}`, `The pool is slow. ${word}`),
    'surveys/2026-11-20-x.md': `---\ntype: survey\nby: ${quoted(word)}\nprevious: ${quoted(word)}\nkind: ${quoted(word)}\n---\n# ${word}\n\n## ${word}\n\n## Actions\n\n- [ ] @ada ${word} 📅 2026-11-20\n`,
    ...Object.fromEntries(
      ['eve', 'sam', 'tom'].map(who => [
        `people/${who}/answers/2026-11-20-x-${who}.md`,
        `---\ntype: survey-answer\nsurvey: 2026-11-20-x\nfrom: ${quoted(word)}\n---\n# x\n\n## ${word}\n\n- ${word} ${who}\n`,
      ]),
    ),
    'people/ada/promises.md': `---\ntype: promises\n---\n# x\n\n- [ ] ${word} · for @${word} 📅 2026-11-20\n`,
    'people/sam/promises.md': `---\ntype: promises\n---\n# x\n\n- [ ] ${word} · for @ada\n- [-] ${word} a · for @ada · declined 2026-11-20: ${word}\n`,
    'people/eve/weekly/2026-W47-eve.md': `---\ntype: weekly\nweek: 2026-W47\n---\n# ${word}\n\n${word}\n\n## Roadblocks\n\n- [ ] ${word} @ada 📅 2026-11-20\n\n## Worked on\n\n- ${word}\n`,
  });
  const shown = (rows: readonly OutlineRow[]): string[] =>
    rows.flatMap(({ label, detail = '', tooltip = '', kind = '', rows: below = [] }) => [
      ...[label, detail, tooltip, kind],
      ...shown(below),
    ]);
  /** What markdown would make more than words of. */
  const active =
    /(?<!\\)\]\((?!https:\/\/forge|[\w./-]+\.md\))|(?<!\\)<(?:img|https:)|(?<!\\)!\[x|[\u202A-\u202E\u2066-\u2069\u200B]|(?!\n)\p{Cc}/u;

  for (const word of hostile)
    it(`${JSON.stringify(word.slice(0, 40))}: stay words, whatever is made of them`, async () => {
      const desk = memoryDesk({ notes: notesWith(word), team });
      const before = desk.files.texts();
      const { items, failures } = await everything(desk);
      assert.deepEqual(failures, []);
      for (const text of shown(inboxRows(items, '2026-11-22'))) {
        assert.doesNotMatch(text, /\]\(|\$\(|(?!\n)\p{Cc}|[\u202A-\u202E\u2066-\u2069\u200B\uFEFF]/u);
        assert.ok(text.length <= 900, `${text.length}`);
      }
      const week = printTeamWeek(await openTeamWeek(desk, { yaml: yamlHead }));
      assert.doesNotMatch(week.text, active);
      assert.ok(week.text.split('\n').length < 60);
      assert.doesNotMatch(printThemes(await themesForMe(desk), handle => handle).text, active);
      assert.deepEqual(desk.files.texts(), before);

      const asked = requestCalled(await feedbackOf(desk), 'eve/2026-11-19-x');
      await ownAnswer(desk, asked);
      await declineFeedback(desk, asked, { why: word, yaml: yamlHead });
      await giveFeedback(desk, { to: 'sam', about: word, day: '2026-11-22', lines: [{ time: '10:00', text: word }] });
      const survey = await surveyCalled(desk, '2026-11-20-x');
      await answerSurvey(desk, survey);
      if (await canBeSummedUp(desk, survey)) await closeSurvey({ ...desk, yaml: yamlHead }, survey);
      await prepareOneOnOne(desk, { with: 'sam', day: '2026-11-23' });
      const after = desk.files.texts();
      for (const path of Object.keys(after)) {
        assert.ok(isSafePath(path), path);
        if (after[path] === before[path] || path === survey.path) continue;
        assert.match(path, /^people\/ada\//);
        assert.doesNotMatch((after[path] ?? '').replace(/^---\n.*?\n---\n/s, ''), active, path);
        assert.ok((after[path] ?? '').length < 70_000, path);
      }
      for (const text of Object.values(desk.privateFiles.texts()))
        assert.doesNotMatch(text.replace(/^---\n.*?\n---\n/s, ''), active);
    });
});

describe('A stranger’s claims', () => {
  it('are whoever’s folder they lie in', async () => {
    const desk = memoryDesk({
      team,
      notes: {
        'people/ada/feedback/2026-11-19-mine.md': request('to: sam'),
        'people/eve/answers/x.md': answer('request: ada/2026-11-19-mine\nfrom: sam'),
        'people/eve/feedback/2026-11-19-hers.md': request('to: sam\nfrom: ada\nasker: ada'),
        'people/eve/promises.md':
          '---\ntype: promises\nfrom: ada\nby: ada\n---\n# x\n\n- [ ] @ada gives away her chair 📅 2026-11-20\n- [ ] A chair · for @sam 📅 2026-11-20\n',
        'people/eve/weekly/2026-W47-sam.md': '---\ntype: weekly\nweek: 2026-W47\nperson: sam\n---\n# Sam\n\nI slept.\n',
      },
    });
    const { items } = await everything(desk);
    assert.deepEqual(
      items
        .filter(({ kind }) => /feedback|waiting/i.test(kind))
        .map(({ kind, label, detail }) => [kind, label, detail]),
      [
        ['waitingFeedback', 'The reads', 'from Sam · answered by Eve'],
        ['feedbackAnswer', 'Eve: The reads', 'It was slow.'],
      ],
    );
    assert.deepEqual(await ownPromises(desk), []);
    assert.deepEqual(await promisesBetween(desk, 'sam'), []);
    assert.deepEqual(
      (await openTeamWeek(desk, { yaml: yamlHead })).people.map(({ name }) => name),
      ['Eve'],
    );
    const hers = requestCalled(await feedbackOf(desk), 'eve/2026-11-19-hers');
    await assert.rejects(closeRequest(desk, hers, yamlHead), /Only who asked/);
  });

  it('that lead nowhere, or around in a circle, are passed over', async () => {
    const desk = memoryDesk({
      team: [],
      notes: {
        'team.md': '---\ntype: team\n---\n# Team\n\n- Sam (sam)\n',
        'people/eve/answers/a.md': answer('request: eve/b'),
        'people/eve/answers/b.md': answer('request: eve/a\nto: ada'),
        'people/eve/answers/c.md': answer('request: adax'),
        'people/eve/answers/d.md': answer('request: ../ada'),
        'people/eve/answers/e.md': answer('request: ada/2026-01-01-gone'),
        'people/eve/answers/f.md': answer('request: [ada/a, ada/b]'),
        'people/eve/answers/g.md': answer('request: {ada: b}'),
        'surveys/a.md': '---\ntype: survey\nprevious: b\n---\n# A\n\n## Why?\n',
        'surveys/b.md': '---\ntype: survey\nprevious: a\n---\n# B\n\n## Why?\n',
      },
    });
    const feedback = await feedbackOf(desk);
    assert.deepEqual(
      answersTo(feedback, 'ada').map(({ path }) => path),
      ['people/eve/answers/e.md'],
    );
    assert.deepEqual((await everything(desk)).failures, []);
    await startSurvey(desk, { title: 'C', kind: 'retrospective', questions: ['Why?'], due: '2026-12-01' });
    await openTeamWeek(desk, { yaml: yamlHead });
  });

  it('two answers of one person are hers, and one is enough', async () => {
    const desk = memoryDesk({
      team,
      notes: {
        'people/ada/feedback/2026-11-19-mine.md': request('to: sam'),
        'people/sam/answers/a.md': answer('request: ada/2026-11-19-mine\ndeclined: 2026-11-20'),
        'people/sam/answers/b.md': answer('request: ada/2026-11-19-mine'),
      },
    });
    assert.deepEqual(
      (await everything(desk)).items.map(({ label, detail }) => [label, detail]),
      [
        ['Sam: The reads', 'can’t answer · It was slow.'],
        ['Sam: The reads', 'It was slow.'],
      ],
    );
  });
});

describe('Thousands of requests and answers', () => {
  it('are told of in a moment', async () => {
    const notes: Record<string, string> = {};
    for (let at = 0; at < 5000; at++) {
      notes[`people/ada/feedback/2026-11-19-${at}.md`] = request('to: [sam, eve]', '');
      notes[`people/eve/answers/2026-11-19-${at}-eve.md`] = answer(`request: ada/2026-11-19-${at}`, '');
      notes[`people/eve/answers/of-one-${at}.md`] = answer('request: ada/2026-11-19-1', '');
      notes[`people/eve${at}/feedback/2026-11-19-x.md`] = request('to: ada', '');
      if (at < 300) notes[`surveys/2026-11-19-${at}.md`] = '---\ntype: survey\n---\n# x\n\n## Why?\n';
    }
    const desk = memoryDesk({ team, notes });
    await desk.notebook.shared.notes();
    const begun = cpuTime();
    const { failures } = await everything(desk);
    const took = cpuTime() - begun;
    assert.deepEqual(failures, []);
    assert.ok(took < 8000, `${Math.round(took)} ms`);
  }).timeout(60_000);

  it('of a survey with 500 questions are asked for in a note that can be written', async () => {
    const questions = Array.from({ length: 500 }, (_, at) => `## Question ${at} ${'long '.repeat(400)}?\n`).join('\n');
    const name = '2026-11-20-' + 'x'.repeat(100);
    const desk = memoryDesk({ team, notes: { [`surveys/${name}.md`]: `---\ntype: survey\n---\n# x\n\n${questions}` } });
    const path = await answerSurvey(desk, await surveyCalled(desk, name));
    assert.ok(isSafePath(path), path);
    assert.ok((desk.files.texts()[path] ?? '').length < 70_000);
  });
});
