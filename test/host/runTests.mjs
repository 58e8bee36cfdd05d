import fs from 'node:fs';
import path from 'node:path';
import { workbenchUrl } from './host.mjs';

/**
 * Runs a test file inside the extension host of one page, and follows it through the file it reports to, a JSON object a line.
 *
 * @param options.onEvent told of `{ev: 'start' | 'pass' | 'skip' | 'fail' | 'end', …}`
 * @returns how it ended: `code` 0 for success, 3 where something died, 4 out of time, 5 without an end record, 6 where the
 * window stayed empty and no test began; and why
 */
export async function runTests({ server, browser, onEvent, timeout = 600_000, verbose = false, env = {}, ...what }) {
  const report = followReport(path.join(server.data, `report-${Math.random().toString(36).slice(2)}.ndjson`), onEvent);
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    permissions: ['clipboard-read', 'clipboard-write'], // without these env.clipboard waits for ever
  });
  const page = await context.newPage();
  const ending = watchPage({ page, server, browser, report, timeout, verbose });
  try {
    // Exposed before the page is opened: the workbench may be done before a later call.
    await page.exposeFunction('codeAutomationLog', (type, args) => verbose && console.error(`[${type}]`, ...args));
    await page.exposeFunction('codeAutomationExit', code => ending.finish({ code }));
    await page.goto(workbenchUrl(server, { ...what, env: { OUTLOUD_REPORT: report.file, ...env } }));
    return report.judge(await ending.finished);
  } finally {
    ending.dispose();
    report.dispose();
    await Promise.race([context.close(), new Promise(resolve => setTimeout(resolve, 3000))]);
  }
}

/** Reads a growing file of JSON lines and hands them over; `judge` says what they make of how a run ended. */
export function followReport(file, onEvent) {
  fs.writeFileSync(file, '');
  let position = 0;
  let rest = '';
  let current = '(before the first test)';
  let ended = false;
  let empty = false;
  const read = () => {
    const bytes = fs.readFileSync(file).subarray(position);
    position += bytes.length;
    const lines = (rest + bytes.toString()).split('\n');
    rest = lines.pop() ?? '';
    for (const event of lines.map(line => JSON.parse(line))) {
      if (event.ev === 'start') current = event.title;
      if (event.ev === 'end') ended = true;
      if (event.ev === 'empty') empty = true;
      onEvent(event);
    }
  };
  const judge = result => {
    read();
    if (empty) return { code: 6, reason: 'the window was opened without its folders' };
    return result.code === 0 && !ended ? { code: 5, reason: 'the tests ended without a result' } : result;
  };
  const timer = setInterval(read, 100);
  return { file, judge, current: () => current, dispose: () => clearInterval(timer) };
}

/** Notices every way a run can end beside the tests' own. */
function watchPage({ page, server, browser, report, timeout, verbose }) {
  let finish;
  const finished = new Promise(resolve => (finish = resolve));
  const died = what => finish({ code: 3, reason: `${what} in: ${report.current()}` });
  const gone = () => died('the browser ended');
  server.exited.then(code => died(`the server ended (${code})`));
  browser.once('disconnected', gone);
  page.on('crash', () => died('the page crashed'));
  page.on('pageerror', error => verbose && console.error('[page]', error.message));
  const before = server.log().length;
  const extensionHost = setInterval(() => {
    if (/Extension Host Process exited with code: (?!0,)/.test(server.log().slice(before)))
      died('the extension host died');
  }, 250);
  const timer = setTimeout(
    () => finish({ code: 4, reason: `no end after ${timeout / 1000} seconds, in: ${report.current()}` }),
    timeout,
  );
  const dispose = () => {
    clearInterval(extensionHost);
    clearTimeout(timer);
    browser.off('disconnected', gone);
  };
  return { finish, finished, dispose };
}
