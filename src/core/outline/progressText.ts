import type { KeyResult } from '../goal/keyResult.ts';

/**
 * Where a key result stands, in its own figures and never as a share of somebody's work. Empty where it has none.
 *
 * @example
 * progressText({ text: 'p99 of writes', start: 900, now: 640, target: 300, unit: 'ms', line: 1 });
 * //=> '640 of 300 ms · 340 to go'
 */
export function progressText(result: KeyResult): string {
  const { start, now, target, unit = '', isReached } = result;
  if (target === undefined) return isReached === true ? 'reached' : '';
  const wanted = `${target}${unit === '' || unit === '%' ? unit : ` ${unit}`}`;
  if (now === undefined) {
    const way = start === undefined || start === target ? wanted : `from ${start} to ${wanted}`;
    return isReached === true ? `${way} · reached` : way;
  }
  return `${now} of ${wanted} · ${isReached === true ? 'reached' : `${figure(Math.abs(target - now))} to go`}`;
}

/**
 * How many of a goal's key results are where they should be; empty for a goal without any.
 *
 * @example
 * reachedText([reads, writes]); //=> '1 of 2 key results reached'
 */
export function reachedText(results: readonly Pick<KeyResult, 'isReached'>[]): string {
  if (results.length === 0) return '';
  const reached = results.filter(({ isReached }) => isReached === true).length;
  if (reached === results.length) return results.length === 1 ? 'key result reached' : 'all key results reached';
  return `${reached} of ${results.length} key ${results.length === 1 ? 'result' : 'results'} reached`;
}

/** A difference as a person would write it: 0.3, not 0.30000000000000004. */
function figure(value: number): string {
  return String(Number(value.toPrecision(12)));
}
