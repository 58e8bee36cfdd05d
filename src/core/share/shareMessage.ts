import { listed } from '../markdown/listed.ts';
import type { NoteToShare } from './sharePlan.ts';

/** The longest subject a forge shows whole. */
const longest = 72;

const words: Readonly<Record<string, readonly [one: string, several: string]>> = {
  learning: ['a learning', 'learnings'],
  win: ['a win', 'wins'],
  thanks: ['thanks', 'thanks'],
  help: ['a help', 'helps'],
  experiment: ['an experiment', 'experiments'],
  waste: ['an annoyance', 'annoyances'],
  book: ['a book', 'books'],
  article: ['an article', 'articles'],
  goal: ['a goal', 'goals'],
  profile: ['a profile', 'profiles'],
  assessment: ['an assessment', 'assessments'],
  promises: ['promises', 'promises'],
  ally: ['an ally', 'allies'],
  review: ['a review', 'reviews'],
  objective: ['an objective', 'objectives'],
  'feedback-request': ['a feedback request', 'feedback requests'],
  'feedback-answer': ['an answer', 'answers'],
  survey: ['a survey', 'surveys'],
  'survey-answer': ['a survey’s answer', 'answers to surveys'],
  team: ['the team', 'the team'],
  skills: ['the skills', 'the skills'],
  glossary: ['the glossary', 'the glossary'],
};

/**
 * The subject of the commit that shares these notes: what kinds of notes they are, in the imperative. It tells nobody how many,
 * and no title, as that may be changed until the commit is made.
 *
 * @example
 * shareMessage([learning, weekOf47]); //=> 'Share notes: a learning, the week 47'
 */
export function shareMessage(notes: readonly NoteToShare[]): string {
  const kept = notes.filter(({ change }) => change !== 'deleted');
  if (notes.length > 0 && kept.length === 0) return withKinds('Remove notes', notes);
  return withKinds('Share notes', kept);
}

function withKinds(verb: string, notes: readonly NoteToShare[]): string {
  const weeks = [...new Set(notes.flatMap(({ week }) => (week === undefined ? [] : [Number(week.slice(6))])))];
  const kinds = [...new Set(notes.filter(({ week }) => week === undefined).map(({ type }) => type ?? ''))];
  const named = kinds.filter(kind => words[kind] !== undefined);
  const parts = named.map(kind => words[kind]?.[notes.filter(({ type }) => type === kind).length > 1 ? 1 : 0] ?? '');
  const others = notes.some(({ week, type }) => week === undefined && words[type ?? ''] === undefined);
  if (weeks.length > 0) parts.push(weekWords(weeks.toSorted((a, b) => a - b)));
  if (others && parts.length > 0) parts.push('others');
  return fitted(verb, parts);
}

function weekWords(weeks: readonly number[]): string {
  if (weeks.length === 1) return `the week ${weeks.join('')}`;
  return weeks.length > 3 ? 'weeks' : `the weeks ${listed(weeks.map(String))}`;
}

function fitted(verb: string, parts: readonly string[]): string {
  for (let taken = parts.length; taken > 0; taken--) {
    const subject = `${verb}: ${[...parts.slice(0, taken), ...(taken < parts.length ? ['others'] : [])].join(', ')}`;
    if (subject.length <= longest) return subject;
  }
  return verb;
}
