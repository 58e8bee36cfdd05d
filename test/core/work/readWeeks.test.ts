import assert from 'node:assert/strict';
import { workedOn } from '../../../src/core/work/workedOn.ts';
import { ada, linesOf, writtenWeek } from './writtenWeek.ts';

function weekOfAda(text: string): string[] {
  return linesOf(workedOn(writtenWeek(text), { person: ada, repositories: [] }));
}

/** Weeks of public histories as their authors would tell them; what read wrong in each is in docs/decisions/0009. */
describe('a week that was read beside its history', () => {
  it('of one who pushes each change, done, to the main line: an hour apart is no kinship there', () => {
    const week = weekOfAda(`
      Tue 13:25 Cap width in strftime to 1024 characters
        lib/elixir/lib/calendar.ex +20 -2
        lib/elixir/test/elixir/calendar_test.exs +15 -0
        on: main
      Tue 14:15 Validate paths and files when extracting archives
        lib/mix/lib/mix/tasks/archive.install.ex +60 -7
        lib/mix/test/mix/tasks/archive_test.exs +32 -0
        on: main
      Tue 15:25 Limit version numbers to 14 bytes
        lib/elixir/lib/version.ex +20 -1
        lib/elixir/test/elixir/version_test.exs +12 -0
        on: main
      Wed 11:13 Track reused variables in bitstring patterns
        lib/elixir/lib/module/types/pattern.ex +60 -19
        on: main
      Wed 12:11 Simplify precision tracking in bitstrings
        lib/elixir/lib/module/types/pattern.ex +31 -67
        on: main`);
    assert.deepEqual(
      week.map(line => line.replace(/ · .*?(?= ×|$)/, '')),
      [
        'Track reused variables in bitstring patterns ×2',
        'Validate paths and files when extracting archives',
        'Cap width in strftime to 1024 characters',
        'Limit version numbers to 14 bytes',
      ],
    );
  });

  it('of one who releases: that is told, with all that was done around it', () => {
    const week = weekOfAda(`
      Mon 10:00 chore: prepare Tokio v1.43.2 (#7502)
        CHANGELOG.md +11 -3
      Mon 11:00 chore: prepare Tokio v1.47.1 (#7504)
        CHANGELOG.md +12 -3
      Tue 10:00 process: fix panic from spurious pidfd wakeup (#7494)
        tokio/src/process/unix/pidfd_reaper.rs +44 -20
      Wed 09:00 Merge commit from fork
        src/Composer/Repository/ArrayLoader.php +120 -30
        on: main
        > * Validate resolved packages before locking
        > 
        > Add a check and call it.
      Wed 11:14 Update changelog
        CHANGELOG.md +10 -0
        on: main
      Wed 11:24 Release 2.2.29
        src/Composer/Composer.php +4 -4
        on: main
      Wed 11:24:30 Reverting release version changes
        src/Composer/Composer.php +4 -4
        on: main`);
    assert.deepEqual(week, [
      'Releases: Tokio v1.43.2, Tokio v1.47.1 and 2.2.29 · chore ×4',
      'Fix panic from spurious pidfd wakeup in process · fix · @process · #7494',
      'Validate resolved packages before locking · fix · @Repository',
      'also',
      '  Update changelog · chore',
    ]);
  });

  it('of translations: by language, each file once', () => {
    const week = weekOfAda(`
      Mon 09:00 Restrict remark/rehype plugins usage (#3274)
        packages/starlight/index.ts +100 -20
      Tue 09:00 i18n(fr): update \`guides/sidebar.mdx\` (#3315)
        docs/src/content/docs/fr/guides/sidebar.mdx +8 -1
      Tue 10:00 i18n(fr): update \`components/asides.mdx\` (#3313)
        docs/src/content/docs/fr/components/asides.mdx +7 -1
      Tue 11:00 i18n(fr): update \`plugins.mdx\` & \`content.mdx\` (#3318)
        docs/src/content/docs/fr/resources/plugins.mdx +7 -1
      Wed 10:00 [ci] format
        docs/src/content/docs/fr/components/asides.mdx +1 -1`);
    assert.deepEqual(week, [
      'Restrict remark/rehype plugins usage · feature · @starlight · #3274',
      'also',
      '  In the French translation: update `plugins.mdx` & `content.mdx`, `guides/sidebar.mdx` and `components/asides.mdx` · docs · @the French translation · #3315, #3313, #3318 ×3',
      '  Formatting · chore · @fr',
    ]);
  });

  it('in Chinese: cut where a clause ends, and what every change touches binds nothing', () => {
    const changes = [
      '执行器AccessToken：执行器维度隔离设置，提升安全性；线上化动态管理，提升操作效率及体验；（注意：需要一并升级）',
      'GLUE模式开关：支持执行器维度设置是否启用GLUE模式；',
      'AppName 限制不可重复；JobGoup本地缓存；',
      'PowerShell类型GLUE任务，升级使用 PowerShell7',
    ];
    const week = weekOfAda(
      changes
        .map(
          (subject, at) =>
            `Sat 0${at * 2}:00 ${subject}\n  doc/文档.md +9 -3\n  src/${at}.java +${90 - at} -9\n  on: main`,
        )
        .join('\n'),
    );
    assert.deepEqual(
      week.map(line => line.split(' · ')[0]),
      [
        '执行器AccessToken：执行器维度隔离设置，提升安全性；线上化动态管理，提升操作效率及体验…',
        'GLUE模式开关：支持执行器维度设置是否启用GLUE模式',
        'AppName 限制不可重复；JobGoup本地缓存',
        'PowerShell类型GLUE任务，升级使用 PowerShell7',
      ],
    );
  });

  it('of others’ words: who did it is named, and nobody twice', () => {
    const week = weekOfAda(`
      Mon 09:00 Do not record keys pressed by macros (#12733)
        author: Sam
        src/compositor.rs +30 -2
        Co-authored-by: Ada
        Co-authored-by: S A M <sam@home.example>
        Co-authored-by: Ada <ada@work.example>`);
    assert.deepEqual(week, ['Do not record keys pressed by macros · fix · #12733 · with Sam']);
  });

  it('told in the same words three times is one line', () => {
    const week = weekOfAda(`
      Mon 09:00 Rework the cache
        src/cache.ts +90 -9
      Tue 09:00 update doc
        docs/a.md +30 -9
        on: main
      Thu 09:00 update doc
        docs/b.md +30 -9
        on: main
      Sat 09:00 update doc
        docs/c.md +30 -9
        on: main`);
    assert.deepEqual(week, ['Rework the cache · refactor', 'Update doc · docs ×3']);
  });

  it('of a series that a rebase dated to one second: the parent comes first', () => {
    const week = weekOfAda(`
      Mon 11:35 Fix Chinese translation of libc errors
        hash: ffff
        src/locale.rs +6 -6
        branch: translated
      Mon 11:35 Avoid an error where a locale is missing
        hash: 0001
        parent: ffff
        src/locale.rs +8 -8
        branch: translated`);
    assert.deepEqual(week, ['Fix Chinese translation of libc errors · fix ×2']);
  });

  it('of two hundred changes: what is folded twice says that there is more', () => {
    const places = ['cart', 'mail', 'login', 'print'];
    const week = weekOfAda(
      Array.from({ length: 200 }, (_, at) => {
        const place = places[at % 4] ?? '';
        const day = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'][at % 5] ?? '';
        return `${day} ${10 + (at % 8)}:${10 + (at % 40)} docs(${place}): page ${at} (#${at + 1})\n  ${place}/${at}.md +${at} -20`;
      }).join('\n'),
    );
    assert.ok(week.length <= 22);
    for (const line of week.filter(each => / ×\d\d/.test(each))) assert.match(line, / and more · /);
  });

  it('of a feature with a word of tidying in it, and of bugs without a name', () => {
    const week = weekOfAda(`
      Mon 09:00 Add field-aware YAML completions, tooltips, and linting to automation editor
        src/editor.ts +300 -20
        branch: yaml
      Tue 09:00 Fix more bugs
        src/runtime/io.ts +200 -20
        branch: simplify-io-driver
      Wed 09:00 ui build: create the folder ad hoc
        scripts/build.sh +20 -20`);
    assert.deepEqual(week, [
      'Add field-aware YAML completions, tooltips, and linting to automation editor · feature',
      'UI build: create the folder ad hoc · feature · @ui build',
      'Simplify io driver · fix · @runtime',
    ]);
  });
});
