import { ownGoals } from '../../../../src/app/goal/goalsOf.ts';
import { ownGoal } from '../../../../src/app/goal/ownGoal.ts';
import { draftBoundary } from '../../../../src/app/promise/draftBoundary.ts';
import { meetingsOf, othersIn } from '../../../../src/app/promise/meetingsOf.ts';
import { needsOf, needsToMeet } from '../../../../src/app/promise/needsOf.ts';
import { promiseInbox } from '../../../../src/app/promise/promiseInbox.ts';
import { ownPromise } from '../../../../src/app/promise/ownPromise.ts';
import { ownPromises, promisedTo, promisesBetween, publishedBy } from '../../../../src/app/promise/promisesOf.ts';
import { publishPromise } from '../../../../src/app/promise/publishPromise.ts';
import { joinPromise, maybeSame } from '../../../../src/app/promise/samePromise.ts';
import { carryPromise, declinePromise, keepPromise } from '../../../../src/app/promise/settlePromise.ts';
import { takeAnotherWay } from '../../../../src/app/promise/takeAnotherWay.ts';
import { meetingPromises } from '../../../../src/core/promise/meetingPromises.ts';
import { tried, type MarkedDesk, type Verbs } from '../verb.ts';

/** Does something with each open promise of hers. */
async function each(
  desk: MarkedDesk,
  work: (promise: Awaited<ReturnType<typeof ownPromises>>[number], index: number) => Promise<unknown>,
): Promise<void> {
  for (const [index, promise] of (await ownPromises(desk)).entries()) await tried(() => work(promise, index));
}

export const promiseVerbs: Verbs = {
  'promise/draftBoundary': {
    forOthers: desk => draftBoundary(desk, { request: 'postgres', from: desk.other.handle, by: '2027-12-01' }),
  },
  'promise/needsOf': { shows: async desk => [await needsOf(desk), await needsToMeet(desk)] },
  'promise/meetingsOf': { shows: desk => meetingsOf(desk, desk.other.handle) },
  'promise/ownPromise': { shows: async desk => tried(() => ownPromise(desk, { promise: 'Numbers' })) },
  'promise/promiseInbox': { shows: promiseInbox },
  'promise/promisesOf': {
    shows: async desk => [
      await ownPromises(desk),
      await promisesBetween(desk, desk.other.handle),
      await publishedBy(desk.notebook, desk.other.handle),
      await promisedTo(desk, await meetingsOf(desk)),
      (await desk.notebook.shared.notes()).filter(({ isPrivate }) => !isPrivate).map(note => othersIn(note, desk.team)),
    ],
    forOthers: desk => publishedBy(desk.notebook, desk.me.handle),
  },
  'promise/publishPromise': {
    // The words are what she chose to let others read; nothing else of her note goes along.
    does: desk => each(desk, (promise, index) => publishPromise(desk, promise, `Open words ${index}`)),
  },
  'promise/samePromise': {
    does: async desk => {
      for (const { path, others, text } of await meetingsOf(desk))
        for (const { text: promise } of meetingPromises(text, { me: desk.me.handle, others }))
          await tried(async () => {
            for (const same of await maybeSame(desk, { path, promise }))
              await joinPromise(desk, { path, promise }, same);
          });
    },
  },
  'promise/settlePromise': {
    does: desk =>
      each(desk, (promise, index) =>
        index % 3 === 0
          ? keepPromise(desk, promise)
          : index % 3 === 1
            ? carryPromise(desk, promise, '2027-01-08')
            : declinePromise(desk, promise, 'No time'),
      ),
  },
  'promise/takeAnotherWay': {
    does: async desk => {
      await tried(() => takeAnotherWay(desk, { kind: 'help', words: 'Somebody who knows locks' }));
      for (const { path, shelf } of await ownGoals(desk)) {
        const goal = await ownGoal(desk, { path, shelf });
        await tried(() => takeAnotherWay(desk, { kind: 'step', goal, words: 'Shadow somebody' }));
        await tried(() => takeAnotherWay(desk, { kind: 'ally', goal, ally: desk.other.handle }));
      }
    },
  },
};
