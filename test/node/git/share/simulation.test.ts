import assert from 'node:assert/strict';
import { dirname, join } from 'node:path';
import type { SharedPath } from '../../../../src/core/note/notePath.ts';
import { tasksOf } from '../../../../src/core/note/tasks.ts';
import { tickTask } from '../../../../src/core/note/tickTask.ts';
import { applyEdits } from '../../../../src/core/note/textEdit.ts';
import { promiseCarried } from '../../../../src/core/promise/changePromise.ts';
import { printPromise, promiseAt } from '../../../../src/core/promise/promise.ts';
import { addDays, type Day } from '../../../../src/core/time/day.ts';
import { placeParts } from '../../../../src/core/week/placeParts.ts';
import { makeRepository, type TestRepository } from '../../../support/gitRepository.ts';
import { learningNote, sharingClone, type SharingClone } from '../../../support/sharingClone.ts';

/** `OUTLOUD_SIMULATION=20x20` simulates twenty people for twenty weeks; `OUTLOUD_SEED` repeats a run. */
const [people = 3, weeks = 2] = (process.env['OUTLOUD_SIMULATION'] ?? '').split('x').filter(Boolean).map(Number);
const seed = Number(process.env['OUTLOUD_SEED'] ?? Date.now() % 1_000_000);

/** How many things each clone does in a week. */
const actions = 4;
const titles = ['Bees', 'Cats', 'Dogs'];

describe('People who share for weeks', () => {
  let origin: TestRepository;
  before(() => (origin = makeRepository()));
  after(function () {
    this.timeout(300_000); // many clones are many files
    origin.dispose();
  });

  it(`lose nothing and never have to choose (${people} people, ${weeks} weeks, seed ${seed})`, async function () {
    this.timeout(60_000 + people * weeks * 60_000);
    const chance = random(seed);
    origin.commit({ subject: 'Begin', files: { 'shop.ts': 'let shop;\n' } });
    origin.git('checkout', '-q', '--detach');
    const machines = Array.from({ length: people }, (_, at) => `p${at + 1}`).flatMap(handle => [
      new Machine(origin, handle, 'desk'),
      new Machine(origin, handle, 'laptop'),
    ]);
    const told = new Map<string, Set<string>>();
    for (let week = 1; week <= weeks; week++)
      for (let round = 0; round < actions; round++)
        for (const machine of shuffled(machines, chance)) {
          await machine.act(chance, week);
          if (chance() < 0.6) await share(machine, told);
          if (chance() < 0.05) await machine.meet();
        }
    for (const machine of machines) await share(machine, told);
    await mergeEverything(origin, machines, told);
    for (const [branch, words] of told) {
      const text = origin.git('grep', '-h', '-I', '-e', '', branch, '--', 'notes');
      for (const word of words) assert.ok(text.includes(word), `${branch} lost “${word}” (seed ${seed})`);
      assert.doesNotMatch(text, /^(?:<<<<<<<|>>>>>>>)/m);
    }
    for (const machine of machines) machine.assertUntouched();
  });
});

async function share(machine: Machine, told: Map<string, Set<string>>): Promise<void> {
  const { branch, words } = await machine.share();
  told.set(branch, new Set([...(told.get(branch) ?? []), ...words]));
}

/** Every feature branch goes into main, as forges do it; where only notes were in the way, the tool helps first. */
async function mergeEverything(
  origin: TestRepository,
  machines: readonly Machine[],
  told: Map<string, Set<string>>,
): Promise<void> {
  origin.git('config', 'user.name', 'Forge');
  origin.git('config', 'user.email', 'forge@shop.example');
  for (const branch of [...told.keys()].filter(name => name !== 'main')) {
    const machine = machines.find(each => branch.startsWith(`${each.handle}/`));
    await machine?.meetOn(branch);
    origin.git('checkout', '-q', 'main');
    mergeAsForge(origin, branch);
    origin.git('checkout', '-q', '--detach');
    for (const word of told.get(branch) ?? []) told.get('main')?.add(word);
  }
}

