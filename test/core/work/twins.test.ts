import assert from 'node:assert/strict';
import type { Commit } from '../../../src/core/work/commit.ts';
import { suspects } from '../../../src/core/work/twins.ts';
import { workedOn } from '../../../src/core/work/workedOn.ts';
import { ada, linesOf, writtenWeek } from './writtenWeek.ts';

function told(text: string): string[] {
  return linesOf(workedOn(writtenWeek(text), { person: ada, repositories: [] }));
}

/** Which hash stands for the one piece there is, by its first letters, and how many were folded into it. */
function standing(text: string): string {
  const { pieces, also } = workedOn(writtenWeek(text), { person: ada, repositories: [] });
  return [...pieces, ...also]
    .map(({ commits, folded = [] }) => `${commits.map(({ hash }) => hash.slice(0, 4)).join('+')} (${folded.length})`)
    .join(', ');
}

describe('one change', () => {
  it('that was rebased counts once: the copy on the main line stands', () => {
    const text = `
      Mon 09:00:07 Round the totals
        src/cart.ts +12 -3
        branch: totals
      Mon 09:00:07 Round the totals
        committed: Tue 12:00
        src/cart.ts +13 -3
      Mon 09:00:07 Round the totals
        committed: Wed 12:00
        src/cart.ts +13 -3
        branch: totals-2`;
    assert.deepEqual(told(text), ['Round the totals · feature']);
    assert.equal(standing(text), '0002 (2)');
  });

  it('on two topic branches counts once: the copy committed last stands', () => {
    assert.equal(
      standing(`
        Mon 09:00 Round the totals
          branch: a
        Mon 09:00 Round the totals
          committed: Tue 09:00
          branch: b`),
      '0002 (1)',
    );
  });

  it('cherry-picked with -x under another moment and subject counts once: the origin stands', () => {
    assert.equal(
      standing(`
        Mon 09:00 Round the totals
          src/cart.ts +12 -3
        Tue 09:00 [1.2] Round the totals
          src/cart.ts +11 -3
          > (cherry picked from commit 0001000100010001000100010001000100010001)`),
      '0001 (1)',
    );
  });

  it('with the same Change-Id counts once', () => {
    assert.equal(
      standing(`
        Mon 09:00 Round the totals
          branch: refs-1
          > Change-Id: I1111111111111111111111111111111111111111
        Tue 09:00 Round totals to cents
          > Change-Id: I1111111111111111111111111111111111111111`),
      '0002 (1)',
    );
  });

  it('reworded or dated anew counts once only where the patches agree', () => {
    const reworded = (patch: string) => `
        Mon 09:00 Round the totals
          src/cart.ts +12 -3
          branch: a
          patch: p1
        Mon 09:00 Round all totals
          src/cart.ts +12 -3
          patch: ${patch}`;
    assert.equal(standing(reworded('p1')), '0002 (1)');
    assert.equal(standing(reworded('p2')).split(', ').length, 2);
    const datedAnew = (patch: string) => `
        Mon 09:00 Round the totals
          src/cart.ts +12 -3
          branch: a
          patch: p1
        Tue 09:00 Round the totals (#12)
          src/cart.ts +12 -3
          branch: b
          patch: ${patch}`;
    assert.equal(standing(datedAnew('p1')), '0002 (1)');
    assert.equal(standing(datedAnew('p2')), '0001+0002 (0)'); // two, told in one line
  });

  it('in a repository and its fork counts once; the same words in two repositories are two', () => {
    const text = (patch: string) => `
        Mon 09:00 Update the licence
          repo: shop
          src/a.ts +20 -3
          patch: p1
        Mon 09:00 Update the licence
          repo: fork
          src/a.ts +20 -3
          patch: ${patch}`;
    assert.equal(standing(text('p1')).split(', ').length, 1);
    assert.equal(standing(text('p2')).split(', ').length, 2);
  });

  it('is told apart from its own child of the same second and subject', () => {
    assert.equal(
      standing(`
        Mon 09:00 wip
          hash: aaaa000100010001000100010001000100010001
          src/a.ts +20 -3
        Mon 09:00 wip
          hash: bbbb000100010001000100010001000100010001
          parent: aaaa000100010001000100010001000100010001
          src/a.ts +2 -3`),
      'aaaa+bbbb (0)',
    );
  });

  it('is hers under each of her addresses, and somebody else’s is not', () => {
    assert.equal(
      standing(`
        Mon 09:00 Round the totals
          branch: a
        Mon 09:00 Round the totals
          author: Ada <Ada@Home.example>
        Mon 09:00 Round the totals
          author: Sam`),
      '0002 (1)',
    );
  });
});

