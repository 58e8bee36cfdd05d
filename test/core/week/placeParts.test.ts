import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/core/note/textEdit.ts';
import { placeParts } from '../../../src/core/week/placeParts.ts';
import type { Fact, Part } from '../../../src/core/week/part.ts';

const fact = (id: string, markdown: string, more: Partial<Fact> = {}): Fact => ({ id, markdown, ...more });
const own = (...facts: Fact[]) => facts.map(one => ({ facts: [one] }));
const reviewed = (...facts: Fact[]) => ({ facts, group: { before: '- Reviewed: ', between: ', ', after: '' } });
const also = (...facts: Fact[]) => ({
  facts,
  group: { before: '<details><summary>also</summary>\n\n- ', between: '\n- ', after: '\n</details>' },
});
const workedOn = (...lines: Part['lines']): Part => ({ name: 'worked-on', heading: '## Worked on', lines });
const learned = (...lines: Part['lines']): Part => ({ name: 'learned', heading: '## Learned', lines });

const place = (text: string, ...parts: Part[]) => applyEdits(text, placeParts(text, parts).edits);
/** The note as a reader sees it: no markers. */
const seen = (text: string) => text.replace(/<!-- outloud:.*?-->\r?\n?/g, '');

const reads = fact('a1', '- **Reads are fast** · [shop a1b2c3d](https://forge.example/a1b2c3d)');
const retry = fact('b2', '- **Retry storm** · [shop b2c3d4e](https://forge.example/b2c3d4e)');
const notes = fact('c3', '- **Release notes** · [tools 0c9d8e7](https://forge.example/0c9d8e7)');
const scheduler = fact('r1', 'the scheduler (Sam)');
const audit = fact('r2', 'the audit log (Lin)');
const typo = fact('t1', 'typo in the on-call guide');
const lint = fact('t2', 'a lint rule');

const title = '# Week 47 · Ada\n\nCheckout is fast.\n';

