import { shortened } from '../markdown/cleanText.ts';

/** Visible ASCII without square brackets, our own dots, single blanks inside: nearly every label there is, with nothing to do. */
const ordinary = /^(?:[!-Z\\^-~·]+(?: [!-Z\\^-~·]+)*)?$/;

const pileOfMarks = /(\p{M}{4})\p{M}+/gu;

/**
 * A stranger's text as one line that is only text wherever the editor shows it: tree, QuickPick, status bar, message.
 *
 * Escape sequences, control, bidi and zero-width characters are gone; square brackets become round ones, so that no
 * link is made of them; `$(` no longer draws an icon; what is longer than `longest` ends in an ellipsis.
 *
 * @example
 * plainLabel('$(flame) [docs](command:evil)'); //=> '$ (flame) (docs)(command:evil)'
 */
export function plainLabel(text: string, longest = 120): string {
  if (text.length <= longest && ordinary.test(text) && !text.includes('$(')) return text;
  const start = text.slice(0, longest * 64); // a label is short: megabytes behind it are not looked at
  return shortened(start.replace(pileOfMarks, '$1'), longest)
    .replace(/\[/g, '(')
    .replace(/\]/g, ')')
    .replace(/\$(?=\()/g, '$ ');
}
