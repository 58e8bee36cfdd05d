import assert from 'node:assert/strict';
import fc from 'fast-check';
import { kindsFor, questionsFor, requestKinds } from '../../../src/core/feedback/requestKinds.ts';
import { mainFolder, printRequest, requestPath, type NewRequest } from '../../../src/core/feedback/requestNote.ts';
import { chatRequest, pullComment } from '../../../src/core/feedback/requestText.ts';
import { replyDays } from '../../../src/core/feedback/replyDays.ts';
import { skillsAsked } from '../../../src/core/feedback/skillsAsked.ts';
import { questionsOf, requestOf } from '../../../src/core/feedback/request.ts';
import { readNote } from '../../../src/core/note/readNote.ts';
import { yamlHead } from '../../../src/node/yamlHead.ts';

const forge = { kind: 'github', url: 'https://github.com/market/shop' } as const;
const request: NewRequest = {
  day: '2026-11-19',
  title: 'Outbox: design',
  about: 'shop main..outbox',
  to: ['sam'],
  due: '2026-11-24',
  kind: 'design',
  unsure: 'is one table per aggregate worth the migration?',
  questions: questionsFor('design', ['is one table per aggregate worth the migration?']),
  range: {
    forge,
    base: 'a'.repeat(40),
    head: 'b'.repeat(40),
    name: 'main..outbox',
    commits: [
      { hash: 'b'.repeat(40), subject: 'Replay what was lost' },
      { hash: 'c'.repeat(40), subject: 'Send **once** `SET`' },
    ],
    files: ['services/outbox/send.ts', 'services/outbox/retry.ts', 'docs/a.md'],
  },
  because: ['Sam reviewed these files since June'],
};

