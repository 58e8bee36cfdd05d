import { kindOfEmoji, kindOfType } from './namedKind.ts';
import type { WorkKind } from './piece.ts';
import { trackerKeyIn } from './issueKey.ts';
import { plainText } from './plainText.ts';

/** A commit's subject (or a merge's title), taken apart: what it says, and what stood around that. */
export interface Subject {
  /** What is left to say, without prefixes, numbers and full stop. May be empty. */
  readonly text: string;
  /** The kind its prefix names: `feat:`, `[FIX]`, a gitmoji. */
  readonly kind?: WorkKind;
  /** The scope of a Conventional Commit, or the area of the `net: …` form. */
  readonly scope?: string;
  /** The number of the pull request at its end: `(#12)`. */
  readonly pull?: number;
  /** `#12` or `SHOP-12`. */
  readonly issue?: string;
  /** The subject a `Revert "…"` or `Reapply "…"` names. */
  readonly reverts?: string;
  /** The subject or hash a `fixup! …` belongs to. */
  readonly fixes?: string;
  /** It says itself that it is not done. */
  readonly unfinished: boolean;
}

type Found = { -readonly [K in keyof Subject]?: Subject[K] | undefined };
/** Takes one thing off a text and answers the rest, or undefined where it is not there. */
type Peel = (text: string, found: Found) => string | undefined;

const peelEmoji: Peel = (text, found) => {
  const [whole, shortcode, picture] =
    /^(?:(:[a-z0-9_+-]{2,40}:)|(\p{Extended_Pictographic})[\ufe0e\ufe0f\u200d\p{Extended_Pictographic}\p{Emoji_Modifier}]*)\s*/u.exec(
      text,
    ) ?? [];
  if (whole === undefined) return undefined;
  found.kind ??= kindOfEmoji.get(shortcode ?? picture ?? '');
  if (shortcode === ':construction:' || picture === '🚧') found.unfinished = true;
  return text.slice(whole.length);
};

const peelFixup: Peel = (text, found) => {
  const [, rest] = /^(?:fixup|squash|amend)! ?(.*)$/.exec(text) ?? [];
  if (rest !== undefined) found.fixes ??= rest;
  return rest;
};

const peelRevert: Peel = (text, found) => {
  const [, quoted] = /^(?:Revert|Reapply|Reland|Relanding) [“"](.+)[”"](?:\s*\([^)]*\))*\.?$/i.exec(text) ?? [];
  if (quoted === undefined) return undefined;
  found.reverts ??= quoted;
  found.kind ??= 'revert';
  return quoted;
};

const peelTag: Peel = (text, found) => {
  const [whole, tag = ''] = /^\[([^\]]{1,40})\][\s:.-]*/.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const key = trackerKeyIn(tag) ?? (/^#?\d+$/.test(tag) ? `#${Number(tag.replace('#', ''))}` : undefined);
  const kind = kindOfType.get(tag.toLowerCase());
  if (/^(?:wip|draft|do not merge|dnm)$/i.test(tag)) found.unfinished = true;
  else if (key !== undefined) found.issue = key;
  else if (kind !== undefined) found.kind ??= kind;
  else if (/^[a-z][\w ./@+-]*$/i.test(tag) && !/^(?:patch|rfc|v?\d|backport|resend)/i.test(tag)) found.scope ??= tag;
  return text.slice(whole.length);
};

const peelUnfinished: Peel = (text, found) => {
  const [whole] = /^(?:wip|draft)(?:$|[\s:!-]+)/i.exec(text) ?? [];
  if (whole === undefined) return undefined;
  found.unfinished = true;
  return text.slice(whole.length);
};

