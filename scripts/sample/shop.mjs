import { people, SampleRepository } from './repository.mjs';

const { ada, lin, sam } = people;

/**
 * The shop: a checkout that becomes fast, a pool that storms, an outbox that is not merged yet.
 *
 * @param notes.early path → text of the notes as they were first shared
 * @param notes.sharedWith given the hashes of the commits that notes name, the notes as they were shared last week
 */
export function tellShop({ at }, { early, sharedWith }) {
  const shop = new SampleRepository();
  const share = (moment, message, files) => shop.commit({ by: lin, at: moment, message, files });
  tellBeginning(shop, at);
  const queue = tellScheduler(shop, at);
  const profile = tellProfile(shop, at);
  share(at(3, 4, '16:00'), 'Keep our notes beside the code', early);
  const measured = tellLastWeek(shop, at);
  share(at(1, 4, '16:00'), 'Share what we learned', sharedWith({ queue, profile, measured }));
  tellCheckoutReads(shop, at);
  tellPoolReset(shop, at);
  tellSmallThings(shop, at);
  tellReviewed(shop, at);
  tellOutbox(shop, at);
  return shop;
}

function tellBeginning(shop, at) {
  shop.commit({
    by: lin,
    at: at(6, 0, '09:10'),
    message: 'Start the shop',
    files: {
      'README.md': '# shop\n\nSells things. See docs/on-call.md when it does not.\n',
      'docs/on-call.md': '# On call\n\n1. Look at the dashbord.\n2. Ask in #shop.\n',
      'package.json': '{\n  "name": "shop",\n  "dependencies": { "pg": "8.11.0", "pino": "8.16.0" }\n}\n',
    },
  });
  shop.commit({
    by: sam,
    at: at(6, 1, '10:00'),
    message: 'feat(checkout): take an order',
    files: { 'services/checkout/orders.ts': orders, 'services/checkout/cart.ts': cartOneByOne },
  });
  shop.commit({
    by: ada,
    at: at(5, 2, '11:20'),
    message: 'feat(checkout): keep a pool of connections',
    files: { 'services/checkout/db.ts': pool, 'services/checkout/retry.ts': retryAtOnce },
  });
}

/** Answers the commit of the queue. */
function tellScheduler(shop, at) {
  const queue = shop.commit({
    on: 'sam/scheduler',
    by: sam,
    at: at(4, 1, '09:30'),
    message: 'feat(scheduler): run jobs in order\n\nCo-authored-by: Ada <ada@forge.example>',
    files: { 'services/scheduler/queue.ts': schedulerQueue },
  });
  shop.merge({
    branch: 'sam/scheduler',
    by: lin,
    at: at(4, 3, '15:00'),
    message: 'Merge pull request #371 from market/sam/scheduler\n\nA scheduler that keeps its order',
  });
  shop.deleteBranch('sam/scheduler');
  return queue;
}

function tellProfile(shop, at) {
  return shop.commit({
    by: ada,
    at: at(3, 2, '13:15'),
    message: 'test(checkout): say where the time goes\n\nGoal: checkout-under-200-ms',
    files: { 'services/checkout/profile.test.ts': profileTest },
  });
}

/** Answers the commit that measures. */
function tellLastWeek(shop, at) {
  const measured = shop.commit({
    on: 'ada/p99',
    by: ada,
    at: at(1, 0, '10:40'),
    message: 'feat(metrics): measure the p99 of reads and writes\n\nGoal: checkout-under-200-ms',
    files: { 'services/metrics/p99.ts': p99 },
  });
  shop.commit({
    on: 'ada/p99',
    by: ada,
    at: at(1, 1, '14:05'),
    message: 'test(metrics): compare the p99 with a sorted list',
    files: { 'services/metrics/p99.test.ts': p99Test },
  });
  shop.merge({
    branch: 'ada/p99',
    by: sam,
    at: at(1, 2, '09:20'),
    message: 'Merge pull request #405 from market/ada/p99\n\nThe p99 of every request, measured',
  });
  shop.deleteBranch('ada/p99');
  shop.commit({
    by: lin,
    at: at(1, 3, '16:30'),
    message: 'docs: who decides what on a Friday\n\nReviewed-by: Ada <ada@forge.example>',
    files: { 'docs/friday.md': '# Friday\n\nWho is on call decides. Small and reversible may go out.\n' },
  });
  return measured;
}

