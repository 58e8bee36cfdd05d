import { l10n } from 'vscode';
import type { Desk } from '../../app/desk.ts';
import { Failure } from '../../app/failure.ts';
import type { GoalChoices } from '../../app/goal/goalChoices.ts';
import { helpWith } from '../../app/skill/skillHelp.ts';
import { skillMatrixOf } from '../../app/skill/skillMatrix.ts';
import type { Goal } from '../../core/goal/goal.ts';
import { keyResultLine } from '../../core/goal/keyResult.ts';
import type { Missing } from '../../core/goal/stages.ts';
import { cleanText } from '../../core/markdown/cleanText.ts';
import { editHead } from '../../core/note/editHead.ts';
import { itemsAdded } from '../../core/note/itemsAdded.ts';
import type { HeadReader, HeadValue } from '../../core/note/note.ts';
import type { SharedPath } from '../../core/note/notePath.ts';
import type { TextEdit } from '../../core/note/textEdit.ts';
import { plainLabel } from '../../core/outline/plainLabel.ts';
import { isLevel, skillNamed } from '../../core/skill/skill.ts';
import { parseDay } from '../../core/time/day.ts';
import { askChoice, type Answer, type Frame } from './ask.ts';
import * as ask from './goalQuestions.ts';

/** What was said of a goal, as edits of its note. */
export interface Completion {
  readonly edits: (text: string, yaml: HeadReader) => readonly TextEdit[];
  /** A vision that shall stand in her profile too. */
  readonly vision?: string;
}

interface Asked {
  readonly frame: Frame;
  readonly goal: Goal;
  readonly choices: GoalChoices;
  readonly desk: Desk;
}

/** How one missing thing is asked for, and taken from an answer that was given. */
interface Completing {
  /** Undefined for "not now". */
  ask(asked: Asked): Promise<Completion | undefined>;
  given(value: string, choices: GoalChoices): Completion;
}

/** What can be written into a goal by one answer. What shows how far she came has commands of its own. */
export type Completed = Exclude<Missing, 'evidence' | 'lesson'> | 'vision' | 'objective' | 'target';

/** How each is asked for. */
export const completions: Readonly<Record<Completed, Completing>> = {
  due: {
    ask: async ({ frame, choices }) => keyed('due', await ask.askDue(frame, choices)),
    given: value => {
      if (parseDay(value) === undefined)
        throw new Failure(l10n.t('“{0}” is no day. A day looks like 2026-12-18.', value));
      return key('due', value);
    },
  },
  measure: {
    ask: async ({ frame }) => keyed('measure', await ask.askMeasure(frame)),
    given: value => key('measure', value),
  },
  keyResult: {
    ask: async ({ frame }) =>
      item('Key results', await ask.askKeyResult(frame), words => keyResultLine(words).slice(2)),
    given: value => added('Key results', keyResultLine(value).slice(2)),
  },
  skill: { ask: askSkill, given: (value, { skills }) => key('skill', skillNamed(value, skills)?.slug ?? value) },
  from: { ask: askLevels, given: level => key('from', levelOf(level)) },
  target: { ask: askAim, given: level => key('target', levelOf(level)) },
  resource: { ask: askResource, given: value => added('Resources', value) },
  method: {
    ask: async ({ frame }) => keyed('method', await ask.askMethod(frame)),
    given: value => key('method', value),
  },
  vision: { ask: askVision, given: value => key('vision', value) },
  objective: {
    ask: async ({ frame, choices }) => keyed('objective', await ask.askObjective(frame, choices)),
    given: value => key('objective', value),
  },
};

async function askSkill(asked: Asked): Promise<Completion | undefined> {
  const answer = await ask.askSkill(asked.frame, asked.choices);
  const skill = typeof answer === 'string' ? undefined : answer.value;
  if (skill === undefined) return undefined;
  if (!skillNamed(skill, asked.choices.skills)) return key('skill', skill);
  const levels = await levelsAsked({ ...asked, goal: { ...asked.goal, skill } });
  return keys({ skill, ...levels });
}

