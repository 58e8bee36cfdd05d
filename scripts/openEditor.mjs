import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { quietSettings, startServer, workbenchUrl } from '../test/host/host.mjs';
import { root } from '../test/host/install.mjs';

/**
 * Opens a real VS Code with this extension: the desktop one where there is one, else the server, whose address is printed.
 * It has a profile of its own that goes with it.
 *
 * @param what.open a folder or a `.code-workspace` file
 * @param what.trusted whether it is trusted without a question
 * @param what.settings user settings
 * @returns what it is, `ended` (its exit code), and `stop`
 */
export function openEditor(what, { desktop = findDesktop(), log = console.log } = {}) {
  return desktop ? openDesktop(desktop, what, log) : openServer(what, log);
}

/** The command of a desktop VS Code, where this machine has one and can show it. */
export function findDesktop() {
  if (process.env.VSCODE_IPC_HOOK_CLI) return undefined; // the `code` of a remote window's terminal can't develop extensions
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return undefined;
  const name = process.platform === 'win32' ? 'code.cmd' : 'code';
  const places = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  const application = '/Applications/Visual Studio Code.app/Contents/Resources/app/bin';
  if (process.platform === 'darwin') places.push(application);
  return places.map(place => path.join(place, name)).find(file => fs.existsSync(file));
}

async function openServer({ open, trusted, settings }, log) {
  const server = await startServer({
    testDriver: false,
    trust: trusted ? 'trusted' : 'ask',
    installed: [root],
    port: Number(process.env.PORT ?? 0),
    settings: { ...asking, ...settings },
  });
  const address = workbenchUrl(server, open.endsWith('.code-workspace') ? { workspace: open } : { folder: open });
  log(`VS Code with Out Loud is here:\n\n  ${address}\n\nCtrl-C stops it.`);
  let isAsked = false;
  const ended = server.exited.then(code => {
    if (!isAsked) log(`The VS Code server ended (${code}):\n${server.log().slice(-2000)}`);
    return code;
  });
  const stop = () => {
    isAsked = true;
    return server.stop();
  };
  return { ended, stop };
}

async function openDesktop(command, { open, trusted, settings }, log) {
  const data = fs.mkdtempSync(path.join(os.tmpdir(), 'vsc-'));
  const user = path.join(data, 'user');
  fs.mkdirSync(path.join(user, 'User'), { recursive: true });
  fs.writeFileSync(path.join(user, 'User/settings.json'), JSON.stringify({ ...quietSettings, ...asking, ...settings }));
  const args = [
    '--wait',
    '--new-window',
    `--extensionDevelopmentPath=${root}`,
    `--user-data-dir=${user}`,
    `--extensions-dir=${path.join(data, 'ext')}`,
    ...(trusted ? ['--disable-workspace-trust'] : []),
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    open,
  ];
  log('VS Code with Out Loud opens. Closing its window, or Ctrl-C here, stops it.');
  const shell = process.platform === 'win32';
  const quoted = shell ? [command, ...args].map(text => `"${text}"`) : [command, ...args];
  const child = spawn(quoted[0], quoted.slice(1), { stdio: 'ignore', shell });
  const ended = new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
  const stop = async () => {
    endDesktop(user);
    await Promise.race([ended, new Promise(resolve => setTimeout(resolve, 5000))]);
    child.kill();
    fs.rmSync(data, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  };
  return { ended, stop };
}

/** The command only asks the window's own process to start; that one writes its id into its data folder. */
function endDesktop(user) {
  try {
    process.kill(Number(fs.readFileSync(path.join(user, 'code.lock'), 'utf8')), 'SIGTERM');
  } catch {
    // It has not started, or has ended already.
  }
}

/** As a person meets it: she is asked whether she trusts what she opens. */
const asking = {
  'security.workspace.trust.startupPrompt': 'always',
  'security.workspace.trust.banner': 'untilDismissed',
};
