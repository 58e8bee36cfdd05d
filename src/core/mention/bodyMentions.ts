import { isEvidence } from '../goal/goal.ts';
import { marksOf } from '../log/marks.ts';
import { codeSpansOf } from '../markdown/codeSpans.ts';
import type { Line } from '../note/noteText.ts';
import type { Span } from '../note/problem.ts';
import { headingIn, proseLines } from '../note/sections.ts';
import type { Mention, MentionForm, MentionKind } from './mention.ts';
import { readName } from './writtenName.ts';

/** What is longer was not written by hand, and names nothing. */
const longestLine = 20_000;

/** Everything the body of a note names: by marks, links to other notes, and commits below "Evidence"; outside code and comments. */
export function* bodyMentions(text: string): Generator<Mention> {
  let section = '';
  for (const line of proseLines(text)) {
    section = headingIn(line.text)?.title ?? section;
    if (line.text.length > longestLine) continue;
    const hidden = hiddenIn(line.text);
    const commits = isEvidence(section) && /^\s*[-*+]\s/.test(line.text) ? commitsIn(line) : [];
    for (const mention of [...marksIn(line), ...linksIn(line), ...commits])
      if (!hidden.some(span => span.start < mention.at.end - line.start && mention.at.start - line.start < span.end))
        yield mention;
  }
}

/** Code and comments. */
export function hiddenIn(line: string): readonly Span[] {
  const comments = Array.from(line.matchAll(/<!--.*?(?:-->|$)/gs), ({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }));
  return [...codeSpansOf(line), ...comments];
}

const signs: Readonly<Partial<Record<string, readonly [MentionKind, number]>>> = {
  tag: ['tag', 1],
  goal: ['goal', 'goal:'.length],
  skill: ['skill', 'skill:'.length],
  person: ['person', 1],
};

function marksIn(line: Line): readonly Mention[] {
  return [...marksOf(line.text)].flatMap(({ kind, start, end }) => {
    const [named, sign = 0] = signs[kind] ?? [];
    return named === undefined ? [] : [mentionIn(line, named, 'mark', { start: start + sign, end })];
  });
}

const links =
  /\]\([ \t]*(?:<([^<>\n]+)>|((?:[^\s()\\]|\([^\s()]*\))+))|^ {0,3}\[[^\]]+\]:[ \t]+(?:<([^<>\n]+)>|(\S+))/dg;

/** Links to markdown files by a path from this note on. */
function linksIn(line: Line): readonly Mention[] {
  return Array.from(line.text.matchAll(links)).flatMap(({ indices }) => {
    const [start = 0, end = 0] = indices?.slice(1).find(span => span !== undefined) ?? [];
    const address = line.text.slice(start, end);
    const isNote = /^(?![a-z][\w+.-]*:|[/\\#?]).*\.md(?:#|$)/is.test(address);
    return isNote ? [mentionIn(line, 'note', 'link', { start, end })] : [];
  });
}

const commits =
  /(?<![\p{L}\p{N}/._-])[\p{L}\p{N}_][\p{L}\p{N}._-]{0,99} [0-9a-f]{7,64}(?:\.{2,3}[0-9a-f]{7,64})?(?![\p{L}\p{N}_-])/gu;

/** `shop 1d0e77b..4f1c2a9`, as evidence names commits. */
function commitsIn(line: Line): readonly Mention[] {
  return Array.from(line.text.matchAll(commits), ({ index, 0: { length } }) =>
    mentionIn(line, 'commit', 'words', { start: index, end: index + length }),
  );
}

function mentionIn(line: Line, kind: MentionKind, form: MentionForm, { start, end }: Span): Mention {
  const at = { start: line.start + start, end: line.start + end };
  return { kind, name: readName(line.text.slice(start, end), form), form, at };
}
