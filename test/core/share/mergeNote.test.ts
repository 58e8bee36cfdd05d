import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../../src/core/note/textEdit.ts';
import { isUndecided, mergeNote, type NoteSides } from '../../../src/core/share/mergeNote.ts';
import { withoutMarkers } from '../../../src/core/share/withoutMarkers.ts';
import { findParts } from '../../../src/core/week/generatedPart.ts';
import type { Part } from '../../../src/core/week/part.ts';
import { placeParts } from '../../../src/core/week/placeParts.ts';

const week = '---\ntype: weekly\nweek: 2026-W47\nperson: ada\n---\n# Week 47 · Ada\n\n## Next week\n\n';

/** A part as the weekly note has it; each fact a line. */
function part(...facts: readonly string[]): Part {
  const lines = facts.map(fact => ({ facts: [{ id: fact.split(' ')[0] ?? '', markdown: `- ${fact}` }] }));
  return { name: 'worked-on', heading: '## Worked on', lines };
}

const write = (text: string, ...facts: readonly string[]) => applyEdits(text, placeParts(text, [part(...facts)]).edits);
const listed = (text: string) =>
  findParts(text)
    .parts.flatMap(({ listed: all }) => all.map(({ key }) => key))
    .sort();
/** A merge that asks nobody. */
const cleanly = (sides: NoteSides) => {
  const { text, isClean } = mergeNote(sides);
  assert.ok(isClean);
  return text;
};
const facts = (text: string) => text.split('\n').filter(line => line.startsWith('- '));

