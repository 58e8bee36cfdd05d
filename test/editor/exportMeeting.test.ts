import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, describe, it } from 'mocha';
import { commands, ConfigurationTarget, Uri, workspace } from 'vscode';
import { isRestricted, run } from './support/sample.ts';

describe('Exporting a meeting', () => {
  const folder = mkdtempSync(join(tmpdir(), 'outloud-ics-'));
  let note: Uri | undefined;
  if (isRestricted) {
    const settings = () => workspace.getConfiguration('outloud');
    before(() => settings().update('me', 'ada', ConfigurationTarget.Global));
    after(() => settings().update('me', undefined, ConfigurationTarget.Global));
  }
  afterEach(() => commands.executeCommand('workbench.action.closeAllEditors'));
  after(() => {
    rmSync(folder, { recursive: true, force: true });
    if (note) rmSync(note.fsPath, { force: true });
  });

  it('writes the note in front as a calendar file, and never over another file', async () => {
    const answers = { with: 'lin', date: '2031-03-04', kind: 'autonomy-support', advocate: '' };
    note = await run<Uri>('prepareOneOnOne', answers);
    assert.match(readFileSync(note.fsPath, 'utf8'), /## My points/);
    const to = Uri.file(join(folder, 'meeting.ics'));
    assert.equal((await run<Uri>('exportMeeting', { to, time: '14:30' })).fsPath, to.fsPath);
    const text = readFileSync(to.fsPath, 'utf8');
    assert.match(text, /^BEGIN:VCALENDAR\r\n[^]*\r\nSUMMARY:Autonomy-support meeting: Ada[^]*END:VCALENDAR\r\n$/);
    assert.match(text, /\r\nDTSTART:20310304T\d{6}Z\r\n/);
    assert.equal(await run('exportMeeting', { to, meeting: '2031-03-04-ada-lin' }), undefined);
    assert.equal(readFileSync(to.fsPath, 'utf8'), text);
  });
});
