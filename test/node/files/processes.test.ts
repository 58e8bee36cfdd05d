import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { build } from 'esbuild';
import type { SharedPath } from '../../../src/core/note/notePath.ts';
import { nodeFiles } from '../../../src/node/files/nodeFiles.ts';
import { filesIn, freshFolder } from './folder.ts';

/** More of them for a long look: OUTLOUD_KILLS=200. */
const kills = Number(process.env['OUTLOUD_KILLS'] ?? 30);

describe('several processes writing notes', function () {
  this.timeout(60_000 + kills * 1000);
  const folder = freshFolder();
  let built = '';

  before(async () => {
    built = await mkdtemp(join(tmpdir(), 'outloud-process-'));
    await build({
      entryPoints: [join(import.meta.dirname, 'otherProcess.ts')],
      outfile: join(built, 'otherProcess.mjs'),
      bundle: true,
      platform: 'node',
      format: 'esm',
    });
  });
  after(() => rm(built, { recursive: true, force: true }));

  const start = (...args: string[]): ChildProcess =>
    spawn(process.execPath, [join(built, 'otherProcess.mjs'), ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const finished = async (child: ChildProcess) => {
    const [code] = (await once(child, 'exit')) as [number | null];
    assert.equal(code, 0);
  };

  it(`finds the note whole after each of ${kills} kills in the middle of rewriting it`, async () => {
    for (let n = 0; n < kills; n += 1) {
      const child = start('rewrite', folder('notes'));
      let said = '';
      child.stdout?.on('data', (chunk: Buffer) => (said += chunk.toString()));
      while (!said.includes('\n')) await wait(2);
      await wait(((n * 37) % 50) + Math.random() * 3);
      child.kill('SIGKILL');
      await once(child, 'close');
      const acknowledged = Number(said.trim().split('\n').at(-1));
      const text = readFileSync(folder('notes/note.md'), 'utf8');
      const last = Number(text.slice(0, text.indexOf('\n')));
      assert.equal(text, `${last}\n`.repeat(60_000), `kill ${n}: torn`);
      assert.ok(last === acknowledged || last === acknowledged + 1, `kill ${n}: ${last} after ${acknowledged}`);
    }
    const files = nodeFiles<SharedPath>(folder('notes'));
    await files.update('note.md' as SharedPath, text => [{ at: { start: 0, end: text?.length ?? 0 }, text: 'mine\n' }]);
    assert.deepEqual(filesIn(folder('notes')), { 'note.md': 'mine\n' });
  });

  it('keeps each of 100 lines of two windows, in the order each wrote them', async () => {
    await Promise.all(['ada', 'sam'].map(name => finished(start('append', folder('notes'), name))));
    const lines = readFileSync(folder('notes/note.md'), 'utf8').split('\n').slice(0, -1);
    const expected = (name: string) => Array.from({ length: 100 }, (_, i) => `${name} ${i}`);
    assert.deepEqual(
      lines.filter(line => line.startsWith('ada')),
      expected('ada'),
    );
    assert.deepEqual(
      lines.filter(line => line.startsWith('sam')),
      expected('sam'),
    );
    assert.equal(lines.length, 200);
    assert.deepEqual(Object.keys(filesIn(folder('notes'))), ['note.md']);
  });

  it('makes 200 notes of one title in two windows at once', async () => {
    await Promise.all(['ada', 'sam'].map(name => finished(start('create', folder('notes'), name))));
    const notes = filesIn(folder('notes'));
    const names = Array.from({ length: 200 }, (_, i) => (i === 0 ? 'note.md' : `note-${i + 1}.md`));
    assert.deepEqual(Object.keys(notes).toSorted(), names.toSorted());
    assert.equal(new Set(Object.values(notes)).size, 200);
  });
});
