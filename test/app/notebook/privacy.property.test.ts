import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { yamlHead } from '../../../src/node/yamlHead.ts';
import { memoryDesk } from '../../support/memoryDesk.ts';
import { memorySharing } from '../../support/memorySharing.ts';
import { leakIn } from '../../support/privacy/leaks.ts';
import {
  anyMark,
  everyHidden,
  hidden,
  hiddenNote,
  markOf,
  openNotes,
  people,
  pastOfAll,
  team,
  type Handle,
  type Hidden,
} from '../../support/privacy/markedNotes.ts';
import { unwatched } from '../../support/privacy/unwatched.ts';
import { tried, type MarkedDesk } from '../../support/privacy/verb.ts';
import { verbs } from '../../support/privacy/verbs.ts';

/** A team's notebook with private notes of everybody in it, from one person's turn to the next. */
class MarkedTeam {
  /** Notes on the shared shelf that are private all the same. */
  readonly #hidden: ReadonlySet<string>;
  readonly #private = new Map<Handle, Record<string, string>>();
  #shared: Record<string, string>;
  /** What was committed so far. */
  #committed: Record<string, string> = {};

  constructor(notes: readonly Hidden[]) {
    const texts = (wanted: (note: Hidden) => boolean) => Object.fromEntries(notes.filter(wanted).map(hiddenNote));
    const onShared = texts(({ flag }) => flag !== undefined);
    this.#hidden = new Set(Object.keys(onShared));
    this.#shared = { ...openNotes, ...onShared };
    for (const handle of people)
      this.#private.set(
        handle,
        texts(({ flag, owner }) => flag === undefined && owner === handle),
      );
  }

  deskOf(handle: Handle): MarkedDesk {
    const me = team.find(each => each.handle === handle)!;
    const privateNotes = this.#private.get(handle)!;
    const desk = memoryDesk({ notes: this.#shared, privateNotes, team, history: pastOfAll, me });
    const other = team.find(each => each.handle !== handle)!;
    return {
      ...desk,
      mark: markOf(handle),
      other,
      yaml: yamlHead,
      sharing: memorySharing(desk.files, this.#committed),
    };
  }

  /** One person does these things, one after the other, and shares what came of it. */
  async work(handle: Handle, names: readonly string[]): Promise<void> {
    const desk = this.deskOf(handle);
    for (const name of [...names, 'share/shareNotes']) {
      const told = await tried(() => verbs[name]?.does?.(desk)).catch((error: unknown) => {
        throw new Error(`${name} failed`, { cause: error });
      });
      isNotToldOfOthers(told, handle, `${name} answers`);
    }
    this.#shared = desk.files.texts();
    this.#private.set(handle, desk.privateFiles.texts());
    this.#committed = Object.fromEntries(desk.sharing.committed);
    assert.equal(leakIn([this.#committed, desk.sharing.commits], anyMark), undefined, `${handle} committed it`);
  }

  /** No note that others read has a private word, and no private note one of somebody else. */
  check(): void {
    for (const [path, text] of Object.entries(this.#shared)) {
      if (!this.#hidden.has(path)) assert.ok(!`${path}${text}`.includes(anyMark), `${path} says:\n${text}`);
      else isNotToldOfOthers(text, path.split('/')[1] as Handle, path);
    }
    for (const [handle, notes] of this.#private) isNotToldOfOthers(notes, handle, `the private notes of ${handle}`);
  }
}

function isNotToldOfOthers(told: unknown, handle: Handle, where: string): void {
  for (const other of people.filter(each => each !== handle))
    assert.equal(leakIn(told, markOf(other)), undefined, `${handle} is told of ${other}: ${where}`);
}

/** Files of `src/app` that export something that runs. */
function filesOfApp(): readonly string[] {
  const folder = new URL('../../../src/app/', import.meta.url);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(name => name.replaceAll('\\', '/'));
  const runs = (name: string) =>
    /^export (?:async )?(?:function|class|const)/m.test(readFileSync(new URL(name, folder), 'utf8'));
  return files.filter(name => name.endsWith('.ts') && runs(name)).map(name => name.slice(0, -'.ts'.length));
}

describe('What is private', () => {
  it('is looked for in everything Out Loud does', () => {
    const known = new Set([...Object.keys(verbs), ...Object.keys(unwatched)]);
    const files = filesOfApp();
    assert.deepEqual(
      files.filter(name => !known.has(name)),
      [],
      'give each a line in test/support/privacy/verbs, or a reason in unwatched.ts',
    );
    assert.deepEqual(
      [...known].filter(name => !files.includes(name)),
      [],
      'these are no longer there',
    );
  });

  it('reaches no shared note and nobody else, whatever anybody does', async function () {
    this.timeout(120_000);
    const names = Object.keys(verbs);
    const order = fc.shuffledSubarray(names, { minLength: names.length });
    await fc.assert(
      fc.asyncProperty(fc.array(hidden, { minLength: 1, maxLength: 8 }), order, async (notes, inOrder) => {
        const marked = new MarkedTeam(notes);
        for (const handle of people) await marked.work(handle, inOrder);
        marked.check();
        for (const handle of people) {
          const desk = marked.deskOf(handle);
          for (const name of names) {
            const { shows, forOthers } = verbs[name] ?? {};
            isNotToldOfOthers(await tried(() => shows?.(desk)), handle, `${name} shows`);
            const made = await tried(() => forOthers?.(desk));
            assert.equal(leakIn(made, anyMark), undefined, `${name} makes for others what is private to ${handle}`);
          }
        }
      }),
      {
        numRuns: 12,
        examples: [
          [[...everyHidden('true')], names],
          [[...everyHidden(undefined)], names.toReversed()],
        ],
      },
    );
  });
});
