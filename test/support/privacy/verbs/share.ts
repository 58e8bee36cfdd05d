import { commitChosen, whatToShare } from '../../../../src/app/share/shareNotes.ts';
import { shareMessage } from '../../../../src/core/share/shareMessage.ts';
import type { MarkedDesk, Verbs } from '../verb.ts';

/** Shares all that can be shared, and tries the rest as well. */
async function share(desk: MarkedDesk): Promise<void> {
  const look = await whatToShare(desk);
  const paths = [...look.notes, ...look.keptBack].map(({ path }) => path);
  await commitChosen(desk, { look, paths, message: shareMessage(look.notes) });
}

export const shareVerbs: Verbs = {
  'share/shareNotes': {
    does: share,
    forOthers: async desk => {
      const { notes } = await whatToShare(desk);
      return [notes, shareMessage(notes)];
    },
  },
};