describe('a request for feedback', () => {
  it('is called by the words of a file it is about', () => {
    assert.equal(
      requestPath('ada', { ...request, title: 'db.ts, lines 2 to 3: design' }),
      'people/ada/feedback/2026-11-19-db-ts-lines-2-to-3-design.md',
    );
  });

  it('reads well on any forge', () => {
    assert.equal(requestPath('ada', request), 'people/ada/feedback/2026-11-19-outbox-design.md');
    assert.equal(
      printRequest(request),
      `---
type: feedback-request
about: shop main..outbox
to:
  - sam
date: 2026-11-19
due: 2026-11-24
kind: design
---
# Outbox: design

What I am unsure about: is one table per aggregate worth the migration?

It is [\`main..outbox\`](https://github.com/market/shop/compare/${'a'.repeat(40)}...${'b'.repeat(40)}), mostly in \`services/outbox\`:

- Send \\*\\*once\\*\\* \`SET\` ([ccccccc](https://github.com/market/shop/commit/${'c'.repeat(40)}))
- Replay what was lost ([bbbbbbb](https://github.com/market/shop/commit/${'b'.repeat(40)}))

Asked because Sam reviewed these files since June.

## What did you notice first?

## What would you ask me before you trust it?

## Is one table per aggregate worth the migration?
`,
    );
  });

  it('tells what it can where there is no forge, no range and no question', () => {
    const { range, unsure: _, ...rest } = request;
    const text = printRequest({ ...rest, because: [], questions: [], range: range && { ...range, forge: undefined } });
    assert.match(text, /^It is `main\.\.outbox`, mostly in `services\/outbox`:$/m);
    assert.match(text, /^- Replay what was lost \(`bbbbbbb`\)$/m);
    const file = { path: 'db.ts', lines: [88, 97] as const };
    assert.match(printRequest({ ...rest, because: [], file }), /^It is about `db\.ts:88-97`\.$/m);
    const pull = { name: 'pull request #412', url: 'https://github.com/market/shop/pull/412' };
    assert.match(printRequest({ ...rest, pull }), /^It is \[pull request #412\]\(https.*\/412\)\.$/m);
    assert.doesNotMatch(printRequest({ ...rest, range: undefined }), /It is/);
  });

  it('counts nothing', () => {
    const commits = Array.from({ length: 30 }, (_, at) => ({
      hash: String(at).padStart(40, 'd'),
      subject: 'One more',
    }));
    const text = printRequest({ ...request, range: { ...request.range!, commits } });
    assert.match(text, /^- and more: \[`main\.\.outbox`\]/m);
    assert.doesNotMatch(text, /\b30\b/);
  });

  const odd = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('## Evil', '---', '<!-- x', '[a](javascript:x)', '`', '\n# b\n', '@lin', '- [ ] x', '|', ']('),
  );

  it('is read again as it was meant, whatever strangers called their branches, files and commits', () => {
    fc.assert(
      fc.property(odd, odd, odd, odd, (name, subject, file, question) => {
        const own = questionsFor('risk', [question]);
        const range = { ...request.range!, name, commits: [{ hash: 'e'.repeat(40), subject }], files: [file, file] };
        const text = printRequest({
          ...request,
          title: subject,
          about: name,
          questions: own,
          unsure: question,
          range,
          because: [name],
        });
        const path = requestPath('ada', { day: request.day, title: subject });
        const note = { ...readNote(path, text, yamlHead), path };
        const read = requestOf(note);
        assert.deepEqual([read?.to, read?.due, read?.kind], [['sam'], '2026-11-24', 'design']);
        const questions = questionsOf(text);
        assert.deepEqual(questions.slice(0, 3), questionsFor('risk'));
        assert.ok(questions.length <= own.length);
        assert.doesNotMatch(text.slice(note.bodyStart), /(?<!\\)\]\(javascript:/);
      }),
    );
  });

  it('asks what was seen before anything else, in every kind, and for no advice', () => {
    for (const kind of requestKinds) {
      const asked = questionsFor(kind);
      assert.ok(asked.length >= 2 && asked.length <= 3, kind);
      assert.ok(
        asked.every(question => question.endsWith('?') && !/should (?:I|we) (?:do|change|fix)/i.test(question)),
        kind,
      );
      assert.match(asked[0] ?? '', /notice|see|seen|tell you|stop and read|different for you/, kind);
    }
    assert.deepEqual(questionsFor('none of ours'), questionsFor('design'));
    assert.deepEqual(questionsFor('design', [' ', 'Why\nso?']).at(-1), 'Why so?');
    for (const subject of ['code', 'talk', 'project', 'myself'] as const) assert.ok(kindsFor(subject).length > 1);
  });

  it('becomes words for a chat', () => {
    const text = printRequest({ ...request, unsure: 'is it _worth_ it?' }).replace(
      '\n\nAsked',
      '\n\n<!-- my own\nnote -->\n\nAsked',
    );
    assert.equal(
      chatRequest(text, { asker: 'Ada', to: ['Sam', 'Lin'], due: 'Tuesday 24 November' }),
      `Sam and Lin, may I ask you for feedback on “Outbox: design” by Tuesday 24 November?

What I am unsure about: is it _worth_ it?

It is main..outbox (https://github.com/market/shop/compare/${'a'.repeat(40)}...${'b'.repeat(40)}), mostly in services/outbox:

• Send **once** SET (ccccccc (https://github.com/market/shop/commit/${'c'.repeat(40)}))
• Replay what was lost (bbbbbbb (https://github.com/market/shop/commit/${'b'.repeat(40)}))

Asked because Sam reviewed these files since June.

• What did you notice first?
• What would you ask me before you trust it?
• Is one table per aggregate worth the migration?

A few lines are enough.`,
    );
  });

  it('becomes a comment that mentions nobody and leads to no note', () => {
    const text = `---\ntype: feedback-request\n---\n# Ask @all\n\nSee [my goal](../goals/a.md) and [it](https://forge.example/x). <!-- mine\n\n## @team, what did you see?\n`;
    assert.equal(
      pullComment(text, { asker: 'Ada', to: ['Sam'] }),
      `**Ada would like feedback from Sam: Ask \\@all**\n\nSee my goal and [it](https://forge.example/x).\n\n- \\@team, what did you see?`,
    );
  });

  it('is wished for by a working day', () => {
    const days = (today: string) => replyDays(today).map(({ day }) => day);
    assert.deepEqual(days('2026-11-19'), ['2026-11-24', '2026-11-20', '2026-11-26', '2026-12-03']);
    assert.deepEqual(days('2026-11-21'), ['2026-11-25', '2026-11-23', '2026-11-30', '2026-12-07']);
  });

  it('finds the folder most of it lies in', () => {
    assert.equal(mainFolder(['a/b/x.ts', 'a/b/y.ts', 'c.ts']), 'a/b');
    assert.equal(mainFolder(['a/b/x.ts', 'a/c/y.ts']), 'a');
    assert.equal(mainFolder(['a.ts', 'b/c.ts']), undefined);
    assert.equal(mainFolder([]), undefined);
  });

  it('touches skills by its kind, its files and its words', () => {
    const skills = ['testing', 'rust', 'postgres', 'go', 'coaching'].map(slug => ({ slug }));
    const asked = (kind: string, files: readonly string[], words = '') =>
      skillsAsked(skills, { kind, files, words }).map(({ slug }) => slug);
    assert.deepEqual(asked('tests', ['a.rs']), ['testing', 'rust']);
    assert.deepEqual(asked('growth', [], 'How I tune Postgres'), ['postgres', 'coaching']);
    assert.deepEqual(asked('design', [], 'where to go'), []);
    assert.deepEqual(asked('__proto__', ['x.constructor']), []);
  });
});
