import { promiseCarried, promiseDeclined, promiseKept } from '../../core/promise/changePromise.ts';
import type { OpenPromise } from '../../core/promise/openPromises.ts';
import { parseDay, type Day } from '../../core/time/day.ts';
import { Failure } from '../failure.ts';
import { changePromise, type PromiseDesk } from './ownPromise.ts';

/** Ticks a promise, today unless it was kept on another day. */
export async function keepPromise(desk: PromiseDesk, promise: OpenPromise, day = desk.clock.today()): Promise<void> {
  const kept = dayIn(day);
  await changePromise(desk, promise, (text, line) => promiseKept(text, line, kept));
}

/** Carries a promise to another day; its line keeps the first day it was promised for. */
export async function carryPromise(desk: PromiseDesk, promise: OpenPromise, to: Day): Promise<void> {
  const due = dayIn(to);
  if (due < desk.clock.today()) throw new Failure(`${due} is over. Choose a day that is still to come.`);
  await changePromise(desk, promise, (text, line) => promiseCarried(text, line, due));
}

/** Says no to what she promised, and why: whoever waits for it can go another way. */
export async function declinePromise(desk: PromiseDesk, promise: OpenPromise, why: string): Promise<void> {
  if (why.trim() === '') throw new Failure('Say in a few words why: whoever waits for it can then go another way.');
  const said = { day: desk.clock.today(), why };
  await changePromise(desk, promise, (text, line) => promiseDeclined(text, line, said));
}

function dayIn(text: string): Day {
  const day = parseDay(text);
  if (day === undefined) throw new Failure(`“${text}” is no day. A day looks like 2026-12-18.`);
  return day;
}
