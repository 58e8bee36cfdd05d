import { parseDay } from '../time/day.ts';
import { parseWeek } from '../time/week.ts';
import { layoutOf } from './headLayout.ts';
import { noteTypes, type Head, type HeadValue, type NoteType } from './note.ts';
import type { Problem, ProblemCode, Span } from './problem.ts';

/** What a key of a note has to look like. */
interface Shape {
  fits(value: HeadValue): boolean;
  /** As a short noun phrase: "a day such as 2026-11-22". */
  readonly expected: string;
}

const text: Shape = { expected: 'a text', fits: value => typeof value === 'string' || typeof value === 'number' };
const day: Shape = {
  expected: 'a day such as 2026-11-22',
  fits: value => typeof value === 'string' && parseDay(value) !== undefined,
};
const week: Shape = {
  expected: 'an ISO week such as 2026-W47',
  fits: value => typeof value === 'string' && parseWeek(value) !== undefined,
};
const number: Shape = { expected: 'a number', fits: value => typeof value === 'number' && Number.isFinite(value) };
const list: Shape = {
  expected: 'a list such as [a, b]',
  fits: value => Array.isArray(value) && value.every(item => typeof item === 'string' || typeof item === 'number'),
};
const textOrList: Shape = {
  expected: 'a name or a list of names',
  fits: value => text.fits(value) || list.fits(value),
};
const lines: Shape = {
  expected: 'lines such as 88-97',
  fits: value => (typeof value === 'number' && value >= 1) || (typeof value === 'string' && /^\d+-\d+$/.test(value)),
};
const commit: Shape = {
  expected: 'a commit such as "4f1c2a9", in quotes where it is only digits',
  fits: value => typeof value === 'string' && /^[0-9a-f]{4,64}$/i.test(value),
};
const request: Shape = {
  expected: 'a request such as ada/2026-11-19-outbox-design',
  fits: value => typeof value === 'string' && /^[^/]+\/[^/]+$/.test(value),
};
const goalOfSomebody: Shape = { ...request, expected: 'a goal such as ada/checkout-under-200-ms' };
const truth: Shape = { expected: 'true or false', fits: value => typeof value === 'boolean' };

function oneOf(...words: readonly string[]): Shape {
  return { expected: `one of ${words.join(', ')}`, fits: value => typeof value === 'string' && words.includes(value) };
}

/** Keys that look the same in every type of note. */
const shapes: Readonly<Record<string, Shape>> = {
  private: truth,
  date: day,
  due: day,
  week,
  tags: list,
  aliases: list,
  alias: list,
  skills: list,
  allies: list,
  paths: list,
  to: textOrList,
  lines,
  commit,
  request,
};

/** Keys that only some types have, or that look otherwise there. */
const shapesOf: Readonly<Partial<Record<NoteType, Readonly<Record<string, Shape>>>>> = {
  goal: {
    status: oneOf('active', 'parked', 'done', 'dropped'),
    kind: oneOf('smart', 'okr'),
    from: number,
    target: number,
    measure: text,
    objective: text,
    vision: text,
    skill: text,
    checkins: truth,
    method: text,
    checks: {
      expected: 'none, or no such key',
      fits: value => value === 'none' || typeof value === 'boolean',
    },
  },
  objective: { status: oneOf('active', 'done', 'dropped'), owner: text },
  profile: { role: text, purpose: text, vision: textOrList, offers: textOrList, needs: textOrList },
  ally: { goal: goalOfSomebody },
  reflection: { felt: oneOf('energised', 'anxious'), changes: list },
  waste: { minutes: number },
  weekly: { person: text },
  'feedback-request': { about: text, kind: text, closed: day },
  'feedback-answer': { from: text, about: text, declined: day },
  survey: { kind: oneOf('retrospective', 'survey'), by: text, previous: text, closed: day },
  'survey-answer': { survey: text, from: text },
  assessment: { of: text, by: text },
  team: { cadence: text, advocate: textOrList },
  'one-on-one': {
    with: text,
    kind: oneOf('regular', 'autonomy-support', 'career', 'review', 'mentor'),
    advocate: text,
  },
};

/** Notes at these places are ours, so one without a type was meant to have one. */
const ownPlace =
  /(?:^|\/)people\/[^/]+\/(?:(?:goals|learning|weekly|feedback|answers|assessments|reviews|allies)\/[^/]+|promises\.md)$/;

/** The mild problems of a head that could be read: an unknown type, and keys that do not look as they should. */
export function shapeProblems(file: string, note: string, headAt: Span, head: Head): readonly Problem[] {
  const wrong: { key: string; code: ProblemCode; expected: string }[] = [];
  const { type = null } = head;
  if (!('type' in head)) {
    if (ownPlace.test(file)) wrong.push({ key: 'type', code: 'type-missing', expected: 'a type such as learning' });
    return wrong.map(problem => placed(problem, note, headAt));
  }
  if (type === null) wrong.push({ key: 'type', code: 'type-missing', expected: 'a type such as learning' });
  else if (!(noteTypes as readonly HeadValue[]).includes(type))
    wrong.push({ key: 'type', code: 'type-unknown', expected: `one of ${noteTypes.join(', ')}` });
  else {
    const ofType = shapesOf[type as NoteType] ?? {};
    for (const [key, value] of Object.entries(head)) {
      const shape = own(ofType, key) ?? own(shapes, key);
      if (shape && value !== null && !shape.fits(value))
        wrong.push({ key, code: 'key-shape', expected: shape.expected });
    }
  }
  return wrong.map(problem => placed(problem, note, headAt));
}

/** What a table says of a key, not what every object has: a key may be called `toString`. */
function own(table: Readonly<Record<string, Shape>>, key: string): Shape | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

/** A problem at its key's value, or at the key where nothing stands behind it on the line. */
function placed(
  { key, code, expected }: { key: string; code: ProblemCode; expected: string },
  note: string,
  headAt: Span,
): Problem {
  const entry = layoutOf(note, headAt)?.entries.find(({ key: name }) => name === key);
  const fence = { start: note.indexOf('---'), end: note.indexOf('---') + 3 };
  const at = !entry ? fence : entry.valueAt.end > entry.valueAt.start ? entry.valueAt : entry.keyAt;
  return { code, at, expected, detail: key };
}
