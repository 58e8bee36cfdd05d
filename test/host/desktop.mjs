import { downloadAndUnzipVSCode, SilentReporter } from '@vscode/test-electron';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fetched, root } from './install.mjs';
import { quietSettings } from './host.mjs';
import { followReport } from './runTests.mjs';

const releases = 'https://update.code.visualstudio.com/api/releases/stable';

/** Why the desktop VS Code can't be used on this machine, or undefined where it can. */
export async function whyNoDesktop() {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY)
    return 'there is no display (xvfb-run gives one)';
  try {
    const answer = await fetch(releases, { signal: AbortSignal.timeout(5000) });
    return answer.ok ? undefined : `its download answers ${answer.status}`;
  } catch {
    return 'its download can’t be reached';
  }
}

/**
 * Runs a test file in a desktop VS Code, fetched by @vscode/test-electron. The same results come back as from the server.
 *
 * @param options.open a folder or a workspace file; an empty window without it
 * @param options.vscode `stable`, or a version such as `1.110.0`
 */
export async function runDesktopTests({ vscode = 'stable', restricted, extension, tests, open, env, onEvent }) {
  const reporter = new SilentReporter();
  const program = await downloadAndUnzipVSCode({ version: vscode, cachePath: fetched, timeout: 60_000, reporter });
  const data = fs.mkdtempSync(path.join(os.tmpdir(), 'vsc-')); // short: it holds unix sockets
  fs.mkdirSync(path.join(data, 'user/User'), { recursive: true });
  fs.writeFileSync(path.join(data, 'user/User/settings.json'), JSON.stringify(quietSettings));
  const report = followReport(path.join(data, 'report.ndjson'), onEvent);
  const args = [
    ...(open ? [open] : []),
    '--no-sandbox',
    '--disable-gpu-sandbox',
    '--disable-updates',
    '--skip-welcome',
    '--skip-release-notes',
    ...(restricted ? [] : ['--disable-workspace-trust']),
    `--user-data-dir=${path.join(data, 'user')}`,
    `--extensions-dir=${path.join(data, 'ext')}`,
    `--extensionDevelopmentPath=${extension}`,
    `--extensionTestsPath=${tests}`,
  ];
  try {
    return report.judge({ code: await run(program, args, { ...process.env, ...env, OUTLOUD_REPORT: report.file }) });
  } finally {
    report.dispose();
    fs.rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

function run(program, args, env) {
  const shell = process.platform === 'win32';
  const quote = text => (shell ? `"${text}"` : text);
  const child = spawn(quote(program), args.map(quote), {
    cwd: root,
    env,
    shell,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const stop = () => child.kill('SIGINT');
  process.once('SIGINT', stop);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', code => {
      process.off('SIGINT', stop);
      resolve(code ?? 1);
    });
  });
}
