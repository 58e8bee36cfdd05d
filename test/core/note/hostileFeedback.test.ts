import assert from 'node:assert/strict';
import { readAbout } from '../../../src/core/feedback/about.ts';
import { answerOf } from '../../../src/core/feedback/answer.ts';
import { firstWords, saysAnything } from '../../../src/core/feedback/answerText.ts';
import { checkAnswer } from '../../../src/core/feedback/checkAnswer.ts';
import { linkPlaced } from '../../../src/core/feedback/placeLink.ts';
import { placeToAnswer, printAnswer, whyAdded } from '../../../src/core/feedback/printAnswer.ts';
import { questionsOf, requestOf } from '../../../src/core/feedback/request.ts';
import { requestState } from '../../../src/core/feedback/requestState.ts';
import { chatRequest, pullComment } from '../../../src/core/feedback/requestText.ts';
import { skillsAsked } from '../../../src/core/feedback/skillsAsked.ts';
import { asksOf, checkAsks } from '../../../src/core/meeting/asks.ts';
import { carriedLines, closeCarried } from '../../../src/core/meeting/carriedLine.ts';
import { pointsOf } from '../../../src/core/meeting/points.ts';
import { publishableLines } from '../../../src/core/meeting/publishable.ts';
import { toldWeek } from '../../../src/core/meeting/toldWeek.ts';
import type { SharedPath } from '../../../src/core/note/notePath.ts';
import { readNote } from '../../../src/core/note/readNote.ts';
import { checkPromises } from '../../../src/core/promise/checkPromises.ts';
import { meetingPromises } from '../../../src/core/promise/meetingPromises.ts';
import { openPromises } from '../../../src/core/promise/openPromises.ts';
import { promisesIn } from '../../../src/core/promise/promise.ts';
import { printAnswer as printSurveyAnswer } from '../../../src/core/survey/printSurvey.ts';
import { summaryParts } from '../../../src/core/survey/summary.ts';
import { questionsOf as surveyQuestions, surveysIn } from '../../../src/core/survey/survey.ts';
import { actionsOf, checkActions } from '../../../src/core/survey/surveyAction.ts';
import { firstSilent, saidIn } from '../../../src/core/survey/surveyAnswer.ts';
import { sentencesOf } from '../../../src/core/theme/quote.ts';
import { printThemes } from '../../../src/core/theme/themePage.ts';
import { themesOf } from '../../../src/core/theme/themes.ts';
import { printTeamWeek } from '../../../src/core/week/printTeamWeek.ts';
import { teamWeek } from '../../../src/core/week/teamWeek.ts';
import { yamlHead } from '../../../src/node/yamlHead.ts';
import { cpuTime } from '../../support/cpuTime.ts';

const ada = { handle: 'ada', name: 'Ada', emails: [] } as const;
const today = '2026-11-22';
const request = 'people/eve/feedback/2026-11-19-x.md' as SharedPath;
const answer = 'people/eve/answers/2026-11-19-x-eve.md' as SharedPath;
const survey = 'surveys/2026-11-20-x.md' as SharedPath;
const week = 'people/eve/weekly/2026-W47-eve.md' as SharedPath;
const meeting = { me: 'ada', others: ['sam'] } as const;
const noteAt = (path: SharedPath, text: string) => ({ ...readNote(path, text, yamlHead), path });

/** Reads a text as every type of note that goes between people, and makes of it what the program makes of theirs. */
const readers: Readonly<Record<string, (text: string) => unknown>> = {
  'a request': text => {
    const read = requestOf(noteAt(request, text));
    return read && [requestState({ request: read, answers: [] }, today), readAbout(read.about ?? '')];
  },
  'an answer to it': text => printAnswer({ id: 'eve/x', title: 'x' }, questionsOf(text), { by: ada, day: today }),
  'an answer': text => [answerOf(noteAt(answer, text)), saysAnything(text), firstWords(text)],
  'what is wrong with an answer': checkAnswer,
  'where an answer goes on': text => [
    placeToAnswer(text),
    linkPlaced(text, 'x', 'no such question'),
    whyAdded(text, 'x'),
  ],
  'a request in a chat': text => chatRequest(text, { asker: 'Eve', to: ['Ada'] }),
  'a request at a forge': text => pullComment(text, { asker: 'Eve', to: ['Ada'] }),
  'what feedback is about': readAbout,
  'skills a request touches': text => skillsAsked([], { kind: 'design', files: [text], words: text }),
  'a survey': text => [surveysIn([noteAt(survey, text)]), surveyQuestions(text)],
  'an answer to a survey': text =>
    printSurveyAnswer({
      ...{ survey: { path: survey, slug: 'x', title: 'x' }, questions: surveyQuestions(text), from: ada, date: today },
    }),
  'what was said to a survey': text => [saidIn(text), firstSilent(text)],
  'the summary of a survey': text =>
    summaryParts(
      surveyQuestions(text),
      ['eve', 'sam', 'tom'].map(from => ({ from, said: saidIn(text) })),
    ),
  'the actions of a survey': text => [actionsOf(text), checkActions(text)],
  promises: text =>
    openPromises(
      promisesIn(text).map(promise => ({ ...promise, by: 'eve', place: { shelf: 'shared', path: answer, line: 1 } })),
    ),
  'promises of a one-to-one': text => [meetingPromises(text, meeting), checkPromises(text, meeting)],
  'lines of a one-to-one': text => [publishableLines(text, meeting), pointsOf(text)],
  'asks of a one-to-one': text => [asksOf(text), checkAsks(text)],
  'what is carried into the next one-to-one': text => {
    const carried = carriedLines(text, 'What I want to talk about', today);
    return [carried, closeCarried(text, 'What I want to talk about', { text, day: today })];
  },
  'a week in a one-to-one': text => toldWeek('2026-W47', text),
  'the week of a team': text =>
    printTeamWeek(teamWeek('2026-W47', [{ handle: 'eve', name: 'Eve', path: week, text }], handle => handle)),
  themes: text => {
    const said = (by: string) => ({ by, day: today, occasion: by, about: 'x', path: answer });
    const quotes = ['eve', 'sam'].flatMap(by => sentencesOf(text).map(sentence => ({ ...said(by), ...sentence })));
    return printThemes(themesOf(quotes), handle => handle);
  },
};

