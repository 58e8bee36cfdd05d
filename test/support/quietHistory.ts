import type { History } from '../../src/app/ports.ts';

/** A history in which nobody worked, but for what a test says of it. */
export function quietHistory(told: Partial<History> = {}): History {
  return {
    repositories: () => Promise.resolve([{ name: 'shop', root: '/shop' }]),
    identities: () => Promise.resolve([]),
    commits: () => Promise.resolve({ commits: [], notices: [] }),
    patchIds: () => Promise.resolve(new Map()),
    anchor: () => Promise.resolve(undefined),
    authorsOf: () => Promise.resolve([]),
    versionsOf: () => Promise.resolve([]),
    commitsNamed: () => Promise.resolve([]),
    filesPast: () => Promise.resolve(undefined),
    rangeOfWork: () => Promise.resolve(undefined),
    workBefore: () => Promise.resolve({ commits: [], lines: [], codeOwners: new Map() }),
    ...told,
  };
}
