import type { History } from './ports.ts';

/** Every question, each by its name once: the type misses none. */
const questions: Readonly<Record<keyof History, true>> = {
  repositories: true,
  identities: true,
  commits: true,
  patchIds: true,
  anchor: true,
  authorsOf: true,
  versionsOf: true,
  commitsNamed: true,
  filesPast: true,
  rangeOfWork: true,
  workBefore: true,
};

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
  const passedOn =
    (name: string) =>
    async (...asked: readonly unknown[]) => {
      const history = await loaded();
      return Reflect.apply(Reflect.get(history, name) as () => unknown, history, asked) as unknown;
    };
  // Each question is passed on as it is: written out one by one they would be a part of the start-up file one notices.
  return Object.fromEntries(Object.keys(questions).map(name => [name, passedOn(name)])) as unknown as History;
}
