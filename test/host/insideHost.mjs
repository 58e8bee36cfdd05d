// Runs inside the extension host of a real VS Code, loaded through extensionTestsPath: mocha over out/test/editor.
// The results leave through a file, one JSON object a line.
import Mocha from 'mocha';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as vscode from 'vscode';
import { windowOf } from './windows.mjs';

const tests = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../out/test/editor');

export async function run() {
  const grep = process.env.OUTLOUD_GREP;
  const mocha = new Mocha({ ui: 'bdd', timeout: 150_000, reporter: LineReporter, ...(grep ? { grep } : {}) });
  const window = process.env.OUTLOUD_WINDOW;
  for (const file of fs.readdirSync(tests))
    if (file.endsWith('.test.cjs') && windowOf(file) === window) mocha.addFile(path.join(tests, file));
  say({ ev: 'begin', window, vscode: vscode.version, node: process.versions.node });
  await windowIsOpen();
  try {
    await mocha.loadFilesAsync();
  } catch (error) {
    say({ ev: 'fail', title: 'The tests can be loaded', error: error.stack ?? String(error) });
    throw error;
  }
  const failures = await new Promise(resolve => mocha.run(resolve));
  say({ ev: 'end', failures });
  if (failures) throw new Error(`${failures} failed`); // a rejected run() makes the exit code 1
}

/**
 * A page opens empty, and its folders come a moment later; on a busy machine after this has begun, and now and then never.
 * Then it says so, and the window is opened anew (integration.mjs).
 */
async function windowIsOpen() {
  const hasFolders = () => process.env.OUTLOUD_FOLDERS !== 'some' || vscode.workspace.workspaceFolders?.length > 0;
  for (const end = Date.now() + 20_000; !hasFolders(); await new Promise(resolve => setTimeout(resolve, 50))) {
    if (Date.now() < end) continue;
    say({ ev: 'empty' });
    throw new Error('The window showed no folder.');
  }
}

class LineReporter {
  constructor(runner) {
    runner.on('test', test => say({ ev: 'start', title: test.fullTitle() }));
    runner.on('pass', test => say({ ev: 'pass', title: test.fullTitle(), ms: test.duration }));
    runner.on('pending', test => say({ ev: 'skip', title: test.fullTitle() }));
    runner.on('fail', (test, error) =>
      say({ ev: 'fail', title: test.fullTitle(), error: error.stack ?? String(error) }),
    );
  }
}

function say(event) {
  if (process.env.OUTLOUD_REPORT) fs.appendFileSync(process.env.OUTLOUD_REPORT, `${JSON.stringify(event)}\n`);
}
