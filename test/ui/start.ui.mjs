import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { launchBrowser } from '../host/browser.mjs';
import { root } from '../host/install.mjs';
import { limit, patience, until } from './until.mjs';
import { Workbench } from './workbench.mjs';

describe('npm start', function () {
  this.timeout(limit);
  let folder;
  let child;
  let said = '';

  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'out-loud-start-'));
    const noDesktop = { DISPLAY: undefined, WAYLAND_DISPLAY: undefined, PORT: undefined };
    const env = { ...process.env, ...noDesktop, TMPDIR: folder };
    child = spawn(process.execPath, ['scripts/start.mjs'], { cwd: root, env });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', text => (said += text));
  });
  afterEach(() => {
    child.kill('SIGKILL');
    fs.rmSync(folder, { recursive: true, force: true });
  });

  it('prints the week of the sample team, opens VS Code on it, and leaves nothing', async () => {
    const address = await until(() => /http:\/\/127\.0\.0\.1\S+/.exec(said)?.[0]);
    assert.match(said, /^# Week \d+ · Ada\n\n## Worked on\n\n- \*\*Checkout reads stay under 200 ms\*\*/);
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage();
      page.setDefaultTimeout(patience);
      await page.goto(address);
      const workbench = new Workbench(page);
      await workbench.ready();
      await workbench.openContainer('Out Loud');
      await workbench.treeRow('Checkout under 200 ms').first().waitFor();
    } finally {
      await browser.close();
    }
    let code;
    child.once('close', ended => (code = ended));
    child.kill('SIGINT');
    await until(() => code !== undefined);
    assert.equal(code, 0);
    assert.deepEqual(fs.readdirSync(folder), []);
    await assert.rejects(fetch(address), 'the server is gone');
  });
});
