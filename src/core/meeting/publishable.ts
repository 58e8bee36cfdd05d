import { cleanText } from '../markdown/cleanText.ts';
import type { Handle } from '../note/notePath.ts';
import { listItemsOf } from '../note/listItems.ts';
import { linesWithin } from '../note/sectionLines.ts';
import { bodyStartOf, headingIn } from '../note/sections.ts';
import { tasksOf, withoutFields, type TaskLine } from '../note/tasks.ts';
import { sameHandle } from '../people/leads.ts';
import { meetingPromises, type Meeting } from '../promise/meetingPromises.ts';
import { findParts } from '../week/generatedPart.ts';
import { lineHash } from '../week/part.ts';
import { droppedSpans, pointsOf } from './points.ts';

/** A line of a private note that may be told to others, if its person wants it. */
export interface PublishableLine {
  /** Counted from 1, in the whole note. */
  readonly line: number;
  /** Its words alone, as they would be shared: without bullet, box and where it came from; a day it is due stays. */
  readonly words: string;
  /** The heading it stands below. */
  readonly section: string;
  /** Whose words they are: hers, what somebody else promised, or what her advocate is to say. */
  readonly whose: 'mine' | 'advocate' | { readonly promisedBy: Handle };
  /** It is an open promise of hers: that has a place of its own. */
  readonly isPromise: boolean;
}

/**
 * The lines of a private note that can be published, in the order they stand. What was dropped is none of them, whatever it is; nor is what
 * the program told there itself, from notes that are shared already or of others.
 */
export function publishableLines(text: string, meeting: Meeting): readonly PublishableLine[] {
  const kept = keptBack(text);
  const tasks = new Map(tasksOf(text).map(task => [task.at.start, task]));
  const promises = new Map(meetingPromises(text, meeting).map(promise => [promise.task.at.start, promise]));
  const advocates = new Set(pointsOf(text).flatMap(({ way, at }) => (way === 'Advocate says' ? [at.start] : [])));
  let section = '';
  return linesWithin(text, bodyStartOf(text)).flatMap(({ words: written, line, at }): PublishableLine[] => {
    const heading = headingIn(written);
    section = heading?.title ?? section;
    const words = wordsOf(written, tasks.get(at.start));
    if (heading || words === '' || kept.has(at.start)) return [];
    const promise = promises.get(at.start);
    const isMine = promise === undefined || sameHandle(promise.by, meeting.me);
    const whose = !isMine ? { promisedBy: promise.by } : advocates.has(at.start) ? 'advocate' : 'mine';
    const isPromise = promise !== undefined && isMine && promise.state === 'open';
    return [{ line, words, section, whose, isPromise }];
  });
}

/** Where lines begin that are never offered: comments, what was dropped with all below it, and what is still as the program wrote it. */
function keptBack(text: string): ReadonlySet<number> {
  const moved = new Set(tasksOf(text).flatMap(({ state, at }) => (state === 'moved' ? [at.start] : [])));
  const gone = [
    ...droppedSpans(text),
    ...listItemsOf(text).flatMap(({ at, block }) => (moved.has(at.start) ? [block] : [])),
  ];
  const { parts } = findParts(text);
  const told = parts.filter(({ name }) => !/^(?:open-|promised-)/.test(name));
  const starts = linesWithin(text, bodyStartOf(text)).flatMap(({ words, at }) => {
    const isGone = gone.some(({ start, end }) => at.start >= start && at.start < end);
    const part = told.find(({ begin, end }) => begin.start <= at.start && at.start <= end.start);
    const isTold = part?.listed.some(({ hash }) => hash === lineHash(text.slice(at.start, at.end))) === true;
    return isGone || isTold || /^\s*<!--/.test(words) ? [at.start] : [];
  });
  return new Set(starts);
}

const sinceWords = / · (?:since|promised) \d{4}-\d{2}-\d{2},?(?= |$)| · \*\*\d+ days? over\*\*/gu;

/** Comments are nobody's to read, and what could begin one is shown as it is. */
function wordsOf(written: string, task: TaskLine | undefined): string {
  const bare = written.replace(/^[ \t]*(?:>[ \t]*)*(?:(?:[-*+]|\d{1,9}[.)])(?:[ \t]+|$))?(?:\[.\](?:[ \t]+|$))?/su, '');
  const due = task?.due === undefined ? '' : ` 📅 ${task.due}`;
  const words = (task ? withoutFields(bare) : bare)
    .replace(/<!--.*?-->/g, '')
    .replace(sinceWords, '')
    .replaceAll('<!--', String.raw`\<!--`);
  const clean = cleanText(words);
  return clean === '' ? '' : clean + due;
}