describe('the generated parts of a note', () => {
  const first = place(title, workedOn(...own(reads, retry), reviewed(scheduler), also(typo)), learned());

  it('go below what the person wrote', () => {
    assert.equal(
      seen(first),
      [
        '# Week 47 · Ada',
        '',
        'Checkout is fast.',
        '',
        '## Worked on',
        '',
        '- **Reads are fast** · [shop a1b2c3d](https://forge.example/a1b2c3d)',
        '- **Retry storm** · [shop b2c3d4e](https://forge.example/b2c3d4e)',
        '- Reviewed: the scheduler (Sam)',
        '',
        '<details><summary>also</summary>',
        '',
        '- typo in the on-call guide',
        '</details>',
        '',
        '',
      ].join('\n'),
    );
    assert.match(
      first,
      /<!-- outloud:end worked-on( [0-9a-f]{6}:[0-9a-f]{6}){4} -->\n\n<!-- outloud:parts worked-on -->\n$/,
    );
  });

  it('stay as they are when nothing is new', () => {
    const again = workedOn(...own(reads, retry), reviewed(scheduler), also(typo));
    assert.deepEqual(placeParts(first, [again, learned()]).edits, []);
  });

  it('take new facts in at their place, once', () => {
    const second = place(
      first,
      workedOn(...own(reads, notes, retry), reviewed(scheduler, audit), also(typo, lint)),
      learned(...own(fact('l1', '- [PgBouncer pins a session](../learning/x.md)'))),
    );
    assert.equal(
      seen(second),
      [
        '# Week 47 · Ada',
        '',
        'Checkout is fast.',
        '',
        '## Worked on',
        '',
        '- **Reads are fast** · [shop a1b2c3d](https://forge.example/a1b2c3d)',
        '- **Release notes** · [tools 0c9d8e7](https://forge.example/0c9d8e7)',
        '- **Retry storm** · [shop b2c3d4e](https://forge.example/b2c3d4e)',
        '- Reviewed: the scheduler (Sam), the audit log (Lin)',
        '',
        '<details><summary>also</summary>',
        '',
        '- typo in the on-call guide',
        '- a lint rule',
        '</details>',
        '',
        '## Learned',
        '',
        '- [PgBouncer pins a session](../learning/x.md)',
        '',
        '',
      ].join('\n'),
    );
  });

  it('follow a piece that grows, and let go of one that went into another', () => {
    const grown = fact('a1', '- **Reads and writes are fast** · [#412](https://forge.example/412)', {
      covers: ['a1', 'b2'],
    });
    const second = place(first, workedOn(...own(grown), reviewed(scheduler), also(typo)));
    assert.match(second, /- \*\*Reads and writes are fast\*\* · \[#412\]/);
    assert.doesNotMatch(second, /Reads are fast|Retry storm/);
  });

  it('follow a piece whose oldest commit was amended or is older than it was', () => {
    const amended = fact('a9', reads.markdown.replaceAll('a1b2c3d', 'f00f00f'), { name: 'Reads are fast' });
    const named = place(title, workedOn(...own({ ...reads, name: 'Reads are fast' }, retry)));
    const second = place(named, workedOn(...own(amended, fact('b1', retry.markdown, { covers: ['b1', 'b2'] }))));
    assert.equal(second.match(/Reads are fast/g)?.length, 1);
    assert.equal(second.match(/Retry storm/g)?.length, 1);
    assert.match(second, /shop f00f00f/);
  });

  it('leave a sentence the person changed, also when its piece grows or goes into another', () => {
    const hers = first.replace('**Retry storm** ·', '**Retry storm** fixed, with a test ·');
    const grown = fact('a1', '- **Reads and writes are fast**', { covers: ['a1', 'b2'] });
    for (const later of [[reads, fact('b2', '- **Retry storm after a reset**')], [grown]])
      assert.match(place(hers, workedOn(...own(...later))), /- \*\*Retry storm\*\* fixed, with a test · \[shop b2/);
  });

  it('never bring back a line the person deleted, nor show it elsewhere', () => {
    const hers = first.replace(/- \*\*Retry.*\n/, '').replace(/- Reviewed.*\n/, '');
    const later = place(hers, workedOn(...own(reads), reviewed(scheduler, audit), also(typo, retry)));
    assert.doesNotMatch(later, /Retry|the scheduler/);
    assert.match(later, /- Reviewed: the audit log \(Lin\)/);
    assert.deepEqual(
      placeParts(later, [workedOn(...own(reads), reviewed(scheduler, audit), also(typo, retry))]).edits,
      [],
    );
  });

  it('never bring back a part the person deleted', () => {
    const hers = first.replace(/<!-- outloud:begin worked-on[^]*end worked-on.*\n/, '');
    assert.deepEqual(placeParts(hers, [workedOn(...own(reads, notes))]).edits, []);
  });

  it('move a piece between its own line and the folded rest', () => {
    const promoted = fact('t1', '- **Typo in the on-call guide**');
    const later = place(
      first,
      workedOn(...own(reads, promoted), reviewed(scheduler), also(fact('b2', 'retry storm'), lint)),
    );
    assert.equal(
      seen(later).split('## Worked on')[1]?.trimEnd(),
      [
        '',
        '',
        '- **Reads are fast** · [shop a1b2c3d](https://forge.example/a1b2c3d)',
        '- **Typo in the on-call guide**',
        '- Reviewed: the scheduler (Sam)',
        '',
        '<details><summary>also</summary>',
        '',
        '- retry storm',
        '- a lint rule',
        '</details>',
      ].join('\n'),
    );
  });

  it('keep a line whose fact is out of sight, such as one of a repository that is not open', () => {
    assert.match(place(first, workedOn(...own(notes), also(lint))), /Reads are fast[^]*Retry storm[^]*Release notes/);
    assert.match(place(first, workedOn(reviewed(audit))), /Reviewed: the scheduler \(Sam\)\n- Reviewed: the audit log/);
  });

  it('go when they are retired, markers and all', () => {
    const quiet: Part = { name: 'quiet', lines: own(fact('quiet', 'A quiet week.')) };
    const note = place(title, quiet, workedOn());
    assert.match(seen(note), /A quiet week\.\n/);
    const later = place(note, { name: 'quiet', lines: [], retired: ['quiet'] }, workedOn(...own(reads)));
    assert.equal(seen(later).trimEnd(), `${title}\n## Worked on\n\n${reads.markdown}`);
    const hers = note.replace('A quiet week.', 'I was ill.');
    assert.match(place(hers, { name: 'quiet', lines: [], retired: ['quiet'] }), /I was ill\./);
  });

  it('use the section a person already has', () => {
    const hers = '# Week 47\n\n## Worked on\n\nThe hard part.\n\n## Next week\n\n- [ ] Rest\n';
    assert.equal(
      seen(place(hers, workedOn(...own(reads)))),
      `# Week 47\n\n## Worked on\n\nThe hard part.\n\n${reads.markdown}\n\n## Next week\n\n- [ ] Rest\n\n`,
    );
  });

  it('keep line endings, a byte order mark and a missing last newline', () => {
    const hers = '\uFEFF# Week 47\r\n\r\nCheckout is fast.';
    const note = place(hers, workedOn(...own(reads), also(typo)));
    assert.ok(note.startsWith(`${hers}\r\n\r\n<!-- outloud:begin worked-on -->\r\n## Worked on\r\n\r\n- **Reads`));
    assert.doesNotMatch(note, /[^\r]\n/);
    assert.deepEqual(placeParts(note, [workedOn(...own(reads), also(typo))]).edits, []);
    assert.match(
      place(note, workedOn(...own(reads, retry), also(typo, lint))),
      /Retry[^]*- typo.*\r\n- a lint rule\r\n/,
    );
  });

  it('are left alone where their markers are damaged, and say so', () => {
    const begin = '<!-- outloud:begin worked-on -->';
    const end = '<!-- outloud:end worked-on 8f2c3d:b1e29c -->';
    const cases: readonly (readonly [note: string, problem: string])[] = [
      [`${begin}\n- a\n`, '1: a line “outloud:end worked-on” below'],
      [`- a\n${end}\n`, '2: a line “outloud:begin worked-on” above'],
      [`${begin}\n${begin}\n${end}\n`, '2: the part “worked-on” only once'],
      [`${begin}\n${end}\n${begin}\n${end}\n`, '3: the part “worked-on” only once'],
      [`${begin}\n<!-- outloud:end worked-on 8f2c3d:mine -->\n`, '2: the list in this line as Out Loud wrote it'],
      [`${begin}\n\`\`\`\n${end}\n\`\`\`\n`, '1: a line “outloud:end worked-on” below'],
      [
        `<!-- outloud:begin learned -->\n${begin}\n<!-- outloud:end learned -->\n${end}\n`,
        '1: no other generated part inside this one, 2: no other generated part inside this one',
      ],
    ];
    for (const [note, expected] of cases) {
      const { edits, problems } = placeParts(note, [workedOn(...own(reads)), learned(...own(retry))]);
      assert.deepEqual(edits, [], note);
      const lines = problems.map(({ at, expected }) => `${note.slice(0, at.start).split('\n').length}: ${expected}`);
      assert.equal(lines.join(', '), expected);
    }
  });

  it('can’t be broken out of by the words of a fact', () => {
    const evil = fact('e', '- x --> <!-- outloud:end worked-on --> <!--outloud:begin y -->');
    const note = place(title, workedOn(...own(evil, reads)));
    assert.deepEqual(placeParts(note, [workedOn(...own(evil, reads))]), { edits: [], problems: [] });
  });
});
