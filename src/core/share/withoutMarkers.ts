/**
 * A text that git itself merged of several older ones, to have one that two branches began with: where those did not agree, all of
 * their lines stand in it, without git's markers between them. Any other text stays as it is.
 */
export function withoutMarkers(text: string): string {
  if (!/^<{7,} Temporary merge branch/m.test(text)) return text;
  return text.replace(/^(?:[<>|]{7,} Temporary merge branch.*|\|{7,}.*|={7,})\r?\n/gm, '');
}
