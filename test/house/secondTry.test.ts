import assert from 'node:assert/strict';
import { summary, tryAgain, type Outcome } from '../host/secondTry.mjs';

const passed = (count: number): Outcome => ({ passed: count, failed: [] });
const failed = (count: number, ...titles: string[]): Outcome => ({
  passed: count,
  failed: titles.map(title => ({ title, error: 'In vain.\n    at line 7' })),
});

describe('A window that fails', () => {
  for (const { does, first, second, line, told } of [
    {
      does: 'is not opened again where all is well',
      first: { goals: passed(3), log: passed(2) },
      second: {},
      line: '5 passed, 0 failed',
      told: [],
    },
    {
      does: 'is opened once more, and that is told where it passes then',
      first: { goals: failed(2, 'a goal is set'), log: passed(2) },
      second: { goals: passed(3) },
      line: '5 passed, 1 of them at the second try: “a goal is set”, 0 failed',
      told: ['AGAIN: goals, because: a goal is set: In vain.'],
    },
    {
      does: 'has failed where it fails again',
      first: { goals: failed(2, 'a goal is set'), log: failed(1, 'it is searched') },
      second: { goals: failed(1, 'a goal is set', 'it is parked'), log: passed(2) },
      line: '3 passed, 1 of them at the second try: “it is searched”, 2 failed',
      told: ['AGAIN: goals, because: a goal is set: In vain.', 'AGAIN: log, because: it is searched: In vain.'],
    },
    {
      does: 'has failed at once among too many',
      first: { goals: failed(2, 'a'), log: failed(1, 'b'), inbox: failed(0, 'c') },
      second: {},
      line: '3 passed, 3 failed',
      told: ['3 failed: too many to be an accident, none is tried again.'],
    },
  ] as const)
    it(does, async () => {
      const lines: string[] = [];
      const again = (part: string) => {
        const outcome = (second as Record<string, Outcome>)[part];
        return outcome ? Promise.resolve(outcome) : Promise.reject(new Error(`${part} was tried again`));
      };
      const sums = await tryAgain(new Map(Object.entries(first)), { atMost: 2, again, log: text => lines.push(text) });
      assert.equal(summary(sums), line);
      assert.deepEqual(
        lines.map(text => text.trim()),
        told,
      );
    });
});
