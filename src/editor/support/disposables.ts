import type { Disposable } from '../../app/ports.ts';

/** Several things to be let go of as one, the last first. */
export function together(parts: readonly Disposable[]): Disposable {
  return {
    dispose() {
      for (const part of parts.toReversed()) part.dispose();
    },
  };
}
