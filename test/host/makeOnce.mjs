import fs from 'node:fs';
import path from 'node:path';

const sleep = ms => new Promise(resolve => setTimeout(resolve, ms));

/**
 * Makes a folder that several processes may want at the same time, once. It appears by a rename, so a folder of that
 * name is always whole; a process killed in the middle leaves a lock and a temporary folder, and the next one clears both.
 *
 * @param folder where it shall be
 * @param make fills the temporary folder it is given
 */
export async function makeOnce(folder, make) {
  if (fs.existsSync(folder)) return;
  const base = path.dirname(folder);
  fs.mkdirSync(base, { recursive: true });
  const lock = `${folder}.lock`;
  if (!(await taken(lock, folder))) return;
  const unfinished = `${folder}.tmp-${process.pid}`;
  try {
    clearUnfinished(base, path.basename(folder));
    if (fs.existsSync(folder)) return;
    fs.mkdirSync(unfinished);
    await make(unfinished);
    fs.renameSync(unfinished, folder);
  } finally {
    fs.rmSync(unfinished, { recursive: true, force: true, maxRetries: 3 });
    fs.rmSync(lock, { force: true });
  }
}

/** Waits for the lock and takes it; answers false where the folder was made meanwhile. */
async function taken(lock, folder) {
  const mine = `${lock}.${process.pid}`;
  for (;;) {
    if (tryLock(lock, mine)) return true;
    breakDeadLock(lock, mine);
    await sleep(250);
    if (fs.existsSync(folder)) return false;
  }
}

/** A link is made in one step and the file already holds the pid, so a lock is never seen empty. */
function tryLock(lock, mine) {
  fs.writeFileSync(mine, String(process.pid));
  try {
    fs.linkSync(mine, lock);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  } finally {
    fs.rmSync(mine, { force: true });
  }
}

function breakDeadLock(lock, mine) {
  try {
    if (isAlive(Number(fs.readFileSync(lock, 'utf8')))) return;
    fs.renameSync(lock, `${mine}.dead`); // has one winner, so two waiters cannot both break it
    fs.rmSync(`${mine}.dead`, { force: true });
  } catch {
    // It was given back, or another waiter broke it.
  }
}

function clearUnfinished(base, name) {
  for (const entry of fs.readdirSync(base)) {
    if (!entry.startsWith(`${name}.tmp-`)) continue;
    try {
      fs.rmSync(path.join(base, entry), { recursive: true, force: true });
    } catch {
      // A killed install's npm or tar may still be writing there: the next one clears it.
    }
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
