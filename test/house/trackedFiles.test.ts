import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0').filter(Boolean);
const texts = tracked.filter(file => !/\.(png|vsix)$/.test(file));

describe('The tracked files', () => {
  it('name no folder of anybody’s machine', () => {
    const machinePath = new RegExp(
      ['/' + 'home/(?!ada\\b)[a-z]', '/' + 'Users/[a-z]', '/' + 'work/main', 'C:\\\\' + 'Users'].join('|'),
    );
    const found = texts.flatMap(file =>
      linesOf(file).flatMap((line, i) => (machinePath.test(line) ? [`${file}:${i + 1} ${line.trim()}`] : [])),
    );
    assert.deepEqual(found, []);
  });

  it('hold no address of a package registry in the lock file', () => {
    const lock = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as {
      readonly packages: Readonly<
        Record<string, { readonly resolved?: string; readonly integrity?: string; readonly link?: boolean }>
      >;
    };
    const packages = Object.entries(lock.packages).filter(([name]) => name !== '');
    assert.deepEqual(
      packages.filter(([, { resolved }]) => resolved !== undefined).map(([name]) => name),
      [],
    );
    assert.deepEqual(
      packages.filter(([, { integrity, link }]) => !integrity && !link).map(([name]) => name),
      [],
    );
  });
});

function linesOf(file: string): readonly string[] {
  return readFileSync(path.join(root, file), 'utf8').split('\n');
}
