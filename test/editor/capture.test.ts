import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { afterEach, describe, it } from 'mocha';
import { Range, RelativePattern, Uri, window, workspace } from 'vscode';
import { isRestricted, notes, run, shop, team } from './support/sample.ts';

const made: Uri[] = [];

async function log(id: string, answers: object): Promise<string> {
  const uri = await run<Uri | undefined>(id, answers);
  assert.ok(uri, `${id} made nothing`);
  made.push(uri);
  return readFileSync(uri.fsPath, 'utf8');
}
const today = () => new Date().toLocaleDateString('sv');

if (!isRestricted)
  describe('Logging by a command with its answers', () => {
    afterEach(() => {
      for (const uri of made.splice(0)) rmSync(uri.fsPath, { force: true });
    });

    it('writes one learning of the words and marks in the text', async () => {
      const text = await log('logLearning', {
        text: 'SET LOCAL frees the connection. Tried it. #pgbouncer skill:postgres goal:async-rust',
      });
      assert.equal(
        text,
        `---
type: learning
date: ${today()}
goal: async-rust
skills:
  - postgres
tags:
  - pgbouncer
---
# SET LOCAL frees the connection

Tried it.
`,
      );
      assert.equal(
        relative(notes, made[0]!.fsPath),
        join('people', 'ada', 'learning', `${today()}-set-local-frees-the-connection.md`),
      );
    });

    it('keeps the lines of code it is about, with a permalink', async () => {
      const [file] = await workspace.findFiles('**/services/checkout/*.ts');
      assert.ok(file);
      const text = await log('logLearning', { text: 'One query is enough', uri: file, range: new Range(0, 0, 1, 3) });
      const path = relative(shop, file.fsPath).replaceAll('\\', '/');
      assert.match(text, new RegExp(`^repo: shop$`, 'm'));
      assert.match(text, new RegExp(`^path: ${path}$`, 'm'));
      assert.match(text, /^lines: 1-2$/m);
      assert.match(
        text,
        new RegExp(`\\]\\(https://github\\.forge\\.example/market/shop/blob/[0-9a-f]{40}/${path}#L1-L2\\)`),
      );
    });

    it('keeps the lines of another repository of the workspace, under its name', async () => {
      const [file] = await workspace.findFiles(new RelativePattern(Uri.file(join(team, 'tools')), '**/*.*'));
      assert.ok(file);
      const text = await log('logLearning', { text: 'The tools know better', uri: file, range: new Range(0, 0, 0, 3) });
      const path = relative(join(team, 'tools'), file.fsPath).replaceAll('\\', '/');
      assert.match(text, /^repo: tools$/m);
      assert.match(text, new RegExp(`^path: ${path}$`, 'm'));
      assert.match(text, /\]\(https:\/\/github\.forge\.example\/market\/tools\/blob\/[0-9a-f]{40}\//);
      assert.ok(made[0]!.fsPath.startsWith(notes), made[0]!.fsPath);
    });

    it('takes tags, skills and a goal as answers too', async () => {
      const text = await log('logLearning', {
        text: 'A mean hides the slow ones #metrics',
        tags: ['graphs'],
        skills: ['sql'],
        goal: 'async-rust',
      });
      assert.match(text, /goal: async-rust\nskills:\n {2}- sql\ntags:\n {2}- metrics\n {2}- graphs\n/);
    });

    const types: readonly (readonly [id: string, type: string])[] = [
      ['logWin', 'win'],
      ['logThanks', 'thanks'],
      ['logHelp', 'help'],
      ['logExperiment', 'experiment'],
      ['logWaste', 'waste'],
    ];
    for (const [id, type] of types)
      it(`logs ${type} by outloud.${id}`, async () => {
        assert.match(await log(id, { text: `One ${type} of the day` }), new RegExp(`^---\ntype: ${type}\n`));
      });

    it('keeps a hard moment and a private learning out of the shared folder', async () => {
      const hard = await log('logHardMoment', { text: 'The review stung' });
      const own = await log('logLearning', { text: 'Not for everyone !private' });
      const asked = await log('logLearning', { text: 'Nor this', private: true });
      assert.match(hard, /^type: hard-moment$/m);
      for (const text of [hard, own, asked]) assert.match(text, /^private: true$/m);
      for (const { fsPath } of made) assert.ok(!fsPath.startsWith(shop), fsPath);
    });

    it('takes the next free name for the same words', async () => {
      await log('logLearning', { text: 'Twice the same' });
      await log('logLearning', { text: 'Twice the same' });
      assert.deepEqual(
        made.map(({ fsPath }) => basename(fsPath)),
        [`${today()}-twice-the-same.md`, `${today()}-twice-the-same-2.md`],
      );
    });

    it('opens nothing', async () => {
      const before = window.activeTextEditor?.document.uri.toString();
      await log('logLearning', { text: 'Stay where you are' });
      assert.equal(window.activeTextEditor?.document.uri.toString(), before);
    });
  });