const size = 1 << 18;
const many = (text: string) => text.repeat(Math.ceil(size / text.length));
const each = (count: number, line: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => line(at)).join('');

/** Notes whose every line asks for some work. */
const bodies: Readonly<Record<string, string>> = {
  'a request with 20,000 questions': `---\ntype: feedback-request\nto: ada\n---\n# x\n\n${each(20_000, at => `## Question ${at}?\n\nA word.\n`)}`,
  'a request of thousands': `---\ntype: feedback-request\nto: [${Array.from({ length: 3000 }, (_, at) => at.toString(36)).join(', ')}]\n---\n# x\n`,
  '20,000 sentences': `---\ntype: feedback-answer\n---\n# x\n\n## Why?\n${each(20_000, at => `The flame graph ${at} showed us pool ${at % 70} again.\n`)}`,
  '20,000 words of advice': `---\ntype: feedback-answer\n---\n# x\n\n## Why?\n${many('So you should rename it. Great job, thanks. ')}`,
  'a survey with 20,000 questions': `---\ntype: survey\n---\n# x\n\n${each(20_000, at => `## Question ${at}?\n- said ${at}\n`)}`,
  '20,000 actions': `---\ntype: survey\n---\n# x\n\n## Actions\n\n${many('- [ ] @sam Pin the CI image 📅 2026-12-01\n')}`,
  '20,000 promises': `---\ntype: promises\n---\n# x\n\n${each(20_000, at => `- [ ] Promise ${at} · for @ada · since 2026-11-01\n`)}`,
  'one promise 20,000 times': `---\ntype: promises\n---\n# x\n\n${many('- [ ] A talk · for @ada 📅 2026-12-01\n')}`,
  'a promise without end': `---\ntype: promises\n---\n# x\n\n- [ ] ${many('a · for @ada · since 2026-11-01 ')}`,
  'a reason without end': `---\ntype: promises\n---\n# x\n\n- [-] ${many('a · declined 2026-11-01: ')}`,
  '20,000 lines to talk about': `---\ntype: one-on-one\nwith: sam\n---\n# x\n\n## What I want to talk about\n\n${each(20_000, at => `- [ ] line ${at}\n`)}`,
  '20,000 dropped points': `---\ntype: one-on-one\nwith: sam\n---\n# x\n\n## Points\n\n${many('- [-] @sam a point · declined 2026-11-01: no\n  - [ ] more\n')}`,
  '20,000 roadblocks': `---\ntype: weekly\n---\n# x\n\n## Roadblocks\n\n${many('- [ ] who knows @ada @sam @tom 📅 2026-12-01\n')}`,
  'handles without end': `---\ntype: weekly\n---\n# x\n\n## Roadblocks\n\n- ${many('@a')}\n- ${many('@a ')}`,
  'a sentence without end': `---\ntype: feedback-answer\n---\n# x\n\n## Why?\n\n${many('so, ')}`,
  'dots of a sentence': `---\ntype: feedback-answer\n---\n# x\n\n## Why?\n\nI saw it${many('.')}\n${many('. ')}`,
  'a range without end': `---\ntype: feedback-request\nabout: x\n---\n${many('a..')}`,
  'a file without end': `${many('a.')}#L1-L2`,
  'comments without end': `# x\n\n## Why?\n\n${many('<!-- ')}`,
  'quotes in each other': `# x\n\n## Why?\n\n${many('> ')}`,
};

/** How long any of them may take, in milliseconds. What grows with the square would take minutes. */
const longest = 4000;

describe('A hostile note between people', () => {
  for (const [what, text] of Object.entries(bodies))
    it(`${what}: is read in time as anything`, () => {
      for (const [how, read] of Object.entries(readers)) {
        const begun = cpuTime();
        read(text.slice(0, size));
        const took = cpuTime() - begun;
        assert.ok(took < longest, `${how} took ${Math.round(took)} ms`);
      }
    }).timeout(60_000);
});
