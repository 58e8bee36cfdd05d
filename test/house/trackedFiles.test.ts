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
});

interface LockedPackage {
  readonly resolved?: string;
  readonly integrity?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

describe('The lock file', () => {
  const { packages } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, LockedPackage>>;
  };
  const locked = Object.entries(packages).filter(([name]) => name !== '');

  it('names no registry, and every package by its hash', () => {
    const wrong = locked.filter(([, { resolved, integrity }]) => resolved !== undefined || !integrity);
    assert.deepEqual(
      wrong.map(([name]) => name),
      [],
    );
  });

  it('holds the parts for other systems too, without which npm ci refuses it there', () => {
    const names = new Set(
      locked.map(([name]) => name.slice(name.lastIndexOf('node_modules/') + 'node_modules/'.length)),
    );
    const wanted = locked.flatMap(([, { optionalDependencies = {} }]) => Object.keys(optionalDependencies));
    assert.deepEqual(
      wanted.filter(name => !names.has(name)),
      [],
    );
  });
});

function linesOf(file: string): readonly string[] {
  return readFileSync(path.join(root, file), 'utf8').split('\n');
}
