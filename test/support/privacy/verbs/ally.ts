import { allyInbox } from '../../../../src/app/ally/allyInbox.ts';
import { answerCheckIn } from '../../../../src/app/ally/answerCheckIn.ts';
import { askForCheckIns, checkIn } from '../../../../src/app/ally/checkIn.ts';
import { heldGoalsOf, stateOf } from '../../../../src/app/ally/heldGoalsOf.ts';
import { yamlHead } from '../../../../src/node/yamlHead.ts';
import { tried, type Verbs } from '../verb.ts';

export const ally: Verbs = {
  'ally/allyInbox': { shows: allyInbox },
  'ally/answerCheckIn': {
    does: async desk => {
      for (const goal of (await heldGoalsOf(desk)).asAlly) await tried(() => answerCheckIn(desk, goal, 'go on'));
    },
  },
  'ally/checkIn': {
    does: async desk => {
      for (const goal of (await heldGoalsOf(desk)).own) {
        await tried(() => checkIn(desk, goal, { said: 'this', did: 'that' }));
        await tried(() => askForCheckIns(desk, goal, { asks: true, yaml: yamlHead }));
      }
    },
  },
  'ally/heldGoalsOf': {
    shows: async desk => {
      const { own, asAlly } = await heldGoalsOf(desk);
      return Promise.all([...own, ...asAlly].map(async goal => [goal, await stateOf(desk, goal)]));
    },
  },
};
