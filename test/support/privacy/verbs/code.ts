import { codeAnchor } from '../../../../src/app/code/codeAnchor.ts';
import { entriesByCode } from '../../../../src/app/code/entriesHere.ts';
import { CodeFollower } from '../../../../src/app/code/followHere.ts';
import { learnedHere } from '../../../../src/app/code/learnedHere.ts';
import type { FilesPast } from '../../../../src/app/ports.ts';
import type { Verbs } from '../verb.ts';

const code = { file: '/x/shop/src/db.ts', text: 'a\nb\n' };

/** A repository in which the file never changed. */
const past = {
  repo: 'shop',
  root: '/x/shop',
  head: '1',
  textAt: () => Promise.resolve(code.text),
  renamed: () => Promise.resolve([]),
  versionsSince: () => Promise.resolve({ versions: [], isWhole: true }),
  holding: () => Promise.resolve([]),
} as unknown as FilesPast;

export const codeVerbs: Verbs = {
  'code/codeAnchor': {
    forOthers: ({ history }) => codeAnchor({ ...code, shown: 'src/db.ts', lines: [1, 2] }, history),
  },
  'code/entriesHere': { shows: async ({ notebook, me }) => (await entriesByCode(notebook, me.handle)).all },
  'code/followHere': {
    shows: async ({ notebook, me }) => {
      const { all } = await entriesByCode(notebook, me.handle);
      return Promise.all(all.map(entry => new CodeFollower(past).follow(entry, { ...code, path: 'src/db.ts' })));
    },
  },
  'code/learnedHere': {
    shows: async ({ notebook, me }) =>
      Promise.all(
        [undefined, new CodeFollower(past)].map(async follower =>
          learnedHere(code, await entriesByCode(notebook, me.handle), follower),
        ),
      ),
  },
};