describe('a squash merge', () => {
  it('stands for the commits whose subjects it lists, with all who had a hand in them', () => {
    assert.deepEqual(
      told(`
        Mon 09:00 start on coupons
          src/coupons.ts +50 -0
          branch: coupons
        Mon 11:00 coupons expire
          src/coupons.ts +30 -10
          branch: coupons
          Co-authored-by: Sam
        Tue 11:00 Coupons at checkout (#50)
          src/coupons.ts +72 -0
          > * start on coupons
          >
          > * coupons expire`),
      ['Coupons at checkout · feature · #50 · with Sam'],
    );
  });

  it('made by somebody else for her stands for her commits', () => {
    assert.deepEqual(
      told(`
        Mon 09:00 start on coupons
          src/coupons.ts +50 -0
          branch: coupons
        Tue 11:00 Coupons at checkout (#50)
          author: Lin
          Co-authored-by: Ada
          src/coupons.ts +72 -0
          > * start on coupons`),
      ['Coupons at checkout · feature · #50 · with Lin'],
    );
  });

  it('stands for the hashes it lists, and for a branch with the same result', () => {
    const listed = `
      Mon 09:00 start on coupons
        src/coupons.ts +50 -0
      Tue 11:00 Coupons
        src/coupons.ts +50 -0
        > Squashed commit of the following:
        >
        > commit 0001000100010001000100010001000100010001`;
    assert.deepEqual(told(listed), ['Coupons · feature']);
    const silent = `
      Mon 09:00 start on coupons
        src/coupons.ts +50 -0
        branch: coupons
      Mon 11:00 more
        src/coupons.ts +30 -10
        src/cart.ts +3 -1
        branch: coupons
      Tue 11:00 Coupons at checkout (#50)
        src/coupons.ts +70 -0
        src/cart.ts +3 -1`;
    assert.deepEqual(told(silent), ['Coupons at checkout · feature · #50']);
  });

  it('of one commit stands for it', () => {
    assert.deepEqual(
      told(`
        Mon 09:00 Coupons at checkout
          src/coupons.ts +50 -0
          branch: coupons
        Tue 11:00 Coupons at checkout (#50)
          src/coupons.ts +51 -0`),
      ['Coupons at checkout · feature · #50'],
    );
  });

  it('is no release that lists what is on the main line, and no work that merely came later', () => {
    assert.deepEqual(
      told(`
        Mon 09:00 Coupons at checkout
          src/coupons.ts +50 -0
        Mon 10:00 Print receipts
          src/print/receipts.ts +60 -0
        Tue 11:00 Release 1.2
          CHANGELOG.md +3 -0
          > * Coupons at checkout
          > * Print receipts
        Wed 10:00 Coupons expire
          src/coupons.ts +20 -0
          branch: expiry`),
      [
        'Print receipts · feature · @print',
        'Coupons at checkout · feature',
        'Release 1.2 · chore',
        'Coupons expire · feature',
      ],
    );
  });

  it('is no commit that merely lists others of its own branch', () => {
    assert.equal(
      standing(`
        Mon 09:00 Coupons at checkout
          src/coupons.ts +50 -0
          branch: coupons
        Tue 11:00 Say in the docs what is new
          docs/new.md +20 -0
          branch: coupons
          > * Coupons at checkout`),
      '0001+0002 (0)',
    );
  });

  it('and fix-ups fold into what they mend', () => {
    const text = `
      Mon 09:00 Coupons at checkout
        src/coupons.ts +50 -0
        branch: coupons
      Mon 10:00 fixup! Coupons at checkout
        src/coupons.ts +5 -1
        branch: coupons
      Mon 11:00 fixup! fixup! Coupons at checkout
        src/coupons.ts +5 -1
        branch: coupons`;
    assert.deepEqual(told(text), ['Coupons at checkout · feature']);
    assert.equal(standing(text), '0001 (2)');
    assert.deepEqual(told('Mon 10:00 fixup! Something older\n src/a.ts +30 -1'), ['Something older · feature']);
  });
});

