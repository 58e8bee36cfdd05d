// The tests of test/editor inside a real VS Code: most in the sample team's window, some in others (windows.mjs).
//   node test/host/integration.mjs [--restricted] [--host desktop|server] [--vscode 1.110.0] [--window noFolder] [--grep text] [--verbose]
// Built before by `node esbuild.js --tests`. Without --host the desktop is used where it can be fetched, else the server.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { launchBrowser } from './browser.mjs';
import { runDesktopTests, whyNoDesktop } from './desktop.mjs';
import { startServer } from './host.mjs';
import { ensureHost, root } from './install.mjs';
import { runTests } from './runTests.mjs';
import { summary, tryAgain } from './secondTry.mjs';
import { windows } from './windows.mjs';

const tests = path.join(root, 'test/host/insideHost.mjs');

/**
 * Runs them trusted or restricted, in one window after the other, and prints what they say. A window or two that fail are
 * opened once more, with everything new.
 *
 * @returns how many passed and failed, and what passed only at the second try
 */
export async function integration({ restricted = false, host, vscode, window, grep, verbose, log = console.log } = {}) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'out-loud-test-'));
  const names = window ? [window] : restricted ? ['team'] : Object.keys(windows);
  const open = await ((await useDesktop(host, log)) ? useDesktopHost : useServerHost)({
    restricted,
    vscode,
    verbose,
    log,
  });
  const runWindow = (name, time) => {
    const made = makeWindow(name, path.join(folder, time), { restricted, grep });
    return outcomeOf(onEvent => open.run({ ...made, onEvent }), log);
  };
  try {
    const first = new Map();
    for (const name of names) first.set(name, await runWindow(name, 'first'));
    return await tryAgain(first, { atMost: 2, again: name => runWindow(name, 'second'), log });
  } finally {
    await open.stop();
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** Runs the tests of a window, and answers what came of them: an `Outcome` of secondTry.mjs. */
async function outcomeOf(run, log) {
  const outcome = { passed: 0, failed: [] };
  const result = await openAgain(() => run(event => tell(event, outcome, log)), log);
  if (result.code === 0 || outcome.failed.length > 0) return outcome;
  const reason = result.reason ?? `VS Code ended with ${result.code}`;
  log(`  FAILED: ${reason}`);
  return { ...outcome, failed: [{ title: 'a window', error: reason }] };
}

/** Where the workbench opened a window without its folders, which a busy machine sees now and then, no test has begun. */
async function openAgain(run, log) {
  for (let time = 1; ; time++) {
    const result = await run();
    if (result.code !== 6 || time === 3) return result;
    log(`  AGAIN: ${result.reason}, time ${time}`);
  }
}

/** What a window shows, and the environment of its extension host: a home of its own. */
function makeWindow(name, folder, { restricted, grep }) {
  const [home, sample] = ['home', 'work'].map(part => path.join(folder, name, part));
  for (const made of [home, sample]) fs.mkdirSync(made, { recursive: true });
  const opened = windows[name](sample);
  const env = {
    HOME: home,
    USERPROFILE: home,
    OUTLOUD_WINDOW: name,
    OUTLOUD_SAMPLE: sample,
    OUTLOUD_TRUST: restricted ? 'restricted' : 'trusted',
    OUTLOUD_FOLDERS: 'workspace' in opened || 'folder' in opened ? 'some' : 'none',
    ...(grep ? { OUTLOUD_GREP: grep } : {}),
  };
  return { ...opened, env };
}

async function useDesktop(host, log) {
  if (host) return host === 'desktop';
  const reason = await whyNoDesktop();
  if (reason) log(`The desktop VS Code is not used: ${reason}. The server with its real extension host is.`);
  return !reason;
}

function useDesktopHost({ restricted, vscode, verbose, log }) {
  log(`VS Code ${vscode ?? 'stable'} (desktop${restricted ? ', Restricted Mode' : ''})`);
  const run = ({ workspace, folder, ...window }) =>
    runDesktopTests({ ...window, open: workspace ?? folder, restricted, vscode, verbose, extension: root, tests });
  return { run, stop: () => undefined };
}

async function useServerHost({ restricted, verbose, log }) {
  const { version } = await ensureHost({ log });
  log(`VS Code ${version} (server${restricted ? ', Restricted Mode' : ''})`);
  const trust = restricted ? 'restricted' : 'trusted';
  const browser = await launchBrowser({ log });
  /** Each window has a server of its own: where the last window's is still being cleared away, the next comes without its folders. */
  const run = async window => {
    const server = await startServer({ trust });
    try {
      return await runTests({ ...window, server, browser, extensions: [root], tests, verbose });
    } finally {
      await server.stop();
    }
  };
  const stop = () => browser.close().catch(() => {});
  return { run, stop };
}

function tell(event, outcome, log) {
  if (event.ev === 'begin')
    log(`  window “${event.window}”, in an extension host of VS Code ${event.vscode}, Node ${event.node}`);
  if (event.ev === 'pass') {
    outcome.passed++;
    log(`  ok   ${event.title} (${event.ms} ms)`);
  }
  if (event.ev === 'skip' || event.ev === 'fail') {
    const { title, error = 'it was skipped' } = event; // a test that did not run has shown nothing
    outcome.failed.push({ title, error });
    log(`  FAIL ${title}\n${error.replace(/^/gm, '       ')}`);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { values } = parseArgs({
    options: {
      restricted: { type: 'boolean' },
      host: { type: 'string' },
      vscode: { type: 'string' },
      window: { type: 'string' },
      grep: { type: 'string' },
      verbose: { type: 'boolean' },
    },
  });
  const result = await integration(values);
  console.log(summary(result));
  process.exit(result.failed ? 1 : 0);
}
