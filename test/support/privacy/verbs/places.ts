import { moveToPrivate } from '../../../../src/app/places/moveToPrivate.ts';
import { notePlaces } from '../../../../src/app/places/notePlaces.ts';
import type { SharedPath } from '../../../../src/core/note/notePath.ts';
import { yamlHead } from '../../../../src/node/yamlHead.ts';
import { tried, type MarkedDesk, type Verbs } from '../verb.ts';

/** Moves one of them: the others stay where they are, for the rest of the verbs. */
async function move(desk: MarkedDesk): Promise<unknown> {
  const { files, sharing } = desk;
  const isHidden = ({ path, isPrivate }: { path: SharedPath; isPrivate: boolean }) =>
    isPrivate && path.startsWith(`people/${desk.me.handle}/`);
  const path = (await desk.notebook.shared.notes()).findLast(isHidden)?.path;
  const remove = () => {
    if (path !== undefined) files.remove(path);
    return Promise.resolve(true);
  };
  return path && tried(() => moveToPrivate(desk, { path, yaml: yamlHead, sharing, remove }));
}

export const places: Verbs = {
  'places/moveToPrivate': { does: move },
  'places/notePlaces': {
    forOthers: desk =>
      notePlaces(desk, { sharing: desk.sharing, look: folder => Promise.resolve({ folder, isOpen: false }) }),
  },
};
