import fs from 'node:fs';
import path from 'node:path';

/**
 * The licences of every package whose code is in a build, as its authors ask for: their words travel with their code.
 *
 * @param metafiles esbuild's own descriptions of the builds
 * @returns {string} one text; a package without a licence file is an error, since it could not be shipped
 */
export function noticesOf(metafiles) {
  const inputs = metafiles.flatMap(({ inputs }) => Object.keys(inputs));
  const folders = new Set(inputs.flatMap(file => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? []));
  return [...folders].sort().map(noticeOf).join('\n\n');
}

function noticeOf(folder) {
  const { name, version, license } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const file = fs.readdirSync(folder).find(entry => /^(licen[cs]e|copying)/i.test(entry));
  if (!file && !license) throw new Error(`${name} says nothing about its licence.`);
  const words = file ? fs.readFileSync(path.join(folder, file), 'utf8').trim() : `Licence: ${license}`;
  return `${'='.repeat(80)}\n${name} ${version} (${license ?? 'see below'})\n${'='.repeat(80)}\n\n${words}`;
}
