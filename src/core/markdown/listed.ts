/**
 * Names as they are said.
 *
 * @example
 * listed(['Sam', 'Lin', 'Kim']); //=> 'Sam, Lin and Kim'
 */
export function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}
