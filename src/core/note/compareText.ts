/** Puts texts in the order of their code units, the same in every locale: for days, paths and slugs, not for words people read. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
