import assert from 'node:assert/strict';
import { join } from 'node:path';
import fc from 'fast-check';
import { makeRepository, type TestRepository } from '../../../support/gitRepository.ts';
import {
  anyMark,
  everyHidden,
  hidden,
  hiddenNote,
  openNotes,
  people,
  type Hidden,
} from '../../../support/privacy/markedNotes.ts';
import { learningNote, sharingClone } from '../../../support/sharingClone.ts';

/** Everything git keeps in a repository: every object, reachable or not, the names of its refs, and what they once were. */
function allOf({ git }: Pick<TestRepository, 'git'>): string {
  const folder = git('rev-parse', '--path-format=absolute', '--git-common-dir');
  const named = ['for-each-ref', 'reflog --all', 'ls-files --stage'].map(call =>
    git('-C', folder, '--work-tree=.', ...call.split(' ')),
  );
  return [git('cat-file', '--batch-all-objects', '--batch', '--unordered'), ...named].join('\n');
}

describe('Private notes and a real git', () => {
  let origin: TestRepository;
  beforeEach(() => {
    origin = makeRepository();
    origin.commit({ subject: 'Begin', files: { 'shop.ts': 'let shop;\n' } });
    origin.git('checkout', '-q', '--detach');
  });
  afterEach(() => {
    origin.dispose();
  });

  /** Everybody shares all she can from a clone of her own, with private notes among the shared ones. */
  async function shareAll(notes: readonly Hidden[], round: number): Promise<void> {
    for (const handle of people) {
      const root = join(origin.root, `../${handle}-${round}`);
      origin.git('clone', '-q', '-b', 'main', origin.root, root);
      const clone = sharingClone({ root, environment: origin.environment, handle });
      clone.git('config', 'user.name', handle);
      clone.git('config', 'user.email', `${handle}@forge.example`);
      for (const [path, text] of Object.entries(openNotes)) clone.note(path, text);
      for (const [path, text] of notes.map(hiddenNote)) clone.note(path, text);
      clone.note(`people/${handle}/learning/round-${round}.md`, learningNote(`Round ${round}`));
      const { notes: offered, keptBack } = await clone.look();
      assert.ok(!JSON.stringify(offered).includes(anyMark));
      assert.ok(keptBack.every(({ reason }) => reason === 'private'));
      assert.notEqual(await clone.share(), undefined);
      assert.equal((await clone.publish()).pushed, true);
      assert.ok(!allOf(clone).includes(anyMark), `a private word is in the clone of ${handle}`);
    }
    assert.ok(!allOf(origin).includes(anyMark), 'a private word is in what everybody has');
    assert.match(origin.git('show', 'main:notes/people/sam/learning/2026-11-17-seen.md'), /Seen by all/);
  }

  it('never meet: no object, name or message holds a private word', async function () {
    this.timeout(120_000);
    const amongShared = fc.array(
      hidden.map(note => ({ ...note, flag: note.flag ?? 'true' })),
      { minLength: 1, maxLength: 12 },
    );
    let round = 0;
    await fc.assert(
      fc.asyncProperty(amongShared, notes => shareAll(notes, round++)),
      { numRuns: 3, examples: [[[...everyHidden('true')]]] },
    );
  });
});
