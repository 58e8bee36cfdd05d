import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { fetched } from './install.mjs';
import { makeOnce } from './makeOnce.mjs';
import { unpackPackage } from './npmPackage.mjs';

const pinned = {
  version: '153.0.0',
  integrity: 'sha512-jiGWqSvPMdu4+P9TilYqAR7yEGPEHINx+lCvE/NqNO/EHYzF/x1hUiI5T6ioVIt7dEy7n88byyT0vk+dnsgQwA==',
};
const installed = {
  linux: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'].map(
    name => `/usr/bin/${name}`,
  ),
  darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
    name => `/Applications/${name}.app/Contents/MacOS/${name}`,
  ),
  win32: ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap(base =>
    ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'].map(name =>
      path.join(process.env[base] ?? 'C:\\', name),
    ),
  ),
};

/**
 * The browser the workbench is opened in: `CHROME_PATH`, else an installed Chrome, Chromium or Edge, else one fetched
 * from npm (Linux x64).
 *
 * @returns its program, the environment it needs, and where it comes from
 */
export async function findBrowser({ log = () => {} } = {}) {
  const named = process.env.CHROME_PATH;
  if (named) {
    if (!fs.existsSync(named)) throw new Error(`CHROME_PATH names ${named}, which is not there: correct or unset it.`);
    return { program: named, from: 'CHROME_PATH' };
  }
  const found = (installed[process.platform] ?? []).find(file => fs.existsSync(file));
  if (found) return { program: found, from: found };
  if (process.platform === 'linux' && process.arch === 'x64') return fetchedBrowser(log);
  throw new Error(
    'The UI tests need a browser: install Chrome, Chromium or Edge, or set CHROME_PATH to one, ' +
      'or run them on Linux x64, where @sparticuz/chromium is fetched from npm.',
  );
}

/** Opens the browser without a window. */
export async function launchBrowser({ log = () => {} } = {}) {
  const { program, env, from } = await findBrowser({ log });
  const browser = await chromium.launch({
    executablePath: program,
    env: { ...process.env, ...env },
    headless: true,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--disable-background-networking',
      '--disable-component-update',
      '--no-first-run',
    ],
  });
  log(`Browser: Chromium ${browser.version()} (${from})`);
  return browser;
}

async function fetchedBrowser(log) {
  const folder = path.join(fetched, `chromium-${pinned.version}`);
  if (!fs.existsSync(folder)) log('No browser is installed. Fetching @sparticuz/chromium once, about 70 MB…');
  await makeOnce(folder, unpackBrowser);
  const libraries = fs.existsSync('/usr/lib/x86_64-linux-gnu/libnss3.so') ? [] : [path.join(folder, 'lib')];
  return {
    program: path.join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: [...libraries, folder, process.env.LD_LIBRARY_PATH].filter(Boolean).join(':') },
    from: `@sparticuz/chromium ${pinned.version}`,
  };
}

async function unpackBrowser(folder) {
  await unpackPackage(`@sparticuz/chromium@${pinned.version}`, folder, { strip: 2, member: 'package/bin', ...pinned });
  for (const name of fs.readdirSync(folder).filter(entry => entry.endsWith('.br'))) {
    const packed = path.join(folder, name);
    const plain = packed.slice(0, -'.br'.length);
    fs.writeFileSync(plain, brotliDecompressSync(fs.readFileSync(packed)), { mode: 0o755 });
    fs.rmSync(packed);
    if (!plain.endsWith('.tar')) continue;
    execFileSync('tar', ['-xf', plain, '-C', folder]);
    fs.rmSync(plain);
  }
}
