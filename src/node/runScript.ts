import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';

/**
 * Runs one of the extension's own scripts in a thread of its own, as a terminal would, so that nobody waits for it.
 *
 * @throws Error where the script fails.
 */
export function runScript(file: string, args: readonly string[]): Promise<void> {
  const worker = new Worker(pathToFileURL(file), { argv: [...args], stdout: true, stderr: true });
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('exit', code => {
      if (code === 0) resolve();
      else reject(new Error(`A script ended with ${code}.`));
    });
  });
}
