// npm run package: the .vsix, without any network.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../test/host/install.mjs';

/** Where the packaged extension lies. */
export function packagedFile() {
  const { name, version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
  return path.join(root, `${name}-${version}.vsix`);
}

/** Packs what is built in dist/ with the manifest, the pictures and the words. */
export function packageExtension() {
  const vsce = path.join(root, 'node_modules/@vscode/vsce/vsce');
  const links = ['--allow-missing-repository', '--no-rewrite-relative-links']; // there is no public address yet
  const args = ['package', '--no-dependencies', ...links, '--out', packagedFile()];
  execFileSync(process.execPath, [vsce, ...args], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) packageExtension();
