/** One key result: what is measured, where it started, where it is, and where it should get to. */
export interface KeyResult {
  /** What is measured: `p99 of reads`. */
  readonly text: string;
  readonly start?: number;
  readonly now?: number;
  readonly target?: number;
  /** `ms`, `%`. */
  readonly unit?: string;
  /** Its own box says so, or it is where it should be. Undefined where neither can be said. */
  readonly isReached?: boolean;
  /** Whether its own box is ticked; undefined where it has none. */
  readonly isTicked?: boolean;
  /** Counted from 1, in the whole note. */
  readonly line: number;
}

/** Longer words are read as words only: looking for figures would take long. */
const longest = 400;

const figure = String.raw`[-+]?\d+(?:[.,]\d+)*`;
const unit = String.raw`(?:\s?(?:%|[\p{L}€$£]+(?:/[\p{L}]+)?))?`;
const chain = new RegExp(
  String.raw`^(?<text>.*?)[\s:]*(?<steps>${figure}${unit}(?:\s*(?:→|->|=>)\s*${figure}${unit}){1,})\s*$`,
  'u',
);

/**
 * Reads the words of a list item as a key result. Words without figures are a key result too.
 *
 * @example
 * readKeyResult('KR: p99 of reads 480 → 195 → 200 ms', 22);
 * //=> { text: 'p99 of reads', start: 480, now: 195, target: 200, unit: 'ms', isReached: true, line: 22 }
 */
export function readKeyResult(words: string, line: number): KeyResult {
  const [, mark, plain = words] = /^\[([^\]])\][ \t]+(.*)$/.exec(words) ?? [];
  const said = saidIn(plain);
  const isChecked = mark === undefined ? undefined : /[xX]/.test(mark);
  const found = chainIn(said);
  const box = isChecked === undefined ? {} : { isTicked: isChecked };
  if (!found) return { text: said.trim(), ...(isChecked !== undefined && { isReached: isChecked }), ...box, line };
  const steps = (found['steps'] ?? '').split(/→|->|=>/);
  const figures = steps.map(step => numberOf(new RegExp(figure).exec(step)?.[0] ?? ''));
  const [start = 0] = figures;
  const target = figures.at(-1) ?? start;
  const now = figures.length > 2 ? figures.at(-2) : undefined;
  const measuredIn = steps.map(step => /[^\d\s.,+-].*$/u.exec(step.trim())?.[0]).findLast(text => text !== undefined);
  const isReached = isChecked === true || (now === undefined ? isChecked : isThere(start, now, target));
  return {
    text: (found['text'] ?? '').trim(),
    start,
    ...(now !== undefined && { now }),
    target,
    ...(measuredIn !== undefined && { unit: measuredIn }),
    ...(isReached !== undefined && { isReached }),
    ...box,
    line,
  };
}

/**
 * The figures of a key result as they are written, from start to target; undefined where it has none.
 *
 * @example
 * figuresOf('[ ] KR: coverage 40 % → 80 %'); //=> '40 % → 80 %'
 */
export function figuresOf(words: string): string | undefined {
  return chainIn(saidIn(words.replace(/^\[[^\]]\][ \t]+/, '')))?.['steps'];
}

/** A figure as it is written, where a text is one and nothing more but perhaps its unit. */
export function figureIn(text: string): string | undefined {
  return new RegExp(String.raw`^\s*(${figure})${unit}\s*$`, 'u').exec(text)?.[1];
}

function saidIn(words: string): string {
  return words.replace(/^KR\d*:\s*/i, '').replace(/\s*[📅✅].*$/u, '');
}

function chainIn(said: string): Readonly<Record<string, string>> | undefined {
  return said.length <= longest ? chain.exec(said)?.groups : undefined;
}

/** Down is the way where the target lies below the start. */
function isThere(start: number, now: number, target: number): boolean {
  return target < start ? now <= target : now >= target;
}

/** `1,200.5` and `1.200,5` as the same figure; a single comma or point is taken for the decimal one. */
function numberOf(text: string): number {
  const marks = text.replace(/[^.,]/g, '');
  const last = marks.at(-1);
  if (last === undefined) return Number(text);
  const isDecimal =
    marks.indexOf(last) === marks.length - 1 && !(marks.length === 1 && /[1-9]\d{0,2},\d{3}$/.test(text));
  const whole = isDecimal ? text.slice(0, text.lastIndexOf(last)) : text;
  const part = isDecimal ? text.slice(text.lastIndexOf(last) + 1) : '';
  return Number(whole.replace(/[.,]/g, '') + (part === '' ? '' : `.${part}`));
}

/**
 * The line of a new key result: with figures as it is, without any with a box to tick. {@link readKeyResult} reads it back.
 *
 * @example
 * keyResultLine('p99 480 -> 200 ms'); //=> '- KR: p99 480 → 200 ms'
 * keyResultLine('Three talks'); //=> '- [ ] KR: Three talks'
 */
export function keyResultLine(words: string): string {
  const said = words
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:[-*+] )?(?:\[.\] )?(?:KR\d*: ?)?/iu, '')
    .replace(/(?<=\d\D{0,20}) ?(?:->|=>) ?(?=\d|[-+]\d)/g, ' → ');
  return readKeyResult(said, 1).target === undefined ? `- [ ] KR: ${said}` : `- KR: ${said}`;
}
