import { l10n } from 'vscode';
import type { LearnedAt } from '../../app/code/learnedHere.ts';
import type { Whereabouts } from '../../app/code/followHere.ts';
import type { CodeEntry } from '../../core/code/codeEntry.ts';
import type { Handle } from '../../core/note/notePath.ts';
import { plainLabel } from '../../core/outline/plainLabel.ts';
import { personCalled } from '../../core/people/identity.ts';
import type { Member, Person } from '../../core/people/person.ts';
import type { Day } from '../../core/time/day.ts';
import { weekOf } from '../../core/time/week.ts';

/** Who reads, and when. */
export interface Reader {
  readonly me?: Person;
  readonly team?: readonly Member[];
  readonly today: Day;
}

/** What a lens says of one place: `Ada and Sam learned something here, W46, W47`. */
export function placeWords({ entries, isFollowed }: LearnedAt, reader: Reader): string {
  const who = namesOf(entries, reader);
  const weeks = weeksOf(entries, reader.today);
  const types = new Set(entries.map(({ type }) => type));
  const [type] = types;
  const words = isFollowed ? didWords(types.size === 1 ? type : undefined, who, weeks) : aboutFile(who, weeks);
  return entries.some(({ isPrivate }) => isPrivate) ? `${words} · $(lock) ${l10n.t('private')}` : words;
}

/** One entry in a list of several: `Ada · W47`. */
export function entryWords(entry: CodeEntry, reader: Reader): string {
  const words = [namesOf([entry], reader), weeksOf([entry], reader.today)];
  return [...words, ...(entry.isPrivate ? [l10n.t('private')] : [])].join(' · ');
}

/** What an entry's note says of its code; nothing where nobody knows. */
export function whereWords(at: Whereabouts): string | undefined {
  if (at.kind === 'unknown') return undefined;
  if (at.kind === 'gone') {
    if (!at.since) return l10n.t('This code is no longer in your files');
    const { day, hash, subject } = at.since;
    return l10n.t('This code is gone since {0} ({1}: {2})', day, hash.slice(0, 7), plainLabel(subject, 72));
  }
  const [first, last] = at.lines;
  const place = plainLabel(`${at.path}:${first === last ? first : at.lines.join('-')}`);
  return at.kept === 'same' ? l10n.t('Open {0}', place) : l10n.t('Now at {0} · Open', place);
}

function didWords(type: CodeEntry['type'] | undefined, who: string, weeks: string): string {
  switch (type) {
    case 'learning':
      return l10n.t('{0} learned something here, {1}', who, weeks);
    case 'win':
      return l10n.t('{0} had a win here, {1}', who, weeks);
    case 'thanks':
      return l10n.t('{0} said thanks here, {1}', who, weeks);
    case 'help':
      return l10n.t('{0} asked for help here, {1}', who, weeks);
    case 'experiment':
      return l10n.t('{0} tried something here, {1}', who, weeks);
    case 'waste':
      return l10n.t('{0} lost time here, {1}', who, weeks);
    case 'hard-moment':
      return l10n.t('{0} had a hard moment here, {1}', who, weeks);
    case 'book':
    case 'article':
    case undefined:
      return l10n.t('{0} logged something here, {1}', who, weeks);
  }
}

/** Where nobody can say which lines are meant. */
function aboutFile(who: string, weeks: string): string {
  return l10n.t('{0} logged something about this file, {1}', who, weeks);
}

/** Herself first, then the others in the order of their entries; never how many there are. */
function namesOf(entries: readonly CodeEntry[], { me, team = [] }: Reader): string {
  const nameOf = (handle: Handle) => plainLabel(personCalled(handle, team).name, 40);
  const isMine = ({ by }: CodeEntry) => by === undefined || by === me?.handle;
  const others = entries.flatMap(entry => (isMine(entry) || entry.by === undefined ? [] : [nameOf(entry.by)]));
  const names = [...new Set([...(entries.some(isMine) ? [l10n.t('You')] : []), ...others])];
  if (names.length > 3) return l10n.t('{0} and others', names.slice(0, 2).join(', '));
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : l10n.t('{0} and {1}', names.slice(0, -1).join(', '), last);
}

/** `W46, W47`; with the year where it is another one. Of many the first and the last. */
function weeksOf(entries: readonly CodeEntry[], today: Day): string {
  const year = weekOf(today).slice(0, 5);
  const weeks = [...new Set(entries.map(({ day }) => weekOf(day)))].sort();
  const short = weeks.map(week => (week.startsWith(year) ? week.slice(5) : week));
  return short.length > 3 ? `${short[0] ?? ''} … ${short.at(-1) ?? ''}` : short.join(', ');
}
