import assert from 'node:assert/strict';
import { printLine } from '../../../src/core/week/part.ts';
import { printWork, type WorkPrinting } from '../../../src/core/week/printWork.ts';
import type { WorkedOn } from '../../../src/core/work/piece.ts';
import { commit, piece, review, worked } from './samples.ts';

const print = (work: WorkedOn, options?: WorkPrinting) =>
  printWork(work, options)
    .map(line => printLine(line))
    .join('\n');

describe('work, printed', () => {
  it('reads as a person would tell it', () => {
    const work = worked({
      pieces: [
        piece('Checkout reads stay under 200 ms', {
          pull: { number: 412, url: 'https://forge.example/shop/pull/412' },
          goals: ['checkout-under-200-ms'],
        }),
        piece('Retry storm after a pool reset fixed', {
          commits: [commit('a1b2c3d'), commit('b0b0b0b'), commit('e4f5a6b')],
        }),
        piece('Release notes build without the network', {
          repo: 'tools',
          commits: [commit('0c9d8e7', 'tools')],
          with: [{ name: 'Sam', email: 'sam@forge.example' }],
        }),
      ],
      reviewed: [review("the scheduler's new queue", 'Sam'), review('the audit log', 'Lin')],
      also: [
        piece('typo in the on-call guide', { commits: [commit('1111111')] }),
        piece('a lint rule', { commits: [commit('2222222')] }),
      ],
    });
    const goalsOf: WorkPrinting['goalsOf'] = ({ goals }) =>
      goals.map(slug => ({ title: 'checkout under 200 ms', href: `../goals/${slug}.md` }));
    assert.equal(
      print(work, { goalsOf }),
      [
        '- **Checkout reads stay under 200 ms** · [#412](https://forge.example/shop/pull/412) · shop · for [checkout under 200 ms](../goals/checkout-under-200-ms.md)',
        '- **Retry storm after a pool reset fixed** · [shop a1b2c3d](https://forge.example/shop/commit/a1b2c3d)…[e4f5a6b](https://forge.example/shop/commit/e4f5a6b)',
        '- **Release notes build without the network** · [tools 0c9d8e7](https://forge.example/tools/commit/0c9d8e7) · with Sam',
        "- Reviewed: the scheduler's new queue (Sam), the audit log (Lin)",
        '<details><summary>also</summary>',
        '',
        '- typo in the on-call guide ([shop 1111111](https://forge.example/shop/commit/1111111))',
        '- a lint rule ([shop 2222222](https://forge.example/shop/commit/2222222))',
        '</details>',
      ].join('\n'),
    );
  });

  it('names the repository only where there are several, and links only where there is a page', () => {
    const work = worked({ pieces: [piece('A', { commits: [{ repo: 'shop', hash: 'a1b2c3d4e5' }] })] });
    assert.equal(print(work), '- **A** · a1b2c3d');
    assert.equal(print(work, { namesRepos: true }), '- **A** · shop a1b2c3d');
  });

  it('keeps the number of each pull request where one line tells of several', () => {
    const pulls = [12, 14].map(number => ({ number, url: `https://forge.example/shop/pull/${number}` }));
    const work = worked({ pieces: [piece('A', { pulls })] });
    assert.match(print(work), / · \[#12\]\(.*\/12\), \[#14\]\(.*\/14\)$/);
  });

  it('credits in the small print whoever else had a hand in it', () => {
    const work = worked({ also: [piece('A', { with: [{ name: 'Sam', email: 'sam@forge.example' }] })] });
    assert.match(print(work), /- A \(.*, with Sam\)$/m);
  });

  it('shows an issue beside the commits', () => {
    const issue = { key: 'SHOP-7', url: 'https://tracker.example/SHOP-7' };
    const work = worked({ pieces: [piece('A', { issue, commits: [commit('a1b2c3d')] })] });
    assert.match(print(work), / · \[SHOP-7\]\(https:\/\/tracker\.example\/SHOP-7\)$/);
  });

  it('names a few people, and never how many', () => {
    const many = ['Sam', 'Lin', 'Kim', 'Bo', 'Cy'].map(name => ({ name, email: `${name}@forge.example` }));
    assert.match(print(worked({ pieces: [piece('A', { with: many })] })), / · with Sam, Lin, Kim and others$/);
    assert.match(print(worked({ pieces: [piece('A', { with: many.slice(0, 2) })] })), / · with Sam and Lin$/);
  });

  it('shows what strangers wrote as text', () => {
    const evil = '**x** <img src=x> [y](javascript:alert(1)) --> <!-- outloud:end worked-on -->\n## z';
    const work = worked({
      pieces: [piece(evil, { repo: evil, with: [{ name: evil, email: 'x' }] })],
      reviewed: [review(evil, evil)],
      also: [piece(evil, { repo: 'b' })],
    });
    const markdown = print(work);
    assert.doesNotMatch(markdown, /(?<!\\)<(?!\/?(?:details|summary)>)|(?<!\\)\[y/);
    assert.equal(markdown.split('\n').length, 6);
  });

  it('says nothing of sizes', () => {
    const sizes = { commits: 4711, added: 4712, deleted: 4713, generated: 4714 };
    assert.doesNotMatch(print(worked({ pieces: [piece('A', { sizes })], also: [piece('B', { sizes })] })), /471/);
  });
});
