import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { URLSearchParams } from 'node:url';
import { ensureHost } from './install.mjs';

/** A VS Code that asks nobody, fetches nothing, and does not move by itself. */
export const quietSettings = {
  'chat.disableAIFeatures': true,
  'workbench.startupEditor': 'none',
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off', // as on the desktop; a page would save after a second
  'git.autofetch': false,
  'git.openRepositoryInParentFolders': 'never',
  'json.schemaDownload.enable': false,
  'npm.fetchOnlinePackageInfo': false,
  'typescript.disableAutomaticTypeAcquisition': true,
  'security.workspace.trust.startupPrompt': 'never',
  'security.workspace.trust.banner': 'never',
  'security.workspace.trust.untrustedFiles': 'open',
  'window.confirmBeforeClose': 'never',
  'editor.accessibilitySupport': 'off',
  'workbench.reduceMotion': 'on',
  'workbench.editor.useModal': 'off',
};
/** Keeps no process alive. */
const sleep = ms => new Promise(resolve => setTimeout(resolve, ms).unref());

/**
 * Starts a VS Code server in a data folder of its own that goes with it.
 *
 * @param options.settings user settings beside the quiet ones
 * @param options.trust `trusted`, or `restricted` for Restricted Mode
 * @param options.extensionsDir an extensions folder made before; otherwise a new one
 * @param options.installed folders that count as installed extensions
 * @param options.testDriver whether pages may bring extensions under development and tests; toasts never show then
 */
export async function startServer(options = {}) {
  const host = await ensureHost({ log: console.error });
  const token = randomBytes(16).toString('hex'); // without one, any page of any browser on this machine reaches a shell
  const data = makeDataFolder(options);
  const child = spawn(host.node, serverArguments(host, data, token, options), {
    cwd: host.root,
    detached: true, // its own process group, so that watchers and extension hosts end with it
    stdio: ['ignore', 'pipe', 'pipe'],
    env: serverEnvironment(data, options.env),
  });
  const server = watchServer(child, data);
  const port = await Promise.race([server.listening, server.exited, sleep(60_000)]);
  if (typeof port !== 'number' || port < 1024) {
    await server.stop();
    throw new Error(`The VS Code server did not start (${port ?? 'after a minute'}):\n${server.log().slice(-4000)}`);
  }
  return { ...server, token, data, pid: child.pid, url: `http://127.0.0.1:${port}`, authority: `127.0.0.1:${port}` };
}

/** Makes a folder count as an installed extension. For an extensions folder that no VS Code has looked at yet. */
export function linkExtension(folder, extensionsDir) {
  const { publisher, name, version } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
  fs.symlinkSync(path.resolve(folder), path.join(extensionsDir, `${publisher}.${name}-${version}`), 'junction');
}

