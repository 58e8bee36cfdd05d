import assert from 'node:assert/strict';
import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { indexedShelf } from '../../src/app/notebook/indexedShelf.ts';
import type { Exchange } from '../../src/app/share/exchange.ts';
import {
  isSharingRefused,
  SharingRefused,
  type NoteChoice,
  type Publication,
} from '../../src/app/share/noteSharing.ts';
import { meetTarget, partingAhead } from '../../src/app/share/meetTarget.ts';
import { publishNotes, type Published } from '../../src/app/share/publishNotes.ts';
import { commitChosen, whatToShare, type ShareDesk, type ShareLook } from '../../src/app/share/shareNotes.ts';
import type { SharedPath } from '../../src/core/note/notePath.ts';
import { shareMessage } from '../../src/core/share/shareMessage.ts';
import { whyNotPushed } from '../../src/core/share/whyNotPushed.ts';
import { nodeFiles } from '../../src/node/files/nodeFiles.ts';
import { gitSharing } from '../../src/node/git/share/gitSharing.ts';
import { yamlHead } from '../../src/node/yamlHead.ts';
import { makeRepository, type TestRepository } from './gitRepository.ts';
import { memoryDesk } from './memoryDesk.ts';

/** The network of a test: plain git, with remotes in folders. */
export function gitExchange(root: string, environment: Readonly<Record<string, string>>): Exchange {
  const git = async (...args: string[]) => {
    try {
      await promisify(execFile)('git', args, { cwd: root, env: environment });
    } catch (error) {
      const { stderr = '', stdout = '' } = error as { stderr?: string; stdout?: string };
      const { why, said } = whyNotPushed(stderr);
      throw new SharingRefused(stdout.includes('CONFLICT') ? 'conflict' : why, said, { cause: error });
    }
  };
  return {
    fetch: (remote, branch) => git('fetch', '-q', remote, branch),
    push: ({ remote, source, branch, isFirst }) =>
      git('push', '-q', ...(isFirst ? ['-u'] : []), remote, `${source}:refs/heads/${branch}`),
    pull: ({ from, by }) => git(by, '-q', from),
  };
}

/** One person in front of one clone, with her notes below `notes/`. */
export interface SharingClone {
  readonly root: string;
  readonly desk: ShareDesk;
  readonly git: (...args: string[]) => string;
  /** What git was asked for sharing, in its order: `rev-parse`. The exchange is none of it. */
  readonly asked: string[];
  readonly write: (path: string, content: string | Uint8Array) => void;
  readonly read: (path: string) => string;
  /** Writes a note below the notes folder. */
  note(path: string, text: string): void;
  remove(path: string): void;
  look(): Promise<ShareLook>;
  /** Shares all that is to be shared, or these notes of it; answers the commit. */
  share(options?: { readonly paths?: readonly string[]; readonly message?: string }): Promise<string | undefined>;
  /** Pushes what is committed; agrees to what else would go along only where it is told so. */
  publish(options?: {
    readonly mayPublish?: (publication: Publication) => boolean;
    remote?: string;
    choices?: readonly NoteChoice[];
  }): Promise<Published>;
  /** Merges in what its branch will go into, where a forge could not do that for notes; answers which. */
  meet(): Promise<readonly string[]>;
}

export interface CloneOptions {
  readonly root: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly handle?: string;
  /** Default: `notes`. */
  readonly notes?: string;
  /** The branch is one for notes alone. */
  readonly isOwnBranch?: boolean;
}

/** The real shelf and the real git over a repository that is there already. */
export function sharingClone({
  root,
  environment,
  handle = 'ada',
  notes = 'notes',
  isOwnBranch = false,
}: CloneOptions): SharingClone {
  const folder = join(root, notes);
  mkdirSync(folder, { recursive: true });
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: root, env: environment, encoding: 'utf8', stdio: 'pipe' }).replace(/\n$/, '');
  const asked: string[] = [];
  const sharing = gitSharing({
    log: line => asked.push(/^git (\S+):/.exec(line)?.[1] ?? line),
    folder,
    isOwnBranch,
    folders: () => [root],
    storage: join(environment['HOME'] ?? root, 'storage'),
    environment,
  });
  const write = (path: string, content: string | Uint8Array) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  };
  const person = { handle, name: handle, emails: [`${handle}@shop.example`] };
  const deskNow = (): ShareDesk => {
    const { notebook } = memoryDesk();
    const shared = indexedShelf<SharedPath>(nodeFiles(folder, {}), { yaml: () => Promise.resolve(yamlHead) });
    return { notebook: { ...notebook, shared }, me: person, sharing, yaml: yamlHead };
  };
  return {
    root,
    get desk() {
      return deskNow();
    },
    git,
    asked,
    write,
    read: path => (existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : ''),
    note: (path, text) => {
      write(join(notes, path), text);
    },
    remove: path => {
      rmSync(join(root, path));
    },
    look: () => whatToShare(deskNow()),
    publish: ({
      mayPublish = ({ others, privates }: Publication) => others.length + privates.length === 0,
      remote,
      choices,
    } = {}) =>
      publishNotes(deskNow(), {
        exchange: gitExchange(root, environment),
        mayPublish: publication => Promise.resolve(mayPublish(publication)),
        pause: ms => new Promise(resolve => setTimeout(resolve, ms * Math.random())),
        ...(remote !== undefined && { remote }),
        ...(choices && { choices }),
      }),
    async meet() {
      const [desk, exchange] = [deskNow(), gitExchange(root, environment)];
      const parting = await partingAhead(desk, exchange);
      if (parting) await meetTarget(desk, exchange, parting);
      return parting?.notes ?? [];
    },
    async share({ paths, message } = {}) {
      const desk = deskNow();
      const look = await whatToShare(desk);
      const chosen = look.notes.filter(({ path }) => paths?.includes(path) ?? true);
      return commitChosen(desk, {
        look,
        paths: chosen.map(({ path }) => path),
        message: message ?? shareMessage(chosen),
      });
    },
  };
}

/** A clone beside the repository it comes from, of the person with this handle: on `main`, and committing by her name. */
export function clonedBy(
  handle: string,
  origin: TestRepository,
  { name = handle, options = [] }: { readonly name?: string; readonly options?: readonly string[] } = {},
): SharingClone {
  const root = join(dirname(origin.root), name);
  origin.git('clone', '-q', '-b', 'main', ...options, `file://${origin.root}`, root);
  const made = sharingClone({ root, environment: origin.environment, handle });
  made.git('config', 'user.name', handle);
  made.git('config', 'user.email', `${handle}@shop.example`);
  return made;
}

/** What others share with: a little code on `main`, which is checked out nowhere, so that all may push to it. */
export function sharedOrigin(): TestRepository {
  const origin = makeRepository();
  origin.commit({ subject: 'Begin', files: { 'cart.ts': 'let cart;\n', 'shop.ts': 'let shop;\n' } });
  origin.git('checkout', '-q', '--detach');
  return origin;
}

/** Holds where sharing is refused for this reason. */
export function refused(sharing: Promise<unknown>, why: string): Promise<void> {
  return assert.rejects(sharing, error => isSharingRefused(error) && (assert.equal(error.why, why), true));
}

/** A learning as the tool writes it. */
export function learningNote(title: string, head = ''): string {
  return `---\ntype: learning\ndate: 2026-11-22\n${head}---\n# ${title}\n`;
}
