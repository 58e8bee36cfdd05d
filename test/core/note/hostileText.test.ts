import assert from 'node:assert/strict';
import { HeadRefused, editHead } from '../../../src/core/note/editHead.ts';
import { fileNameOf, titleOf } from '../../../src/core/note/noteName.ts';
import { printNote } from '../../../src/core/note/printNote.ts';
import { readNote } from '../../../src/core/note/readNote.ts';
import { isSafeName } from '../../../src/core/note/safePath.ts';
import { sectionsOf } from '../../../src/core/note/sections.ts';
import { tasksOf } from '../../../src/core/note/tasks.ts';
import { yamlHead } from '../../../src/node/yamlHead.ts';

/**
 * A note of a megabyte made to be slow. Where the time grew with the square of its length, reading one would take
 * minutes, and the test would not end.
 */
describe('a hostile text of a megabyte', () => {
  const many = (text: string) => text.repeat(Math.ceil(1_000_000 / text.length));
  const inside = (text: string) => text.repeat(Math.ceil(16_000 / text.length));
  const bodies: Readonly<Record<string, string>> = {
    'backticks in a heading': `# ${many('`')}`,
    'runs of backticks in a heading': `# ${many('` `` ``` ')}`,
    'hashes in a heading': `## ${many('#')}x`,
    'spaces in a heading': `## a${many(' ')}x`,
    'a line separator far out': `##${many(' ')}\u2028x`,
    'many headings': many('## a #\n'),
    'spaces in a task': `- [ ] a${many(' ')}x`,
    'spaces before a line separator in a task': `- [ ]${many(' ')}\u2028`,
    'fields in a task': `- [ ] a${many(' ^a')}`,
    'open fields in a task': `- [ ] a${many(' [a:: ')}`,
    'dates in a task': `- [ ] a${many(' 📅 2026-11-22')}`,
    'many tasks': many('- [ ] a 📅 2026-11-22\n'),
    'list marks': many('- '),
    'list marks with gaps': many('-    '),
    'code fences': many('```\n'),
    'fences of dashes': `---\n${many('---x\n')}`,
    'a fence never closed': `---\n${many('a: b\n')}`,
    'comments never closed': many('<!--\n'),
    'nothing but spaces': many(' '),
    'nothing but line breaks': many('\r\n'),
  };
  for (const [what, text] of Object.entries(bodies))
    it(`${what}: is read`, () => {
      const note = readNote('x.md', text, yamlHead);
      assert.ok(note.title.length <= 1000);
      sectionsOf(text);
      for (const task of tasksOf(text)) assert.equal(text.slice(task.markAt.start, task.markAt.end), ' ');
    });

  const heads: Readonly<Record<string, string>> = {
    'spaces in a value': `a: b${inside(' ')}c`,
    'spaces before a line separator': `a:${inside(' ')}\u2028`,
    'spaces in an item': `a:\n -${inside(' ')}\u2028`,
    'spaces in a list': `a: [b${inside(' ')}c]`,
    quotes: `a: ${inside("'")}`,
    'open quotes': `a: ${inside('"x')}`,
    'comments in a value': `a: b${inside(' #')}\u2028\nb: {}`,
    'spaces where a key should be': `a${inside(' ')}\nb: {}`,
    'hashes where a key should be': `a${inside('#')}\nb: {}`,
    'brackets closed too often': `a: ${inside(']')}`,
    gaps: `a: {}${inside('\n')}`,
    'carriage returns': inside('\r'),
    keys: Array.from({ length: 3000 }, (_, at) => `${at.toString(36)}:`).join('\n'),
  };
  for (const [what, head] of Object.entries(heads))
    it(`${what}: is a head that is read, or refused`, () => {
      const text = `---\n${head}\n---\n`;
      readNote('people/ada/goals/x.md', text, yamlHead);
      try {
        editHead(text, { due: '2026-12-01' }, yamlHead);
      } catch (error) {
        assert.ok(error instanceof HeadRefused, String(error));
      }
    });

  const words = [
    many('.'),
    many('!?'),
    many('a. b '),
    many('e.g. '),
    many('[a]('),
    many('['),
    many('`'),
    many('👩‍💻'),
    many('e\u0301'),
    many('\u0301'),
    many(' -'),
    many('#'),
    many('/'),
  ];
  for (const text of words)
    it(`${JSON.stringify(text.slice(0, 6))}…: gives a title and a name`, () => {
      const { title, rest } = titleOf(text);
      assert.ok(title.length <= 2001 && rest.length <= text.length);
      assert.ok(isSafeName(`2026-11-22-${fileNameOf(text)}.md`));
      assert.match(printNote({ head: {}, title, body: rest }), /^---\n---\n/);
    });
});
