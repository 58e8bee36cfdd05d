import assert from 'node:assert/strict';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { History } from '../../../src/app/ports.ts';
import type { Commit } from '../../../src/core/work/commit.ts';
import { gitHistory } from '../../../src/node/git/gitHistory.ts';
import { makeRepository, type TestRepository } from '../../support/gitRepository.ts';

const at = (date: string) => Date.parse(date) / 1000;
const week47 = { from: at('2026-11-16T00:00:00+01:00'), to: at('2026-11-23T00:00:00+01:00') };
const ada = ['ada@shop.example'];
const sam = 'Sam <sam@shop.example>';

describe('gitHistory', () => {
  let shop: TestRepository;
  let history: History;

  beforeEach(() => {
    shop = makeRepository();
    history = historyOf(shop, shop.root);
  });
  afterEach(() => {
    shop.dispose();
  });

  const commits = async (emails = ada, window = week47) => (await history.commits({ window, emails })).commits;
  const notices = async () => (await history.commits({ window: week47, emails: ada })).notices.map(({ code }) => code);

  describe('whose commits', () => {
    it('are authored, co-authored, reviewed or acknowledged, and no merges', async () => {
      shop.commit({ subject: 'Hers' });
      shop.commit({ subject: 'Tested by her', author: sam, trailers: ['Tested-by: Ada <ada@shop.example>'] });
      shop.commit({ subject: 'With her', author: sam, trailers: ['Co-Authored-By: Ada <ADA@shop.example>'] });
      shop.commit({ subject: 'Reviewed', author: sam, trailers: ['Reviewed-by: Ada <ada@shop.example>'] });
      shop.branch('topic');
      shop.commit({ subject: 'Acknowledged', author: sam, trailers: ['Acked-by: Ada <ada@shop.example>'] });
      shop.checkout('main');
      shop.merge('topic');

      assert.deepEqual(subjects(await commits()), ['Hers', 'With her', 'Reviewed', 'Acknowledged']);
    });

    it('are told by trailers as git knows them, not by what a message quotes', async () => {
      const ada = 'Ada <ada@shop.example>';
      const by = async (subject: string, body: string) => {
        shop.commit({ subject, author: sam, body });
        return subjects(await commits()).includes(subject);
      };
      assert.ok(await by('Folded', 'Why.\n\nReviewed-by: Ada,\n  who knows\n  <ADA@shop.example>'));
      assert.ok(await by('Among others', `Why.\n\nAcked-by: Lin <lin@shop.example>\nAcked-by : ${ada}\n`));
      assert.ok(!(await by('Quoted', `As it was:\n\n    Reviewed-by: ${ada}\n\nThat was wrong.`)));
      assert.ok(!(await by('In the middle', `Reviewed-by: ${ada}\n\nAnd then more was said.`)));
      assert.ok(!(await by('Signed', `Why.\n\nSigned-off-by: ${ada}\nReviewed-by: Lin <lin@shop.example>`)));
      assert.ok(!(await by('Another', 'Why.\n\nReviewed-by: Ada <theada@shop.example>')));
    });

    it('are hers under every address the mailmap knows, by an address she asked for', async () => {
      const mailmap =
        'Ada Byron <ada@shop.example> <ada@old.example>\nAda Byron <ada@shop.example> <ada@home.example>\n';
      shop.commit({ subject: 'Map', author: sam, files: { '.mailmap': mailmap } });
      shop.commit({ subject: 'From home', author: 'ada <Ada@Home.example>' });
      shop.commit({ subject: 'With her', author: sam, trailers: ['Co-authored-by: A <ada@old.example>'] });

      const told = (found: readonly Commit[]) =>
        found.map(({ author, trailers }) => `${author.name} <${author.email}> ${trailers.map(t => t.value).join()}`);
      assert.deepEqual(told(await commits(['ada@shop.example'])), [
        'Ada Byron <ada@shop.example> ',
        'Sam <sam@shop.example> Ada Byron <ada@shop.example>',
      ]);
      assert.deepEqual(told(await commits(['ada@old.example'])), [
        'Ada Byron <ada@old.example> ',
        'Sam <sam@shop.example> A <ada@old.example>',
      ]);
    });

    it('are matched by the whole address: a noreply address counts where it is listed', async () => {
      shop.commit({ subject: 'On the web', author: 'Ada <123+ada@users.noreply.github.com>' });
      assert.deepEqual(subjects(await commits(['ada@users.noreply.github.com'])), []);
      assert.deepEqual(subjects(await commits(['123+ada@users.noreply.github.com'])), ['On the web']);
    });

    it('are found when her name is that of an object property', async () => {
      shop.commit({ subject: 'Proto', author: '__proto__ <__proto__>' });
      assert.deepEqual(subjects(await commits(['__proto__'])), ['Proto']);
      assert.deepEqual(subjects(await commits(['constructor'])), []);
    });
  });

  describe('when', () => {
    it('is the author date, half open: Monday 00:00 is in exactly one week', async () => {
      shop.commit({ subject: 'Sunday', date: '2026-11-15T23:59:59+01:00' });
      shop.commit({ subject: 'Monday', date: '2026-11-16T00:00:00+01:00' });
      shop.commit({ subject: 'Far away', date: '2026-11-22T23:30:00-08:00' });
      shop.commit({ subject: 'Last second', date: '2026-11-22T23:59:59+01:00' });
      shop.commit({ subject: 'Next Monday', date: '2026-11-23T00:00:00+01:00' });

      assert.deepEqual(subjects(await commits()), ['Monday', 'Last second']);
    });

    it('is not the date it was rebased', async () => {
      shop.commit({ subject: 'Written then', date: '2026-11-18T09:00:00Z', committed: '2026-12-20T09:00:00Z' });
      shop.commit({ subject: 'Only committed then', date: '2026-11-01T09:00:00Z', committed: '2026-11-18T09:00:00Z' });
      assert.deepEqual(subjects(await commits()), ['Written then']);
    });

    it('goes on below a commit whose clock was a month late', async () => {
      shop.commit({ subject: 'Hidden below', date: '2026-11-17T09:00:00Z' });
      shop.commit({ subject: 'Wrong clock', author: sam, date: '2026-10-10T09:00:00Z' });
      assert.deepEqual(subjects(await commits()), ['Hidden below']);
    });

    it('goes on below commits whose clock was years late', async () => {
      shop.commit({ subject: 'Hidden below', date: '2026-11-17T09:00:00Z' });
      for (let late = 0; late < 8; late++)
        shop.commit({ subject: 'Wrong clock', author: sam, date: '2019-10-10T09:00:00Z' });
      assert.deepEqual(subjects(await commits()), ['Hidden below']);
      shop.commit({ subject: 'Above', date: '2026-11-18T09:00:00Z' });
      assert.deepEqual(subjects(await commits()), ['Hidden below', 'Above']);
    });

    it('is passed over where no calendar has it, and the older history is still there', async () => {
      shop.commit({ subject: 'Older' });
      for (const date of ['99999999999999999 +0000', '1794816000 +99999999', 'yesterday', '']) {
        raw(shop, [`author Ada <ada@shop.example> ${date}`, `committer Ada <ada@shop.example> 1794816000 +0000`], date);
      }
      assert.deepEqual(
        subjects(await commits()).filter(subject => subject === 'Older'),
        ['Older'],
      );
      assert.deepEqual(await notices(), []);
    });
  });

  describe('a commit', () => {
    it('comes with body, trailers and files, renames followed', async () => {
      const lines = Array.from({ length: 40 }, (_, line) => `line ${line}\n`).join('');
      shop.commit({ subject: 'Start', date: '2026-11-02T09:00:00Z', files: { 'cart.txt': lines, 'old.bin': 'a\0b' } });
      const files = {
        'cart.txt': undefined,
        'src/basket.txt': lines + 'more\n',
        'old.bin': 'a\0c',
        'new\n\t=> x': '1\n',
      };
      const trailers = ['Goal: checkout', 'Learned: SET LOCAL', 'Signed-off-by: Ada <ada@shop.example>', 'Thanks: Sam'];
      shop.commit({ subject: 'Move the cart', body: 'Since it is a basket.\n\nAnd more.', trailers, files });

      const [commit] = await commits();
      assert.equal(commit?.body, `Since it is a basket.\n\nAnd more.\n\n${trailers.join('\n')}`);
      assert.deepEqual(commit.trailers, [
        { key: 'goal', value: 'checkout' },
        { key: 'learned', value: 'SET LOCAL' },
        { key: 'thanks', value: 'Sam' },
      ]);
      assert.deepEqual(commit.files, [
        { path: 'new\n\t=> x', added: 1, deleted: 0 },
        { path: 'old.bin' },
        { path: 'src/basket.txt', added: 1, deleted: 0 },
      ]);
    });

    it('is told which pull request brought it into the main line, the innermost one', async () => {
      shop.commit({ subject: 'Start', author: sam });
      shop.branch('develop');
      shop.branch('topic');
      shop.commit({ subject: 'Topic' });
      shop.checkout('develop');
      shop.merge('topic', { subject: 'Merge pull request #12 from ada/topic', title: 'Checkout is fast' });
      shop.commit({ subject: 'On develop' });
      shop.checkout('main');
      shop.merge('develop', { subject: 'Merge pull request #13 from shop/develop', title: 'Release 4' });

      assert.deepEqual(
        (await commits()).map(({ subject, mergedBy, branch }) => [subject, mergedBy?.subject, mergedBy?.title, branch]),
        [
          ['Topic', 'Merge pull request #12 from ada/topic', 'Checkout is fast', undefined],
          ['On develop', 'Merge pull request #13 from shop/develop', 'Release 4', undefined],
        ],
      );
    });

    it('is told to have been made on the main line itself, where no merge brought it', async () => {
      shop.commit({ subject: 'Straight' });
      shop.branch('topic');
      shop.commit({ subject: 'By a merge' });
      shop.checkout('main');
      shop.merge('topic', { subject: "Merge branch 'topic'" });
      shop.branch('later');
      shop.commit({ subject: 'On a branch' });
      assert.deepEqual(
        (await commits()).map(({ subject, isDirect }) => [subject, isDirect]),
        [
          ['Straight', true],
          ['By a merge', undefined],
          ['On a branch', undefined],
        ],
      );
    });

    it('came in by its own merge where a long-lived branch brought several', async () => {
      shop.commit({ subject: 'Begin' });
      shop.branch('maint');
      for (const topic of ['fence', 'lease']) {
        shop.branch(topic);
        shop.commit({ subject: `Mend the ${topic}` });
        shop.checkout('maint');
        shop.merge(topic, { subject: `Merge branch '${topic}' into maint` });
      }
      shop.checkout('main');
      shop.merge('maint', { subject: "Merge branch 'maint'" });
      assert.deepEqual(
        (await commits()).map(({ subject, mergedBy }) => [subject, mergedBy?.subject]),
        [
          ['Begin', undefined],
          ['Mend the fence', "Merge branch 'fence' into maint"],
          ['Mend the lease', "Merge branch 'lease' into maint"],
        ],
      );
    });

    it('is told what a merge by hand says of it in its first paragraph, and a forge in its first line', async () => {
      const titleOf = async (subject: string, title: string) => {
        const branch = `topic-${shop.git('rev-list', '--count', 'HEAD')}`;
        shop.branch(branch);
        shop.commit({ subject: branch });
        shop.checkout('main');
        shop.merge(branch, { subject, title });
        return (await commits()).find(commit => commit.subject === branch)?.mergedBy?.title;
      };
      shop.commit({ subject: 'Start', author: sam });
      const paragraph = "The command 'cart' has learned\n   to forget.  It did not\r\nbefore.\n\n* topic:\n  cart: x";
      const forge = 'Carts can be emptied\n, even twice';

      assert.equal(
        await titleOf("Merge branch 'a/topic'", paragraph),
        "The command 'cart' has learned to forget. It did not before.",
      );
      assert.equal(await titleOf('Merge pull request #7 from ada/topic', forge), 'Carts can be emptied');
      assert.equal(await titleOf("Merge branch 'topic' into 'main'", forge), 'Carts can be emptied');
      assert.equal((await titleOf("Merge branch 'b/topic'", 'ab c '.repeat(100)))?.length, 240);
      for (const list of ['* b/topic:\n  cart: forget', 'Conflicts:\n\tcart.ts', '# Conflicts:\n#\tcart.ts'])
        assert.equal(await titleOf("Merge branch 'b/topic'", list), undefined);
    });

    it('is told which branch it has not left yet; a branch built on another keeps to its own', async () => {
      shop.commit({ subject: 'Main' });
      shop.branch('a/first');
      shop.commit({ subject: 'First' });
      shop.branch('second');
      shop.commit({ subject: 'Second' });
      shop.git('update-ref', 'refs/remotes/origin/elsewhere', shop.commit({ subject: 'Elsewhere' }));
      shop.git('reset', '-q', '--hard', 'HEAD~1');

      assert.deepEqual(
        (await commits()).map(({ subject, branch }) => [subject, branch]),
        [
          ['Main', undefined],
          ['First', 'a/first'],
          ['Second', 'second'],
          ['Elsewhere', 'elsewhere'],
        ],
      );
    });

    it('is placed in an old window as it is today', async () => {
      shop.commit({ subject: 'Start', author: sam, date: '2024-02-01T09:00:00Z' });
      shop.branch('topic');
      shop.commit({ subject: 'Topic', date: '2024-02-02T09:00:00Z' });
      shop.checkout('main');
      shop.merge('topic', {
        subject: 'Merge pull request #1 from ada/topic',
        title: 'T',
        date: '2024-02-03T09:00:00Z',
      });
      shop.commit({ subject: 'Much later', date: '2026-11-17T09:00:00Z' });

      const window = { from: at('2024-02-01T00:00:00Z'), to: at('2024-03-01T00:00:00Z') };
      const found = await commits(ada, window);
      assert.deepEqual(
        found.map(({ subject, mergedBy }) => [subject, mergedBy?.title]),
        [['Topic', 'T']],
      );
    });

    it('keeps its text through every encoding and separator', async () => {
      const all = 'a\tb | c \u001f d \u001e e => {x} \u001b[31m \u202e end';
      shop.commit({ subject: all, body: '```\n---\n' });
      const author = 'author Ada <ada@shop.example> 1794900000 +0000';
      const committer = 'committer Ada <ada@shop.example> 1794900000 +0000';
      raw(shop, [author, committer, 'encoding ISO-8859-1'], Buffer.from('Gr\xfc\xdfe declared', 'latin1'));
      raw(shop, [author, committer], Buffer.from('Gr\xfc\xdfe undeclared', 'latin1'));
      raw(shop, [author, committer], Buffer.from('Cut at\0 NUL'));
      raw(shop, [author, committer], 'Grüße 你好');

      assert.deepEqual(
        subjects(await commits()).sort(),
        [all, 'Grüße declared', 'Grüße undeclared', 'Cut at', 'Grüße 你好'].sort(),
      );
    });

    it('is cut where somebody wrote megabytes', async () => {
      const author = 'author Ada <ada@shop.example> 1794900000 +0000';
      const committer = 'committer Ada <ada@shop.example> 1794900000 +0000';
      raw(shop, [author, committer], 'long '.repeat(800_000));
      raw(shop, [author, committer], `subject\n\n${'body '.repeat(2_000_000)}`);
      shop.commit({ subject: 'Short', date: '2026-11-18T09:00:00Z' });

      const found = await commits();
      assert.deepEqual(
        found.map(({ subject, body }) => [subject.length, body.length]).sort(([a = 0], [b = 0]) => a - b),
        [
          [5, 0],
          [7, 3999],
          [240, 0],
        ],
      );
    });

    it('without an author is no reason to stop', async () => {
      shop.commit({ subject: 'Hers' });
      raw(shop, ['committer Ada <ada@shop.example> 1794900000 +0000'], 'No author');
      raw(shop, ['author  <> 1794900000 +0000', 'committer  <> 1794900000 +0000'], 'Nobody');
      assert.deepEqual(subjects(await commits()), ['Hers']);
      assert.deepEqual(subjects(await commits([''])), []);
    });
  });

  describe('the kinds of repositories', () => {
    it('with nothing in it says so', async () => {
      assert.deepEqual(await history.commits({ window: week47, emails: ada }), {
        commits: [],
        notices: [{ repo: 'shop', code: 'no-commits' }],
      });
      assert.deepEqual(await history.anchor(join(shop.root, 'x.ts')), {
        repository: { name: 'shop', root: shop.root },
        path: 'x.ts',
        head: undefined,
      });
    });

    it('unborn beside other branches, and detached', async () => {
      shop.commit({ subject: 'Hers' });
      shop.git('checkout', '-q', '--detach');
      shop.commit({ subject: 'On no branch' });
      assert.deepEqual(subjects(await commits()), ['Hers', 'On no branch']);
      shop.git('checkout', '-q', '--orphan', 'empty');
      assert.deepEqual(subjects(await commits()), ['Hers']);
    });

    it('shallow, with a notice', async () => {
      shop.commit({ subject: 'One' });
      shop.commit({ subject: 'Two' });
      const clone = join(dirname(shop.root), 'clone');
      shop.git('clone', '-q', '--depth=1', `file://${shop.root}`, clone);
      const answer = await historyOf(shop, clone).commits({ window: week47, emails: ada });
      assert.deepEqual([subjects(answer.commits), answer.notices], [['Two'], [{ repo: 'clone', code: 'shallow' }]]);
    });

    it('without contents or trees, with a notice and without fetching', async () => {
      shop.commit({ subject: 'One', files: { 'a.txt': 'a\n' } });
      shop.commit({ subject: 'Two', files: { 'a.txt': 'b\n' } });
      shop.git('config', 'uploadpack.allowFilter', 'true');
      for (const [filter, code, paths] of [
        ['blob:none', 'blobless', ['a.txt']],
        ['tree:0', 'treeless', []],
      ] as const) {
        const clone = join(dirname(shop.root), code);
        shop.git('clone', '-q', '--no-checkout', `--filter=${filter}`, `file://${shop.root}`, clone);
        const answer = await historyOf(shop, clone).commits({ window: week47, emails: ada });
        assert.deepEqual(answer.notices, [{ repo: code, code }]);
        assert.deepEqual(
          answer.commits.map(({ subject, files }) => [subject, files.map(({ path }) => path)]),
          [
            ['One', paths],
            ['Two', paths],
          ],
        );
      }
    });

    it('with other hashes', async () => {
      const clone = join(dirname(shop.root), 'sha256');
      shop.git('init', '-q', '-b', 'main', '--object-format=sha256', clone);
      shop.gitWith({ env: identity }, '-C', clone, 'commit', '-q', '--allow-empty', '-m', 'Long hash');
      const [commit] = (await historyOf(shop, clone).commits({ window: week47, emails: ada })).commits;
      assert.equal(commit?.hash.length, 64);
    });

    it('with replaced and grafted commits, as they really are', async () => {
      const one = shop.commit({ subject: 'One' });
      const two = shop.commit({ subject: 'Two' });
      shop.gitWith({ env: identity }, 'replace', '--graft', two);
      writeFileSync(join(shop.root, '.git/info/grafts'), `${two}\n`);
      const found = await commits();
      assert.deepEqual(
        found.map(({ subject, parents }) => [subject, parents]),
        [
          ['One', []],
          ['Two', [one]],
        ],
      );
      assert.equal(shop.git('log', '-1', '--format=%P', two), '');
    });

    it('in the reftable format, where git is too old for it', async function () {
      shop.commit({ subject: 'One' });
      shop.git('config', 'core.repositoryFormatVersion', '1');
      shop.git('config', 'extensions.refStorage', 'no-such-format');
      assert.deepEqual(await notices(), ['reftable']);
    });

    it('with a broken object, as far as it goes', async () => {
      const hash = shop.commit({ subject: 'One', files: { 'a.txt': 'a\n' } });
      const blob = shop.git('rev-parse', `${hash}:a.txt`);
      rmSync(join(shop.root, '.git/objects', blob.slice(0, 2), blob.slice(2)));
      const answer = await history.commits({ window: week47, emails: ada });
      assert.deepEqual(answer.notices, [{ repo: 'shop', code: 'unreadable' }]);
      assert.deepEqual(
        answer.commits.map(({ files }) => files),
        [[{ path: 'a.txt' }]],
      );
    });

    it('each once: work trees, submodules, folders in it, and by a link', async () => {
      shop.commit({ subject: 'One', files: { 'src/a.ts': '' } });
      const tree = join(dirname(shop.root), 'tree');
      shop.git('worktree', 'add', '-q', '-b', 'beside', tree);
      const link = join(dirname(shop.root), 'link');
      symlinkSync(shop.root, link, 'junction');
      const library = makeRepository(join(dirname(shop.root), 'library'));
      library.commit({ subject: 'In the library' });
      shop.git('-c', 'protocol.file.allow=always', 'submodule', 'add', '-q', library.root, 'vendor/lib');

      const all = historyOf(shop, shop.root, join(shop.root, 'src'), tree, link);
      assert.deepEqual(
        (await all.repositories()).map(({ name }) => name),
        ['shop', 'lib'],
      );
      assert.deepEqual(subjects((await all.commits({ window: week47, emails: ada })).commits), [
        'One',
        'In the library',
      ]);
      assert.equal((await all.anchor(join(tree, 'src/a.ts')))?.path, 'src/a.ts');
      assert.equal((await all.anchor(join(shop.root, 'vendor/lib/b.ts')))?.repository.name, 'lib');
      library.dispose();
    });

    it('directly below the folder that is open, with names that tell them apart', async () => {
      const group = join(dirname(shop.root), 'group');
      for (const name of ['a/shop', 'b/shop', 'tools']) mkdirSync(join(group, name), { recursive: true });
      const made = ['a/shop', 'b/shop', 'tools'].map(name => makeRepository(join(group, name)));
      for (const each of made) each.commit({ subject: 'One' });
      const found = await historyOf(shop, group, join(group, 'a'), join(group, 'b')).repositories();
      assert.deepEqual(found.map(({ name }) => name).sort(), ['a/shop', 'b/shop', 'tools']);
      for (const each of made) each.dispose();
    });

    it('none at all', async () => {
      const empty = join(dirname(shop.root), 'empty');
      mkdirSync(empty);
      const nowhere = historyOf(shop, empty, join(empty, 'gone'));
      assert.deepEqual(await nowhere.commits({ window: week47, emails: ada }), { commits: [], notices: [] });
      assert.deepEqual(await nowhere.repositories(), []);
      assert.equal(await nowhere.anchor(join(empty, 'x')), undefined);
    });
  });

  it('knows the forge of the first remote that is on one', async () => {
    shop.git('remote', 'add', 'backup', '/mnt/backup');
    shop.git('remote', 'add', 'upstream', 'git@github.com:lin/shop.git');
    shop.git('config', 'url.https://github.com/.insteadOf', 'gh:');
    shop.git('remote', 'add', 'origin', 'gh:ada/shop');
    assert.deepEqual((await history.repositories())[0]?.forge, { kind: 'github', url: 'https://github.com/ada/shop' });
  });

  it('leaves stashes, notes and side refs out', async () => {
    shop.commit({ subject: 'Hers', files: { 'a.txt': 'a\n' } });
    shop.write('a.txt', 'b\n');
    shop.gitWith({ env: identity }, 'stash');
    shop.gitWith({ env: identity }, 'notes', 'add', '-m', 'a note');
    shop.gitWith({ env: identity }, 'commit', '-q', '--allow-empty', '-m', 'Aside');
    shop.git('update-ref', 'refs/side/x', 'HEAD');
    shop.git('reset', '-q', '--hard', 'HEAD~1');
    assert.deepEqual(subjects(await commits()), ['Hers']);
  });
});

