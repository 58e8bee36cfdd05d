import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { median } from '../median.ts';
import { makeSampleTeam, today } from '../../scripts/sampleTeam.mjs';
import { launchBrowser } from '../../test/host/browser.mjs';
import { startServer } from '../../test/host/host.mjs';
import { root } from '../../test/host/install.mjs';
import { runTests } from '../../test/host/runTests.mjs';

const ours = { id: 'out-loud.out-loud', folder: root };
const empty = { id: 'out-loud.empty', folder: path.join(root, 'bench/activation/empty') };

/**
 * Starts VS Code in turn with Out Loud and with an empty extension, on the sample team, and compares what it noted.
 *
 * @returns a table as markdown
 */
export async function bench({ quick = false, log = () => {} } = {}) {
  execFileSync(process.execPath, ['esbuild.js'], { cwd: root, stdio: 'inherit' });
  const pairs = quick ? 3 : 15;
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'out-loud-bench-'));
  const { workspace } = makeSampleTeam(folder, today());
  const env = { HOME: folder, USERPROFILE: folder };
  const [server, browser] = await Promise.all([
    startServer({ settings: { 'git.enabled': false }, env }),
    launchBrowser(),
  ]);
  const start = extension => measure({ server, browser, workspace, extension });
  const measured = { ours: [], empty: [] };
  try {
    await start(empty); // the first page also fills caches
    await start(ours);
    for (let pair = 1; pair <= pairs; pair++) {
      measured.ours.push(await start(ours));
      measured.empty.push(await start(empty));
      log(`pair ${pair} of ${pairs}: ${measured.ours.at(-1).start} ms beside ${measured.empty.at(-1).start} ms`);
    }
  } finally {
    await browser.close().catch(() => {});
    await server.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  }
  return print(measured, pairs);
}

async function measure({ server, browser, workspace, extension }) {
  let measured;
  const result = await runTests({
    server,
    browser,
    workspace,
    extensions: [extension.folder],
    tests: path.join(root, 'bench/activation/insideHost.cjs'),
    env: { OUTLOUD_MEASURED: extension.id },
    onEvent: event => {
      if (event.ev === 'measured') measured = event;
    },
  });
  if (!measured?.active) throw new Error(`${extension.id} was not measured: ${result.reason ?? 'it did not start'}`);
  return { ...measured, start: measured.load + measured.activate };
}

const rows = [
  { title: 'loading its code', key: 'load', unit: 'ms', digits: 0 },
  { title: '`activate()`', key: 'activate', unit: 'ms', digits: 0 },
  { title: 'both', key: 'start', unit: 'ms', digits: 0 },
  { title: 'heap two seconds later', key: 'heap', unit: 'MB', digits: 2 },
];

function print(measured, pairs) {
  return `${pairs} alternating pairs in one VS Code server, on the sample team: median (least–most), and the median of the pairs' differences.

| | Out Loud | an empty extension | difference |
|---|---|---|---|
${rows.map(row => printRow(row, measured)).join('\n')}

The start-up file is ${(startUpSize() / 1024).toFixed(1)} KB; everything else is loaded when first used.
`;
}

function printRow({ title, key, unit, digits }, measured) {
  const [own, other] = [measured.ours, measured.empty].map(runs => runs.map(run => run[key]));
  const show = value => value.toFixed(digits);
  const spread = values =>
    `${show(median(values))} ${unit} (${show(Math.min(...values))}–${show(Math.max(...values))})`;
  const difference = median(own.map((value, i) => value - other[i]));
  return `| ${title} | ${spread(own)} | ${spread(other)} | ${show(difference)} ${unit} |`;
}

function startUpSize() {
  return fs.statSync(path.join(root, 'dist/extension.cjs')).size;
}
