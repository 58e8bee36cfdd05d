import assert from 'node:assert/strict';
import { makeRepository, type TestRepository } from '../../../support/gitRepository.ts';
import { clonedBy, learningNote } from '../../../support/sharingClone.ts';

const bees = 'people/ada/learning/2026-11-22-bees.md';
const dogs = 'people/sam/learning/2026-11-22-dogs.md';
/** What one look at a checkout asks: where it is, how it is configured, its branch, what that follows, and what is known of that. */
const look = ['rev-parse', 'config', 'symbolic-ref', 'for-each-ref', 'rev-parse'];
/** The same where the branch is ahead of what it follows. */
const ahead = [...look, 'merge-base'];

describe('What sharing asks git', () => {
  let origin: TestRepository;
  beforeEach(() => {
    origin = makeRepository();
    origin.commit({ subject: 'Begin', files: { 'cart.ts': 'let cart;\n' } });
    origin.git('checkout', '-q', '--detach');
  });
  afterEach(() => {
    origin.dispose();
  });

  it('is one look for each step, and nothing twice, where nobody is faster', async () => {
    const ada = clonedBy('ada', origin);
    ada.note(bees, learningNote('Bees'));
    await ada.share();
    ada.asked.length = 0;
    await ada.publish();
    const contents = ['remote', 'log', 'diff-tree', 'cat-file'];
    assert.deepEqual(ada.asked, [...ahead, ...contents, ...ahead, ...look]);
    assert.equal(ada.git('rev-parse', 'origin/main'), ada.git('rev-parse', 'HEAD'));
  });

  it('is a new look after each way to the others: what they brought meanwhile is seen', async () => {
    const [ada, sam] = [clonedBy('ada', origin), clonedBy('sam', origin)];
    sam.note(dogs, learningNote('Dogs'));
    await sam.share();
    await sam.publish();
    ada.note(bees, learningNote('Bees'));
    await ada.share();
    ada.asked.length = 0;
    await ada.publish();
    const looks = ada.asked.filter(each => each === 'config').length;
    assert.equal(looks, 5, 'publication and join before and after the fetch, and what is followed');
    assert.deepEqual((await ada.look()).notes, []);
    assert.match(ada.read(`notes/${dogs}`), /Dogs/);
  });
});
