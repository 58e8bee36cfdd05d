import { fileNameOf } from '../note/noteName.ts';
import type { Line } from '../note/noteText.ts';
import type { Problem } from '../note/problem.ts';
import { proseWithin, sectionsOf } from '../note/sections.ts';

/** What can't be read in `skills.md`: a level there is not, a skill that stands there twice, an expected level that is none. */
export function checkSkills(text: string): readonly Problem[] {
  const known = new Set<string>();
  return sectionsOf(text).flatMap(({ title, at, body }) => {
    const slug = fileNameOf(title);
    const isTwice = known.has(slug);
    known.add(slug);
    const lines = [...proseWithin(text, body)];
    return [
      ...(isTwice
        ? [{ code: 'skill-twice' as const, at: { start: at.start, end: at.end }, expected: '', detail: title }]
        : []),
      ...lines.flatMap(line => [...levelProblems(line), ...roleProblems(line)]),
    ];
  });
}

function levelProblems({ text, start, end }: Line): readonly Problem[] {
  const number = /^ {0,3}(\d{1,9})[.)][ \t]+\S/.exec(text)?.[1];
  if (number === undefined || /^[1-5]$/.test(number)) return [];
  return [{ code: 'skill-level', at: { start, end }, expected: '', detail: number }];
}

/** `expected: engineer 3, lead 4` */
function roleProblems({ text, start }: Line): readonly Problem[] {
  if (text.length > 4000 || !/^ {0,3}(?:hard|soft|expected)\b/i.test(text)) return [];
  const list = /(?:^|·)\s*expected:?\s+([^·]*)/i.exec(text);
  if (!list) return [];
  let from = list.index + list[0].length - (list[1] ?? '').length;
  return (list[1] ?? '').split(',').flatMap(part => {
    const at = { start: start + from + part.search(/\S|$/), end: start + from + part.trimEnd().length };
    from += part.length + 1;
    const isOne = /^\s*\S.*?[\s:]+[1-5]\s*$/.test(part);
    return isOne ? [] : [{ code: 'skill-roles' as const, at, expected: '', detail: part.trim() }];
  });
}