async function askLevels(asked: Asked): Promise<Completion | undefined> {
  const levels = await levelsAsked(asked);
  return levels.from === undefined ? undefined : keys(levels);
}

/** Where she is, and where she wants to be unless that is said. */
async function levelsAsked({
  frame,
  goal,
  choices,
}: Asked): Promise<{ readonly from?: number; readonly target?: number }> {
  const { skill = '', target } = goal;
  const answer = await ask.askFrom(frame, choices, skill);
  const from = typeof answer === 'string' ? undefined : answer.value;
  if (from === undefined) return {};
  if (target !== undefined || from === 5) return { from };
  const aim = await ask.askTarget(frame, choices, { skill, from });
  return typeof aim === 'string' || aim.value === undefined ? { from } : { from, target: aim.value };
}

/** Where she wants to be, above where she is as far as that can be. */
async function askAim({ frame, goal: { skill = '', from }, choices }: Asked): Promise<Completion | undefined> {
  const isStart = isLevel(from) && from < 5;
  return keyed('target', await ask.askTarget(frame, choices, { skill, ...(isStart && { from }) }));
}

async function askVision({ frame, choices }: Asked): Promise<Completion | undefined> {
  const answer = await ask.askVision(frame, choices);
  const vision = typeof answer === 'string' ? undefined : answer.value;
  if (vision === undefined) return undefined;
  const isNew = !choices.visions.includes(vision);
  const keeps = isNew ? await ask.askToKeepVision(frame) : 'stop';
  return { ...key('vision', vision), ...(typeof keeps !== 'string' && keeps.value === true && { vision }) };
}

/** Who and what helps with the goal's skill, a member of the team as an ally, or what she types. */
async function askResource({ frame, goal, desk }: Asked): Promise<Completion | undefined> {
  const { skill } = goal;
  const help =
    skill === undefined || goal.shelf === 'private'
      ? []
      : await helpWith(desk, await skillMatrixOf(desk), { skill, from: goal.path as SharedPath });
  const allies = desk.team.filter(({ handle }) => handle !== desk.me.handle);
  const answer = await askChoice<Completion>(frame, {
    placeHolder: l10n.t('Who or what can you learn from? Choose, or type a title, a name or a link'),
    choices: [
      ...help.map(({ label, detail, line }) => ({
        label: `$(book) ${plainLabel(label, 60)}`,
        description: plainLabel(detail, 80),
        value: added('Resources', line),
      })),
      ...allies.map(({ handle, name = handle }) => ({
        label: `$(person) ${plainLabel(name, 60)}`,
        description: l10n.t('as an ally, who asks you now and then how it goes'),
        value: key('allies', [...goal.allies, handle]),
      })),
    ],
    typed: text => ({ label: `$(add) ${plainLabel(text, 80)}`, value: added('Resources', cleanText(text)) }),
  });
  return typeof answer === 'string' ? undefined : answer.value;
}

function levelOf(value: string): number {
  const level = Number(value);
  if (!isLevel(level)) throw new Failure(l10n.t('A level goes from 1 to 5.'));
  return level;
}

function keyed(name: string, answer: Answer<HeadValue & {}>): Completion | undefined {
  return typeof answer === 'string' || answer.value === undefined ? undefined : key(name, answer.value);
}

function key(name: string, value: HeadValue): Completion {
  return keys({ [name]: value });
}

function keys(changes: Readonly<Record<string, HeadValue>>): Completion {
  return { edits: (text, yaml) => editHead(text, changes, yaml) };
}

function item(section: string, answer: Answer<string>, line: (words: string) => string): Completion | undefined {
  return typeof answer === 'string' || answer.value === undefined ? undefined : added(section, line(answer.value));
}

function added(section: string, line: string): Completion {
  return { edits: text => itemsAdded(text, section, [line]) };
}
