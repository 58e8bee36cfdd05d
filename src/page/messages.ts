import type { MatrixPage } from '../core/skill/matrixPage.ts';
import type { Day } from '../core/time/day.ts';

/** What the extension sends the page: everything it shows, and every word it says. */
export interface ShowMessage {
  readonly type: 'show';
  readonly page: MatrixPage;
  readonly today: Day;
  /** Whether whoever looks may assess the person shown: herself, or somebody she leads. */
  readonly mayAssess: boolean;
  readonly words: Words;
}

/** The words of the page in the person's language. `{0}` and `{1}` stand for what is put in. */
export type Words = Readonly<Record<WordKey, string>> & {
  /** The five levels, from novice on. */
  readonly levels: readonly string[];
};

export type WordKey =
  | 'whose'
  | 'me'
  | 'team'
  | 'skill'
  | 'now'
  | 'leader'
  | 'expected'
  | 'target'
  | 'way'
  | 'by'
  | 'seenBy'
  | 'private'
  | 'soft'
  | 'offers'
  | 'noSkills'
  | 'notSeen'
  | 'levelOf'
  | 'canTeach'
  | 'couldTeach'
  | 'learners'
  | 'missing'
  | 'nobody'
  | 'assess'
  | 'import'
  | 'goal'
  | 'makeGoal'
  | 'legend';

/** What the page asks of the extension. */
export type PageMessage =
  | { readonly type: 'ready' }
  /** Shows somebody, or the team where nobody is named. */
  | { readonly type: 'whose'; readonly handle?: string }
  | { readonly type: 'assess'; readonly handle: string }
  /** Brings a matrix the team has elsewhere. */
  | { readonly type: 'import' }
  | { readonly type: 'goal'; readonly skill: string };
