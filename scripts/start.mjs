// npm start                                      the sample team: its weekly note here, then a real VS Code on it
// npm start -- PATH                              the same with any folder
// npm start -- --print PATH [--person EMAIL] [--week 2026-W47]
//                                                only the weekly note; nothing is written
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../test/host/install.mjs';
import { openEditor } from './openEditor.mjs';
import { makeSampleTeam, today } from './sampleTeam.mjs';

const options = { print: { type: 'boolean' }, person: { type: 'string' }, week: { type: 'string' } };
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const quit = () => process.exit(130); // what was made is removed on exit
const callersFolder = process.env.INIT_CWD ?? process.cwd(); // npm itself moves to the package's folder

for (const signal of signals) process.on(signal, quit);
try {
  process.exit(await start(parseArgs({ allowPositionals: true, options })));
} catch (error) {
  const usage = 'npm start, npm start -- PATH, or npm start -- --print PATH --person EMAIL --week 2026-W47';
  console.error(error.code?.startsWith('ERR_PARSE_ARGS') ? `That is not understood: say ${usage}.` : error);
  process.exit(1);
}

async function start({ values: { print, person, week }, positionals }) {
  const built = await node('esbuild.js');
  if (built !== 0) return built;
  const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'out-loud-'));
  const remove = () => fs.rmSync(temporary, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  process.once('exit', remove);
  const given = positionals.map(file => path.resolve(callersFolder, file));
  const sample = given.length > 0 ? undefined : makeSampleTeam(path.join(temporary, 'team'), today());
  const chosen = [...(person ? ['--person', person] : []), ...(week ? ['--week', week] : [])];
  const printed = await node('dist/terminal.js', [...chosen, ...(sample?.folders ?? given)]);
  if (print || given.some(folder => !fs.existsSync(folder))) return printed;
  console.log();
  const editor = await openEditor({
    open: sample?.workspace ?? given[0],
    trusted: sample !== undefined,
    settings: sample ? { 'outloud.privateFolder': path.join(temporary, 'private') } : {},
  });
  return stopOnSignal(editor);
}

/** Waits for the editor's end or a signal, whichever comes first; nothing is left of it then. */
async function stopOnSignal({ ended, stop }) {
  const asked = new Promise(resolve => {
    for (const signal of signals) process.off(signal, quit).on(signal, () => resolve(0)); // a second one cuts nothing short
  });
  const code = await Promise.race([ended, asked]);
  await stop();
  return typeof code === 'number' ? code : 1;
}

function node(script, args = []) {
  const child = spawn(process.execPath, [path.join(root, script), ...args], { cwd: root, stdio: 'inherit' });
  return new Promise((resolve, reject) => child.once('error', reject).once('close', code => resolve(code ?? 1)));
}
