import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/** Runs npm itself, whatever the system calls its command, and answers what it printed. */
export function npm(args, cwd) {
  const cli = process.env.npm_execpath;
  if (cli?.endsWith('.js')) return run(process.execPath, [cli, ...args], cwd);
  return process.platform === 'win32' ? run('npm.cmd', args, cwd, { shell: true }) : run('npm', args, cwd);
}

/**
 * Fetches one package from the registry npm is set up for, compares its hash, and unpacks it.
 *
 * @param into an existing folder
 * @param options.strip how many leading folders of the archive are left out
 * @param options.integrity the sha512 it must have; without one, the registry's own word is taken
 * @param options.member only what lies below this path of the archive
 */
export async function unpackPackage(spec, into, { strip = 1, integrity, member } = {}) {
  const fetched = fs.mkdtempSync(path.join(into, 'pack-'));
  const [info] = JSON.parse(await npm(['pack', spec, '--json', '--pack-destination', fetched], into));
  const archive = path.join(
    fetched,
    fs.readdirSync(fetched).find(name => name.endsWith('.tgz')),
  );
  const hash = `sha512-${createHash('sha512').update(fs.readFileSync(archive)).digest('base64')}`;
  const wanted = integrity ?? info.integrity;
  if (wanted !== hash)
    throw new Error(`${spec} came with the hash ${hash} instead of ${wanted}. Nothing of it is used.`);
  await run('tar', ['-xzf', archive, `--strip-components=${strip}`, ...(member ? [member] : [])], into);
  fs.rmSync(fetched, { recursive: true });
}

/** Runs a program to its end and answers its output; anything but success is an error that holds the last of what it said. */
function run(command, args, cwd, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: ownNpmEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
      ...options,
    });
    let out = '';
    let err = '';
    child.stdout.on('data', data => (out += data));
    child.stderr.on('data', data => (err += data));
    child.on('error', reject);
    child.on('close', code =>
      code === 0
        ? resolve(out)
        : reject(new Error(`${command} ${args.join(' ')} ended with ${code}.\n${err.slice(-3000)}`)),
    );
  });
}

/** The environment without what an outer `npm run` put there about its own package. */
function ownNpmEnvironment() {
  const outer = /^npm_(config_(?!cache|registry|cafile|proxy|https_proxy|userconfig)|lifecycle|package)/i;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !outer.test(name)));
}
