const english = words(
  'the a an and or but is are was were be been you your i me my we it its that this these those of to in on for with not do does did have has had would should could can at by from as so if when what how all more before after made now me no into our us your than then too only some any one two which who why where very much up out over my he she his her there here just',
);
/** Small words of other languages that are none in English; some of them only look alike. */
const others = words(
  'der die das und ist nicht ich du wir sie ein eine einen mit auf für von zu den dem im es auch aber wenn war waren sind hat el la los las un una y que es no se por con para del al lo le les des et est pas je tu nous vous dans pour sur avec au aux ce cette qui il che di e per non sono una nel della o os da do em na uma um não com het een en van niet ik jij wij dat zijn maar og det som på jag inte är att och hän on ei se ja nie jest że się w z na do to je ve bir bu ve için',
);
const both = new Set([...english].filter(word => others.has(word)));

/** Whether a text is surely in English: told by its small words, of which there are two at least, and few of any other language. */
export function looksEnglish(text: string): boolean {
  const all = text
    .toLowerCase()
    .replace(/’/g, "'")
    .match(/[\p{L}\p{M}']+/gu);
  if (!all || /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(text)) return false;
  const plain = all.map(word => word.replace(/'.*$/, '')).filter(word => word.length > 1 && !both.has(word));
  const hits = plain.filter(word => english.has(word)).length;
  const misses = plain.filter(word => others.has(word)).length;
  const isWritten = all.length < 4 ? hits >= 1 : hits >= 2;
  return isWritten && misses * 4 <= hits;
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