function tellCheckoutReads(shop, at) {
  const on = 'ada/checkout-reads';
  shop.commit({
    on,
    by: ada,
    at: at(0, 0, '09:50'),
    message:
      'perf(checkout): read the cart in one query\n\nOne query with a join instead of one for each line.\n\n' +
      'Goal: checkout-under-200-ms\nLearned: an index-only scan needs a recent vacuum',
    files: { 'services/checkout/cart.ts': cartInOne, 'migrations/0007-cart-index.sql': cartIndex },
  });
  shop.commit({
    on,
    by: ada,
    at: at(0, 1, '11:30'),
    message: 'perf(checkout): keep price lists for a minute\n\nGoal: checkout-under-200-ms',
    files: { 'services/checkout/prices.ts': prices },
  });
  shop.commit({
    on,
    by: ada,
    at: at(0, 1, '15:10'),
    message: 'test(checkout): hold the read path under 200 ms\n\nReviewed-by: Lin <lin@forge.example>',
    files: { 'services/checkout/reads.test.ts': readsTest },
  });
  shop.merge({
    branch: on,
    by: lin,
    at: at(0, 2, '10:15'),
    message: 'Merge pull request #412 from market/ada/checkout-reads\n\nCheckout reads stay under 200 ms',
  });
  shop.deleteBranch(on);
}

/** Rebased before it was merged: the old copy is still on a branch, and must not count twice. */
function tellPoolReset(shop, at) {
  const commits = [
    {
      by: ada,
      at: at(0, 2, '13:40'),
      message:
        'fix: no more retry storm after a pool reset\n\nA reset made every client try again at once, and the ' +
        'next reset came from that.\n\nFixes #398\n\nThanks: Sam for the flame graphs',
      files: { 'services/checkout/retry.ts': retryWithBackoff },
    },
    {
      by: ada,
      at: at(0, 3, '09:25'),
      message: 'test: reproduce the retry storm',
      files: { 'services/checkout/retry.test.ts': retryTest },
    },
  ];
  for (const commit of commits) shop.commit({ on: 'ada/pool-reset', ...commit });
  shop.commit({
    by: sam,
    at: at(0, 3, '10:00'),
    message: 'feat: the scheduler keeps its queue on disk\n\nReviewed-by: Ada <ada@forge.example>',
    files: { 'services/scheduler/disk.ts': schedulerDisk },
  });
  for (const commit of commits) shop.commit({ ...commit, committedAt: at(0, 3, '12:00') });
}

function tellSmallThings(shop, at) {
  const typo = text => text.replace('dashbord', 'dashboard');
  shop.commit({
    by: ada,
    at: at(0, 3, '13:05'),
    message: 'docs: fix a typo in the on-call guide',
    files: { 'docs/on-call.md': typo },
  });
  for (const [name, from, to] of [
    ['pg', '8.11.0', '8.13.1'],
    ['pino', '8.16.0', '9.5.0'],
  ])
    shop.commit({
      by: ada,
      at: at(0, 3, name === 'pg' ? '13:20' : '13:25'),
      message: `chore(deps): bump ${name} from ${from} to ${to}`,
      files: { 'package.json': text => text.replace(`"${name}": "${from}"`, `"${name}": "${to}"`) },
    });
}

function tellReviewed(shop, at) {
  shop.commit({
    by: lin,
    at: at(0, 3, '14:45'),
    message: 'feat: the audit log knows who changed a price\n\nReviewed-by: Ada <ada@forge.example>',
    files: { 'services/audit/log.ts': auditLog },
  });
}

function tellOutbox(shop, at) {
  const on = 'ada/outbox';
  shop.commit({
    on,
    by: ada,
    at: at(0, 4, '10:30'),
    message: 'feat: events are written in the transaction of their order',
    files: { 'services/outbox/outbox.ts': outbox },
  });
  shop.commit({
    on,
    by: ada,
    at: at(0, 4, '14:00'),
    message: 'feat: what was not sent is replayed\n\nCo-authored-by: Sam <sam@forge.example>',
    files: { 'services/outbox/replay.ts': replay },
  });
}

