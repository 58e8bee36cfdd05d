import { privateFolderOf } from '../../app/places/notePlaces.ts';
import type { Notebook } from '../../app/shelf.ts';
import type { OutLoud } from '../outloud.ts';
import { warnOfPlaces } from '../support/tellWasOpen.ts';
import { concernsOf } from './placeWords.ts';

const toldKey = 'places.told';
/** More folders than anybody keeps private notes in. */
const most = 50;

/** After a private note was written: tells once for each folder where it really is, where that is not plainly her own disk. */
export async function tellOnce({ context, world }: OutLoud, notebook: Pick<Notebook, 'private'>): Promise<void> {
  const folder = privateFolderOf(notebook);
  const told = context.globalState.get<readonly string[]>(toldKey, []);
  const [first] = concernsOf(await world.lookAtPrivate(folder));
  const key = `${first?.kind ?? ''} ${folder}`;
  if (!first || told.includes(key)) return;
  await context.globalState.update(toldKey, [...told, key].slice(-most));
  void warnOfPlaces(`${first.fact} ${first.advice}`);
}
