import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { notes, runAccepting, shop } from './support/sample.ts';

const git = (folder: string, ...args: string[]) =>
  execFileSync('git', args, { cwd: folder, encoding: 'utf8', stdio: 'pipe' }).trimEnd();
const origin = join(shop, '../origin.git');

describe('Choosing where notes are kept', () => {
  it('proposes the branch others keep theirs on, and Enter takes the notes there before they are shared', async () => {
    writeFileSync(join(notes, 'people/ada/learning/2026-11-22-new.md'), '---\ntype: learning\n---\n# New\n');
    const before = readdirSync(notes, { recursive: true, encoding: 'utf8' }).filter(path => path.endsWith('.md'));
    const shared = await runAccepting<{ pushed: boolean }>('shareNotes', {});
    assert.equal(shared.pushed, true);
    const [tree = ''] = readdirSync(join(homedir(), '.outloud/notes')).filter(name => !name.startsWith('.'));
    assert.equal(existsSync(join(homedir(), '.outloud/notes', tree, 'people/zoe/zoe.md')), true);
    assert.deepEqual(
      git(origin, 'ls-tree', '-r', '--name-only', 'outloud/notes').split('\n'),
      [...before, 'people/zoe/zoe.md'].toSorted(),
    );
    assert.deepEqual(readdirSync(notes), ['README.md']);
    assert.equal(git(shop, 'status', '--porcelain', '-uall'), '');
  });
});
