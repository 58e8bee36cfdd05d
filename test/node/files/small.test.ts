import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { nodeCache } from '../../../src/node/files/nodeCache.ts';
import { systemClock } from '../../../src/node/systemClock.ts';
import { freshFolder } from './folder.ts';

describe('nodeCache', () => {
  const folder = freshFolder();
  const bytes = (text: string) => new TextEncoder().encode(text);
  const text = (value: Uint8Array | undefined) => value && new TextDecoder().decode(value);

  it('gives back what was saved, by key', async () => {
    const cache = nodeCache(folder('cache'));
    assert.equal(await cache.load('a'), undefined);
    await cache.save('a', bytes('first'));
    await cache.save('a', bytes('second'));
    await cache.save('../b', bytes(''));
    assert.equal(text(await nodeCache(folder('cache')).load('a')), 'second');
    assert.equal(text(await cache.load('../b')), '');
    assert.deepEqual(readdirSync(folder()), ['cache']);
  });

  it('drops a torn entry, and one that is another key’s', async () => {
    const cache = nodeCache(folder('cache'));
    await cache.save('a', bytes('a long enough text'));
    const [name = ''] = readdirSync(folder('cache'));
    const whole = readFileSync(folder('cache', name));
    for (const torn of [whole.subarray(0, -1), whole.subarray(0, 3), Buffer.concat([whole, whole]), Buffer.alloc(0)]) {
      writeFileSync(folder('cache', name), torn);
      assert.equal(await cache.load('a'), undefined);
      assert.deepEqual(readdirSync(folder('cache')), []);
    }
    await cache.save('b', bytes('of b'));
    const [other = ''] = readdirSync(folder('cache'));
    writeFileSync(folder('cache', name), readFileSync(folder('cache', other)));
    assert.equal(await cache.load('a'), undefined);
  });

  it('stays within its size, and keeps the newest', async () => {
    const cache = nodeCache(folder('cache'), { mostBytes: 250 });
    for (const [i, key] of ['a', 'b', 'c'].entries()) {
      await cache.save(key, bytes('x'.repeat(80)));
      for (const name of readdirSync(folder('cache')))
        if (statSync(folder('cache', name)).mtimeMs > 1e12) utimesSync(folder('cache', name), 1000 + i, 1000 + i);
    }
    assert.equal(await cache.load('a'), undefined);
    assert.equal(text(await cache.load('b')), 'x'.repeat(80));
    assert.equal(text(await cache.load('c')), 'x'.repeat(80));
    await cache.save('huge', bytes('x'.repeat(300)));
    assert.equal(await cache.load('huge'), undefined);
    assert.equal(readdirSync(folder('cache')).length, 2);
  });

  it('does not trouble anybody where it cannot be written', async () => {
    folder.write('file', '');
    const cache = nodeCache(folder('file'));
    await cache.save('a', bytes('x'));
    assert.equal(await cache.load('a'), undefined);
  });
});

describe('systemClock', () => {
  it('knows the day where the person lives', () => {
    const clock = systemClock('Pacific/Kiritimati');
    assert.equal(clock.zone, 'Pacific/Kiritimati');
    assert.ok(Math.abs(clock.now() - Date.now() / 1000) < 5);
    const at = clock.now();
    assert.ok(
      [at, clock.now()]
        .map(moment => new Date((moment + 14 * 3600) * 1000).toISOString().slice(0, 10))
        .includes(clock.today()),
    );
  });

  it('takes an unknown zone for the machine’s', () => {
    assert.equal(systemClock('Nowhere/Never').zone, systemClock().zone);
  });
});
