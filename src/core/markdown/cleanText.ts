const escapeSequences = /\u001B(?:\[[0-?]*[ -/]*[@-~]|[\]PX^_][^\u0007\u001B]*(?:\u0007|\u001B\\)?)/g; // eslint-disable-line no-control-regex -- they are what goes
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gu;
const beforeJoiner = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F]$|[\p{Script=Arabic}\p{M}]$/u;
const afterJoiner = /^[\p{Extended_Pictographic}\p{L}]/u;

/**
 * A stranger's text as one line of what can be seen: line breaks and runs of white space become one space; terminal
 * sequences, control, bidi and zero-width characters and broken surrogates go. Emoji and scripts that need joiners keep them.
 *
 * @example
 * cleanText('  Fix\u202E the\n\tbuild '); //=> 'Fix the build'
 */
export function cleanText(text: string): string {
  const oneLine = text.replace(escapeSequences, '').replace(/[\s\u0085]+/g, ' ');
  const seen = oneLine.replace(invisible, (character, at: number) =>
    isNeeded(character, oneLine.slice(Math.max(0, at - 2), at), oneLine.slice(at + character.length, at + 3))
      ? character
      : '',
  );
  return seen.replace(/ +/g, ' ').trim();
}

/**
 * A cleaned text of at most so many characters; what was cut shows as an ellipsis, at a word's end where one is near.
 *
 * @example
 * shortened('Retry storm after a pool reset', 14); //=> 'Retry storm …'
 */
export function shortened(text: string, most: number): string {
  const characters = Array.from(cleanText(text));
  if (characters.length <= most) return characters.join('');
  const cut = characters.slice(0, most - 1).join('');
  const atWord = cut.replace(/\s+\S*$/, '');
  return atWord !== cut && atWord.length > cut.length / 2 ? `${atWord} …` : `${cut}…`;
}

function isNeeded(character: string, before: string, after: string): boolean {
  if (character === '\uFE0F' || character === '\uFE0E') return /[\p{Emoji}\p{So}]$/u.test(before);
  if (character === '\u200D' || character === '\u200C') return beforeJoiner.test(before) && afterJoiner.test(after);
  return false;
}
