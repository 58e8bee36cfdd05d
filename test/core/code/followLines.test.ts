import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { findLines, followLines, tellingLine } from '../../../src/core/code/followLines.ts';

const above = [
  'import { pool } from "./pool.ts";',
  '',
  'export function size(): number {',
  '  return pool.size;',
  '}',
  '',
];
const block = [
  'export async function withTenant(id: string) {',
  '  const client = await pool.connect();',
  '  await client.query(`set local tenant = ${id}`);',
  '  return client;',
  '}',
];
const below = ['', 'export function close(): void {', '  pool.end();', '}', ''];
const before = text(above, block, below);
const at = [7, 11] as const;

function text(...parts: readonly (readonly string[])[]): string {
  return parts.flat().join('\n');
}

/** The line numbers and the first and last of them, as a person would look for them. */
function shown(now: string, lines: readonly [number, number] = at, older = before): string {
  const found = followLines(older, now, lines);
  if (!found) return 'gone';
  const said = now.split(/\r?\n/).slice(found.lines[0] - 1, found.lines[1]);
  const kept = found.likeness === 1 ? 'as it was' : 'changed';
  return `${found.lines.join('-')} ${kept}: ${(said[0] ?? '').trim()} … ${(said.at(-1) ?? '').trim()}`;
}

const whole = 'export async function withTenant(id: string) { … }';

describe('Lines followed from one text to another', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['nothing changed', before, `7-11 as it was: ${whole}`],
    ['lines above', text(['// new', '// words'], above, block, below), `9-13 as it was: ${whole}`],
    ['lines above are gone', text(above.slice(5), block, below), `2-6 as it was: ${whole}`],
    ['lines below', text(above, block, ['// new'], below), `7-11 as it was: ${whole}`],
    ['moved to the end', text(above, below, block), `12-16 as it was: ${whole}`],
    ['moved to the top', text(block, above, below), `1-5 as it was: ${whole}`],
    [
      'indented anew',
      text(
        above,
        ['namespace db {'],
        block.map(line => `\t${line}`),
        ['}'],
        below,
      ),
      `8-12 as it was: ${whole}`,
    ],
    ['other line endings', before.replaceAll('\n', '\r\n'), `7-11 as it was: ${whole}`],
    [
      'edited',
      text(above, block.with(1, '  const client = await pool.connect({ tenant: id });'), below),
      `7-11 changed: ${whole}`,
    ],
    [
      'edited and moved',
      text(above, below, block.with(2, '  await client.query(`set local tenant = ${quote(id)}`);')),
      `12-16 changed: ${whole}`,
    ],
    [
      'its first line was renamed',
      text(['// a word'], above, block.with(0, 'export async function forTenant(id: string) {'), below),
      '8-12 changed: export async function forTenant(id: string) { … }',
    ],
    [
      'lines inside',
      text(above, block.toSpliced(2, 0, '  log(id);', '  log(client);'), below),
      `7-13 as it was: ${whole}`,
    ],
    ['deleted', text(above, below), 'gone'],
    [
      'something else stands there',
      text(above, ['export const limits = [10, 20];', 'for (const limit of limits) print(limit);'], below),
      'gone',
    ],
    ['the file is empty', '', 'gone'],
    ['a copy stands above', text(block, [''], above, block, below), `13-17 as it was: ${whole}`],
    ['a copy stands below', text(above, block, below, block), `7-11 as it was: ${whole}`],
  ];
  for (const [what, now, expected] of cases)
    it(what, () => {
      assert.equal(shown(now), expected);
    });

  it('does not take a sibling that was always there for the lines that are gone', () => {
    const sibling = block.map(line => line.replaceAll('Tenant', 'Reader').replaceAll('tenant', 'reader'));
    assert.equal(shown(text(above, sibling, below), [13, 17], text(above, sibling, [''], block, below)), 'gone');
  });

  it('knows one line again that was edited a little', () => {
    assert.equal(
      shown('b\nconst limit = 20;\nc', [1, 1], 'const limit = 10;\nc'),
      '2-2 changed: const limit = 20; … const limit = 20;',
    );
  });

  it('follows blank lines by what stands around them, and lines that are not there nowhere', () => {
    assert.equal(shown(`x\n${before}`, [6, 6]), '7-7 as it was:  … ');
    for (const lines of [
      [0, 3],
      [99, 100],
      [5, 4],
    ] as const)
      assert.equal(shown(before, lines), 'gone');
  });

  it('finds lines in another file only where nearly all are there and they say enough', () => {
    const other = text(['// tenants', ''], block, ['// the end']);
    assert.deepEqual(findLines(before, other, at)?.lines, [3, 7]);
    assert.equal(findLines(before, text(block.slice(0, 2)), at), undefined);
    assert.equal(findLines(before, other, [10, 11]), undefined);
    assert.equal(tellingLine(before, at), '  await client.query(`set local tenant = ${id}`);'.trim());
    assert.equal(tellingLine(before, [10, 11]), undefined);
  });
});

describe('For all texts', () => {
  const line = fc.constantFrom('', '}', 'a', 'return a;', 'const b = 1;', '  if (a) {', 'x'.repeat(600));
  const anyLines = fc.array(line, { maxLength: 30 });

  it('unchanged lines are where they were', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 30 }), fc.nat(), fc.nat(), (lines, one, size) => {
        const first = (one % lines.length) + 1;
        const last = Math.min(lines.length, first + (size % 5));
        assert.deepEqual(followLines(lines.join('\n'), lines.join('\n'), [first, last])?.lines, [first, last]);
      }),
    );
  });

  it('lines that come in above shift them by just as many', () => {
    const distinct = fc.uniqueArray(fc.integer(), { minLength: 2, maxLength: 40 });
    fc.assert(
      fc.property(distinct, fc.nat(), fc.nat(), fc.nat(), (all, cut, one, size) => {
        const split = cut % all.length;
        const [added, lines] = [all.slice(0, split), all.slice(split)];
        const first = (one % lines.length) + 1;
        const last = Math.min(lines.length, first + (size % 5));
        const where = cut % first; // anywhere above the lines
        const now = lines.toSpliced(where, 0, ...added);
        const found = followLines(lines.join('\n'), now.join('\n'), [first, last]);
        assert.deepEqual(found, { lines: [first + added.length, last + added.length], likeness: 1 });
      }),
    );
  });

  it('the answer lies in the text and the measure between a half and one, whatever the texts are', () => {
    fc.assert(
      fc.property(
        anyLines,
        anyLines,
        fc.integer({ min: -2, max: 40 }),
        fc.integer({ min: -2, max: 40 }),
        (a, b, first, last) => {
          const found = followLines(a.join('\n'), b.join('\r\n'), [first, last]);
          if (!found) return;
          assert.ok(found.lines[0] >= 1 && found.lines[0] <= found.lines[1] && found.lines[1] <= Math.max(1, b.length));
          assert.ok(found.likeness >= 0.5 && found.likeness <= 1 + 1e-9, String(found.likeness));
        },
      ),
    );
  });
});