const ticketForms = [
  /^(?:(fix(?:es|ed)?|close[sd]?|resolve[sd]?)|refs?|issue|bug|gh|ticket|see)?[\s:-]*\(?(?:#(\d{1,8})|([A-Z][A-Z0-9]{1,9}-\d{1,7})(?![\w-]))\)?(?:[\s:.,|–-]+|$)/i,
  /^(?:(fixed) )?(?:(?:bug|issue|ticket)[\s-]+(?=\d{2})|(?:bpo|gh)-)(\d{1,8})(?:[\s:.,|–-]+|$)/i,
] as const;

const peelTicket: Peel = (text, found) => {
  for (const form of ticketForms) {
    const [whole, mends, number, key] = form.exec(text) ?? [];
    if (whole === undefined) continue;
    if (key !== undefined && trackerKeyIn(key) === undefined) continue;
    found.issue = key ?? found.issue ?? `#${Number(number)}`;
    if (mends !== undefined) found.kind ??= 'fix';
    return text.slice(whole.length);
  }
  return undefined;
};

const peelConventional: Peel = (text, found) => {
  const [, type = '', round, square, rest] =
    /^([a-z][a-z0-9-]{1,20})\s?(?:\(([^()]{0,60})\)|\[([^[\]]{1,60})\])?!?\s?:(?!:)\s*(.*)$/i.exec(text) ?? [];
  const scope = round ?? square;
  const kind = kindOfType.get(type.toLowerCase());
  if (rest === undefined || (kind === undefined && scope === undefined && type.toLowerCase() !== 'wip'))
    return undefined;
  if (kind !== undefined) found.kind ??= kind;
  if (type.toLowerCase() === 'wip') found.unfinished = true;
  if (type.toLowerCase() === 'typo') return undefined; // without the word it would not be known for one
  const words = (/^(?:i18n|l10n)$/i.test(type) ? translationInto(scope) : undefined) ?? scope?.trim() ?? '';
  const named = words !== '' ? words : /^(?:deps|release|ci|e2e)$/i.test(type) ? type.toLowerCase() : undefined;
  if (named !== undefined && trackerKeyIn(named) !== undefined) found.issue ??= trackerKeyIn(named);
  else if (named !== undefined && !/^[#\d]/.test(named)) found.scope ??= named;
  return rest;
};

/** `fr` as a person would say it; undefined where it names no language. */
function translationInto(scope = ''): string | undefined {
  const [, code] = /^([a-z]{2,3})(?:[-_][A-Za-z]{2,4})?$/.exec(scope.trim()) ?? [];
  const name = code === undefined ? undefined : new Intl.DisplayNames(['en'], { type: 'language' }).of(code);
  return name === undefined || name === code ? undefined : `the ${name} translation`;
}

const peelArea: Peel = (text, found) => {
  if (found.scope !== undefined) return undefined;
  const [, area, rest] =
    /^([\p{L}\d_.@/{}*$+-]{2,40}(?:, ?[\p{L}\d_.@/{}*$+-]{2,40}){0,4}):(?![:/])\s+(\S.*)$/u.exec(text) ??
    /^([A-Z][\w.]{1,20}(?: [\w.]{1,20}){0,2}) - ([\p{L}\p{Extended_Pictographic}].*)$/u.exec(text) ??
    [];
  if (area === undefined) found.scope = longArea(text);
  if (area === undefined || rest === undefined || /^(?:note|todo|typo|warning|error|v?\d.*)$/i.test(area))
    return undefined;
  if (area.split('{').length !== area.split('}').length) return undefined; // the colon stands inside: `{isMac: boolean}`
  found.scope = area;
  return rest;
};

/** An area of several words ("Sentinel command renaming: …") is worth reading, so it stays in the sentence. */
function longArea(text: string): string | undefined {
  const [, area = ''] = /^([\p{L}\d_.-]{2,30}(?: [\p{L}\d_.-]{2,30}){1,2}): +\p{L}/u.exec(text) ?? [];
  const isSentence =
    /^(?:add|fix|remove|update|make|use|allow|change|improve|move|rename|drop|support|handle|avoid|prevent|do|don|merge|test|set|get|the|a|an|this|we|it|if|in|on|for|release)/i;
  return area === '' || isSentence.test(area) ? undefined : area;
}

const peelSubArea: Peel = (text, found) => {
  const [, area, rest] = /^([a-z][\w./-]{1,30}): +(\S.*)$/.exec(text) ?? [];
  if (area === undefined || found.kind !== undefined || found.scope === undefined) return undefined;
  if (found.scope.split(': ').length < 3) found.scope += `: ${area}`;
  return rest;
};

const peelPull: Peel = (text, found) => {
  const [whole, number] = /\s*[([](?:#|!|GH-|PR ?#?|pr ?#?)(\d{1,8})[)\]]\.?$/.exec(text) ?? [];
  if (whole === undefined) return undefined;
  found.pull ??= Number(number);
  return text.slice(0, -whole.length);
};

const peelClosing: Peel = (text, found) => {
  const [whole, number, key] =
    /[\s,;.]*(?:(?:[([](?:(?:fix(?:es)?|close[sd]?|resolves?|refs?|see|issue|bug|part of|for|re):? )?|\b(?:fix(?:es)?|close[sd]?|resolves?|refs|(?<=[,;] )see):? )(?:#(\d{1,8})|([A-Z][A-Z0-9]{1,9}-\d{1,7}))(?:(?:, ?| and | & )(?:#\d{1,8}|[A-Z][A-Z0-9]{1,9}-\d{1,7}))*[)\]]?)\.?$/i.exec(
      text,
    ) ?? [];
  if (whole === undefined || (key !== undefined && trackerKeyIn(key) === undefined)) return undefined;
  found.issue ??= key ?? `#${Number(number)}`;
  if (whole === text && /^\W*fix/i.test(text)) found.kind ??= 'fix';
  return text.slice(0, -whole.length);
};

const peelTail: Peel = text => {
  const [whole] =
    /(?:\s*[([](?:skip[ -]ci|ci[ -]skip|no[ -]ci|skip[ -]actions|wip|backport[^)\]]{0,30})[)\]]|[\s.]+r[=?][\w,!#.-]+(?: [a-z]+=\w+)*|\s*:[a-z0-9_+-]{2,40}:|\s*[\p{Extended_Pictographic}\ufe0f]+)$/iu.exec(
      text,
    ) ?? [];
  return whole === undefined || whole === text ? undefined : text.slice(0, -whole.length);
};

const fromFront = [
  peelFixup,
  peelRevert,
  peelEmoji,
  peelTag,
  peelUnfinished,
  peelTicket,
  peelConventional,
  peelArea,
  peelSubArea,
];
const fromBack = [peelPull, peelClosing, peelTail];

/**
 * Takes a subject apart. Never throws, whatever a stranger wrote.
 *
 * @example
 * readSubject('fix(checkout)!: avoid double fetch (#12)');
 * //=> { text: 'avoid double fetch', kind: 'fix', scope: 'checkout', pull: 12, unfinished: false }
 */
export function readSubject(subject: string): Subject {
  const found: Found = {};
  const text = peeled(peeled(plainText(subject), fromBack, found), fromFront, found);
  const { kind, scope, pull, issue, reverts, fixes, unfinished = false } = found;
  return {
    text: withoutFullStop(peeled(text, fromBack, found)),
    unfinished,
    ...(kind && { kind }),
    ...(scope !== undefined && { scope }),
    ...(pull !== undefined && { pull }),
    ...(issue !== undefined && { issue }),
    ...(reverts !== undefined && { reverts }),
    ...(fixes !== undefined && { fixes }),
  };
}

/** Takes off what is there, over and over, as prefixes come in any order; each round makes the text shorter. */
function peeled(text: string, peels: readonly Peel[], found: Found): string {
  let rest = text;
  for (let round = 0; round < 8; round++) {
    let next: string | undefined;
    for (const peel of peels) if ((next = peel(rest, found)) !== undefined) break;
    if (next === undefined) return rest;
    rest = next.trim();
  }
  return rest;
}

function withoutFullStop(text: string): string {
  return /(?:\.\.|[^.]\betc|e\.g|i\.e)\.$/.test(text) ? text : text.replace(/[\s.;,:。；，：、]+$/u, '');
}
