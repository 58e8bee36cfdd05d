import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, afterEach, before, describe } from 'mocha';
import { packagedFile } from '../../scripts/package.mjs';
import { makeSampleTeam, today } from '../../scripts/sampleTeam.mjs';
import { launchBrowser } from '../host/browser.mjs';
import { installVsix, linkExtension, startServer, workbenchUrl } from '../host/host.mjs';
import { root } from '../host/install.mjs';
import { connectBridge } from './bridge.mjs';
import { limit, patience, until } from './until.mjs';
import { Workbench } from './workbench.mjs';

/**
 * Opens a workbench as a person would find it: the packaged extension installed, nobody else's settings, a home of its own.
 *
 * @param options.prepare given a path, makes what is opened there and answers `{folder}` or `{workspace}`; the sample team without it
 * @param options.trust `trusted` or `restricted`
 * @param options.settings user settings
 * @returns the workbench, the page, `ask` for the vscode API, the folder, and `close`
 */
export async function openSession({ prepare = sampleTeam, trust, settings, size, scale, vsix = packagedFile() } = {}) {
  const base = fs.mkdtempSync(path.join(os.tmpdir(), 'out-loud-ui-'));
  const [extensionsDir, home, bridge] = ['ext', 'home', 'bridge'].map(name => path.join(base, name));
  for (const folder of [extensionsDir, home]) fs.mkdirSync(folder);
  const parts = { base, home };
  try {
    const opened = prepare(path.join(base, 'work'));
    linkExtension(path.join(root, 'test/ui/bridge'), extensionsDir);
    await installVsix(vsix, extensionsDir);
    const env = { HOME: home, USERPROFILE: home, OUTLOUD_BRIDGE: bridge };
    parts.server = await startServer({ testDriver: false, trust, settings, extensionsDir, env });
    parts.browser = await launchBrowser();
    const page = await newPage(parts.browser, { size, scale });
    const url = workbenchUrl(parts.server, opened);
    const { workbench, ask } = await openWorkbench({
      page,
      url,
      bridge,
      hasFolders: Boolean(opened.folder ?? opened.workspace),
    });
    return { ...parts, ...opened, page, workbench, ask, shoot: name => shoot(page, name), close: () => close(parts) };
  } catch (error) {
    await close(parts);
    throw error;
  }
}

/**
 * A group of journeys in one session. Where one fails, a picture of the window is left in test/ui/shots.
 *
 * @param tell given a function that answers the session, describes the journeys
 */
export function journeys(title, options, tell) {
  describe(title, function () {
    this.timeout(limit);
    let session;
    before(async () => {
      session = await openSession(options);
    });
    afterEach(async function () {
      const { state, title: name } = this.currentTest;
      if (state === 'failed') await tellFailure(session, name);
      await session.page.keyboard.press('Escape');
    });
    after(() => session?.close());
    tell(() => session);
  });
}

/** What a person who wants to know why a journey failed would look at: a picture of the window, and what asks for attention in it. */
export async function tellFailure({ shoot, workbench }, title) {
  console.log(`  In the window of “${title}”: ${await workbench.onScreen()}`);
  const name = title.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 80);
  await shoot(name).catch(error => console.log(`  There is no picture of it: ${error.message}`));
}

/** The sample team's workspace, ending today. */
export function sampleTeam(folder) {
  return makeSampleTeam(folder, today());
}

async function newPage(browser, { size: viewport = { width: 1280, height: 800 }, scale = 1 }) {
  const permissions = ['clipboard-read', 'clipboard-write'];
  const context = await browser.newContext({
    viewport,
    deviceScaleFactor: scale,
    reducedMotion: 'reduce',
    permissions,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  return page;
}

/** Opens the workbench, and opens it anew where it comes without its folders, which a busy machine sees now and then. */
async function openWorkbench({ page, url, bridge, hasFolders }) {
  for (let time = 1; ; time++) {
    fs.rmSync(bridge, { force: true });
    await page.goto(url);
    const workbench = new Workbench(page);
    await workbench.ready();
    const ask = await connectBridge(bridge, () => workbench.onScreen());
    const folders = () => ask(vscode => vscode.workspace.workspaceFolders?.length ?? 0);
    if (!hasFolders || (await until(folders, 20_000).catch(() => 0)) > 0) return { workbench, ask };
    if (time === 3) throw new Error('The window was opened three times without its folders.');
    console.log(`  AGAIN: the window was opened without its folders, time ${time}`);
  }
}

/** A picture of the whole window, for a person who wants to know why a journey failed. */
async function shoot(page, name) {
  const folder = path.join(root, 'test/ui/shots');
  fs.mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: path.join(folder, `${name}.png`), animations: 'disabled' });
}

async function close({ base, server, browser }) {
  await browser?.close().catch(() => {});
  await server?.stop();
  fs.rmSync(base, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}
