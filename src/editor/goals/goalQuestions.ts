import { l10n } from 'vscode';
import type { GoalChoices } from '../../app/goal/goalChoices.ts';
import { dueOffers } from '../../core/goal/dueOffers.ts';
import { plainLabel } from '../../core/outline/plainLabel.ts';
import { methods, type Method } from '../../core/skill/resources.ts';
import { levelNames, skillNamed, type Level } from '../../core/skill/skill.ts';
import { parseDay, type Day } from '../../core/time/day.ts';
import { capitalized } from '../../core/work/plainText.ts';
import { dueWords } from '../support/dueWords.ts';
import { askChoice, askText, type Answer, type Choice, type Frame } from './ask.ts';

/** What shall be true one day. */
export function askTitle(frame: Frame, value?: string): Promise<Answer<string>> {
  return askText(frame, {
    prompt: l10n.t('What shall be true one day?'),
    placeHolder: l10n.t('Checkout answers in under 200 ms'),
    ...(value !== undefined && { value }),
    problem: text => (text === '' ? l10n.t('A sentence is enough.') : undefined),
  });
}

/** SMART or OKR. The sources stand with them: what the letters mean is not ours to say. */
export function askKind(frame: Frame): Promise<Answer<'smart' | 'okr'>> {
  return askChoice(frame, {
    placeHolder: l10n.t('How would you like to check it? Esc keeps what is there'),
    choices: [
      { label: '$(law) SMART', description: l10n.t('one measure and a day'), detail: 'Doran, 1981', value: 'smart' },
      { label: '$(graph) OKR', description: l10n.t('key results with figures'), detail: 'Doerr, 2018', value: 'okr' },
      notNow(l10n.t('Neither: the sentence is enough')),
    ],
  });
}

/** By when. Enter takes the end of the quarter. */
export function askDue(frame: Frame, { today }: Pick<GoalChoices, 'today'>): Promise<Answer<Day>> {
  const expected = l10n.t('A day looks like 2026-12-18.');
  return askChoice(frame, {
    placeHolder: l10n.t('By when? Choose, or type a day'),
    choices: [
      ...dueOffers(today).map(offer => ({
        label: capitalized(dueWords(offer)),
        description: offer.day,
        value: offer.day,
      })),
      notNow(l10n.t('No day yet')),
    ],
    typed: text => {
      const day = parseDay(text);
      return day === undefined ? expected : { label: day, value: day };
    },
  });
}

/** How she will know, in a sentence. */
export function askMeasure(frame: Frame): Promise<Answer<string>> {
  return askText(frame, {
    prompt: l10n.t('How will you know that you are there? Enter on nothing passes it over'),
    placeHolder: l10n.t('two reviews without a question about lifetimes'),
  });
}

/** What will be different, in figures or in words. */
export function askKeyResult(frame: Frame): Promise<Answer<string>> {
  return askText(frame, {
    prompt: l10n.t('What will be different? Figures as start → wanted, or words for a box to tick'),
    placeHolder: 'p99 480 → 200 ms',
  });
}

/** Which skill it grows: one of the team's, one her notes name, or another. */
export function askSkill(
  frame: Frame,
  { skills, named }: Pick<GoalChoices, 'skills' | 'named'>,
): Promise<Answer<string>> {
  return askChoice(frame, {
    placeHolder: l10n.t('Which skill does it grow? Choose, or type one'),
    choices: [
      notNow(),
      ...skills.map(({ slug, name }) => ({ label: `$(mortar-board) ${plainLabel(name, 60)}`, value: slug })),
      ...named.map(name => ({ label: `$(mortar-board) ${plainLabel(name, 60)}`, value: name })),
    ],
    typed: text => ({ label: `$(add) ${plainLabel(text, 60)}`, value: skillNamed(text, skills)?.slug ?? text }),
  });
}

/** Where she is now, in the team's words. What she said last is marked. */
export function askFrom(
  frame: Frame,
  choices: Pick<GoalChoices, 'skills' | 'levels'>,
  skill: string,
): Promise<Answer<Level>> {
  const levels = levelChoices(choices, skill, 0);
  const marked = levels.find(
    ({ value }) => value === choices.levels.get(skillNamed(skill, choices.skills)?.slug ?? ''),
  );
  return askChoice(frame, {
    placeHolder: l10n.t('Where are you now with {0}?', plainLabel(skill, 60)),
    choices: [notNow(), ...levels],
    ...(marked && { marked }),
  });
}

/** Where she wants to be. */
export function askTarget(
  frame: Frame,
  choices: Pick<GoalChoices, 'skills'>,
  { skill, from = 0 }: { readonly skill: string; readonly from?: number },
): Promise<Answer<Level>> {
  return askChoice(frame, {
    placeHolder: l10n.t('Where do you want to be with {0}?', plainLabel(skill, 60)),
    choices: [...levelChoices(choices, skill, from), notNow()],
  });
}

function levelChoices({ skills }: Pick<GoalChoices, 'skills'>, skill: string, above: number): readonly Choice<Level>[] {
  const words = skillNamed(skill, skills)?.levels;
  return ([1, 2, 3, 4, 5] as const)
    .filter(level => level > above)
    .map(level => ({
      label: `${level} ${levelNames[level - 1] ?? ''}`,
      description: plainLabel(words?.[level - 1] ?? '', 100),
      value: level,
    }));
}

/** Which objective of the team it serves. */
export function askObjective(frame: Frame, { objectives }: Pick<GoalChoices, 'objectives'>): Promise<Answer<string>> {
  return askChoice(frame, {
    placeHolder: l10n.t('Which objective of the team does it serve?'),
    choices: [
      notNow(),
      ...objectives.map(({ slug, title, due }) => ({
        label: `$(organization) ${plainLabel(title, 80)}`,
        description: due ?? '',
        value: slug,
      })),
    ],
  });
}

/** Where it brings her: a vision of her profile, or a new one. */
export function askVision(frame: Frame, { visions }: Pick<GoalChoices, 'visions'>): Promise<Answer<string>> {
  return askChoice(frame, {
    placeHolder: l10n.t('Where does it bring you? Choose a vision of yours, or type one'),
    choices: [notNow(), ...visions.map(vision => ({ label: `$(eye) ${plainLabel(vision, 100)}`, value: vision }))],
    typed: text => ({ label: `$(add) ${plainLabel(text, 100)}`, value: text }),
  });
}

/** Whether a new vision shall stand in her profile too. */
export function askToKeepVision(frame: Frame): Promise<Answer<boolean>> {
  return askChoice(frame, {
    placeHolder: l10n.t('Shall it stand in your profile too? Your team can read it there'),
    choices: [
      { label: l10n.t('Only in this goal'), value: false },
      { label: l10n.t('In my profile too'), value: true },
    ],
  });
}

/** How she goes about it. */
export function askMethod(frame: Frame): Promise<Answer<string>> {
  return askChoice(frame, {
    placeHolder: l10n.t('How will you go about it? Choose, or say it in your words'),
    choices: methods.map(method => ({ label: methodWords(method), value: method })),
    typed: text => ({ label: `$(add) ${plainLabel(text, 60)}`, value: text }),
  });
}

function methodWords(method: Method): string {
  switch (method) {
    case 'self-study':
      return l10n.t('On my own, with books and experiments');
    case 'peers':
      return l10n.t('With peers');
    case 'project':
      return l10n.t('In a project');
    case 'mentoring':
      return l10n.t('With a mentor');
    case 'group':
      return l10n.t('In a group');
  }
}

function notNow(label = l10n.t('Not now')): Choice<never> {
  return { label: `$(dash) ${label}` };
}