/** A conflict would ask a person, so it ends the test. */
function mergeAsForge(origin: TestRepository, branch: string): void {
  try {
    origin.git('merge', '-q', '--no-ff', branch);
  } catch (error) {
    assert.fail(`${branch} can’t be merged (seed ${seed}):\n${origin.git('diff')}\n${String(error)}`);
  }
}

/** One clone of one person, with things of hers lying about that are not notes. */
class Machine {
  readonly #clone: SharingClone;
  readonly handle: string;
  readonly #name: string;
  readonly #dirty: string;
  /** What was written since the last share. */
  #words: string[] = [];
  #made = 0;

  constructor(origin: TestRepository, handle: string, name: string) {
    const root = join(dirname(origin.root), `${handle}-${name}`);
    origin.git('clone', '-q', '-b', 'main', origin.root, root);
    this.#clone = sharingClone({ root, environment: origin.environment, handle });
    this.handle = handle;
    this.#name = name;
    this.#dirty = `half-done-${handle}-${name}.ts`;
    const { git, write } = this.#clone;
    git('config', 'user.name', handle);
    git('config', 'user.email', `${handle}@shop.example`);
    write(this.#dirty, 'staged\n');
    git('add', this.#dirty);
    write(this.#dirty, 'and changed\n');
    write('shop.ts', `let shop = "${name}, not done";\n`);
  }

  async act(chance: () => number, week: number): Promise<void> {
    const what = chance();
    const words = `${this.handle} ${this.#name} ${++this.#made}.`;
    if (what < 0.3) await this.#learn(pick(titles, chance), week, words);
    else if (what < 0.55) this.#writeWeek(week, words, chance);
    else if (what < 0.65) this.#addStep(words);
    else if (what < 0.75) this.#promise(week, words, chance);
    else if (what < 0.8) this.#answer(week, words);
    else await this.#switchBranch(pick(['main', `${this.handle}/one`, `${this.handle}/two`], chance));
  }

  /** What is offered to her after a push. */
  async meet(): Promise<void> {
    if ((await this.#clone.look()).notes.length === 0) await this.#clone.meet();
  }

  async meetOn(branch: string): Promise<void> {
    const { git } = this.#clone;
    git('fetch', '-q');
    git('checkout', '-q', branch);
    git('merge', '-q', '--ff-only', `origin/${branch}`);
    await this.#clone.meet();
  }

  async share(): Promise<{ readonly branch: string; readonly words: readonly string[] }> {
    await this.#clone.share();
    const branch = this.#branch;
    const published = await this.#clone.publish({ mayPublish: () => true });
    assert.deepEqual(published, { pushed: true, isBehind: false });
    const words = this.#words;
    this.#words = [];
    return { branch, words };
  }

  assertUntouched(): void {
    const { git, read } = this.#clone;
    assert.equal(git('status', '--porcelain'), `AM ${this.#dirty}\n M shop.ts`);
    assert.equal(git('show', `:${this.#dirty}`), 'staged');
    assert.equal(read('shop.ts'), `let shop = "${this.#name}, not done";\n`);
  }

  get #branch(): string {
    return this.#clone.git('symbolic-ref', '--short', 'HEAD');
  }

  /** By the tool itself, which takes the next free name of this clone. */
  async #learn(title: string, week: number, words: string): Promise<void> {
    const wanted = `people/${this.handle}/learning/2026-W${week + 10}-${title.toLowerCase()}.md` as SharedPath;
    await this.#clone.desk.notebook.shared.create(wanted, `${learningNote(title)}\n${words}\n`);
    this.#words.push(words);
  }

  /** Each machine has seen some of the week's work when it writes the note. */
  #writeWeek(week: number, words: string, chance: () => number): void {
    const name = `2026-W${week + 10}`;
    const path = `people/${this.handle}/weekly/${name}-${this.handle}.md`;
    const begun = `---\ntype: weekly\nweek: ${name}\nperson: ${this.handle}\n---\n# Week ${week + 10}\n\n## Next week\n\n`;
    const text = this.#clone.read(`notes/${path}`) || begun;
    const facts = Array.from({ length: 6 }, (_, at) => `piece ${at + 1} of week ${week}`).filter(() => chance() < 0.5);
    const lines = facts.map(fact => ({ facts: [{ id: fact, markdown: `- ${fact}` }] }));
    const { edits } = placeParts(text, [{ name: 'worked-on', heading: '## Worked on', lines }]);
    const written = applyEdits(text, edits);
    this.#clone.note(path, written.replace('## Next week\n', `## Next week\n\n- [ ] ${words}`));
    this.#words.push(words);
  }

  #addStep(words: string): void {
    const path = `people/${this.handle}/goals/fly.md`;
    const text = this.#clone.read(`notes/${path}`) || '---\ntype: goal\nstatus: active\n---\n# Fly\n\n## Steps\n\n';
    this.#clone.note(path, `${text.replace(/- \[ \] (.*)/, `- [x] $1 ✅ ${this.#today()}`)}- [ ] ${words}\n`);
    this.#words.push(words);
  }

  /** One more, and one of the older ones kept or carried. */
  #promise(week: number, words: string, chance: () => number): void {
    const path = `people/${this.handle}/promises.md`;
    const text = this.#clone.read(`notes/${path}`) || `---\ntype: promises\n---\n# Promises of ${this.handle}\n\n`;
    const open = tasksOf(text).filter(({ state }) => state === 'open');
    const task = open[Math.floor(chance() * open.length)];
    const [due, day] = [addDays('2026-03-09', 7 * week + Math.floor(chance() * 20)), this.#today()];
    const kept = task && chance() < 0.5 ? tickTask(text, task, day) : [];
    const carried = task && kept.length === 0 ? promiseCarried(text, promiseAt(task), due) : [];
    this.#clone.note(
      path,
      `${applyEdits(text, [...kept, ...carried])}${printPromise({ text: words, to: 'lin', due })}\n`,
    );
    this.#words.push(words);
  }

