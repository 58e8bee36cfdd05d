import { branchWords } from './branchWords.ts';
import { capitalized, cutOnWord, plainText } from './plainText.ts';
import type { WorkKind } from './piece.ts';
import { type Subject, readSubject } from './subject.ts';
import { placeOf } from './place.ts';
import { releaseIn } from './release.ts';
import { isFormatting, isVague, kindOf } from './kind.ts';
import { speakerOf } from './speaker.ts';
import type { Told } from './told.ts';

/** A line of a note is read at a glance. */
export const longestSentence = 90;

/** The sentence a piece is told with, and the change whose words it is where it is one's. */
export interface Telling {
  readonly sentence: string;
  /** The same for a list of what was done in one place, which need not be named again. */
  readonly brief: string;
  /** The kind of work these words tell of. */
  readonly kind?: WorkKind;
  /** Whose words stand for the piece, or would. */
  readonly by?: Told;
}

/**
 * What was done, in the best words there are: the title of the pull request, else the strongest subject, else what the branch or
 * the place is called.
 */
export function tellingOf(told: readonly Told[]): Telling {
  const strongest = speakerOf(told);
  const isOneTakenBack = told.every(({ change }) => change.tookBack && change.commits.length <= 2);
  const heading = isOneTakenBack ? undefined : headingOf(told); // the title tells of what stayed
  if (heading !== undefined && (told.length > 1 || strongest === undefined || isFuller(heading.text, strongest)))
    return {
      sentence: asSentence(inPlace(heading.text, heading.scope)),
      brief: heading.text,
      kind: heading.kind ?? strongest?.kind ?? kindOf(heading, told[0]?.commit.files ?? []),
      ...(strongest && { by: strongest }),
    };
  if (strongest !== undefined)
    return {
      sentence: sentenceOf(strongest, isPlaceOfMost(told, strongest)),
      brief: strongest.subject.text,
      kind: strongest.kind,
      by: strongest,
    };
  const sentence = lastResort(told);
  const scope = told.length === 1 ? scopeIn(told) : undefined;
  return { sentence: asSentence(inPlace(sentence, scope)), brief: sentence };
}

/** A cleaned text as a sentence: a capital where it is no name of the code, no full stop, cut on a word. */
function asSentence(text: string): string {
  return cutOnWord(capitalized(text), longestSentence);
}

/**
 * A sentence without its area is a riddle: "Fix build with Rust" is told as "Fix build with Rust in osxkeychain". A longer one has it
 * too, where nothing in it would seem to belong to that place alone.
 */
function inPlace(text: string, scope: string | undefined): string {
  const place = scope?.split(/: |\//).at(-1) ?? '';
  if (text === '' || !isName(place) || !/^[\p{Script=Latin}\P{L}]+$/u.test(text)) return text;
  const isSaid = letters(text).includes(letters(place).slice(0, 6)) || /\b(?:in|of|for) \S+$/.test(text);
  const isSimple = !/\b(?:in|when|if|that|while|because|since|until|unless|where|so)\b/i.test(text);
  return isSaid || text.length > (isSimple ? 64 : 42) ? text : `${text} in ${place}`;
}

/** What people call a part of the code; not what is said of everything. */
function isName(place: string): boolean {
  if (/^the \p{Lu}\p{L}+ translation$/u.test(place)) return true;
  return (
    /^(?:\p{L}[\p{L}\d_.-]{2,19}|\p{Lu}{2})$/u.test(place) &&
    !/^(?:treewide|all|misc|global|various|deps|release|repo|core|ci)$|\d{3}/i.test(place)
  );
}

/** What was done here and there is not told as done in one place. */
function isPlaceOfMost(told: readonly Told[], { subject: { scope } }: Told): boolean {
  return told.filter(each => each.subject.scope === scope).length * 2 >= told.length;
}

function sentenceOf({ subject, commit }: Told, namesPlace: boolean): string {
  const release = releaseIn(subject.text);
  if (release !== undefined) return `Release ${release}`;
  if (subject.reverts === undefined)
    return asSentence(namesPlace ? inPlace(subject.text, subject.scope) : subject.text);
  const again = /^(?:reapply|reland|revert ["“]revert)/i.test(plainText(commit.subject));
  return cutOnWord(`${again ? 'Brought back' : 'Took back'}: ${capitalized(subject.text)}`, longestSentence);
}

/** A title has to say more than the one commit it is about, as forges make titles out of branch names. */
function isFuller(heading: string, { subject }: Told): boolean {
  return heading.length >= subject.text.length || subject.text.length > longestSentence;
}

/** The pull request's title, where a human wrote it. */
function headingOf(told: readonly Told[]): Subject | undefined {
  for (const { merge, branch } of told) {
    if (merge?.heading === undefined) continue;
    const title = readSubject(merge.heading);
    const isWhole = merge.pull !== undefined || merge.title !== undefined || isWholeSentence(merge.heading);
    if (!isWhole || isVague(title) || letters(title.text) === letters(branch ?? '')) continue;
    if (branch !== undefined && letters(merge.heading) === letters(branch)) continue;
    if (/^(?:merge\b|\* |see merge request|this (?:pr|reverts|patch)|reviewed|signed-off|#)/i.test(merge.heading))
      continue;
    return title;
  }
  return undefined;
}

/** The first line of a merge that is not a forge's may be the beginning of a paragraph. */
function isWholeSentence(line: string): boolean {
  const text = plainText(line);
  return /[.!]$/.test(text) ? text.length <= 80 : text.length < 50;
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\d]/gu, '');
}

function lastResort(told: readonly Told[]): string {
  if (told.every(({ subject }) => isFormatting(subject))) return 'Formatting';
  const branch = told.find(each => each.branch !== undefined)?.branch;
  const words = branch === undefined ? '' : branchWords(branch);
  if (words !== '') return asSentence(words);
  const quoted = told.map(each => readSubject(each.subject.fixes ?? '').text).find(text => text.length > 3);
  if (quoted !== undefined) return asSentence(quoted);
  const vague = told.map(each => each.subject.text).find(text => /\p{L}.*[\s.]\p{L}/u.test(text));
  const paths = told.flatMap(each => each.files.map(({ path }) => path));
  if (vague !== undefined) return asSentence(vague);
  const place = scopeIn(told) ?? placeOf(paths) ?? fileName(paths[0]);
  const issue = told.find(each => each.issue !== undefined)?.issue;
  const [most] = told.toSorted((a, b) => b.lines - a.lines);
  if (issue !== undefined) return most?.kind === 'fix' ? `Fix ${issue}` : `Work on ${issue}`;
  return asSentence(`${general[most?.kind ?? 'feature']} ${plainText(place ?? most?.commit.repo ?? '')}`.trim());
}

function scopeIn(told: readonly Told[]): string | undefined {
  return told.find(({ subject }) => subject.scope !== undefined)?.subject.scope;
}

/** What is said where the messages say nothing. */
const general: Record<WorkKind, string> = {
  feature: 'Work on',
  performance: 'Speed of',
  fix: 'Fixes in',
  revert: 'Took back work on',
  refactor: 'Clean-up in',
  docs: 'Words about',
  test: 'Tests of',
  build: 'Build of',
  chore: 'Clean-up in',
};

function fileName(path: string | undefined): string | undefined {
  return path?.slice(path.lastIndexOf('/') + 1);
}
