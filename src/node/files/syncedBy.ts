import { existsSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';

/** What folders are called that programs copy elsewhere. */
const names: readonly (readonly [name: RegExp, program: string])[] = [
  [/^Dropbox(?: \(.*\))?$/, 'Dropbox'],
  [/^OneDrive(?: ?- .*)?$/, 'OneDrive'],
  [/^(?:Google ?Drive|GoogleDrive-.*|My Drive)$/, 'Google Drive'],
  [/^(?:iCloudDrive|iCloud Drive|Mobile Documents|com~apple~CloudDocs)$/, 'iCloud'],
  [/^Nextcloud\d*$/, 'Nextcloud'],
  [/^ownCloud\d*$/, 'ownCloud'],
  [/^pCloud ?Drive$/, 'pCloud'],
  [/^(?:MEGA|MEGAsync)$/, 'MEGA'],
  [/^Box(?: Sync)?$/, 'Box'],
  [/^(?:Proton ?Drive|ProtonDrive-.*)$/, 'Proton Drive'],
];

/** What such programs leave in the folder they copy. */
const marks: readonly (readonly [file: string, program: string])[] = [
  ['.dropbox', 'Dropbox'],
  ['.dropbox.cache', 'Dropbox'],
  ['.stfolder', 'Syncthing'],
  ['.nextcloudsync.log', 'Nextcloud'],
  ['.owncloudsync.log', 'ownCloud'],
  ['.sync', 'Resilio Sync'],
];

/**
 * The program that copies a folder to its servers or to other machines, as far as names and marks on the way to it tell.
 *
 * @example
 * syncedBy('/srv/Dropbox/private'); //=> 'Dropbox'
 */
export function syncedBy(folder: string, exists: (path: string) => boolean = existsSync): string | undefined {
  for (const part of folder.split(sep).toReversed()) {
    const program = names.find(([name]) => name.test(part))?.[1];
    if (program !== undefined) return program;
  }
  for (let at = folder; ; at = dirname(at)) {
    const program = dirname(at) === at ? undefined : marks.find(([file]) => exists(join(at, file)))?.[1];
    if (program !== undefined) return program;
    if (dirname(at) === at) return undefined;
  }
}
