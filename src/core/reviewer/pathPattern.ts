/** One step of a pattern for paths. */
export type PatternStep =
  /** This letter. */
  | { readonly letter: string }
  /** One letter: of a name, or any. */
  | { readonly one: 'ofName' | 'any' }
  /** As many letters as there are: of a name, or any. */
  | { readonly many: 'ofName' | 'any' }
  /** No folder, or as many as there are, with the slash behind each. */
  | { readonly folders: true };

/** Nobody needs more of them, and each makes looking slower. */
const mostWildcards = 12;

/** Whether a pattern has so many wildcards that comparing it with paths would take long. */
export function isWild(steps: readonly PatternStep[]): boolean {
  return steps.filter(step => 'many' in step || 'folders' in step).length > mostWildcards;
}

/**
 * Whether a whole path fits a pattern. Every way through the pattern is followed at once, so the time grows with the length of the
 * pattern times that of the path and no further, whatever a stranger wrote.
 */
export function fitsPath(steps: readonly PatternStep[], path: string): boolean {
  let open = new Set<number>();
  enter(steps, 0, open);
  for (const letter of path) {
    const next = new Set<number>();
    for (const at of open) follow(steps, at, { letter, next });
    if (next.size === 0) return false;
    open = next;
  }
  return open.has(steps.length);
}

/** A place in the pattern, and those behind steps that may stand for nothing. */
function enter(steps: readonly PatternStep[], from: number, open: Set<number>): void {
  for (let at = from; !open.has(at); at++) {
    open.add(at);
    const step = steps[at];
    if (step === undefined || !('many' in step || 'folders' in step)) return;
  }
}

function follow(
  steps: readonly PatternStep[],
  at: number,
  { letter, next }: { readonly letter: string; readonly next: Set<number> },
): void {
  const step = steps[at];
  if (step === undefined) return;
  if ('letter' in step) {
    if (step.letter === letter) enter(steps, at + 1, next);
  } else if ('one' in step) {
    if (step.one === 'any' || letter !== '/') enter(steps, at + 1, next);
  } else if ('many' in step) {
    if (step.many === 'any' || letter !== '/') enter(steps, at, next);
  } else if (letter === '/') {
    enter(steps, at, next);
  } else next.add(at); // in the middle of a folder's name nothing behind can begin
}