  /** A machine may find what the other began, or begin as well. */
  #answer(week: number, words: string): void {
    const name = `2026-W${week + 10}-outbox`;
    const path = `people/${this.handle}/answers/${name}-${this.handle}.md`;
    const begun = `---\ntype: feedback-answer\nrequest: lin/${name}\n---\n# On the outbox\n\n## What did you see?\n\n`;
    this.#clone.note(path, `${this.#clone.read(`notes/${path}`) || begun}- ${words}\n`);
    this.#words.push(words);
  }

  #today(): Day {
    return addDays('2026-03-09', this.#made + (this.#name === 'desk' ? 0 : 1));
  }

  async #switchBranch(branch: string): Promise<void> {
    const { git } = this.#clone;
    if (branch === this.#branch || (await this.#clone.look()).notes.length > 0) return;
    git('fetch', '-q');
    const isThere = (ref: string) => git('for-each-ref', ref) !== '';
    if (isThere(`refs/heads/${branch}`) || isThere(`refs/remotes/origin/${branch}`)) git('checkout', '-q', branch);
    else git('checkout', '-q', '-b', branch, '--no-track');
  }
}

/** Mulberry32: the same numbers for the same seed. */
function random(from: number): () => number {
  let state = from;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function pick<T>(all: readonly [T, ...T[]] | readonly T[], chance: () => number): T {
  return all[Math.floor(chance() * all.length)] as T;
}

function shuffled<T>(all: readonly T[], chance: () => number): readonly T[] {
  return all
    .map(one => [chance(), one] as const)
    .sort(([a], [b]) => a - b)
    .map(([, one]) => one);
}