/** Installs a packaged extension into an extensions folder, as a person would. No server needs to run. */
export async function installVsix(vsix, extensionsDir) {
  const host = await ensureHost({ log: console.error });
  const data = fs.mkdtempSync(path.join(os.tmpdir(), 'vsc-'));
  const folders = ['--user-data-dir', path.join(data, 'user'), '--server-data-dir', path.join(data, 'server')];
  const args = ['--install-extension', path.resolve(vsix), '--extensions-dir', extensionsDir, ...folders];
  const child = spawn(host.node, [host.main, '--accept-server-license-terms', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: serverEnvironment(data),
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', text => (said += text));
  await new Promise(resolve => child.once('close', resolve));
  fs.rmSync(data, { recursive: true, force: true });
  if (!/successfully installed/.test(said)) throw new Error(`${vsix} could not be installed:\n${said}`);
}

/** The address of the workbench with a folder or workspace open, and in a test driver's server with what it brings. */
export function workbenchUrl(server, { folder, workspace, extensions = [], tests, env } = {}) {
  const remote = file => `vscode-remote://${server.authority}${urlPath(file)}`;
  const payload = [
    ...extensions.map(extension => ['extensionDevelopmentPath', remote(extension)]),
    ...(tests ? [['extensionTestsPath', remote(tests)]] : []),
    ...(env ? [['extensionEnvironment', JSON.stringify(env)]] : []),
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
  ];
  const query = new URLSearchParams({ tkn: server.token });
  if (folder) query.set('folder', urlPath(folder));
  if (workspace) query.set('workspace', urlPath(workspace));
  return `${server.url}/?${query}&payload=${encodeURIComponent(JSON.stringify(payload))}`;
}

function urlPath(file) {
  const absolute = path.resolve(file).replaceAll(path.sep, '/');
  return absolute.startsWith('/') ? absolute : `/${absolute}`;
}

function makeDataFolder({ settings = {}, installed = [], extensionsDir }) {
  const data = fs.mkdtempSync(path.join(os.tmpdir(), 'vsc-')); // short: it holds unix sockets
  fs.mkdirSync(path.join(data, 'user/User'), { recursive: true });
  fs.mkdirSync(path.join(data, 'run'), { mode: 0o700 });
  fs.mkdirSync(path.join(data, 'tmp'));
  fs.writeFileSync(path.join(data, 'user/User/settings.json'), JSON.stringify({ ...quietSettings, ...settings }));
  const extensions = extensionsDir ?? path.join(data, 'ext');
  fs.mkdirSync(extensions, { recursive: true });
  for (const folder of installed) linkExtension(folder, extensions);
  return data;
}

function serverArguments(host, data, token, { trust = 'trusted', extensionsDir, testDriver = true, port = 0 }) {
  const values = {
    host: '127.0.0.1',
    port: String(port),
    'connection-token': token,
    'telemetry-level': 'off',
    'reconnection-grace-time': '5', // otherwise the extension host of a closed page lives on for three hours
    'user-data-dir': path.join(data, 'user'),
    'server-data-dir': path.join(data, 'server'),
    'extensions-dir': extensionsDir ?? path.join(data, 'ext'),
  };
  return [
    host.main,
    ...Object.entries(values).flatMap(([name, value]) => [`--${name}`, value]),
    '--accept-server-license-terms',
    '--disable-telemetry',
    '--disable-update-check',
    '--disable-getting-started-override',
    ...(testDriver ? ['--enable-smoke-test-driver'] : []),
    ...(trust === 'trusted' ? ['--disable-workspace-trust'] : []),
  ];
}

function serverEnvironment(data, more = {}) {
  const outer = /^(VSCODE_|ELECTRON_|NODE_OPTIONS$|npm_)/;
  return {
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !outer.test(name))),
    XDG_RUNTIME_DIR: path.join(data, 'run'),
    TMPDIR: path.join(data, 'tmp'),
    EXTENSIONS_GALLERY: '{"serviceUrl":""}', // no marketplace
    ...more,
  };
}

/** Reads what the server says, and ends it together with everything it started and wrote. */
function watchServer(child, data) {
  let said = '';
  let bound;
  const listening = new Promise(resolve => (bound = resolve));
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', text => {
      said += text;
      const port = /Extension host agent listening on (\d+)/.exec(said)?.[1];
      if (port) bound(Number(port));
    });
  const exited = new Promise(resolve => child.once('exit', (code, signal) => resolve(code ?? signal)));
  const remove = () => fs.rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  const atExit = () => {
    signalGroup(child, 'SIGKILL');
    remove();
  };
  process.once('exit', atExit);
  const stop = async () => {
    signalGroup(child, 'SIGTERM');
    const ended = await Promise.race([exited.then(() => true), sleep(5000)]);
    if (ended !== true) signalGroup(child, 'SIGKILL');
    remove();
    process.off('exit', atExit);
  };
  return { listening, exited, stop, log: () => said };
}

function signalGroup(child, signal) {
  try {
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // It has ended already.
  }
}
