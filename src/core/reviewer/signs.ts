import type { EpochSeconds } from '../time/day.ts';
import { alikeTo, type Alikeness } from './alike.ts';
import { nearTo, type Nearness } from './relatedPaths.ts';
import type { PastWork, PersonId, ReviewFacts } from './reviewFacts.ts';
import { halfLives, unknown, type Weights, type Worth } from './weights.ts';

export type Sign = keyof Weights;

/** What speaks for one person. */
export interface Signs {
  /** Her part of all there is of a sign, from 0 to 1. */
  readonly of: Readonly<Partial<Record<Sign, Worth>>>;
  /** When the oldest work behind a sign was done. */
  readonly since: Readonly<Partial<Record<Sign, EpochSeconds>>>;
}

/**
 * What speaks for whom. Newer work counts more, a file's part in a sweeping change less, as in cHRev (Zanjani, Kagdi and Bird,
 * "Automatically recommending peer reviewers in modern code review", TSE 2016). What is done these days and what is done for months are told apart: who
 * looked at the last commits looks at the next, whoever knows the files best.
 */
export function signsOf(facts: ReviewFacts): ReadonlyMap<PersonId, Signs> {
  const gathering = new Gathering(facts);
  for (const work of facts.past) gathering.addWork(work);
  gathering.addAll('lines', facts.lines);
  gathering.addAll('owns', facts.owners);
  gathering.addAll('teaches', new Map([...(facts.teachers?.keys() ?? [])].map(person => [person, 1])));
  for (const person of facts.team ?? []) gathering.meet(person);
  return gathering.signs();
}

type Amount = { -readonly [pace in keyof Worth]: Worth[pace] };

interface Gathered {
  readonly of: Partial<Record<Sign, Amount>>;
  readonly since: Partial<Record<Sign, EpochSeconds>>;
  /** What is known at once, and of no day. */
  readonly known: Partial<Record<Sign, Worth>>;
}

/** How much something tells, when it was, and how much that counts today. */
interface Seen {
  readonly at: EpochSeconds;
  readonly how: number;
  readonly fresh: Worth;
}

class Gathering {
  readonly #facts: ReviewFacts;
  readonly #near: Nearness;
  readonly #alike: Alikeness;
  readonly #files: ReadonlySet<string>;
  readonly #people = new Map<PersonId, Gathered>();
  readonly #all: Partial<Record<Sign, Amount>> = {};

  constructor(facts: ReviewFacts) {
    this.#facts = facts;
    this.#near = nearTo(facts.files);
    this.#alike = alikeTo(facts);
    this.#files = new Set(facts.files);
  }

  addWork(work: PastWork): void {
    const { asker, now } = this.#facts;
    const { at, author, reviewers, helpers } = work;
    if (at > now) return;
    const days = (now - at) / 86_400;
    for (const person of [author, ...reviewers, ...helpers]) this.meet(person);
    const fresh: Worth = { lately: 1 / (1 + days / halfLives.lately), long: 2 ** (-days / halfLives.long) };
    const add = (people: readonly PersonId[], sign: Sign, how: number) => {
      if (how > 0) for (const person of people) this.#add(this.meet(person), sign, { at, how, fresh });
    };
    const { near, same, alike } = this.#commonWith(work);
    add([author], 'wroteNear', near);
    add([author], 'wrote', same);
    add([author], 'wroteAlike', alike);
    add([author], 'writes', 1);
    add(reviewers, 'reviewedNear', near);
    add(reviewers, 'reviewed', same);
    add(reviewers, 'reviewedAlike', alike);
    add(reviewers, 'reviews', 1);
    add(reviewers, 'reviewedAsker', Number(author === asker));
    add(helpers, 'helpedAsker', Number(author === asker));
    add([author], 'helpedAsker', Number(helpers.includes(asker)));
    add(reviewers, 'besideAsker', Number(reviewers.includes(asker)));
  }

  /** A sign that is 1 for whoever has the most of it, however many have some. */
  addAll(sign: Sign, amounts: ReadonlyMap<PersonId, number> = new Map()): void {
    const most = Math.max(...amounts.values());
    for (const [person, amount] of amounts)
      if (amount > 0) Object.assign(this.meet(person)?.known ?? {}, { [sign]: { lately: 0, long: amount / most } });
  }

  /** Somebody to ask; undefined for the asker herself, and for who can't be asked. */
  meet(person: PersonId): Gathered | undefined {
    if (person === this.#facts.asker || person === '' || this.#facts.mayAsk?.(person) === false) return undefined;
    const met = this.#people.get(person) ?? { of: {}, since: {}, known: {} };
    this.#people.set(person, met);
    return met;
  }

  signs(): ReadonlyMap<PersonId, Signs> {
    const part = (amount: number, all = 0) => amount / (all + unknown);
    const parts = (of: Gathered['of']): Signs['of'] =>
      Object.fromEntries(
        (Object.entries(of) as [Sign, Amount][]).map(([sign, { lately, long }]) => [
          sign,
          { lately: part(lately, this.#all[sign]?.lately), long: part(long, this.#all[sign]?.long) },
        ]),
      );
    return new Map(
      [...this.#people].map(([person, { of, since, known }]) => [person, { of: { ...parts(of), ...known }, since }]),
    );
  }

  #add(met: Gathered | undefined, sign: Sign, { at, how, fresh }: Seen): void {
    if (!met) return;
    for (const of of [met.of, this.#all]) {
      const sum = (of[sign] ??= { lately: 0, long: 0 });
      sum.lately += how * fresh.lately;
      sum.long += how * fresh.long;
    }
    met.since[sign] = Math.min(met.since[sign] ?? at, at);
  }

  /** What some work has in common with what is asked about. */
  #commonWith({ files, words }: PastWork): { readonly near: number; readonly same: number; readonly alike: number } {
    const nearest = files.reduce((most, file) => Math.max(most, this.#near(file)), 0);
    return {
      near: nearest / Math.sqrt(Math.max(1, files.length)),
      same: files.filter(file => this.#files.has(file)).length / Math.max(1, this.#files.size),
      alike: words === undefined ? 0 : this.#alike(words),
    };
  }
}
