import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, afterEach, describe, it } from 'mocha';
import type { Uri } from 'vscode';
import { commands, window } from 'vscode';
import { addDays } from '../../src/core/time/day.ts';
import { weekOf } from '../../src/core/time/week.ts';
import { isRestricted, notes, run } from './support/sample.ts';
import { until } from './support/until.ts';

const today = new Date().toLocaleDateString('sv');
const week = join(notes, `people/ada/weekly/${weekOf(today)}-ada.md`);

if (!isRestricted)
  describe('A one-to-one', () => {
    const before = existsSync(week) ? readFileSync(week, 'utf8') : undefined;
    const made = new Set<string>();
    const prepare = async (answers: object) => {
      const uri = await run<Uri>('prepareOneOnOne', { with: 'lin', date: today, kind: 'regular', ...answers });
      made.add(uri.fsPath);
      return uri;
    };
    const front = () => window.activeTextEditor!;

    afterEach(() => commands.executeCommand('workbench.action.closeAllEditors'));
    after(() => {
      for (const file of made) rmSync(file, { force: true });
      if (before === undefined) rmSync(week, { force: true });
      else writeFileSync(week, before);
    });

    it('is prepared outside of the repository, and goes on at the first place to write', async () => {
      const uri = await prepare({});
      const text = readFileSync(uri.fsPath, 'utf8');
      assert.ok(!uri.fsPath.startsWith(dirname(notes)), uri.fsPath);
      assert.match(uri.fsPath, new RegExp(`one-on-ones[\\\\/]${today}-ada-lin\\.md$`));
      assert.match(text, /^# One-to-one with Lin, /m);
      assert.match(text, /^- Learned: PgBouncer pins a session for SET$/m);
      assert.match(text, /^- \*\*Checkout reads stay under 200 ms\*\*/m);
      assert.equal(front().document.uri.fsPath, uri.fsPath);
      const { line, character } = front().selection.active;
      assert.equal(front().document.lineAt(line).text.slice(0, character), '- [ ] ');
      assert.equal(front().document.lineAt(line - 4).text, '## What I want to talk about');
    });

    it('keeps unsaved words while it is prepared again', async () => {
      await prepare({});
      const { document, selection } = front();
      await front().edit(edit => {
        edit.insert(selection.active, 'The scheduler');
      });
      await prepare({});
      assert.match(document.getText(), /^- \[ \] The scheduler$/m);
      assert.ok(document.isDirty, 'unsaved words are left to her');
      await document.save();
    });

    it('carries what is still open into the next one, where it is then open alone', async () => {
      const first = await prepare({});
      const next = await prepare({ date: addDays(today, 14) });
      assert.match(readFileSync(next.fsPath, 'utf8'), new RegExp(`^- \\[ \\] The scheduler · since ${today}$`, 'm'));
      await until(() => /^- \[>\] The scheduler → /m.test(readFileSync(first.fsPath, 'utf8')));
    });

    it('publishes the chosen line and nothing else', async () => {
      const uri = await prepare({ date: addDays(today, 14) });
      const text = readFileSync(uri.fsPath, 'utf8');
      const line = text.split('\n').findIndex(each => each.includes('The scheduler')) + 1;
      const went = await run<Uri>('publishLines', { uri, lines: [line], to: 'nextWeek', publish: true });
      assert.equal(went.fsPath, week);
      const weekly = readFileSync(week, 'utf8');
      assert.match(weekly, /^- \[ \] The scheduler$/m);
      assert.doesNotMatch(weekly, /one-to-one|Promised|since/i);
      assert.equal(readFileSync(uri.fsPath, 'utf8'), text);
    });

    it('shows the exact text before, and writes nothing where she says not now', async () => {
      const uri = await prepare({ date: addDays(today, 14) });
      const was = readFileSync(week, 'utf8');
      const line =
        readFileSync(uri.fsPath, 'utf8')
          .split('\n')
          .findIndex(each => each.includes('The scheduler')) + 1;
      const publishing = run<Uri | undefined>('publishLines', { uri, lines: [line], to: 'roadblocks' });
      const shown = () => window.tabGroups.activeTabGroup.activeTab?.label ?? '';
      await until(() => shown().includes('exactly what others will read'));
      await until(async () => {
        await commands.executeCommand('workbench.action.closeQuickOpen');
        return Promise.race([
          publishing.then(() => true),
          new Promise<boolean>(resolve => setTimeout(resolve, 200, false)),
        ]);
      });
      assert.equal(await publishing, undefined);
      await until(() => !shown().includes('exactly what others will read'));
      assert.equal(readFileSync(week, 'utf8'), was);
    });
  });
