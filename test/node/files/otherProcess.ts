import { writeSync } from 'node:fs';
import type { SharedPath } from '../../../src/core/note/notePath.ts';
import { nodeFiles } from '../../../src/node/files/nodeFiles.ts';

/** What another window does, as a process of its own: `rewrite FOLDER`, `append FOLDER NAME` or `create FOLDER NAME`. */
const [job, folder = '', name = ''] = process.argv.slice(2);
const files = nodeFiles<SharedPath>(folder);
const note = 'note.md' as SharedPath;
const times = 100;

if (job === 'rewrite')
  for (let version = 1; ; version += 1) {
    await files.update(note, text => [
      { at: { start: 0, end: text?.length ?? 0 }, text: `${version}\n`.repeat(60_000) },
    ]);
    writeSync(1, `${version}\n`);
  }

for (let i = 0; i < times; i += 1)
  if (job === 'append')
    await files.update(note, text => [
      { at: { start: text?.length ?? 0, end: text?.length ?? 0 }, text: `${name} ${i}\n` },
    ]);
  else await files.create(note, `${name} ${i}\n`);
