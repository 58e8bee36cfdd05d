// The tests of test/editor inside a real VS Code, on the sample team's workspace.
//   node test/host/integration.mjs [--restricted] [--host desktop|server] [--vscode 1.110.0] [--grep text] [--verbose]
// Built before by `node esbuild.js --tests`. Without --host the desktop is used where it can be fetched, else the server.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { makeSampleTeam, today } from '../../scripts/sampleTeam.mjs';
import { launchBrowser } from './browser.mjs';
import { runDesktopTests, whyNoDesktop } from './desktop.mjs';
import { startServer } from './host.mjs';
import { ensureHost, root } from './install.mjs';
import { runTests } from './runTests.mjs';

const tests = path.join(root, 'test/host/insideHost.mjs');

/**
 * Runs them once, trusted or restricted, and prints what they say.
 *
 * @returns how many passed and failed
 */
export async function integration({ restricted = false, host, vscode, grep, verbose, log = console.log } = {}) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'out-loud-test-'));
  const count = { passed: 0, failed: 0 };
  try {
    const { workspace } = makeSampleTeam(folder, today());
    const home = path.join(folder, 'home');
    fs.mkdirSync(home);
    const env = {
      HOME: home,
      USERPROFILE: home,
      OUTLOUD_SAMPLE: folder,
      OUTLOUD_TRUST: restricted ? 'restricted' : 'trusted',
      ...(grep ? { OUTLOUD_GREP: grep } : {}),
    };
    const run = (await useDesktop(host, log)) ? onDesktop : onServer;
    const result = await run({ restricted, vscode, verbose, workspace, env, log, onEvent: e => tell(e, count, log) });
    if (result.code !== 0 && count.failed === 0) {
      count.failed++;
      log(`  FAILED: ${result.reason ?? `VS Code ended with ${result.code}`}`);
    }
  } finally {
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
  return count;
}

async function useDesktop(host, log) {
  if (host) return host === 'desktop';
  const reason = await whyNoDesktop();
  if (reason) log(`The desktop VS Code is not used: ${reason}. The server with its real extension host is.`);
  return !reason;
}

function onDesktop(options) {
  options.log(`VS Code ${options.vscode ?? 'stable'} (desktop${options.restricted ? ', Restricted Mode' : ''})`);
  return runDesktopTests({ ...options, extension: root, tests });
}

async function onServer({ restricted, verbose, workspace, env, log, onEvent }) {
  const { version } = await ensureHost({ log });
  log(`VS Code ${version} (server${restricted ? ', Restricted Mode' : ''})`);
  const trust = restricted ? 'restricted' : 'trusted';
  const [server, browser] = await Promise.all([startServer({ trust, env }), launchBrowser({ log })]);
  try {
    return await runTests({ server, browser, workspace, extensions: [root], tests, env, verbose, onEvent });
  } finally {
    await browser.close().catch(() => {});
    await server.stop();
  }
}

function tell(event, count, log) {
  if (event.ev === 'begin') log(`  in an extension host of VS Code ${event.vscode}, Node ${event.node}`);
  if (event.ev === 'pass') {
    count.passed++;
    log(`  ok   ${event.title} (${event.ms} ms)`);
  }
  if (event.ev === 'skip' || event.ev === 'fail') {
    count.failed++; // a test that did not run has shown nothing
    log(`  FAIL ${event.title}\n${(event.error ?? 'it was skipped').replace(/^/gm, '       ')}`);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { values } = parseArgs({
    options: {
      restricted: { type: 'boolean' },
      host: { type: 'string' },
      vscode: { type: 'string' },
      grep: { type: 'string' },
      verbose: { type: 'boolean' },
    },
  });
  const { passed, failed } = await integration(values);
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed ? 1 : 0);
}
