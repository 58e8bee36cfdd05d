/** What a page of a forge shows, as far as its address tells. */
export type ForgePage =
  | { readonly kind: 'commit'; readonly base: string; readonly hash: string }
  | { readonly kind: 'range'; readonly base: string; readonly from: string; readonly to: string }
  | {
      readonly kind: 'file';
      readonly base: string;
      readonly hash: string;
      readonly path: string;
      readonly lines?: readonly [number, number];
    };

/** A longer address is no page anybody links to. */
const longest = 2000;

const hash = '[0-9a-f]{7,64}';
/** The forms of addresses, the ones that could be taken for another last. `base` is the repository's page. */
const forms: readonly RegExp[] = [
  new RegExp(`^(?<base>.+?)(?:/-)?/compare/(?<from>${hash})\\.{2,3}(?<to>${hash})$`),
  new RegExp(`^(?<base>.+?)(?:/-)?/commits?/(?<hash>${hash})$`),
  new RegExp(`^(?<base>.+?)(?:/-)?/blob/(?<hash>${hash})/(?<path>.+)$`),
  new RegExp(`^(?<base>.+?)/src/commit/(?<hash>${hash})/(?<path>.+)$`),
  new RegExp(`^(?<base>.+?)/tree/(?<hash>${hash})/item/(?<path>.+)$`),
  new RegExp(`^(?<base>.+?)/src/(?<hash>${hash})/(?<path>.+)$`),
];

/**
 * Reads the address of a commit, a comparison or a file at a commit, whatever forge it is on; `commitUrl` and `linesUrl`
 * make such addresses. A page of a branch is none: it shows something else tomorrow.
 *
 * @example
 * forgePage('https://github.com/ada/shop/blob/4f1c2a9/db.ts#L10-L20');
 * //=> { kind: 'file', base: 'https://github.com/ada/shop', hash: '4f1c2a9', path: 'db.ts', lines: [10, 20] }
 */
export function forgePage(url: string): ForgePage | undefined {
  if (url.length > longest) return undefined;
  const [, address = '', query = '', fragment = ''] =
    /^(https?:\/\/[^/?#\s]+\/[^?#\s]+)(?:\?([^#\s]*))?(?:#(\S*))?$/i.exec(url) ?? [];
  if (address === '') return undefined;
  const asked = pageAsked(address, query, fragment);
  if (asked) return asked;
  for (const form of forms) {
    const found = form.exec(address)?.groups;
    if (found) return pageOf(found, linesIn(fragment));
  }
  return undefined;
}

function pageOf(found: Readonly<Record<string, string>>, lines: Lines): ForgePage | undefined {
  const { base = '', hash = '', from, to, path } = found;
  if (from !== undefined && to !== undefined) return { kind: 'range', base, from, to };
  if (path === undefined) return { kind: 'commit', base, hash };
  const file = pathOf(path);
  return file === undefined ? undefined : { kind: 'file', base, hash, path: file, ...(lines && { lines }) };
}

/** Bitbucket Server and Azure DevOps name the commit behind the question mark. */
function pageAsked(address: string, query: string, fragment: string): ForgePage | undefined {
  const values = new Map(query.split('&').map(pair => [pair.replace(/=.*$/s, ''), pair.replace(/^[^=]*=?/s, '')]));
  const at = new RegExp(`^${hash}$`).exec(values.get('at') ?? '')?.[0];
  const [, base = '', browsed = ''] = /^(.+?)\/browse\/(.+)$/.exec(address) ?? [];
  if (at !== undefined && base !== '') return pageOf({ base, hash: at, path: browsed }, linesIn(fragment));
  const version = new RegExp(`^GC(${hash})$`).exec(values.get('version') ?? '')?.[1];
  const path = values.get('path');
  if (version === undefined || path === undefined) return undefined;
  const first = Number(values.get('line'));
  const last = Number(values.get('lineEnd')) - 1;
  const lines = isLines([first, last]) ? ([first, last] as const) : undefined;
  return pageOf({ base: address, hash: version, path: path.replace(/^(?:%2F|\/)/i, '') }, lines);
}

type Lines = readonly [number, number] | undefined;

/** `#L10-L20`, `#L10-20`, `#10-20`, `#lines-10:20`; one line stands alone. */
function linesIn(fragment: string): Lines {
  const [, first, last = first] = /^(?:L|lines-)?(\d{1,7})(?:[-:]L?(\d{1,7}))?$/.exec(fragment) ?? [];
  const lines = [Number(first), Number(last)] as const;
  return isLines(lines) ? lines : undefined;
}

function isLines([first, last]: readonly [number, number]): boolean {
  return Number.isSafeInteger(first) && Number.isSafeInteger(last) && first > 0 && last >= first;
}

/** A path as git has it; undefined where it leads out of the repository or can't be one. */
function pathOf(encoded: string): string | undefined {
  try {
    const path = decodeURIComponent(encoded);
    const isFine = !/[\p{Cc}\\]/u.test(path) && path.split('/').every(step => !/^\.{0,2}$/.test(step));
    return isFine ? path : undefined;
  } catch {
    return undefined;
  }
}
