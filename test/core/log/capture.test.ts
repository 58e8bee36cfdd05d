import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseCapture, type Capture } from '../../../src/core/log/capture.ts';
import { skillMark } from '../../../src/core/log/completion.ts';
import { entryTypes, type EntryType } from '../../../src/core/note/note.ts';

/** A capture as one reads it: the words, then what the marks said. */
function shown({ text, tags, skills, goal, private: isPrivate, to, minutes, type }: Capture): string {
  const marks = [
    ...(type ? [`type ${type}`] : []),
    ...(isPrivate ? ['private'] : []),
    ...tags.map(tag => `tag ${tag}`),
    ...(goal === undefined ? [] : [`goal ${goal}`]),
    ...skills.map(skill => `skill ${skill}`),
    ...(to === undefined ? [] : [`to ${to}`]),
    ...(minutes === undefined ? [] : [`${minutes} minutes`]),
  ];
  return [text, ...marks].join(' | ');
}

const marksOf = ({ tags, skills, goal, private: isPrivate, to, minutes, type }: Capture) => ({
  ...{ tags, skills, goal, isPrivate, to, minutes, type },
});

describe('parseCapture', () => {
  const cases: readonly (readonly [line: string, expected: string, type?: EntryType])[] = [
    // marks that label the line go
    ['PgBouncer pins a session #pgbouncer goal:checkout', 'PgBouncer pins a session | tag pgbouncer | goal checkout'],
    ['#postgres skill:sql Vacuum is lazy', 'Vacuum is lazy | tag postgres | skill sql'],
    ['Vacuum is lazy. #postgres Freeze it.', 'Vacuum is lazy. Freeze it. | tag postgres'],
    ['Vacuum is lazy #postgres.', 'Vacuum is lazy. | tag postgres'],
    ['Vacuum is lazy #a, #b/c #d_e', 'Vacuum is lazy | tag a | tag b/c | tag d_e'],
    ['#a, Vacuum is lazy', 'Vacuum is lazy | tag a'],
    ['first line\n#tag\nsecond line', 'first line\nsecond line | tag tag'],
    ['first line #tag\nsecond line', 'first line\nsecond line | tag tag'],
    ['first line\r\n#tag\r\nsecond line', 'first line\r\nsecond line | tag tag'],
    ['first line\n\n#tag', 'first line\n | tag tag'],
    ['#only', ' | tag only'],
    ['#Rust #rust #RUST', ' | tag Rust'],
    ['学んだ #データベース', '学んだ | tag データベース'],
    ['学んだ ＃データベース', '学んだ | tag データベース'],
    // marks that are words of a sentence only lose their sign
    ['In #postgres, SET pins a session', 'In postgres, SET pins a session | tag postgres'],
    ['Vacuum in #postgres goal:db is lazy', 'Vacuum in postgres is lazy | tag postgres | goal db'],
    ['More about #postgres', 'More about postgres | tag postgres'],
    ['Compared #sqlite and #postgres', 'Compared sqlite and postgres | tag sqlite | tag postgres'],
    // what is no tag
    ['See #412 and #8', 'See #412 and #8'],
    ['C# and F#, a#b, https://forge.example/x#y', 'C# and F#, a#b, https://forge.example/x#y'],
    ['# Heading', '# Heading'],
    ['(#tag) [#tag](x) "#tag" #a#b ##c', '(#tag) [#tag](x) "#tag" #a#b ##c'],
    ['run `grep #include x` and `!private`', 'run `grep #include x` and `!private`'],
    ['``a ` #b`` c', '``a ` #b`` c'],
    ['an open ` #tag', 'an open ` | tag tag'],
    // goals and skills
    ['goal:"Checkout under 200 ms" done', 'done | goal checkout-under-200-ms'],
    ['one goal:a goal:b', 'one goal:b | goal a'],
    ['the goal: none', 'the goal: none'],
    ['subgoal:x skills:y', 'subgoal:x skills:y'],
    ['fast skill:"System design" skill:c++', 'fast | skill System design | skill c++'],
    // private, said in any way
    ['a hard week !private', 'a hard week | private'],
    ['a hard week !PRIVATE.', 'a hard week. | private'],
    ['(!private) a hard week', '(!private) a hard week | private'],
    ['つらい！private', 'つらい！private | private'],
    ['an open ` !private', 'an open ` | private'],
    ['read !privateKey', 'read !privateKey'],
    ['a hard week', 'a hard week | private', 'hard-moment'],
    ['!hard-moment a hard week', 'a hard week | type hard-moment | private'],
    ['!win a hard week', 'a hard week | type win | private', 'hard-moment'],
    // people count for help and thanks
    ['@lin knows', '@lin knows'],
    ['for the flame graphs @sam', 'for the flame graphs | to sam', 'thanks'],
    ['Thanks to @sam', 'Thanks to sam | to sam', 'thanks'],
    ['Thanks @sam and @lin for the review', 'Thanks sam and lin for the review | to sam, lin', 'thanks'],
    ['Which queue? Two are written up. @lin', 'Which queue? Two are written up. | to lin', 'help'],
    ['Pin @types/node, mail ada@forge.example', 'Pin @types/node, mail ada@forge.example', 'help'],
    // time counts for waste
    ['CI failed again 15m', 'CI failed again | 15 minutes', 'waste'],
    ['CI failed again 1h30', 'CI failed again | 90 minutes', 'waste'],
    ['Waited 20min for CI', 'Waited 20min for CI | 20 minutes', 'waste'],
    ['CI failed for 15m', 'CI failed for 15m', 'learning'],
    ['!waste CI failed again 15m', 'CI failed again | type waste | 15 minutes'],
    ['!win !waste it works', '!waste it works | type win'],
  ];
  for (const [line, expected, type] of cases)
    it(`${JSON.stringify(line)}${type ? ` as ${type}` : ''}`, () => {
      assert.equal(shown(parseCapture(line, type)), expected);
    });

  const anyType = fc.constantFrom(...entryTypes);
  const anyLine = fc
    .array(
      fc.oneof(
        fc.constantFrom('#a', '#b-c', '#12', 'goal:x', 'goal:"A b"', 'skill:rust', 'skill:"a b"', '!private', '!win'),
        fc.constantFrom('@lin', '@sam.', '15m', '#15m', '2h', '`', '``', ',', '.', '(', '\n', '  ', 'and', 'to', '🎉'),
        fc.string({ unit: 'binary', maxLength: 6 }),
        fc.lorem({ maxCount: 3 }),
      ),
    )
    .map(parts => parts.join(' '));

  it('keeps a text without marks byte for byte', () => {
    const markless = fc.string({ unit: 'binary' }).filter(text => !/[#＃@!！:\d]/.test(text));
    fc.assert(
      fc.property(markless, anyType, (text, type) => {
        assert.equal(parseCapture(text, type).text, text);
      }),
    );
  });

  it('reads the same marks again from what it prints', () => {
    fc.assert(
      fc.property(anyLine, anyType, (line, type) => {
        const capture = parseCapture(line, type);
        assert.deepEqual(marksOf(parseCapture(printCapture(capture), type)), marksOf(capture));
      }),
      { numRuns: 1000 },
    );
  });

  it('leaves every word that is no mark, in its order', () => {
    const words = (text: string) => text.split(/\s+/).filter(word => /^[a-z]{2,}$/.test(word));
    fc.assert(
      fc.property(anyLine, line => {
        const text = line.replace(/`/g, '').replaceAll('#b-c', '#c1');
        assert.deepEqual(words(parseCapture(text).text), words(text));
      }),
    );
  });

  it('never takes a private line for one that is not', () => {
    fc.assert(
      fc.property(anyLine, anyType, (line, type) => {
        const { private: isPrivate } = parseCapture(`${line.replaceAll('`', '')} !private`, type);
        assert.equal(isPrivate, true);
      }),
    );
  });
});

/** The capture as a line that parses to the same marks again: they first, then the words. */
function printCapture(capture: Capture): string {
  const marks = [
    ...(capture.type ? [`!${capture.type}`] : []),
    ...(capture.private ? ['!private'] : []),
    ...capture.tags.map(tag => `#${tag}`),
    ...(capture.goal === undefined ? [] : [`goal:${capture.goal}`]),
    ...capture.skills.map(skillMark),
    ...(capture.to === undefined ? [] : capture.to.split(', ').map(handle => `@${handle}`)),
    ...(capture.minutes === undefined ? [] : [`${capture.minutes}m`]),
  ];
  return [...marks, capture.text].join(' ').trimEnd();
}
