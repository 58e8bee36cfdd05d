import type { PersonId, PastWork, ReviewFacts } from './reviewFacts.ts';
import { nearTo, type Nearness } from './relatedPaths.ts';
import { halfLives, type Weights } from './weights.ts';
import type { EpochSeconds } from '../time/day.ts';

export type Sign = keyof Weights;

/** What speaks for one person. */
export interface Signs {
  /** From 0 to 1, where 1 is whoever has the most of it. */
  readonly of: Readonly<Partial<Record<Sign, number>>>;
  /** When the oldest work behind a sign was done. */
  readonly since: Readonly<Partial<Record<Sign, EpochSeconds>>>;
}

/**
 * What speaks for whom. Newer work counts more, a file's part in a sweeping change less, as in cHRev (Zanjani, Kagdi and Bird,
 * "Automatically recommending peer reviewers in modern code review", TSE 2016).
 */
export function signsOf(facts: ReviewFacts): ReadonlyMap<PersonId, Signs> {
  const gathering = new Gathering(facts);
  for (const work of facts.past) gathering.addWork(work);
  for (const [person, lines] of facts.lines ?? []) gathering.add(person, 'lines', lines);
  for (const [person, files] of facts.owners ?? []) gathering.add(person, 'owns', files);
  for (const person of facts.teachers?.keys() ?? []) gathering.add(person, 'teaches', 1);
  for (const person of facts.team ?? []) gathering.add(person, 'writes', 0);
  return gathering.signs();
}

interface Gathered {
  readonly of: Partial<Record<Sign, number>>;
  readonly since: Partial<Record<Sign, EpochSeconds>>;
}

class Gathering {
  readonly #facts: ReviewFacts;
  readonly #near: Nearness;
  readonly #files: ReadonlySet<string>;
  readonly #people = new Map<PersonId, Gathered>();

  constructor(facts: ReviewFacts) {
    this.#facts = facts;
    this.#near = nearTo(facts.files);
    this.#files = new Set(facts.files);
  }

  addWork(work: PastWork): void {
    const { asker, now } = this.#facts;
    const { at, author, reviewers, helpers, files } = work;
    if (at > now) return;
    const fresh = (halfLife: number) => 2 ** (-(now - at) / 86_400 / halfLife);
    const add = (person: PersonId, sign: Sign, amount: number) => {
      this.add(person, sign, amount, at);
    };
    const nearest = files.reduce((most, file) => Math.max(most, this.#near(file)), 0);
    const near = (nearest / Math.sqrt(Math.max(1, files.length))) * fresh(halfLives.files);
    const same = files.filter(file => this.#files.has(file)).length / Math.max(1, this.#files.size);
    const touched = same * fresh(halfLives.files);
    add(author, 'wroteNear', near);
    add(author, 'wrote', touched);
    add(author, 'writes', fresh(halfLives.everything));
    for (const person of reviewers) {
      add(person, 'reviewedNear', near);
      add(person, 'reviewed', touched);
      add(person, 'reviews', fresh(halfLives.everything));
    }
    for (const person of helpers) add(person, 'helpedNear', near);
    const together = fresh(halfLives.asker);
    if (author === asker) {
      for (const person of reviewers) add(person, 'reviewedAsker', together);
      for (const person of helpers) add(person, 'helpedAsker', together);
    }
    if (helpers.includes(asker)) add(author, 'helpedAsker', together);
    if (reviewers.includes(asker)) {
      add(author, 'askedAsker', together);
      for (const person of reviewers) add(person, 'besideAsker', together);
    }
  }

  /** Nothing speaks for asking oneself, or somebody who can't be asked. */
  add(person: PersonId, sign: Sign, amount: number, at?: EpochSeconds): void {
    if (person === this.#facts.asker || person === '' || this.#facts.mayAsk?.(person) === false) return;
    const known = this.#people.get(person) ?? { of: {}, since: {} };
    this.#people.set(person, known);
    if (!(amount > 0)) return;
    known.of[sign] = (known.of[sign] ?? 0) + amount;
    if (at !== undefined) known.since[sign] = Math.min(known.since[sign] ?? at, at);
  }

  signs(): ReadonlyMap<PersonId, Signs> {
    const most: Partial<Record<Sign, number>> = {};
    for (const { of } of this.#people.values())
      for (const sign of Object.keys(of) as Sign[]) most[sign] = Math.max(most[sign] ?? 0, of[sign] ?? 0);
    const shared = (of: Gathered['of']) =>
      Object.fromEntries((Object.keys(of) as Sign[]).map(sign => [sign, (of[sign] ?? 0) / (most[sign] ?? 1)]));
    return new Map([...this.#people].map(([person, { of, since }]) => [person, { of: shared(of), since }]));
  }
}
