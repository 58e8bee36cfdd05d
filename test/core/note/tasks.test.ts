import assert from 'node:assert/strict';
import { tasksOf, type TaskLine } from '../../../src/core/note/tasks.ts';

/** A task as it reads: `open Ask Lin · due 2026-11-25`. */
function shown({ state, text, due, done, movedTo, section, indent }: TaskLine): string {
  const fields = { due, done, 'moved to': movedTo, in: section, indent: indent || undefined };
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  return [`${state} ${text}`, ...given.map(([name, value]) => `${name} ${String(value)}`)].join(' · ');
}

describe('tasksOf', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['- [ ] Ask Lin @lin 📅 2026-11-25', 'open Ask Lin @lin · due 2026-11-25'],
    ['- [x] Find where the time goes ✅ 2026-11-06', 'done Find where the time goes · done 2026-11-06'],
    ['* [X] Done', 'done Done'],
    ['+ [ ] Both 📅 2026-11-25 ✅ 2026-11-06', 'open Both · due 2026-11-25 · done 2026-11-06'],
    ['1. [ ] Numbered', 'open Numbered'],
    ['12) [-] Dropped ❌ 2026-11-06', 'dropped Dropped'],
    ['- [>] Pair with Sam on the scheduler → 2026-W47', 'moved Pair with Sam on the scheduler · moved to 2026-W47'],
    ['- [>] Pair → 2025-W53', 'moved Pair'],
    ['- [/] Half', 'open Half'],
    ['- [ ]', 'open '],
    ['- [ ] ', 'open '],
    ['\t- [ ] Below', 'open Below · indent 1'],
    ['- [ ] One [due:: 2026-12-01]', 'open One · due 2026-12-01'],
    [
      '- [x] One (due::2026-12-01) [completion:: 2026-11-30] [energy:: +]',
      'done One · due 2026-12-01 · done 2026-11-30',
    ],
    ['- [ ] High ⏫ 🛫 2026-11-01 ⏳ 2026-11-02 📅 2026-11-03 ^block-1', 'open High · due 2026-11-03'],
    ['- [ ] No such day 📅 2026-02-30', 'open No such day'],
    [
      '- [ ] A budget · promised 2026-10-27, 📅 2026-11-10 · **14 days over**',
      'open A budget · promised 2026-10-27, 📅 2026-11-10 · **14 days over** · due 2026-11-10',
    ],
    ['- [ ] 📅 2026-11-25', 'open  · due 2026-11-25'],
    ['- [ ] Call 🎉 📅️ 2026-11-25  ', 'open Call 🎉 · due 2026-11-25'],
  ];
  for (const [line, task] of cases)
    it(`reads ${line}`, () => {
      assert.deepEqual(tasksOf(line).map(shown), [task]);
    });

  for (const line of ['- a', '[ ] a', '- [] a', '- [ ]a', '-[ ] a', '- [ab] c', '    text [ ] a', '> - [ ] quoted'])
    it(`finds no task in ${line}`, () => {
      assert.deepEqual(tasksOf(line), []);
    });

  it('knows the section, and passes over front matter, code and comments', () => {
    const text =
      '---\na: |\n  - [ ] no\n---\n- [ ] top\n## Next week ##\n- [ ] plan\n```\n- [ ] code\n```\n<!--\n- [ ] hidden\n-->\n### Later\n  - [x] deep\n';
    assert.deepEqual(tasksOf(text).map(shown), [
      'open top',
      'open plan · in Next week',
      'done deep · in Later · indent 2',
    ]);
  });

  it('says where the line and its mark stand', () => {
    const text = '\uFEFF# T\r\n- [ ] 🎉 a\r\n  1. [🎉] b';
    assert.deepEqual(
      tasksOf(text).map(({ at, markAt }) => [text.slice(at.start, at.end), text.slice(markAt.start, markAt.end)]),
      [
        ['- [ ] 🎉 a', ' '],
        ['  1. [🎉] b', '🎉'],
      ],
    );
  });
});
