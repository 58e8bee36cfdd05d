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
});
