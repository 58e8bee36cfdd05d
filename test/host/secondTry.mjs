/**
 * What came of a part of the tests (a file, a window).
 *
 * @typedef {{ passed: number, failed: { title: string, error: string }[] }} Outcome
 */

/**
 * Runs the parts that failed once more, one after the other. A window of VS Code on a busy machine can fail for reasons that
 * are not ours; so few of them that it may be that are tried again, and that they were is always told.
 *
 * @param {Map<string, Outcome>} first what came of each part
 * @param {{ atMost: number, again: (part: string) => Promise<Outcome>, log: (line: string) => void }} options where more parts than `atMost` failed, nothing is run again
 * @returns the sums of {@link sumOf}
 */
export async function tryAgain(first, { atMost, again, log }) {
  const results = new Map(first);
  const failing = [...first].filter(([, { failed }]) => failed.length > 0);
  const second = [];
  if (failing.length > atMost) log(`\n${failing.length} failed: too many to be an accident, none is tried again.`);
  for (const [part, { failed }] of failing.length > atMost ? [] : failing) {
    log(`\nAGAIN: ${part}, because: ${failed[0].title}: ${firstLine(failed[0].error)}\n`);
    const now = await again(part);
    results.set(part, now);
    if (now.failed.length === 0) second.push(...failed.map(({ title }) => title));
  }
  return { ...sumOf(results), second };
}

/** How many passed and failed in all parts, and the titles of what passed only at the second try: none. */
export function sumOf(results) {
  const all = [...results.values()];
  const passed = all.reduce((sum, each) => sum + each.passed, 0);
  return { passed, failed: all.reduce((sum, each) => sum + each.failed.length, 0), second: [] };
}

/** The sums as a line: `12 passed, 1 of them at the second try: “A rename of a goal”, 0 failed`. */
export function summary({ passed, failed, second }) {
  const told = second.map(title => `“${title}”`).join(', ');
  const again = second.length === 0 ? '' : `, ${second.length} of them at the second try: ${told}`;
  return `${passed} passed${again}, ${failed} failed`;
}

function firstLine(text) {
  return text.trim().split('\n')[0];
}