const identity = {
  ...{ GIT_AUTHOR_NAME: 'Ada', GIT_AUTHOR_EMAIL: 'ada@shop.example', GIT_AUTHOR_DATE: '2026-11-17T10:00:00Z' },
  ...{ GIT_COMMITTER_NAME: 'Ada', GIT_COMMITTER_EMAIL: 'ada@shop.example', GIT_COMMITTER_DATE: '2026-11-17T10:00:00Z' },
};

function historyOf(shop: TestRepository, ...folders: string[]): History {
  const storage = join(dirname(shop.root), 'storage');
  return gitHistory({ folders: () => folders, storage, environment: shop.environment });
}

function subjects(commits: readonly Commit[]): string[] {
  return commits.map(({ subject }) => subject);
}

/** Writes a commit byte by byte on top of HEAD, as no git would. */
function raw(shop: TestRepository, headers: readonly string[], message: string | Buffer): void {
  const tree = shop.gitWith({ input: '' }, 'mktree');
  const parent = shop.gitWith({}, 'for-each-ref', '--format=%(objectname)', 'refs/heads/main');
  const head = [`tree ${tree}`, ...(parent === '' ? [] : [`parent ${parent}`]), ...headers, '', ''].join('\n');
  const input = Buffer.concat([Buffer.from(head), Buffer.from(message), Buffer.from('\n')]);
  const hash = shop.gitWith({ input }, 'hash-object', '-t', 'commit', '-w', '--stdin', '--literally');
  shop.git('update-ref', 'refs/heads/main', hash);
}
