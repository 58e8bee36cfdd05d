import { isLevel, levelNames, type Level } from './skill.ts';

/**
 * The level a cell of a table names, by its number or as Dreyfus calls it; undefined where it names none.
 *
 * @example
 * levelIn('3 – competent'); //=> 3
 * levelIn('Proficient'); //=> 4
 */
export function levelIn(cell: string | undefined): Level | undefined {
  const text = (cell ?? '').trim().toLowerCase();
  const [, digit] = /^l?([1-5])(?:\.0+)?(?:\s*\/\s*5)?(?:[\s:)].*|[.–—-](?!\d).*)?$/.exec(text) ?? [];
  const level = digit === undefined ? levelNames.indexOf(text.replace(/-/g, ' ')) + 1 : Number(digit);
  return isLevel(level) ? level : undefined;
}
