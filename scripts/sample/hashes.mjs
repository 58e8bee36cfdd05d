import { createHash } from 'node:crypto';

/**
 * The hash git gives a commit, so that a note of the sample can name one before it is written.
 *
 * @param commit its files as path → text, the hashes of its parents, and `author` and `committer` as git writes them
 */
export function commitHash({ tree, parents, author, committer, message }) {
  const lines = [`tree ${treeHash(tree)}`, ...parents.map(parent => `parent ${parent}`)];
  return hash('commit', `${lines.join('\n')}\nauthor ${author}\ncommitter ${committer}\n\n${message}`);
}

/** @param files path below this folder → text */
function treeHash(files) {
  const folders = new Map();
  const entries = [];
  for (const [path, text] of files) {
    const [, folder, rest] = /^([^/]+)\/(.+)$/.exec(path) ?? [];
    if (folder === undefined) entries.push({ mode: '100644', name: path, sortedAs: path, of: hash('blob', text) });
    else folders.set(folder, [...(folders.get(folder) ?? []), [rest, text]]);
  }
  for (const [name, inside] of folders)
    entries.push({ mode: '40000', name, sortedAs: `${name}/`, of: treeHash(inside) });
  entries.sort((a, b) => Buffer.compare(Buffer.from(a.sortedAs), Buffer.from(b.sortedAs)));
  const lines = entries.flatMap(({ mode, name, of }) => [Buffer.from(`${mode} ${name}\0`), Buffer.from(of, 'hex')]);
  return hash('tree', Buffer.concat(lines));
}

function hash(kind, content) {
  const bytes = Buffer.from(content);
  return createHash('sha1').update(`${kind} ${bytes.length}\0`).update(bytes).digest('hex');
}
