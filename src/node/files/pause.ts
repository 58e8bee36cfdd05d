import { setImmediate, setTimeout } from 'node:timers/promises';

/** Lets the event loop do what waits (0), or waits so many milliseconds without keeping the process alive. */
export async function pause(ms: number): Promise<void> {
  if (ms <= 0) await setImmediate();
  else await setTimeout(ms, undefined, { ref: false });
}
