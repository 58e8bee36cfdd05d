import assert from 'node:assert/strict';
import { dirname, join } from 'node:path';
import { askedAboutText } from '../../../src/app/feedback/askedAbout.ts';
import { requestFeedback } from '../../../src/app/feedback/requestFeedback.ts';
import { whomToAsk } from '../../../src/app/feedback/whomToAsk.ts';
import { gitHistory } from '../../../src/node/git/gitHistory.ts';
import { memoryDesk, type MemoryDeskOptions } from '../../support/memoryDesk.ts';
import { makeRepository, type TestRepository } from '../../support/gitRepository.ts';

const member = (handle: string) => ({
  handle,
  name: handle.toUpperCase(),
  emails: [`${handle}@shop.example`],
  leads: [],
});
const me = { handle: 'ada', name: 'Ada', emails: ['ada@shop.example'] };

describe('requesting feedback', () => {
  let shop: TestRepository;
  before(() => {
    shop = makeRepository();
    shop.git('remote', 'add', 'origin', 'https://github.com/market/shop.git');
    const by = (who: string, date: string) => ({ author: `${who} <${who}@shop.example>`, date });
    shop.commit({
      subject: 'Begin',
      files: { 'db.ts': '1\n2\n3\n', 'site.css': 'a\n' },
      ...by('lin', '2026-10-01T08:00:00Z'),
    });
    shop.commit({
      subject: 'Pool',
      files: { 'db.ts': '1\npool\npool\n' },
      ...by('sam', '2026-10-05T08:00:00Z'),
      trailers: ['Reviewed-by: Kim <kim@shop.example>'],
    });
    shop.commit({
      subject: 'Bump',
      files: { 'db.ts': '1\npool\nbump\n' },
      author: 'renovate[bot] <bot@renovate.example>',
      date: '2026-11-05T08:00:00Z',
    });
    shop.commit({ subject: 'Gone', files: { 'db.ts': '1\ngone\nbump\n' }, ...by('gone', '2026-11-06T08:00:00Z') });
    shop.branch('feature/SHOP-12-one-pool');
    shop.commit({
      subject: 'Share one pool',
      files: { 'db.ts': 'one\nshared\npool\n' },
      ...by('ada', '2026-11-20T08:00:00Z'),
    });
  });
  after(() => {
    shop.dispose();
  });
  const desk = (more: MemoryDeskOptions = {}) => {
    const history = gitHistory({
      folders: () => [shop.root],
      storage: join(dirname(shop.root), 'storage'),
      environment: shop.environment,
    });
    return memoryDesk({ me, team: ['ada', 'lin', 'sam', 'kim', 'bo'].map(member), history, ...more });
  };
  const proposed = async (options: MemoryDeskOptions = {}, kind = 'design') => {
    const about = await askedAboutText(desk(), 'HEAD', [shop.root]);
    const people = await whomToAsk(desk(options), { kind, words: about.title, place: about.place, range: about.work });
    return people.map(({ handle, reasons }) => `${handle}: ${reasons.map(({ why }) => why).join(', ')}`);
  };

  it('writes a note about the branch that is checked out', async () => {
    const ada = desk();
    const about = await askedAboutText(ada, 'HEAD', [shop.root]);
    const path = await requestFeedback(ada, {
      about,
      to: ['@sam', 'Kim', 'sam', 'ada'],
      kind: 'design',
      due: '2026-11-25',
    });
    assert.equal(path, 'people/ada/feedback/2026-11-22-shop-12-one-pool-design.md');
    const text = await ada.notebook.shared.read(path);
    const start = text.slice(0, text.indexOf('It is'));
    assert.equal(
      start,
      `---
type: feedback-request
about: shop main..feature/SHOP-12-one-pool
to:
  - sam
  - kim
date: 2026-11-22
due: 2026-11-25
kind: design
---
# SHOP-12 one pool: design

`,
    );
    assert.match(
      text,
      /^- Share one pool \(\[[0-9a-f]{7}\]\(https:\/\/github\.com\/market\/shop\/commit\/[0-9a-f]{40}\)\)$/m,
    );
    assert.match(text, /in \[`db\.ts`\]\(https:\/\/github\.com\/market\/shop\/blob\/[0-9a-f]{40}\/db\.ts\):$/m);
    assert.equal(await requestFeedback(ada, { about, to: ['sam'], kind: 'design' }), path.replace('.md', '-2.md'));
  });

  it('asks nobody where nobody else is named', async () => {
    const about = await askedAboutText(desk(), 'myself');
    await assert.rejects(requestFeedback(desk(), { about, to: ['ada'] }), /somebody else/);
  });

  it('understands what a caller may mean', async () => {
    const meant = async (text: string) => {
      const { subject, title, about, file, pull } = await askedAboutText(desk(), text, [shop.root]);
      return [subject, title, about, file?.permalink?.replace(/[0-9a-f]{40}/, '…') ?? pull?.url ?? ''];
    };
    const web = 'https://github.com/market/shop';
    const branch = 'feature/SHOP-12-one-pool';
    assert.deepEqual(await meant(branch), ['code', 'SHOP-12 one pool', `shop main..${branch}`, '']);
    assert.deepEqual(await meant('shop main~1..main'), ['code', 'Main', 'shop main~1..main', '']);
    assert.deepEqual(await meant('#412'), ['code', 'Pull request #412', 'shop #412', `${web}/pull/412`]);
    assert.deepEqual(await meant(`${web}/pull/9/files`), ['code', 'Pull request #9', 'shop #9', `${web}/pull/9`]);
    assert.equal((await meant('db.ts#L2-L3'))[1], 'db.ts, lines 2 to 3');
    assert.deepEqual(await meant('db.ts'), ['code', 'db.ts', (await meant('db.ts'))[2], `${web}/blob/…/db.ts`]);
    assert.deepEqual(await meant('my talk on pools'), ['project', 'my talk on pools', 'my talk on pools', '']);
    assert.deepEqual(await meant('me'), ['myself', 'Ada', 'Ada', '']);
  });

  it('proposes the team by what it did, nobody who is gone and no program', async () => {
    assert.deepEqual(await proposed(), [
      'lin: lines, wrote',
      'kim: reviewed, knowsAlike',
      'sam: wrote, knowsAlike',
      'bo: team',
    ]);
  });

  it('proposes everybody the history knows where there is no team', async () => {
    const people = await proposed({ team: [] });
    assert.deepEqual(people.map(line => line.replace(/:.*/, '')).toSorted(), ['gone', 'kim', 'lin', 'sam']);
  });

  it('spares who has answers open, and finds who offers to teach it', async () => {
    const notes = {
      'people/lin/feedback/2026-11-20-a.md': '---\ntype: feedback-request\nto: [kim]\n---\n# A\n',
      'people/lin/feedback/2026-11-20-b.md': '---\ntype: feedback-request\nto: [kim]\n---\n# B\n',
      'people/lin/feedback/2026-01-20-old.md': '---\ntype: feedback-request\nto: [sam]\n---\n# Expired\n',
      'skills.md': '---\ntype: skills\n---\n# Skills\n\n## Testing\n',
      'people/bo/bo.md': '---\ntype: profile\noffers: [testing]\n---\n# Bo\n',
      'people/bo/assessments/2026-11-01-bo-bo.md':
        '---\ntype: assessment\nof: bo\nby: bo\ndate: 2026-11-01\n---\n# Bo\n\n- Testing: 4\n',
    };
    assert.deepEqual(await proposed({ notes }, 'tests'), [
      'lin: lines, wrote',
      'sam: wrote, knowsAlike',
      'bo: teaches',
      'kim: reviewed, knowsAlike, hasAnswersOpen',
    ]);
  });

  it('works without git', async () => {
    const { history: _, ...rest } = desk();
    await assert.rejects(
      askedAboutText(rest, 'HEAD'),
      /^Failure: Git is not started in Restricted Mode, so your branch/,
    );
    const about = await askedAboutText(rest, 'main..outbox');
    assert.deepEqual([about.subject, about.about], ['project', 'main..outbox']);
    const people = await whomToAsk(rest, { words: 'x' });
    assert.deepEqual(
      people.map(({ handle }) => handle),
      ['bo', 'kim', 'lin', 'sam'],
    );
  });
});
