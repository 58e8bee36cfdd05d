import { skillSlug } from '../skill/skill.ts';
import type { Goal } from '../goal/goal.ts';
import type { Strength } from '../people/profile.ts';
import { weekOf, type Week } from '../time/week.ts';
import type { SharedPath } from '../note/notePath.ts';
import type { Sign } from './sign.ts';

/** What comes back in a person's notes without being a goal or a strength of hers yet. */
export interface HiddenStrength {
  /** Stable while it is the same word: `flame-graphs`. */
  readonly slug: string;
  /** As people read it: `flame graphs`. */
  readonly name: string;
  /** Where it shows best: the newest thanks, else the newest note. */
  readonly example: Sign;
  /** Whether others said it. */
  readonly isThanked: boolean;
}

/** What is known of her already. */
export interface KnownStrengths {
  readonly goals: readonly Pick<Goal, 'slug' | 'title' | 'skill'>[];
  readonly strengths: readonly Pick<Strength, 'text'>[];
  /** Learnings she accepted as evidence of a goal: another learning shows that she did not know it yet. */
  readonly evidence: ReadonlySet<SharedPath>;
}

/** In how many different weeks something has to come back. */
const often = 3;

/** The words that come back in her wins, in thanks to her and in her evidence, those that came last first. */
export function hiddenStrengths(signs: readonly Sign[], known: KnownStrengths): readonly HiddenStrength[] {
  const shown = signs.filter(({ kind, path }) => kind !== 'learning' || known.evidence.has(path));
  const taken = wordsOf(known);
  return [...bySlug(shown)].flatMap(([slug, ofWord]) => {
    const thanks = ofWord.find(({ kind }) => kind === 'thanks');
    const example = thanks ?? ofWord[0];
    const isKnown = taken.some(text => `-${text}-`.includes(`-${slug}-`));
    if (example === undefined || !isOften(ofWord) || isKnown || slug === 'note') return [];
    return [{ slug, name: slug.replaceAll('-', ' '), example, isThanked: thanks !== undefined }];
  });
}

/** A burst of one week is no pattern. */
function isOften(signs: readonly Sign[]): boolean {
  const weeks = new Set<Week>();
  for (const { day } of signs) if (weeks.add(weekOf(day)).size >= often) return true;
  return false;
}

/** The signs of each word, once each however often one of them says it. */
function bySlug(signs: readonly Sign[]): ReadonlyMap<string, readonly Sign[]> {
  const slugs = new Map<string, string>(); // a word is mostly one that was met before
  const found = new Map<string, Sign[]>();
  for (const sign of signs) {
    for (const word of sign.words) if (!slugs.has(word)) slugs.set(word, skillSlug(word));
    for (const slug of new Set(sign.words.map(word => slugs.get(word) ?? ''))) {
      const known = found.get(slug);
      if (known) known.push(sign);
      else found.set(slug, [sign]);
    }
  }
  return found;
}

function wordsOf({ goals, strengths }: KnownStrengths): readonly string[] {
  const ofGoals = goals.flatMap(({ slug, title, skill = '' }) => [slug, title, skill]);
  return [...ofGoals, ...strengths.map(({ text }) => text)].filter(text => text !== '').map(skillSlug);
}
