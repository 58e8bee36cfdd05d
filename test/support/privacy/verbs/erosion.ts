import { erosionInbox, watchInbox } from '../../../../src/app/erosion/erosionInbox.ts';
import { erosionsOf } from '../../../../src/app/erosion/erosionsOf.ts';
import { putBack, reflect, watchUntil } from '../../../../src/app/erosion/reflect.ts';
import { yamlHead } from '../../../../src/node/yamlHead.ts';
import { tried, type Verbs } from '../verb.ts';

export const erosion: Verbs = {
  'erosion/erosionInbox': {
    shows: async desk => [await erosionInbox(desk, await erosionsOf(desk, yamlHead)), await watchInbox(desk)],
  },
  'erosion/erosionsOf': { shows: desk => erosionsOf(desk, yamlHead) },
  'erosion/reflect': {
    does: async desk => {
      for (const shrunk of await erosionsOf(desk, yamlHead)) {
        await watchUntil(desk, await reflect(desk, shrunk, 'anxious'), '2026-12-24');
        await tried(() => putBack(desk, shrunk, yamlHead));
      }
    },
  },
};
