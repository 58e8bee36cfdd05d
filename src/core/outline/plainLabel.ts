/* eslint-disable no-control-regex -- control characters are what is taken out here */

// Terminal sequences: OSC … BEL or ST, CSI, and the two-character ones; the 8-bit introducers too.
const escapeSequences =
  /(?:\u001b\]|\u009d)[^\u0007\u001b\u009c]*(?:\u0007|\u001b\\|\u009c|$)|(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]?|\u001b[ -/]*[0-~]?/g;
const control = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;
// Format characters (bidi, zero-width, tags), fillers that look like nothing, private use and lone surrogates.
const invisible = /[\p{Cf}\p{Co}\p{Cs}\u115f\u1160\u3164\uffa0\ufff9-\ufffc]|\u034f|[\u17b4\u17b5]|[\u180b-\u180f]/gu;
const pileOfMarks = /(\p{M}{4})\p{M}+/gu;

/**
 * A stranger's text as one line that is only text wherever the editor shows it: tree, QuickPick, status bar, message.
 *
 * Escape sequences, control, bidi and zero-width characters are gone; square brackets become round ones, so that no
 * link is made of them; `$(` no longer draws an icon; at most `longest` characters, the last then an ellipsis.
 *
 * @example
 * plainLabel('$(flame) [docs](command:evil)'); //=> '$ (flame) (docs)(command:evil)'
 */
export function plainLabel(text: string, longest = 120): string {
  const plain = text
    .slice(0, longest * 64) // a label is short; the rest would be cut anyway
    .replace(escapeSequences, '')
    .replace(control, ' ')
    .replace(invisible, '')
    .replace(pileOfMarks, '$1')
    .replace(/\s+/gu, ' ')
    .replace(/\[/g, '(')
    .replace(/\]/g, ')')
    .replace(/\$\(/g, '$ (')
    .trim();
  return shortened(plain, longest);
}

function shortened(text: string, longest: number): string {
  const characters = Array.from(text);
  if (characters.length <= longest) return text;
  return (
    characters
      .slice(0, longest - 1)
      .join('')
      .replace(/[\s\p{M}]+$/u, '') + '…'
  );
}
