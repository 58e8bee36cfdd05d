import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import { languages, Uri } from 'vscode';
import { isRestricted, notes, run, shop } from './support/sample.ts';
import { until } from './support/until.ts';

// What the index knows shows in its problems: a broken note has one, and it goes with the note.
const broken = '---\ntype: learning\ntags: [a\n---\n# Broken\n';
const folder = join(notes, 'people/ada/learning');
const isSeen = (file: string) => languages.getDiagnostics(Uri.file(file)).some(({ source }) => source === 'Out Loud');
const git = (...args: string[]) => execFileSync('git', args, { cwd: shop, encoding: 'utf8', stdio: 'pipe' });

if (!isRestricted)
  describe('Notes that change outside the editor', () => {
    before(() => run('openWeeklyNote')); // anything that opens the notebook
    after(() => {
      git('checkout', '--quiet', 'main');
    });

    it('are seen when another program writes, moves or removes them', async () => {
      const file = join(folder, '2026-11-19-from-a-terminal.md');
      const moved = join(folder, '2026-11-19-moved.md');
      writeFileSync(file, broken);
      await until(() => isSeen(file));
      renameSync(file, moved);
      await until(() => isSeen(moved) && !isSeen(file));
      rmSync(moved);
      await until(() => !isSeen(moved));
    });

    it('are seen in a folder that is new', async () => {
      const file = join(notes, 'people/kim/learning/2026-11-19-first.md');
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, broken);
      try {
        await until(() => isSeen(file));
      } finally {
        rmSync(join(notes, 'people/kim'), { recursive: true });
      }
      await until(() => !isSeen(file));
    });

    it('follow a switch of branches and a pull', async () => {
      const file = join(folder, '2026-11-19-on-a-branch.md');
      git('checkout', '--quiet', '-b', 'notes-of-ada');
      writeFileSync(file, broken);
      git('add', file);
      git('commit', '--quiet', '-m', 'A note on a branch', '--', file);
      await until(() => isSeen(file));
      git('checkout', '--quiet', 'main');
      await until(() => !isSeen(file));
      git('pull', '--quiet', '--ff-only', shop, 'notes-of-ada');
      await until(() => isSeen(file));
      git('reset', '--quiet', '--keep', 'HEAD~1');
      await until(() => !isSeen(file));
      git('branch', '--quiet', '-D', 'notes-of-ada');
    });

    it('become readable again without a restart', async () => {
      const file = join(folder, '2026-11-19-mended.md');
      writeFileSync(file, broken);
      await until(() => isSeen(file));
      writeFileSync(file, broken.replace('[a', '[a]'));
      await until(() => !isSeen(file));
      rmSync(file);
      assert.equal(isSeen(file), false);
    });
  });