const orders = `export interface Order {
  readonly id: string;
  readonly lines: readonly { readonly sku: string; readonly count: number }[];
}

export function isEmpty(order: Order): boolean {
  return order.lines.every(line => line.count === 0);
}
`;
const cartOneByOne = `import { query } from './db.ts';

export async function readCart(id: string) {
  const lines = await query('select sku, count from cart_line where cart = $1', [id]);
  return Promise.all(lines.map(line => query('select * from product where sku = $1', [line.sku])));
}
`;
const cartInOne = `import { query } from './db.ts';

/** Everything a cart shows, in one round trip. */
export async function readCart(id: string) {
  return query(
    \`select line.sku, line.count, product.name, product.price
       from cart_line line join product using (sku)
      where line.cart = $1\`,
    [id],
  );
}
`;
const cartIndex = 'create index cart_line_by_cart on cart_line (cart) include (sku, count);\n';
const pool = `import { Pool } from 'pg';
import { retry } from './retry.ts';

const pool = new Pool({ max: 20 });

/** Rows of one statement. The session's settings are gone when the connection goes back to the pool. */
export async function query(text: string, values: readonly unknown[] = []) {
  return retry(async () => {
    const client = await pool.connect();
    try {
      await client.query('BEGIN');
      await client.query("SET LOCAL statement_timeout = '800ms'");
      const { rows } = await client.query(text, [...values]);
      await client.query('COMMIT');
      return rows;
    } finally {
      client.release();
    }
  });
}
`;
const retryAtOnce = `export async function retry<T>(attempt: () => Promise<T>, times = 5): Promise<T> {
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (--times === 0) throw error;
    }
  }
}
`;
const retryWithBackoff = `const wait = (ms: number) => new Promise(resolve => setTimeout(resolve, ms));

/** Tries again, later each time and never at the same moment as the others. */
export async function retry<T>(attempt: () => Promise<T>, times = 5): Promise<T> {
  for (let delay = 20; ; delay *= 2) {
    try {
      return await attempt();
    } catch (error) {
      if (--times === 0) throw error;
      await wait(delay * (0.5 + Math.random()));
    }
  }
}
`;
const retryTest = `it('spreads the attempts after a reset', async () => {
  const attempts = await attemptsAfterReset({ clients: 200 });
  assert.ok(mostInOneTick(attempts) < 20);
});
`;
const profileTest = `it('says where the time of a checkout goes', async () => {
  assert.deepEqual(Object.keys(await profile(checkout)), ['cart', 'prices', 'stock', 'payment']);
});
`;
const p99 = `/** The time that 99 of 100 requests stay under, in milliseconds. */
export function p99(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * 0.99) - 1] ?? 0;
}
`;
const p99Test = `it('is the 99th of 100', () => {
  assert.equal(p99(Array.from({ length: 100 }, (_, i) => i + 1)), 99);
});
`;
const prices = `const minute = 60_000;
const kept = new Map<string, { readonly at: number; readonly list: PriceList }>();

/** A price list, at most a minute old. */
export async function priceList(id: string): Promise<PriceList> {
  const known = kept.get(id);
  if (known && Date.now() - known.at < minute) return known.list;
  const list = await readPriceList(id);
  kept.set(id, { at: Date.now(), list });
  return list;
}
`;
const readsTest = `it('answers 99 of 100 reads within 200 ms', async () => {
  assert.ok(p99(await timesOf(readCart, 500)) < 200);
});
`;
const schedulerQueue = `export class Queue<T> {
  readonly #jobs: T[] = [];
  add(job: T) {
    this.#jobs.push(job);
  }
  next(): T | undefined {
    return this.#jobs.shift();
  }
}
`;
const schedulerDisk = `import { appendFile } from 'node:fs/promises';

/** Writes every job down before it runs, so that a restart forgets none. */
export async function remember(job: { readonly id: string }) {
  await appendFile('queue.log', JSON.stringify(job) + '\\n');
}
`;
const auditLog = `export interface PriceChange {
  readonly sku: string;
  readonly from: number;
  readonly to: number;
  readonly by: string;
}
`;
const outbox = `import { query } from '../checkout/db.ts';

/** Keeps an event beside what it tells about: both are written or none is. */
export async function keep(event: { readonly kind: string; readonly body: unknown }) {
  await query('insert into outbox (kind, body) values ($1, $2)', [event.kind, JSON.stringify(event.body)]);
}
`;
const replay = `import { query } from '../checkout/db.ts';

/** Sends again what was written and never sent, oldest first. */
export async function replay(send: (event: unknown) => Promise<void>) {
  for (const event of await query('select * from outbox where sent is null order by id')) await send(event);
}
`;