describe('what was reverted', () => {
  const made = `
    Mon 09:00 Cache the price list
      src/prices.ts +50 -0
    Mon 10:00 Print receipts
      src/print/receipts.ts +60 -0`;

  it('in the same week is said in a line under also', () => {
    const both = [
      'Print receipts · feature · @print',
      'also',
      '  Tried and took back: Cache the price list · revert ×2',
    ];
    assert.deepEqual(
      told(`${made}
        Tue 09:00 Revert "Cache the price list"
          src/prices.ts +0 -50
          > This reverts commit 0001000100010001000100010001000100010001.`),
      both,
    );
    assert.deepEqual(told(`${made}\n Tue 09:00 Revert "Cache the price list"\n src/prices.ts +0 -50`), both);
  });

  it('and brought back stands as if nothing had happened', () => {
    const stands = ['Print receipts · feature · @print', 'Cache the price list · performance'].toSorted();
    const revert = `
      Tue 09:00 Revert "Cache the price list"
        src/prices.ts +0 -50
        > This reverts commit 0001000100010001000100010001000100010001.`;
    const byHash = `
      Wed 09:00 Revert "Revert "Cache the price list""
        src/prices.ts +50 -0
        > This reverts commit 0003000300030003000300030003000300030003.`;
    assert.deepEqual(told(made + revert + byHash).toSorted(), stands);
    assert.deepEqual(
      told(`${made}${revert}\n Wed 09:00 Reapply "Cache the price list"\n src/prices.ts +50 -0`).toSorted(),
      stands,
    );
    assert.equal(
      standing(made + revert + byHash)
        .split(', ')
        .toSorted()[0],
      '0001 (2)',
    );
    const again = `
      Wed 09:00 Cache the price list
        src/prices.ts +50 -0
        patch: p1`;
    const first = made.replace('src/prices.ts +50 -0', 'src/prices.ts +50 -0\n patch: p1');
    assert.deepEqual(told(first + revert + again).toSorted(), stands);
  });

  it('with its merge takes back all that came in by it', () => {
    const merged = `
      merged: Merge pull request #7 from ada/prices | Cache the price list`;
    const [commit] = writtenWeek(`Mon 09:00 x${merged}`);
    assert.deepEqual(
      told(`
        Mon 09:00 Add a cache ${merged}
        Mon 10:00 Ask the cache first ${merged}
        Tue 09:00 Revert "Merge pull request #7 from ada/prices"
          > This reverts commit ${commit?.mergedBy?.merge ?? ''}, reversing
          > changes made to 1234567.`),
      ['also', '  Tried and took back: Cache the price list · revert · #7 ×3'],
    );
  });

  it('is told apart from the rest of its pull request', () => {
    const merged = 'merged: Merge pull request #7 from ada/prices | Faster price list';
    assert.deepEqual(
      told(`
        Mon 09:00 Add a cache
          src/prices.ts +50 -0
          ${merged}
        Mon 10:00 Ask the database once
          src/prices.ts +30 -9
          ${merged}
        Tue 09:00 Revert "Add a cache"
          > This reverts commit 0001000100010001000100010001000100010001.
          ${merged}`),
      ['Ask the database once · feature · #7', 'also', '  Tried and took back: Add a cache · revert · #7 ×2'],
    );
  });

  it('of older or others’ work is work of its own', () => {
    assert.deepEqual(
      told(`
        Tue 09:00 Revert "Use the new queue (#9)" (#12)
          src/queue.ts +10 -90
        Wed 09:00 Cache the price list
          author: Sam
          Reviewed-by: Ada
          hash: abcd000100010001000100010001000100010001
        Thu 09:00 Revert "Cache the price list"
          src/prices.ts +0 -50
          > This reverts commit abcd000100010001000100010001000100010001.
        Fri 09:00 Reapply "Use the old queue"
          src/old.ts +20 -0`),
      [
        'Took back: Use the new queue · revert · #12',
        'Took back: Cache the price list · revert',
        'Brought back: Use the old queue · revert',
        'reviewed',
        '  Cache the price list (Sam)',
      ],
    );
  });
});

describe('a part in a commit', () => {
  it('is told once: as work where she co-authored it, else as a review', () => {
    assert.deepEqual(
      told(`
        Mon 09:00 Print receipts
          author: Sam
          Co-authored-by: Ada
          Reviewed-by: Ada
        Tue 09:00 Split the scheduler's queue
          author: Sam
          Reviewed-by: Ada <ADA@forge.example>
        Wed 09:00 Keep an audit log
          author: Lin
          Tested-by: Ada
        Thu 09:00 Sign things
          author: Lin
          Signed-off-by: Ada`),
      [
        'Print receipts · feature · with Sam',
        'reviewed',
        "  Split the scheduler's queue (Sam)",
        '  Keep an audit log (Lin)',
      ],
    );
  });

  it('is not a merge', () => {
    const [merge] = writtenWeek("Mon 09:00 Merge branch 'main' into totals");
    assert.ok(merge);
    const commits: Commit[] = [{ ...merge, parents: ['a'.repeat(40), 'b'.repeat(40)] }];
    assert.deepEqual(linesOf(workedOn(commits, { person: ada, repositories: [] })), []);
  });
});

describe('patch-ids', () => {
  const suspected = (text: string) => suspects(writtenWeek(text)).map(hash => hash.slice(0, 4));

  it('are asked for where they decide: same moment or subject, as many lines in the same files', () => {
    assert.deepEqual(
      suspected(`
        Mon 09:00 Round the totals
          src/cart.ts +12 -3
        Mon 09:00 Round all totals
          src/cart.ts +12 -3
        Tue 09:00 Round the totals (#3)
          src/cart.ts +12 -3`),
      ['0001', '0002', '0003'],
    );
  });

  it('are not asked for where nothing or everything speaks for a twin', () => {
    assert.deepEqual(
      suspected(`
        Mon 09:00 Round the totals
          src/cart.ts +12 -3
        Mon 09:00 Round the totals
          src/cart.ts +12 -3
        Tue 09:00 Round the totals
          src/cart.ts +12 -4
        Wed 09:00 Round other totals
          src/cart.ts +12 -3
        Thu 09:00 empty
        Fri 09:00 empty`),
      [],
    );
  });
});
