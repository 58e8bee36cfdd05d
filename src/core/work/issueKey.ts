/** What looks like `SHOP-12` and is none. */
const noKeys = new Set(
  'UTF SHA ISO RFC CVE AES MD HTTP HTTPS TLS SSL GPT WCAG IEEE RSA PEP UCS CP KOI GHSA CWE ES UNICODE ECMA UINT FLOAT FP BF PHASE PART PR MR GH'.split(
    ' ',
  ),
);
const trackerKey = /(?<![\w-])([A-Z][A-Z0-9]{1,9})-(\d{1,7})(?![\w-])/;

/**
 * The first tracker key in a text, or undefined.
 *
 * @example
 * trackerKeyIn('feature/SHOP-12-coupons'); //=> 'SHOP-12'
 * trackerKeyIn('read UTF-8'); //=> undefined
 */
export function trackerKeyIn(text: string): string | undefined {
  const [key, project = ''] = trackerKey.exec(text.replaceAll(/[_/]|(?<=\d)-(?=\D)/g, ' ')) ?? [];
  return key !== undefined && !noKeys.has(project) ? key : undefined;
}

const named =
  /^(?:fix(?:es|ed)?|close[sd]?(?:-bug)?|(?:partial|related)-bug|resolve[sd]?|refs?|references|issues?|related(?: to)?|bugs?|jira|ticket|part of|see)[:\s-]+(?:[\w./-]{0,100}#(\d{1,8})|([A-Z][A-Z0-9]{1,9}-\d{1,7})|https?:\/\/\S{1,200}?\/(?:issues|work_items)\/(\d{1,8})|(?<=^bug: )(\d{4,8})$|https?:\/\/\S{1,200}?\/browse\/([A-Z][A-Z0-9]{1,9}-\d{1,7}))/im;

/** The issue a message's body says it serves (`Fixes #12`, `Refs: SHOP-12`), as `#12` or `SHOP-12`. */
export function issueInBody(body: string): string | undefined {
  if (!/#\d|[A-Z\d]-\d|\/issues\/|work_items|^bug: \d/im.test(body)) return undefined;
  const [, number, key, linked, bare, browsed] = named.exec(body) ?? [];
  const digits = number ?? linked ?? bare;
  return digits !== undefined ? `#${Number(digits)}` : (key ?? browsed);
}

const inBranch = /^(?:[\w.-]+\/)?(?:issue|issues|gh|bug|ticket)?[-_/]?(\d{1,7})[-_/][a-z]/i;

/** The issue a branch is named after: `feature/SHOP-12-coupons`, `12-coupons`, `fix/gh-12-crash`. */
export function issueInBranch(branch: string): string | undefined {
  const key = trackerKeyIn(branch);
  if (key !== undefined) return key;
  const [, number] = inBranch.exec(branch) ?? [];
  return number === undefined || Number(number) === 0 ? undefined : `#${Number(number)}`;
}
