import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { devNull } from 'node:os';
import { commitHash } from './hashes.mjs';

/** Who commits in the sample team. */
export const people = {
  ada: 'Ada <ada@forge.example>',
  lin: 'Lin <lin@forge.example>',
  sam: 'Sam <sam@forge.example>',
};

const scratch = 'refs/sample/scratch';

/**
 * A repository told as a list of commits, and written by one `git fast-import`. The same story gives the same hashes.
 */
export class SampleRepository {
  #stream = [];
  #mark = 0;
  /** Branch → its last commit's mark and hash, its files, and the files it left with. */
  #branches = new Map();

  /**
   * One commit on a branch; a new branch starts where `from` (a branch, or nothing) stands.
   *
   * @param commit.at seconds since 1970
   * @param commit.files path → new text, or what to make of the old text
   * @returns its hash
   */
  commit({ on = 'main', from = 'main', by, committedBy = by, at, committedAt = at, message, files }) {
    const parent = this.#branches.get(on) ?? this.#branches.get(from);
    const left = this.#branches.get(on)?.left ?? parent?.tree ?? new Map();
    const tree = new Map(parent?.tree);
    for (const [path, text] of Object.entries(files))
      tree.set(path, typeof text === 'function' ? text(tree.get(path) ?? '') : text);
    const parents = parent ? [parent] : [];
    const written = this.#write({ by, committedBy, at, committedAt, message, tree, parents });
    this.#branches.set(on, { ...written, tree, left });
    return written.hash;
  }

  /** Merges a branch into another, with what the branch changed since it left. */
  merge({ branch, into = 'main', by, at, message }) {
    const ours = this.#branches.get(into);
    const theirs = this.#branches.get(branch);
    const tree = new Map([...ours.tree, ...[...theirs.tree].filter(([path, text]) => theirs.left.get(path) !== text)]);
    const parents = [ours, theirs];
    const written = this.#write({ by, committedBy: by, at, committedAt: at, message, tree, parents });
    this.#branches.set(into, { ...written, tree, left: ours.left });
  }

  /** Forgets a branch that was merged, as people do. */
  deleteBranch(branch) {
    this.#branches.delete(branch);
  }

  /** Writes the repository into a new folder, with `main` checked out, a remote, and a local identity. */
  writeTo(folder, { remote, identity, remoteBranches = [] }) {
    fs.mkdirSync(folder, { recursive: true });
    const git = (args, input) => execFileSync('git', args, { cwd: folder, input, env: environment(), stdio: 'pipe' });
    git(['init', '--quiet', '--template=', '--initial-branch=main']);
    const [, name, email] = /^(.*) <(.*)>$/.exec(identity);
    const config = { 'user.name': name, 'user.email': email, 'remote.origin.url': remote, 'core.autocrlf': 'false' };
    for (const [key, value] of Object.entries(config)) git(['config', key, value]);
    git(['config', 'remote.origin.fetch', '+refs/heads/*:refs/remotes/origin/*']);
    git(['fast-import', '--quiet'], this.#import(remoteBranches));
    git(['update-ref', '-d', scratch]);
    git(['reset', '--quiet', '--hard', 'main']);
    git(['symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/main']);
  }

  #write({ by, committedBy, at, committedAt, message, tree, parents }) {
    const mark = ++this.#mark;
    const [author, committer] = [`${by} ${at} +0000`, `${committedBy} ${committedAt} +0000`];
    this.#stream.push(
      `commit ${scratch}\nmark :${mark}\n`,
      `author ${author}\ncommitter ${committer}\n`,
      data(message),
      ...parents.map((parent, i) => `${i === 0 ? 'from' : 'merge'} :${parent.mark}\n`),
      'deleteall\n',
      ...[...tree].map(([path, text]) => `M 100644 inline ${path}\n${data(text)}`),
    );
    const hash = commitHash({ tree, parents: parents.map(parent => parent.hash), author, committer, message });
    return { mark, hash };
  }

  #import(remoteBranches) {
    const refs = [...this.#branches].map(([name, { mark }]) => [`refs/heads/${name}`, mark]);
    for (const name of ['main', ...remoteBranches])
      refs.push([`refs/remotes/origin/${name}`, this.#branches.get(name).mark]);
    return [...this.#stream, ...refs.map(([ref, mark]) => `reset ${ref}\nfrom :${mark}\n\n`)].join('');
  }
}

function data(text) {
  return `data ${Buffer.byteLength(text)}\n${text}\n`;
}

/** git without anybody's own configuration. */
function environment() {
  return { ...process.env, GIT_CONFIG_GLOBAL: devNull, GIT_CONFIG_NOSYSTEM: '1', LC_ALL: 'C', TZ: 'UTC' };
}
