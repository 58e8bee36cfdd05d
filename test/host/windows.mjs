import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { makeSampleTeam, today } from '../../scripts/sampleTeam.mjs';

/**
 * What the tests inside VS Code find open. `twoNotebooks.test.ts` runs in the window of that name; every file that is called
 * like none of them runs in the `team`'s.
 *
 * Each is given a new folder, and answers what is opened: `{workspace}`, `{folder}`, or nothing.
 */
export const windows = {
  /** Two repositories, the notebook in one of them. Ada sits in front. */
  team: folder => opened(makeSampleTeam(folder, today())),

  /** The same, and the second repository has a notebook too. */
  twoNotebooks(folder) {
    const team = makeSampleTeam(folder, today());
    const note = path.join(team.folders[1], 'notes/people/sam/learning/2026-01-05-lint-first.md');
    fs.mkdirSync(path.dirname(note), { recursive: true });
    fs.writeFileSync(note, '---\ntype: learning\ndate: 2026-01-05\n---\n# Lint first\n');
    return opened(team);
  },

  /** The team's two repositories, and what `shop` is pushed to: a bare repository beside them. */
  sharing(folder) {
    const team = makeSampleTeam(folder, today());
    const [shop] = team.folders;
    const origin = path.join(folder, 'origin.git');
    git(folder, 'clone', '--quiet', '--bare', shop, origin);
    git(shop, 'remote', 'set-url', 'origin', origin);
    git(shop, 'fetch', '--quiet', 'origin');
    git(shop, 'branch', '--quiet', '--set-upstream-to=origin/main', 'main');
    return opened(team);
  },

  /** The same, for notes that are moved. */
  movingNotes: folder => windows.sharing(folder),

  /** The same, where a colleague began a branch for notes alone. */
  choosingHome(folder) {
    const made = windows.sharing(folder);
    const zoe = path.join(folder, 'zoe');
    git(folder, 'clone', '--quiet', path.join(folder, 'origin.git'), zoe);
    git(zoe, 'switch', '--quiet', '--orphan', 'outloud/notes');
    fs.mkdirSync(path.join(zoe, 'people/zoe'), { recursive: true });
    fs.writeFileSync(path.join(zoe, 'people/zoe/zoe.md'), '---\ntype: profile\n---\n# Zoe\n');
    git(zoe, 'add', '.');
    git(
      zoe,
      '-c',
      'user.name=Zoe',
      '-c',
      'user.email=zoe@shop.example',
      'commit',
      '--quiet',
      '-m',
      'Share notes: a profile',
    );
    git(zoe, 'push', '--quiet', 'origin', 'outloud/notes');
    git(path.join(folder, 'shop'), 'fetch', '--quiet', 'origin');
    return made;
  },

  /** A folder that is no repository, whose `notes` are something else. Nobody knows who sits in front. */
  plainFolder(folder) {
    fs.mkdirSync(path.join(folder, 'notes'), { recursive: true });
    fs.writeFileSync(path.join(folder, 'notes/c-major.txt'), 'c e g\n');
    fs.writeFileSync(path.join(folder, 'notes/chords.md'), '# Chords\n\nC, F, G\n');
    return { folder };
  },

  /** An empty window. */
  noFolder: () => ({}),
};

/** The window a test file belongs to: `twoNotebooks.test.cjs`. */
export function windowOf(file) {
  const name = path.basename(file).split('.')[0];
  return Object.hasOwn(windows, name) ? name : 'team';
}

function git(cwd, ...args) {
  execFileSync('git', args, { cwd, stdio: 'pipe' });
}

function opened({ workspace }) {
  return { workspace };
}
