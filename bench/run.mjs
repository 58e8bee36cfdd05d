// npm run bench: measures everything on this machine and writes bench/RESULTS.md.
//   npm run bench -- [history] [notes] [search] [sidebar] [activation] [--quick] [--sizes=10000,100000,1000000]
//                    [--clone=PATH=EMAIL]… [--standup=SCRIPT] [--quick-stats=SCRIPT]
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { execFileSync, spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import { pathToFileURL } from 'node:url';
import { root } from '../test/host/install.mjs';

const parts = {
  history: { title: 'Worked on, from git', file: 'bench/history/index.ts' },
  notes: { title: 'The index of notes', file: 'bench/notes/bench.ts' },
  search: { title: 'Rows and search', file: 'bench/notes/searchBench.ts' },
  sidebar: { title: 'The sidebar', file: 'bench/sidebar/bench.mjs' },
  activation: { title: 'Starting', file: 'bench/activation/bench.mjs' },
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    clone: { type: 'string', multiple: true },
    sizes: { type: 'string' },
    quick: { type: 'boolean' },
    standup: { type: 'string' },
    'quick-stats': { type: 'string' },
    part: { type: 'string' },
  },
});

if (values.part) await runPart(values.part);
else await runAll(positionals.length > 0 ? positionals : Object.keys(parts));

/** In a process of its own, so that no part warms another's caches. Its markdown goes into the file OUTLOUD_BENCH names. */
async function runPart(name) {
  const { bench } = await import(pathToFileURL(path.join(root, parts[name].file)).href);
  const { clone: clones = [], sizes, quick = false, standup, 'quick-stats': quickStats } = values;
  const markdown = await bench({
    clones,
    quick,
    ...(sizes && name === 'history' ? { sizes: sizes.split(',').map(Number) } : {}),
    neighbours: { standup, quickStats },
    log: console.error,
  });
  fs.writeFileSync(process.env.OUTLOUD_BENCH, markdown);
  process.exit(0);
}

async function runAll(names) {
  const file = path.join(root, 'bench/RESULTS.md');
  const known = sectionsOf(fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '');
  for (const name of names) {
    if (!parts[name]) throw new Error(`There is no part “${name}”: say ${Object.keys(parts).join(', ')}.`);
    console.error(`\n${parts[name].title}…`);
    known.set(parts[name].title, `${measuredWith(name)}\n\n${(await markdownOf(name)).trim()}`);
    fs.writeFileSync(file, print(known)); // after each part: a long run that is stopped keeps what it has
  }
  console.error(`\nWritten to ${path.relative(process.cwd(), file)}.`);
}

function markdownOf(name) {
  const result = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'out-loud-bench-')), 'part.md');
  const child = spawn(
    process.execPath,
    ['--expose-gc', '--import', 'tsx', 'bench/run.mjs', '--part', name, ...flags()],
    {
      cwd: root,
      env: { ...process.env, OUTLOUD_BENCH: result },
      stdio: ['ignore', 'inherit', 'inherit'],
    },
  );
  return new Promise((resolve, reject) =>
    child.once('error', reject).once('close', code => {
      const markdown = code === 0 ? fs.readFileSync(result, 'utf8') : undefined;
      fs.rmSync(path.dirname(result), { recursive: true });
      if (markdown === undefined) reject(new Error(`The part “${name}” ended with ${code}.`));
      else resolve(markdown);
    }),
  );
}

function measuredWith(name) {
  const command = ['npm run bench --', name, ...flags().map(withoutFolders)].join(' ');
  return `\`${command}\` on ${new Date().toISOString().slice(0, 10)}, ${machine()}.`;
}

function flags() {
  return process.argv.slice(2).filter(arg => arg.startsWith('--'));
}

/** A path of this machine is named by its last part: `--clone=git=ada@forge.example`. */
function withoutFolders(flag) {
  return flag.replace(/^(--[a-z-]+=)[^=]*[/\\](?=[^/\\]+$)/, '$1');
}

/** What a reader needs to know of the machine, and nothing that names it. */
function machine() {
  const [cpu] = os.cpus();
  const memory = Math.round(os.totalmem() / 2 ** 30);
  const git = execFileSync('git', ['--version'], { encoding: 'utf8' }).trim();
  const processor = cpu ? `${os.cpus().length} × ${cpu.model.trim()}` : 'an unknown processor';
  return `${processor}, ${memory} GB, ${os.type()} ${os.arch()}, Node ${process.versions.node}, ${git}`;
}

/** Title → text of the parts that were measured before and are not measured again. */
function sectionsOf(markdown) {
  const sections = markdown.split(/^## /m).slice(1);
  return new Map(
    sections.map(section => [section.split('\n')[0].trim(), section.split('\n').slice(1).join('\n').trim()]),
  );
}

function print(sections) {
  const titles = new Set([...Object.values(parts).map(({ title }) => title), ...sections.keys()]); // what others wrote stays
  const inOrder = [...titles].flatMap(title => (sections.has(title) ? [[title, sections.get(title)]] : []));
  const body = inOrder.map(([title, text]) => `## ${title}\n\n${text}\n`).join('\n');
  return `# Measured\n\nWritten by \`npm run bench\`. Ratios are within one run, so that they can be compared between machines.\n\n${body}`;
}
