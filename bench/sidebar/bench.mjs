import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { median } from '../median.ts';
import { makeNotes } from '../notes/makeNotes.ts';
import { launchBrowser } from '../../test/host/browser.mjs';
import { linkExtension, startServer, workbenchUrl } from '../../test/host/host.mjs';
import { root } from '../../test/host/install.mjs';
import { connectBridge } from '../../test/ui/bridge.mjs';
import { until } from '../../test/ui/until.mjs';
import { Workbench } from '../../test/ui/workbench.mjs';

/**
 * Opens the sidebar of a real VS Code over many notes, and watches how long its extension host can do nothing else while they are
 * indexed, pulled and switched.
 *
 * @returns tables as markdown
 */
export async function bench({ quick = false, log = () => {} } = {}) {
  execFileSync(process.execPath, ['esbuild.js'], { cwd: root, stdio: 'inherit' });
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'out-loud-bench-'));
  try {
    const count = quick ? 1000 : 10_000;
    log(`${count} notes in a repository`);
    const repository = makeRepository(folder, count);
    const openings = [];
    for (let round = 1; round <= (quick ? 2 : 7); round++) {
      openings.push(await inWindow(folder, repository, openSidebar));
      const [{ ours, plain }] = openings.slice(-1);
      log(`opening ${round}: ${ours.toFixed(0)} ms beside ${plain.toFixed(0)} ms`);
    }
    const holds = [];
    for (let round = 1; round <= (quick ? 1 : 5); round++) {
      const ours = await inWindow(folder, repository, watchHolds);
      const plain = await inWindow(folder, repository, watchHolds, withoutUs);
      holds.push({ ours, plain });
      log(`holds ${round}: ${JSON.stringify(holds.at(-1))}`);
    }
    return print(count, openings, holds);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** A repository of notes, a remote that is 1,000 notes ahead, and a branch on which 1,000 others differ. */
function makeRepository(folder, count) {
  const repository = path.join(folder, 'shop');
  fs.mkdirSync(repository);
  const git = (...args) =>
    execFileSync('git', args, { cwd: repository, stdio: ['ignore', 'pipe', 'pipe'], env: gitEnvironment() });
  git('init', '-q', '-b', 'main');
  git('config', 'user.name', 'Person 000');
  git('config', 'user.email', 'person-000@forge.example');
  const files = makeNotes(path.join(repository, 'notes'), count);
  fs.writeFileSync(path.join(repository, 'notes/broken.md'), '---js\n---\n');
  const save = subject => {
    git('add', '--all');
    git('commit', '-q', '-m', subject);
  };
  const touch = (from, line) => {
    for (const file of files.slice(from, from + 1000)) fs.appendFileSync(file, `${line}\n`);
  };
  save('Write notes');
  git('checkout', '-q', '-b', 'other');
  touch(0, 'On the other branch.');
  save('Change a thousand notes on a branch');
  git('checkout', '-q', 'main');
  git('checkout', '-q', '-b', 'ahead');
  makeNotes(path.join(repository, 'notes/more'), Math.min(1000, count));
  save('Add a thousand notes');
  git('checkout', '-q', 'main');
  return repository;
}

function gitEnvironment() {
  return { ...process.env, GIT_CONFIG_GLOBAL: os.devNull, GIT_CONFIG_NOSYSTEM: '1' };
}

/** Opens a new window on the repository with Out Loud, the plain tree and the bridge, and lets something be done in it. */
async function inWindow(folder, repository, work, extensions = ['.', ...withoutUs]) {
  const base = fs.mkdtempSync(path.join(folder, 'window-'));
  const [extensionsDir, home, bridge] = ['ext', 'home', 'bridge'].map(name => path.join(base, name));
  for (const made of [extensionsDir, home]) fs.mkdirSync(made);
  for (const extension of extensions) linkExtension(path.join(root, extension), extensionsDir);
  const env = { HOME: home, USERPROFILE: home, OUTLOUD_BRIDGE: bridge, ...isolated };
  const [server, browser] = await Promise.all([
    startServer({ testDriver: false, extensionsDir, env }),
    launchBrowser(),
  ]);
  try {
    const page = await (
      await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' })
    ).newPage();
    await page.goto(workbenchUrl(server, { folder: repository }));
    const workbench = new Workbench(page);
    await workbench.ready();
    return await work({ repository, page, workbench, ask: await connectBridge(bridge), extensions });
  } finally {
    await browser.close().catch(() => {});
    await server.stop();
  }
}

const withoutUs = ['bench/sidebar/probe', 'test/ui/bridge'];
const isolated = { GIT_CONFIG_GLOBAL: os.devNull, GIT_CONFIG_NOSYSTEM: '1' };

/** The click on each container to its first row, once the index is there. */
async function openSidebar({ repository, page, workbench, ask }) {
  await openNote(repository, ask);
  await indexed(repository, ask);
  await page.waitForTimeout(1500);
  const plain = await clickToRow(page, workbench, 'Plain Tree', 'Plain row');
  const ours = await clickToRow(page, workbench, 'Out Loud', 'What ');
  return { plain, ours };
}

/** From the click to the row, as the page itself sees it, frame by frame. */
async function clickToRow(page, workbench, container, text) {
  const item = await workbench.container(container).first().elementHandle();
  return page.evaluate(
    ([link, words]) =>
      new Promise(resolve => {
        const page = link.ownerDocument;
        const { MouseEvent, requestAnimationFrame } = page.defaultView;
        const start = performance.now();
        const look = () => {
          const rows = [...page.querySelectorAll('.part.sidebar [role="treeitem"] .label-name')];
          if (rows.some(row => row.textContent.startsWith(words))) resolve(performance.now() - start);
          else requestAnimationFrame(look);
        };
        link.dispatchEvent(new MouseEvent('mousedown', { bubbles: true }));
        link.dispatchEvent(new MouseEvent('mouseup', { bubbles: true }));
        link.click();
        look();
      }),
    [item, text],
  );
}

function openNote(repository, ask) {
  const note = path.join(repository, 'notes/people/person-000/goals/goal-13.md');
  return ask(async (vscode, file) => void (await vscode.window.showTextDocument(vscode.Uri.file(file))), note);
}

/** Waits until the index is made: then the one broken note has its mark. */
function indexed(repository, ask) {
  return until(() => hasMark(ask, path.join(repository, 'notes/broken.md')), 60_000);
}

function hasMark(ask, file) {
  return ask((vscode, name) => vscode.languages.getDiagnostics(vscode.Uri.file(name)).length > 0, file);
}

/** The longest the host could do nothing else: at rest, while it indexes, after a pull, after a switch of branches. */
async function watchHolds({ repository, page, workbench, ask, extensions }) {
  const isOurs = extensions !== withoutUs;
  const git = (...args) => execFileSync('git', args, { cwd: repository, stdio: 'ignore', env: gitEnvironment() });
  const during = async work => {
    await ask(startWatching);
    await work();
    await page.waitForTimeout(4000); // watchers speak late
    return ask(endWatching);
  };
  await page.waitForTimeout(3000);
  const rest = await during(async () => {});
  const index = await during(async () => {
    await workbench.openContainer(isOurs ? 'Out Loud' : 'Plain Tree');
    await openNote(repository, ask);
    if (isOurs) await indexed(repository, ask);
  });
  const pull = await during(() => git('merge', '-q', '--ff-only', 'ahead'));
  const branch = await during(() => git('checkout', '-q', 'other'));
  git('checkout', '-q', 'main');
  git('reset', '-q', '--hard', 'main@{1}');
  return { rest, index, pull, branch };
}

function startWatching() {
  const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks');
  globalThis.outloudHolds = monitorEventLoopDelay({ resolution: 1 });
  globalThis.outloudHolds.enable();
}

function endWatching() {
  globalThis.outloudHolds.disable();
  return globalThis.outloudHolds.max / 1e6;
}

function print(count, openings, holds) {
  const ms = values =>
    `${median(values).toFixed(0)} ms (${Math.min(...values).toFixed(0)}–${Math.max(...values).toFixed(0)})`;
  const row = (title, key) =>
    `| ${title} | ${ms(holds.map(({ ours }) => ours[key]))} | ${ms(holds.map(({ plain }) => plain[key]))} |`;
  return `In a real VS Code over ${count.toLocaleString('en')} notes: median (least–most).

| from the click to the first row, the index being there | |
|---|--:|
| Out Loud | ${ms(openings.map(({ ours }) => ours))} |
| a plain tree of thirty fixed rows | ${ms(openings.map(({ plain }) => plain))} |
| difference | ${ms(openings.map(({ ours, plain }) => ours - plain))} |

The longest the extension host could do nothing else, in turns with a window that has no Out Loud. VS Code's own extensions (git, markdown) load and work in both.

| | with Out Loud | without |
|---|--:|--:|
${row('at rest', 'rest')}
${row('a note is opened, with the views open: the first index', 'index')}
${row('a pull of 1,000 notes', 'pull')}
${row('a switch to a branch where 1,000 notes differ', 'branch')}
`;
}