describe('A note that two clones changed', () => {
  it('has the facts of both, in a part that can be written again', () => {
    const base = write(week, 'cart', 'shop');
    const ours = write(base, 'cart', 'outbox', 'shop');
    const theirs = write(base, 'cart', 'shop', 'login');
    const { text, isClean } = mergeNote({ base, ours, theirs });
    assert.ok(isClean);
    assert.deepEqual(facts(text), ['- cart', '- outbox', '- shop', '- login']);
    assert.equal(listed(text).length, 4);
    assert.equal(write(text, 'cart', 'outbox', 'shop', 'login'), text);
  });

  it('is one note where both clones made it', () => {
    const [ours, theirs] = [write(week, 'cart', 'outbox'), write(week, 'cart', 'login')];
    const { text, isClean } = mergeNote({ base: '', ours, theirs });
    assert.ok(isClean);
    assert.deepEqual(facts(text).sort(), ['- cart', '- login', '- outbox']);
    assert.equal(text.match(/^# Week/gm)?.length, 1);
    assert.equal(text.match(/outloud:parts/g)?.length, 1);
    assert.equal(write(text, 'cart', 'outbox', 'login').match(/^- cart$/gm)?.length, 1);
  });

  it('keeps a line deleted that she deleted on one side, and hers what she made hers', () => {
    const base = write(week, 'cart', 'shop', 'login');
    const ours = base.replace('- cart\n', '').replace('- shop', '- shop, and how!');
    const theirs = write(base, 'cart', 'shop', 'login', 'outbox');
    const { text, isClean } = mergeNote({ base, ours, theirs });
    assert.ok(isClean);
    assert.deepEqual(facts(text), ['- shop, and how!', '- login', '- outbox']);
    assert.deepEqual(facts(write(text, 'cart', 'shop', 'login', 'outbox')), [
      '- shop, and how!',
      '- login',
      '- outbox',
    ]);
  });

  it('has what both wrote at one place', () => {
    const base = `${week}- [ ] read\n`;
    const ours = `${base}- [ ] write\n`;
    const theirs = `${base}- [ ] rest\n- [ ] write\n`;
    assert.equal(cleanly({ base, ours, theirs }), `${base}- [ ] rest\n- [ ] write\n`);
  });

  it('has a step that one ticked beside one that the other added, and two ticked steps', () => {
    const base = '# Fly\n\n## Steps\n\n- [ ] read\n- [ ] jump\n';
    const ticked = base.replace('[ ] jump', '[x] jump');
    const added = `${base}- [ ] land\n`;
    const expected = `${ticked}- [ ] land\n`;
    assert.equal(cleanly({ base, ours: ticked, theirs: added }), expected);
    assert.equal(cleanly({ base, ours: added, theirs: ticked }), expected);
    const both = cleanly({ base, ours: ticked, theirs: base.replace('[ ] read', '[x] read') });
    assert.equal(both, base.replaceAll('[ ]', '[x]'));
  });

  it('has what both added behind a step that both ticked, without one that one took away', () => {
    const base = '# Fly\n\n- [ ] read\n- [ ] jump\n';
    const ours = '# Fly\n\n- [ ] read\n- [x] jump\n- [ ] land\n';
    const theirs = '# Fly\n\n- [x] jump\n- [ ] rest\n';
    const text = '# Fly\n\n- [x] jump\n- [ ] rest\n- [ ] land\n';
    assert.equal(cleanly({ base, ours, theirs }), text);
  });

  const ways: readonly (readonly [what: string, base: string, ours: string, theirs: string, merged: string])[] = [
    [
      'ticked on two days',
      '- [ ] read',
      '- [x] read ✅ 2026-11-23',
      '- [x] read ✅ 2026-11-22',
      '- [x] read ✅ 2026-11-22',
    ],
    [
      'ticked and carried',
      '- [ ] read',
      '- [x] read ✅ 2026-11-23',
      '- [ ] read 📅 2026-12-01',
      '- [x] read ✅ 2026-11-23',
    ],
    [
      'carried to two days',
      '- [ ] Find a budget · for @ada 📅 2026-11-20',
      '- [ ] Find a budget · for @ada · since 2026-11-20 📅 2026-12-04',
      '- [ ] Find a budget · for @ada · since 2026-11-20 📅 2026-12-01',
      '- [ ] Find a budget · for @ada · since 2026-11-20 📅 2026-12-04',
    ],
    [
      'declined and kept',
      '- [ ] call',
      '- [-] call · declined 2026-11-22: no time',
      '- [x] call ✅ 2026-11-23',
      '- [x] call ✅ 2026-11-23',
    ],
    ['written down twice, and ticked once', '', '- [ ] plan', '- [x] plan ✅ 2026-11-22', '- [x] plan ✅ 2026-11-22'],
  ];
  for (const [what, before, mine, other, merged] of ways)
    it(`has a step or a promise once that was ${what}`, () => {
      const [base, ours, theirs] = [before, mine, other].map(line => `# Fly\n\n- [ ] jump\n${line}${line && '\n'}`);
      const sides = { base: base ?? '', ours: ours ?? '', theirs: theirs ?? '' };
      assert.equal(cleanly(sides), `# Fly\n\n- [ ] jump\n${merged}\n`);
      assert.equal(cleanly({ ...sides, ours: sides.theirs, theirs: sides.ours }), `# Fly\n\n- [ ] jump\n${merged}\n`);
    });

  const wholes: readonly (readonly [what: string, ours: string, theirs: string, merged: string])[] = [
    ['an item', '- Outbox\n  - merged\n', '- Review\n  - merged\n', '- Review\n  - merged\n- Outbox\n  - merged\n'],
    ['an item of both', '- a\n  - mine\n- b\n', '- a\n  - hers\n- c\n', '- a\n  - hers\n  - mine\n- c\n- b\n'],
    ['a step of both', '- [x] a\n  - mine\n', '- [ ] a\n- [ ] b\n', '- [x] a\n  - mine\n- [ ] b\n'],
    ['a paragraph', 'Mine\nand so\n', 'Hers\nand so\n', 'Hers\nand so\n\nMine\nand so\n'],
    ['an alert', '> [!NOTE]\n> Mine\n', '> [!NOTE]\n> Hers\n', '> [!NOTE]\n> Hers\n\n> [!NOTE]\n> Mine\n'],
    ['code', '```\nmine\n\nx\n```\n', '```\nx\n```\n', '```\nx\n```\n\n```\nmine\n\nx\n```\n'],
    [
      'an answer',
      '## Why?\n\nMine\n\n## How?\n\nSo\n',
      '## Why?\n\nHers\n\n## How?\n\nSo\n',
      '## Why?\n\nHers\n\nMine\n\n## How?\n\nSo\n',
    ],
    ['an item that stands twice', '- a\n- so\n- b\n- so\n', '- so\n', '- so\n- a\n- b\n- so\n'],
  ];
  for (const [what, ours, theirs, merged] of wholes)
    it(`keeps together what both put in at one place: ${what}`, () => {
      const base = '# Fly\n\n';
      assert.equal(cleanly({ base, ours: base + ours, theirs: base + theirs }), base + merged);
      assert.equal(cleanly({ base: '', ours: base + ours, theirs: base + theirs }), base + merged);
    });

  const orphans: readonly (readonly [what: string, base: string, without: string, added: string])[] = [
    ['an item', '- z\n- a\n- b\n', '- z\n- b\n', '- z\n- a\n  - mine\n- b\n'],
    ['an item with others below it', '- z\n- a\n  - x\n', '- z\n', '- z\n- a\n  - x\n  - mine\n'],
    ['a heading', '## Q\n\n- a\n\n## T\n', '## T\n', '## Q\n\n- a\n- mine\n\n## T\n'],
  ];
  for (const [what, base, without, added] of orphans)
    it(`leaves it to a person where one took ${what} away and the other put something below`, () => {
      const [before, ours, theirs] = [base, without, added].map(text => `# Fly\n\n${text}`) as [string, string, string];
      assert.equal(mergeNote({ base: before, ours, theirs }).isClean, false);
      assert.equal(mergeNote({ base: before, ours: theirs, theirs: ours }).isClean, false);
    });

  it('has each line as often as either side put it in', () => {
    const line = fc.constantFrom('- a', '- b', '  - a', '    - b', 'a', 'b', '> a', '```', '## A', '## B', '', '| a |');
    const side = fc.array(line, { maxLength: 12 }).map(lines => lines.map(each => `${each}\n`));
    fc.assert(
      fc.property(side, side, (mine, hers) => {
        const base = '# Fly\n';
        const text = cleanly({ base, ours: base + mine.join(''), theirs: base + hers.join('') });
        const times = (lines: readonly string[], wanted: string) => lines.filter(each => each === wanted).length;
        const merged = text.split(/(?<=\n)/);
        for (const wanted of new Set([...mine, ...hers].filter(each => each !== '\n')))
          assert.ok(times(merged, wanted) >= Math.max(times(mine, wanted), times(hers, wanted)), wanted);
      }),
      { numRuns: 1000 },
    );
  });

  it('leaves it to a person where both changed one line', () => {
    const base = '---\ntype: goal\nstatus: active\n---\n# Fly\n\nSoon.\n';
    const [ours, theirs] = [base.replace('Soon', 'In May'), base.replace('Soon', 'In June')];
    const { text, isClean } = mergeNote({ base, ours, theirs });
    assert.equal(text, base.replace('Soon.\n', '<<<<<<< here\nIn May.\n=======\nIn June.\n>>>>>>> there\n'));
    assert.ok(!isClean);
    const steps = (line: string) => `${base}\n${line}\n`;
    for (const [mine, other] of [
      ['- [ ] land softly', '- [ ] land fast'],
      ['- [-] land · declined 2026-11-22: no time', '- [-] land · declined 2026-11-22: no wind'],
      ['', '- [x] land ✅ 2026-11-22'],
    ] as const)
      assert.equal(mergeNote({ base: steps('- [ ] land'), ours: steps(mine), theirs: steps(other) }).isClean, false);
    const [done, parked] = [base.replace('active', 'done'), base.replace('active', 'parked')];
    assert.equal(mergeNote({ base, ours: done, theirs: parked }).isClean, false);
    const due = (day: string) => base.replace('---\n#', `due: ${day}\n---\n#`);
    assert.equal(mergeNote({ base, ours: due('2026-12-01'), theirs: due('2026-12-02') }).isClean, false);
  });

  it('has nobody choose what needs no choice', () => {
    const base = write(`${week}- [ ] Plan it\n\nSoon.\n`, 'cart');
    const ours = write(base.replace('Soon', 'In May').replace('[ ] Plan', '[x] Plan'), 'cart', 'shop');
    const theirs = write(base.replace('Soon', 'In June'), 'cart', 'login');
    const { versions, places } = mergeNote({ base, ours, theirs });
    assert.deepEqual(places, [{ base: 'Soon.\n', ours: 'In May.\n', theirs: 'In June.\n' }]);
    for (const text of [versions.base, versions.ours, versions.theirs])
      assert.deepEqual(facts(text).sort(), ['- [x] Plan it', '- cart', '- login', '- shop']);
    assert.equal(versions.base.replace('Soon', 'In May'), versions.ours);
    assert.equal(versions.ours.replace('In May', 'In June'), versions.theirs);
    for (const text of [versions.ours, versions.theirs, `${versions.ours}In June.\n`, `x\r\nIn May.\r\n`])
      assert.ok(!isUndecided(places, text));
    for (const text of [versions.base, 'In July.\n']) assert.ok(isUndecided(places, text));
  });

  it('has her choose between whole tops where they go together but for a key that is there twice', () => {
    const base = '---\ntype: goal\nstatus: active\n---\n# Fly\n';
    const ours = base.replace('type: goal\n', 'due: 2026-12-01\ntype: goal\n');
    const theirs = base.replace('active\n', 'active\ndue: 2026-12-02\n');
    const { isClean, versions } = mergeNote({ base, ours, theirs });
    assert.deepEqual({ isClean, ...versions }, { isClean: false, base, ours, theirs });
  });

  it('begins with all the lines of two beginnings that git could not make one of', () => {
    const marked =
      '# P\n\n<<<<<<<<< Temporary merge branch 1\n- [ ] plan\n=========\n- [ ] rest\n>>>>>>>>> Temporary merge branch 2\n';
    const base = withoutMarkers(marked);
    assert.equal(base, '# P\n\n- [ ] plan\n- [ ] rest\n');
    assert.equal(
      cleanly({ base, ours: '# P\n\n- [x] plan ✅ 2026-11-22\n- [ ] rest\n', theirs: `${base}- [ ] land\n` }),
      '# P\n\n- [x] plan ✅ 2026-11-22\n- [ ] rest\n- [ ] land\n',
    );
    const quoted = '# P\n\n=======\n';
    assert.equal(withoutMarkers(quoted), quoted);
  });

  it('has steps that stand elsewhere now once, beside what either put where they stood', () => {
    const steps = (...lines: readonly string[]) => `# Fly\n\n${lines.map(line => `- [ ] ${line}\n`).join('')}`;
    const written = ['[ ] write', '[x] write ✅ 2026-11-22'] as const;
    const base = steps('read', 'ask', 'plan', 'read', 'write');
    const ours = steps('read', 'write', 'rest', 'ask', 'plan', 'show it');
    const theirs = steps('read', 'write', 'ask', 'plan', 'tell Lin', 'tell Sam').replace(...written);
    assert.deepEqual(
      facts(cleanly({ base, ours, theirs })),
      facts(steps('read', 'write', 'rest', 'ask', 'plan', 'tell Lin', 'tell Sam', 'show it').replace(...written)),
    );
  });

  it('keeps the line ends of this side', () => {
    const base = 'one\r\ntwo\r\nthree\r\n';
    const { text, isClean } = mergeNote({ base, ours: `zero\r\n${base}`, theirs: 'one\ntwo\nthree\nfour\n' });
    assert.deepEqual({ text, isClean }, { text: 'zero\r\none\r\ntwo\r\nthree\r\nfour\r\n', isClean: true });
  });

  it('keeps each line’s own end where a note mixes them', () => {
    const base = 'one\r\ntwo\nthree\r\nfour\nfive';
    const ours = `zero\n${base}`;
    const theirs = `${base}\nsix\r\nseven\n`;
    assert.equal(cleanly({ base, ours, theirs }), 'zero\none\r\ntwo\nthree\r\nfour\nfive\nsix\r\nseven\n');
    const { text } = mergeNote({ base, ours: base.replace('two', 'TWO'), theirs: base.replace('two', 'Two') });
    assert.match(text, /^one\r\n[^]*TWO\n[^]*Two\n[^]*three\r\nfour\nfive$/);
  });

  it('loses no fact and no word, whatever both sides did', () => {
    const names = fc.uniqueArray(fc.constantFrom('cart', 'shop', 'login', 'outbox', 'queue', 'cache'), {
      maxLength: 6,
    });
    const words = fc.uniqueArray(fc.constantFrom('I read.', 'I rest.', 'I run.', 'I sing.'), { maxLength: 4 });
    fc.assert(
      fc.property(names, names, names, words, words, (before, more, others, mine, hers) => {
        const base = before.length === 0 ? '' : write(week, ...before);
        const from = base === '' ? week : base;
        const say = (text: string, said: readonly string[]) => said.reduce((note, word) => `${note}\n${word}\n`, text);
        const ours = say(write(from, ...new Set([...before, ...more])), mine);
        const theirs = say(write(from, ...new Set([...before, ...others])), hers);
        const { text, isClean } = mergeNote({ base, ours, theirs });
        assert.ok(isClean);
        for (const fact of [...before, ...more, ...others]) assert.equal(text.split(`- ${fact}\n`).length, 2, fact);
        for (const word of [...mine, ...hers]) assert.equal(text.split(word).length, 2, word);
        assert.deepEqual(findParts(text).problems, []);
        assert.equal(listed(text).length, new Set([...before, ...more, ...others]).size);
      }),
      { numRuns: 300 },
    );
  });
});
