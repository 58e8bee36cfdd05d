// The sample team's workspace: two repositories with weeks of real commits, and a notebook in one of them.
//   node scripts/sampleTeam.mjs FOLDER [2026-11-22]
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { weeksUpTo } from './sample/calendar.mjs';
import { tellNotes } from './sample/notes.mjs';
import { people } from './sample/repository.mjs';
import { tellShop } from './sample/shop.mjs';
import { tellTools } from './sample/tools.mjs';

/**
 * Makes the sample in a folder. The same day gives the same commits, hash for hash.
 *
 * @param folder a new or empty folder
 * @param today `2026-11-22`; the story ends there
 * @param identity whose computer it is: `ada`, `lin` or `sam`
 * @returns its two repositories and the workspace file that opens both
 */
export function makeSampleTeam(folder, today, { identity = 'ada' } = {}) {
  const weeks = weeksUpTo(today);
  const notes = tellNotes(weeks);
  const inNotes = texts => Object.fromEntries(Object.entries(texts).map(([name, text]) => [`notes/${name}`, text]));
  const shop = tellShop(weeks, {
    early: inNotes(notes.early),
    sharedWith: commits => inNotes(notes.sharedWith(commits)),
  });
  const folders = [path.join(folder, 'shop'), path.join(folder, 'tools')];
  const remote = name => `https://github.forge.example/market/${name}.git`;
  const me = people[identity];
  shop.writeTo(folders[0], { remote: remote('shop'), identity: me, remoteBranches: ['ada/outbox'] });
  tellTools(weeks).writeTo(folders[1], { remote: remote('tools'), identity: me });
  for (const [name, text] of Object.entries(inNotes(notes.fresh))) write(path.join(folders[0], name), text);
  const workspace = path.join(folder, 'team.code-workspace');
  write(workspace, `${JSON.stringify({ folders: [{ path: 'shop' }, { path: 'tools' }] }, undefined, 2)}\n`);
  return { folders, workspace };
}

/** Today, where this machine is. */
export function today() {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

function write(file, text) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, text);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [folder, day = today()] = process.argv.slice(2);
  if (!folder) throw new Error('Say where: node scripts/sampleTeam.mjs FOLDER [2026-11-22]');
  console.log(makeSampleTeam(path.resolve(folder), day).workspace);
}
