import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { ExtensionContext } from 'vscode';
import type { History } from '../../src/app/ports.ts';
import type { Ident } from '../../src/core/people/person.ts';
import { Identity } from '../../src/editor/support/identity.ts';
import { memoryDesk } from '../support/memoryDesk.ts';

/** A window that remembers, and a git whose answer the test gives. */
function setUp() {
  const kept = new Map<string, unknown>();
  const state = {
    get: (key: string) => kept.get(key),
    update: (key: string, value: unknown) => void kept.set(key, value),
  };
  const identity = new Identity({ workspaceState: state, globalState: state } as unknown as ExtensionContext);
  let answer: (idents: readonly Ident[]) => void = () => undefined;
  const history = {
    identities: () => new Promise<readonly Ident[]>(resolve => (answer = resolve)),
  } as unknown as History;
  const { notebook } = memoryDesk();
  return {
    identity,
    who: async (mayAsk: boolean) => (await identity.of(notebook, history, mayAsk))?.me.handle,
    say: async (name: string) => {
      await new Promise(resolve => setTimeout(resolve, 20)); // until it is asked
      answer([{ name, email: `${name.toLowerCase()}@forge.example` }]);
    },
  };
}

describe('Who she is', () => {
  it('is asked of git the first time, and then a view is drawn with the last answer while git is asked again', async () => {
    const { identity, who, say } = setUp();
    const first = who(false);
    await say('Ada');
    assert.equal(await first, 'ada');
    assert.equal(await who(false), 'ada'); // git says nothing any more
    identity.dispose();
  });

  it('is always asked of git where something will be written, and a new answer is told', async () => {
    const { identity, who, say } = setUp();
    let told = 0;
    identity.onChange(() => (told += 1));
    const first = who(true);
    await say('Ada');
    assert.equal(await first, 'ada');
    const second = who(true);
    await say('Sam');
    assert.deepEqual([await second, told], ['sam', 1]);
    assert.equal(await who(false), 'sam');
    identity.dispose();
  });
});
