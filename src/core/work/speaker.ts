import { branchWords } from './branchWords.ts';
import type { WorkKind } from './piece.ts';
import { widthOf } from './plainText.ts';
import type { Told } from './told.ts';

/**
 * What makes a change's subject the one its author would have given the whole: found by comparing with the titles of merged pull requests
 * (`npm run eval -- --titles`, the older parts of ghostty, rails, cargo,
 * ipython and numpy), then rounded.
 */
const weights = {
  kind: {
    ...{ fix: 4.5, feature: 2.5, performance: 2.5, docs: 0.5, refactor: 1, revert: -1 },
    ...{ build: -0.5, chore: -1.5, test: -5 },
  } satisfies Record<WorkKind, number>,
  /** The first tells what it is about; the first that adds or mends something more so. */
  first: 5,
  firstOfWeight: 2,
  /** By the share of the piece's lines, and of its files, that it touches. */
  shareOfLines: 4,
  shareOfFiles: 0.7,
  /** A long diff, up to 64 lines; many files, up to six. */
  lines: 0.55,
  files: 2.3,
  /** It shares words with the others: that is what they are about. */
  sharedWords: 4.3,
  /** It says much: up to ten words. */
  words: 0.3,
  /** It begins as what is done to work that is there. */
  touchUp: -1.9,
  tooShort: -3,
  tooLong: -1,
  /** It says which issue it serves. */
  issue: 2,
  /** A branch is named after what matters in it. */
  namesake: 8,
} as const;

const touchUp =
  /^(?:also|address|apply|retain|undo|more|another|again|actually|properly|don['’]t|do not|remove|rename|move|update|make|use|reorder|expand|improve (?:docs?|comments?|tests?)|add (?:a )?(?:tests?|comments?|changelog)|changelog|review|cleanup|clean up|simplify|format|comments?|run|some|small|minor|tiny)\b/i;
const tooLong = 90;
const mostCompared = 40;

/** The change whose subject says best what the piece is about; of equals the oldest. Undefined where none says anything. */
export function speakerOf(told: readonly Told[]): Told | undefined {
  const speaking = told.filter(({ vague }) => !vague);
  if (speaking.length < 2) return speaking[0];
  const words = speaking.map(wordsOf);
  const lines = Math.max(1, sum(told.map(each => each.lines)));
  const files = Math.max(1, new Set(told.flatMap(each => each.files.map(({ path }) => path))).size);
  const first = speaking.findIndex(({ trifle, kind }) => !trifle && isWeighty(kind));
  let best: Told | undefined;
  let most = -Infinity;
  for (const [at, each] of speaking.entries()) {
    const points =
      own(each) +
      (at === 0 ? weights.first : 0) +
      (at === first ? weights.firstOfWeight : 0) +
      (weights.shareOfLines * each.lines) / lines +
      (weights.shareOfFiles * each.files.length) / files +
      weights.sharedWords * sharing(words, at);
    if (points > most) [best, most] = [each, points];
  }
  return best;
}

function isWeighty(kind: WorkKind): boolean {
  return kind === 'feature' || kind === 'fix' || kind === 'performance';
}

/** What speaks for a change whatever stands beside it. */
function own({ kind, subject, lines, files, branch, issue }: Told): number {
  const length = widthOf(subject.text);
  const words = Math.max(subject.text.split(' ').length, (length - subject.text.length) / 3);
  return (
    weights.kind[kind] +
    (issue === undefined ? 0 : weights.issue) +
    weights.lines * Math.min(6, Math.log2(1 + lines)) +
    weights.files * Math.min(2, files.length / 3) +
    weights.words * Math.min(10, words) +
    (length < 12 ? weights.tooShort : length > tooLong ? weights.tooLong : 0) +
    (touchUp.test(subject.text) ? weights.touchUp : 0) +
    weights.namesake * likeBranch(subject, branch)
  );
}

/** The share of a branch's words that a subject has. */
function likeBranch({ text, scope = '' }: Told['subject'], branch: string | undefined): number {
  const words =
    branch === undefined
      ? []
      : branchWords(branch)
          .toLowerCase()
          .split(' ')
          .filter(word => word.length > 2);
  const said = `${scope} ${text}`.toLowerCase();
  return words.length === 0 ? 0 : words.filter(word => said.includes(word.slice(0, 5))).length / words.length;
}

/** Words by their beginnings: "retry" and "retries" are one. */
function wordsOf({ subject: { scope = '', text } }: Told): ReadonlySet<string> {
  const words = `${scope} ${text}`.toLowerCase().match(/[\p{L}_]{4,}/gu) ?? [];
  return new Set(words.slice(0, mostCompared).map(word => word.slice(0, 5)));
}

/** How like the others a change's words are: the mean cosine. */
function sharing(words: readonly ReadonlySet<string>[], at: number): number {
  const mine = words[at] ?? new Set();
  const others = words.slice(0, mostCompared).filter((_, other) => other !== at);
  const likenesses = others.map(theirs => {
    const both = [...mine].filter(word => theirs.has(word)).length;
    return both === 0 ? 0 : both / Math.sqrt(mine.size * theirs.size);
  });
  return others.length === 0 ? 0 : sum(likenesses) / others.length;
}

function sum(figures: readonly number[]): number {
  return figures.reduce((total, figure) => total + figure, 0);
}
