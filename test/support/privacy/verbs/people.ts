import { inboxOf } from '../../../../src/app/inbox/inboxOf.ts';
import { addVision } from '../../../../src/app/people/addVision.ts';
import { profileOf } from '../../../../src/app/people/profileOf.ts';
import { teamOf, whoAmI } from '../../../../src/app/people/whoAmI.ts';
import { inboxRows } from '../../../../src/core/outline/inboxRows.ts';
import { yamlHead } from '../../../../src/node/yamlHead.ts';
import type { Verbs } from '../verb.ts';

export const people: Verbs = {
  'inbox/inboxOf': {
    shows: async desk => {
      const { items, failures } = await inboxOf(desk);
      if (failures.length > 0) throw failures[0];
      return [items, inboxRows(items, desk.clock.today())];
    },
  },
  'people/addVision': { does: desk => addVision(desk, 'be open', yamlHead) },
  'people/profileOf': {
    shows: ({ notebook, me, other }) => Promise.all([me, other].map(({ handle }) => profileOf(notebook, handle))),
  },
  'people/whoAmI': {
    shows: async ({ notebook, team, me }) => [
      await teamOf(notebook.shared),
      await whoAmI({ setting: me.handle, team }),
    ],
  },
};
