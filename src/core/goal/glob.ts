/**
 * A test for paths below a glob: `**` any folders, `*` and `?` within a name, `[a-z]` one letter, `{a,b}` either. A folder
 * means all that is in it. Globs come from notes, so the time of a match grows only with the lengths of glob and path;
 * a glob with more alternatives than a person would write matches nothing.
 *
 * @example
 * globTest('services/checkout/**')('services/checkout/db.ts'); //=> true
 */
export function globTest(glob: string): (path: string) => boolean {
  const plain = glob
    .trim()
    .replace(/^\.?\//, '')
    .replace(/\/+$/, '');
  if (plain === '' || plain.length > 500) return () => false;
  const patterns = alternativesOf(plain).map(one => one.split('/').map(tokensOf));
  return path => patterns.some(pattern => matchesFolders(pattern, path.split('/')));
}

type Token =
  string | { readonly kind: 'any' | 'one' } | { readonly kind: 'class'; readonly test: (c: string) => boolean };

const mostAlternatives = 64;

/** `a{b,c}d` as `abd` and `acd`; a lone brace is a letter. */
function alternativesOf(glob: string): readonly string[] {
  let all = [glob];
  for (let rounds = 0; rounds < 16; rounds += 1) {
    const next = all.flatMap(one => {
      const [group, inside] = /\{([^{}]*,[^{}]*)\}/.exec(one) ?? [];
      if (group === undefined || inside === undefined) return [one];
      return inside.split(',').map(part => one.replace(group, () => part));
    });
    if (next.length > mostAlternatives) return [];
    if (next.length === all.length && next.every((one, index) => one === all[index])) return all;
    all = next;
  }
  return [];
}

/** The tokens of one name, or `**`. */
function tokensOf(name: string): readonly Token[] | '**' {
  if (/^\*{2,}$/.test(name)) return '**';
  return Array.from(name.matchAll(/\*+|\?|\[[!^]?[^\]]+\]|./gsu), ([part]): Token => {
    if (part.startsWith('*')) return { kind: 'any' };
    if (part === '?') return { kind: 'one' };
    return part.length > 2 && part.startsWith('[') ? { kind: 'class', test: classTest(part.slice(1, -1)) } : part;
  });
}

function classTest(inside: string): (character: string) => boolean {
  const isNot = /^[!^]/.test(inside);
  const ranges = Array.from((isNot ? inside.slice(1) : inside).matchAll(/(.)-(.)|(.)/gsu), ([one, from, to]) =>
    from !== undefined && to !== undefined ? [from, to] : [one, one],
  );
  return character => ranges.some(([from = '', to = '']) => from <= character && character <= to) !== isNot;
}

/** Whether the whole pattern fits the path, or one of the folders it lies in. */
function matchesFolders(pattern: readonly (readonly Token[] | '**')[], names: readonly string[]): boolean {
  let open = new Set(followed(pattern, 0)); // where in the pattern one could be
  for (const name of names) {
    const next = new Set<number>();
    for (const at of open) {
      const part = pattern[at];
      if (part === '**') for (const each of followed(pattern, at)) next.add(each);
      else if (part && matchesName(part, Array.from(name)))
        for (const each of followed(pattern, at + 1)) next.add(each);
    }
    if (next.has(pattern.length)) return true; // the rest of the path is inside
    open = next;
  }
  return false;
}

/** A place in a pattern, and those behind the `**` there: it may stand for no folder at all. */
function followed(pattern: readonly unknown[], at: number): readonly number[] {
  const places = [at];
  for (let next = at; pattern[next] === '**'; next += 1) places.push(next + 1);
  return places;
}

/** Each `*` takes as little as it can, and more only where the rest does not fit: no other star is tried again. */
function matchesName(tokens: readonly Token[], letters: readonly string[]): boolean {
  let token = 0;
  let star = -1;
  let starAt = 0;
  for (let at = 0; at < letters.length;) {
    const wanted = tokens[token];
    const isStar = typeof wanted === 'object' && wanted.kind === 'any';
    if (isStar) {
      star = token;
      starAt = at;
      token += 1;
    } else if (wanted !== undefined && fits(wanted, letters[at] ?? '')) {
      token += 1;
      at += 1;
    } else if (star >= 0) {
      token = star + 1;
      starAt += 1;
      at = starAt;
    } else return false;
  }
  return tokens.slice(token).every(rest => typeof rest === 'object' && rest.kind === 'any');
}

function fits(token: Token, letter: string): boolean {
  if (typeof token === 'string') return token === letter;
  return token.kind === 'class' ? token.test(letter) : true;
}
