import { SharingRefused } from '../../../app/share/noteSharing.ts';
import { mergeNote } from '../../../core/share/mergeNote.ts';
import { withoutMarkers } from '../../../core/share/withoutMarkers.ts';
import type { Checkout } from './checkout.ts';
import { textOf, type ChosenTexts, type Ends } from './clashes.ts';
import { commitTree } from './commitTree.ts';
import { putInto } from './userIndex.ts';

/** How two branches come together. */
export interface Joint {
  /** `main' of 'origin`, as git says it. */
  readonly branch: string;
  readonly chosen: ChosenTexts;
}

/** What a tree says of a path; undefined where it says nothing. */
export type Entry = { readonly mode: string; readonly hash: string } | undefined;

/** Makes trees in which two branches come together, in an index of our own. */
export class Joining {
  readonly #checkout: Checkout;
  readonly #index: string;
  readonly #joint: Joint;
  /** Entries of hers that had to make room for another of the same name, and where they are now. */
  readonly #moved = new Map<string, string>();

  constructor(checkout: Checkout, index: string, joint: Joint) {
    this.#joint = joint;
    this.#checkout = checkout;
    this.#index = index;
  }

  /** One commit with both as its parents. */
  async merge({ base, head, tip }: Ends): Promise<string> {
    const tree = await this.#apply({ base, head, tip });
    const message = `Merge branch '${this.#joint.branch}'\n`;
    return commitTree(this.#checkout.git, ['-p', head, '-p', tip, tree], { input: message });
  }

  /** What git merged of two branches but for some notes, and these. @returns the tree */
  async finish(tree: string, clashes: ReadonlyMap<string, readonly [ours: Change, theirs: Change]>): Promise<string> {
    const { git } = this.#checkout;
    const env = { GIT_INDEX_FILE: this.#index };
    const info = new Map<string, Entry>();
    await git.text(['read-tree', tree], { env });
    for (const [path, [ours, theirs]] of clashes) {
      info.set(path, theirs.after);
      const entry = await this.#settle(path, ours, theirs);
      info.set(this.#moved.get(path) ?? path, entry);
    }
    await putInto(this.#checkout, this.#index, info);
    return (await git.text(['write-tree'], { env })).trim();
  }

  /** Each commit once more, behind what others did. One that says nothing new there is left out. */
  async replay({ base, head, tip }: Ends): Promise<string> {
    const { git } = this.#checkout;
    // What reached the remote already, though this branch did not follow, is not said again.
    const range = ['--cherry-pick', '--right-only', `${tip}...${head}`];
    const listed = await git.text(['rev-list', '--reverse', '--topo-order', '--parents', ...range]);
    let at = tip;
    for (const line of listed.split('\n').filter(Boolean)) {
      const [commit = '', parent = base] = line.split(' ');
      const tree = await this.#apply({ base: parent, head: commit, tip: at });
      const same = (await git.text(['rev-parse', `${at}^{tree}`])).trim();
      if (tree === same) continue;
      const answer = await git.text([
        'log',
        '-1',
        '-z',
        '--no-show-signature',
        '--date=raw',
        '--encoding=UTF-8',
        '--format=%an%x00%ae%x00%ad%x00%B',
        commit,
      ]);
      const [name = '', email = '', date = '', message = ''] = answer.split('\0');
      const env = { GIT_AUTHOR_NAME: name, GIT_AUTHOR_EMAIL: email, GIT_AUTHOR_DATE: date };
      at = await commitTree(git, ['-p', at, tree], { input: `${message.trim()}\n`, env });
    }
    return at;
  }

  /** The tree of `tip` with what `head` changed since `base`. */
  async #apply({ base, head, tip }: Ends): Promise<string> {
    const { git } = this.#checkout;
    const env = { GIT_INDEX_FILE: this.#index };
    const [ours, theirs] = await Promise.all([this.#changes(base, head), this.#changes(base, tip)]);
    const info = new Map<string, Entry>();
    await git.text(['read-tree', tip], { env });
    for (const [path, change] of ours) {
      const moved = this.#moved.get(path);
      const entry = moved === undefined ? await this.#settle(path, change, theirs.get(path)) : change.after;
      info.set(this.#moved.get(path) ?? path, entry);
    }
    await putInto(this.#checkout, this.#index, info);
    return (await git.text(['write-tree'], { env })).trim();
  }

  async #changes(from: string, to: string): Promise<ReadonlyMap<string, Change>> {
    const { git } = this.#checkout;
    const answer = await git.text(['diff-tree', '-r', '-z', '--no-renames', '--raw', '--no-abbrev', from, to]);
    const fields = answer.split('\0');
    const changes = new Map<string, Change>();
    for (let at = 0; at + 1 < fields.length; at += 2) {
      const [oldMode = '', mode = '', oldHash = '', hash = ''] = (fields[at] ?? '').replace(/^:/, '').split(' ');
      changes.set(fields[at + 1] ?? '', { before: entryOf(oldMode, oldHash), after: entryOf(mode, hash) });
    }
    return changes;
  }

  /** Where only one side changed a note, its word counts; what one took away and the other changed stays. */
  async #settle(path: string, ours: Change, theirs: Change | undefined): Promise<Entry> {
    const isNote = path.startsWith(this.#checkout.prefix) && /\.md$/i.test(path);
    const chosen = this.#joint.chosen.get(path);
    if (chosen !== undefined) return { mode: ours.after?.mode ?? '100644', hash: await this.#store(chosen) };
    if (theirs === undefined || ours.after?.hash === theirs.after?.hash) return ours.after;
    if (ours.after === undefined) return theirs.after;
    if (theirs.after === undefined) return ours.after;
    if (!isNote) throw new SharingRefused('conflict', path);
    if (ours.before === undefined && isEntry(path)) {
      await this.#makeRoom(path);
      return ours.after;
    }
    const [base = '', mine = '', other = ''] = await Promise.all(
      [ours.before, ours.after, theirs.after].map(entry => this.#text(path, entry)),
    );
    const { text, isClean } = mergeNote({ base: withoutMarkers(base), ours: mine, theirs: other });
    if (!isClean) throw new SharingRefused('conflict', path);
    return { mode: theirs.after.mode, hash: await this.#store(text) };
  }

  async #store(text: string): Promise<string> {
    return (await this.#checkout.git.text(['hash-object', '-w', '--stdin', '--no-filters'], { input: text })).trim();
  }

  /** Two entries of one name are two entries: hers goes to the next free one, as it would have on the disk. */
  async #makeRoom(path: string): Promise<void> {
    const { git, head = '' } = this.#checkout;
    const env = { GIT_INDEX_FILE: this.#index };
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    const theirs = await git.text(['ls-files', '-z', '--full-name', '--', folder], { env });
    const hers = await git.text(['ls-tree', '-z', '--name-only', '--full-tree', head, '--', folder]);
    const taken = new Set([...theirs.split('\0'), ...hers.split('\0'), ...this.#moved.values()]);
    const wanted = path.slice(0, -'.md'.length);
    let n = 2;
    while (taken.has(`${wanted}-${n}.md`)) n++;
    this.#moved.set(path, `${wanted}-${n}.md`);
  }

  async #text(path: string, entry: Entry): Promise<string> {
    if (entry === undefined) return '';
    const text = entry.mode.startsWith('100') ? await textOf(this.#checkout, entry.hash) : undefined;
    if (text === undefined) throw new SharingRefused('conflict', path);
    return text;
  }
}

/** A note that is one of many in its folder, named by its title: not one that there is once, such as a week's or a profile. */
function isEntry(path: string): boolean {
  return /\/learning\/[^/]+\.md$/.test(path);
}

/** What one side made of a path. */
export interface Change {
  readonly before: Entry;
  readonly after: Entry;
}

function entryOf(mode: string, hash: string): Entry {
  return /^0*$/.test(mode) ? undefined : { mode, hash };
}
