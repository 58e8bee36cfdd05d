import { commitChosen, whatToShare } from '../../../../src/app/share/shareNotes.ts';
import { carryNotes } from '../../../../src/app/share/carryNotes.ts';
import { planMove } from '../../../../src/app/share/moveNotes.ts';
import { shareMessage } from '../../../../src/core/share/shareMessage.ts';
import { memoryDesk } from '../../memoryDesk.ts';
import { memorySharing } from '../../memorySharing.ts';
import type { MarkedDesk, Verbs } from '../verb.ts';

/** Shares all that can be shared, and tries the rest as well. */
async function share(desk: MarkedDesk): Promise<void> {
  const look = await whatToShare(desk);
  const paths = [...look.notes, ...look.keptBack].map(({ path }) => path);
  await commitChosen(desk, { look, paths, message: shareMessage(look.notes) });
}

/** Moves all notes to an empty place; answers what is there then, and what was committed. */
async function move(desk: MarkedDesk): Promise<unknown> {
  const there = memoryDesk();
  const arriving = memorySharing(there.files);
  const both = {
    from: { shelf: desk.notebook.shared, sharing: desk.sharing },
    to: { shelf: there.notebook.shared, sharing: arriving },
    yaml: desk.yaml,
  };
  const plan = await planMove(both);
  const nothing = () => Promise.resolve();
  const files = {
    begin: nothing,
    end: nothing,
    discard: () => Promise.resolve(false),
    rest: () => Promise.resolve([]),
  };
  await carryNotes(both, {
    plan,
    files,
    messages: { arrive: 'Here', leave: 'Away' },
    sign: '<!-- outloud:moved -->\n',
  });
  return [there.files.texts(), [...arriving.committed]];
}

export const shareVerbs: Verbs = {
  'share/carryNotes': { forOthers: move },
  'share/shareNotes': {
    does: share,
    forOthers: async desk => {
      const { notes } = await whatToShare(desk);
      return [notes, shareMessage(notes)];
    },
  },
};
