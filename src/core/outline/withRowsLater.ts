import type { OutlineRow } from './outlineRow.ts';

/** A row whose rows are made once somebody opens it: a log of years has thousands that nobody does. It must be folded. */
export function withRowsLater(row: OutlineRow, make: () => readonly OutlineRow[]): OutlineRow {
  let made: readonly OutlineRow[] | undefined;
  return Object.defineProperties({} as OutlineRow, {
    ...Object.getOwnPropertyDescriptors(row), // a spread would make the rows it has
    rows: { get: () => (made ??= make()), enumerable: true, configurable: true },
  });
}
