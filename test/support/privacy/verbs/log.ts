import { acceptTrailer } from '../../../../src/app/log/acceptTrailer.ts';
import { everybody, goalsInSight, logChoices } from '../../../../src/app/log/logChoices.ts';
import { logLearning } from '../../../../src/app/log/logEntry.ts';
import { LogSearch } from '../../../../src/app/log/searchLog.ts';
import { logOf, weekLog } from '../../../../src/app/log/weekLog.ts';
import { whomToThank } from '../../../../src/app/log/whomToThank.ts';
import { logRows } from '../../../../src/core/outline/logRows.ts';
import { marksOfNotes } from '../../../../src/editor/capture/knownMarks.ts';
import { tried, type MarkedDesk, type Verbs } from '../verb.ts';

const entry = { type: 'learning', day: '2026-11-19', tags: [], skills: [] } as const;
const trailer = { day: '2026-11-19', commit: { repo: 'shop', hash: 'abc1234' } } as const;
const asked = ['zqada', 'zqsam', 'zqada1', 'zqsam1', 'Title', 'Words', 'postgres', 'open'];

async function search(desk: MarkedDesk): Promise<unknown> {
  const found = new LogSearch(desk);
  await found.read();
  const told = await Promise.all(asked.map(words => found.find(words)));
  found.dispose();
  return told;
}

export const log: Verbs = {
  'log/acceptTrailer': {
    does: async desk => {
      await tried(() => acceptTrailer(desk, { ...trailer, kind: 'learned', text: `Felt ${desk.mark} !private` }));
      await tried(() => acceptTrailer(desk, { ...trailer, kind: 'goal', text: `2026-11-18-${desk.mark}0` }));
    },
  },
  'log/logChoices': {
    shows: async desk =>
      Promise.all([
        ...[desk.me, desk.other].flatMap(person => [logChoices(desk, person), goalsInSight(desk, person)]),
        everybody(desk),
        marksOfNotes(desk),
      ]),
  },
  'log/logEntry': {
    does: async desk => {
      await logLearning(desk, { ...entry, text: `Felt ${desk.mark}`, private: true });
      await logLearning(desk, { ...entry, text: `Hard ${desk.mark}`, private: false, type: 'hard-moment' });
    },
  },
  'log/searchLog': { shows: search },
  'log/weekLog': {
    shows: async desk =>
      Promise.all(
        [desk.me, desk.other].map(async person => {
          const { all } = await logOf(desk, person);
          return [
            all,
            logRows(all, [], { today: desk.clock.today() }),
            await weekLog(desk, '2026-W47', [], { person }),
          ];
        }),
      ),
    forOthers: async desk => [(await weekLog(desk, '2026-W47', [])).entries, (await logOf(desk, desk.me)).shared],
  },
  'log/whomToThank': { forOthers: desk => whomToThank(desk, '/shop/src/db.ts', [1, 2]) },
};
