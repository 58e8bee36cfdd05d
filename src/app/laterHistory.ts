import type { History } from './ports.ts';

/**
 * A history whose reader is loaded when it is first asked something: whoever only draws what stands in the notes does not wait for
 * the program behind git.
 */
export function laterHistory(load: () => Promise<History>): History {
  let loading: Promise<History> | undefined;
  const loaded = () =>
    (loading ??= load().catch((error: unknown) => {
      loading = undefined; // asked again, it is tried again
      throw error;
    }));
  return {
    repositories: async signal => (await loaded()).repositories(signal),
    identities: async signal => (await loaded()).identities(signal),
    commits: async query => (await loaded()).commits(query),
    patchIds: async (repo, hashes, signal) => (await loaded()).patchIds(repo, hashes, signal),
    anchor: async file => (await loaded()).anchor(file),
    authorsOf: async (file, lines) => (await loaded()).authorsOf(file, lines),
    versionsOf: async (file, query) => (await loaded()).versionsOf(file, query),
    commitsNamed: async query => (await loaded()).commitsNamed(query),
    filesPast: async file => (await loaded()).filesPast(file),
    rangeOfWork: async query => (await loaded()).rangeOfWork(query),
    workBefore: async query => (await loaded()).workBefore(query),
  };
}
