// npm test: everything, and one line at the end that sums it up.
//   node scripts/test.mjs [unit] [integration] [restricted] [ui] [--host desktop|server] [--vscode 1.110.0]
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { findBrowser } from '../test/host/browser.mjs';
import { ensureHost, root } from '../test/host/install.mjs';
import { integration } from '../test/host/integration.mjs';
import { sumOf, summary, tryAgain } from '../test/host/secondTry.mjs';
import { limit } from '../test/ui/until.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { host: { type: 'string' }, vscode: { type: 'string' } },
});

const parts = {
  unit: { title: 'What needs no editor', run: unitTests },
  integration: { title: 'Inside VS Code', run: () => integration(values) },
  restricted: { title: 'Inside VS Code, in Restricted Mode', run: () => integration({ ...values, restricted: true }) },
  ui: { title: 'By keyboard and mouse, in the packaged extension', run: uiJourneys },
};

/** Several files at a time, those that wait for git first: they take longest. None is ever repeated. */
async function unitTests() {
  const jobs = Math.max(2, os.availableParallelism());
  const files = ['test/node/**/*.test.ts', 'test/{core,app,bench,docs,house}/**/*.test.ts'];
  return sumOf(await mocha(...files, '--parallel', '--jobs', String(jobs)));
}

async function uiJourneys() {
  await node('scripts/package.mjs');
  const jobs = Math.max(1, Math.floor(os.availableParallelism() / 2)); // each is an editor and a browser
  const patient = ['--timeout', String(limit)];
  const first = await mocha('test/ui/*.ui.mjs', ...patient, '--parallel', '--jobs', String(jobs));
  const again = async file => (file === '' ? first : await mocha(file, ...patient)).get(file); // '': what broke is of no file
  return tryAgain(first, { atMost: 3, again, log: console.log });
}

/** Runs test files, and answers what came of each of them. */
async function mocha(...filesAndOptions) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'out-loud-counts-'));
  const counts = path.join(folder, 'counts.json');
  const reporter = 'test/host/countingReporter.mjs';
  let ended;
  try {
    await node('node_modules/mocha/bin/mocha.js', [...filesAndOptions, '--reporter', reporter], {
      OUTLOUD_COUNTS: counts,
    });
  } catch (error) {
    if (!fs.existsSync(counts)) throw error;
    ended = error;
  }
  const results = new Map(Object.entries(JSON.parse(fs.readFileSync(counts, 'utf8'))));
  fs.rmSync(folder, { recursive: true });
  if (ended && sumOf(results).failed === 0) throw ended; // what broke beside the tests is no success
  return results;
}

function node(script, args = [], env = {}) {
  const child = spawn(process.execPath, [script, ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', code => (code === 0 ? resolve() : reject(new Error(`${script} ended with ${code}.`))));
  });
}

/** Fetches what the later parts need while the first one runs. */
function fetchAhead(chosen) {
  const needsServer = name => name === 'ui' || (name !== 'unit' && values.host !== 'desktop');
  if (!chosen.some(needsServer)) return Promise.resolve();
  return Promise.all([ensureHost({ log: console.log }), findBrowser({ log: console.log })]);
}

async function testAll(chosen) {
  const sum = { passed: 0, failed: 0, second: [] };
  const ready = fetchAhead(chosen);
  ready.catch(() => {}); // told where it is awaited
  for (const name of chosen) {
    console.log(`\n${parts[name].title}\n`);
    try {
      if (name !== 'unit') await ready;
      const result = await parts[name].run();
      sum.passed += result.passed;
      sum.failed += result.failed;
      sum.second.push(...result.second);
      console.log(`\n${name}: ${summary(result)}`);
    } catch (error) {
      sum.failed++;
      console.error(`\n${name} could not be run: ${error.message}`);
    }
  }
  return sum;
}

const unknown = positionals.find(name => !(name in parts));
if (unknown)
  throw new Error(`There is no part “${unknown}”: say ${Object.keys(parts).join(', ')}, or nothing for all.`);
await node('esbuild.js', ['--tests']);
const result = await testAll(positionals.length > 0 ? positionals : Object.keys(parts));
console.log(`\n${summary(result)}`);
process.exit(result.failed > 0 ? 1 : 0);
