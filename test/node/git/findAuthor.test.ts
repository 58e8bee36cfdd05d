import assert from 'node:assert/strict';
import { dirname, join } from 'node:path';
import { findAuthor } from '../../../src/node/git/findAuthor.ts';
import { makeRepository, type TestRepository } from '../../support/gitRepository.ts';

describe('findAuthor', () => {
  let shop: TestRepository;
  beforeEach(() => {
    shop = makeRepository();
  });
  afterEach(() => {
    shop.dispose();
  });
  const nameOf = async (email: string) => {
    const storage = join(dirname(shop.root), 'storage');
    const found = await findAuthor(email, { folders: () => [shop.root], storage, environment: shop.environment });
    return found?.name;
  };

  it('says what somebody called herself last, on whatever branch', async () => {
    shop.commit({ subject: 'One', author: 'ada <Ada@shop.example>', date: '2019-01-01T09:00:00Z' });
    shop.branch('topic');
    shop.commit({ subject: 'Two', author: 'Ada Löve <ada@shop.example>', date: '2020-01-01T09:00:00Z' });
    shop.checkout('main');
    shop.commit({ subject: 'Three', author: 'Sam <sam@shop.example>' });
    assert.equal(await nameOf('ADA@shop.example'), 'Ada Löve');
  });

  it('says what the mailmap calls her, by any of her addresses', async () => {
    const mailmap = 'Ada Byron <ada@shop.example> <ada@old.example>\n<sam@shop.example> <sam@old.example>\n';
    shop.commit({ subject: 'One', author: 'Sam <sam@old.example>', files: { '.mailmap': mailmap } });
    shop.commit({ subject: 'Two', author: 'ada <ada@old.example>' });
    assert.equal(await nameOf('ada@old.example'), 'Ada Byron');
    assert.equal(await nameOf('ada@shop.example'), 'Ada Byron');
    assert.equal(await nameOf('sam@shop.example'), 'Sam');
  });

  it('takes an address as it is, whole', async () => {
    shop.commit({ subject: 'One', author: 'Ada <ada@shop.example>' });
    for (const email of ['da@shop.example', 'ada@shop.exampl', '.*@shop.example', '--all@x', 'ada', ''])
      assert.equal(await nameOf(email), undefined, email);
  });

  it('knows nobody where nothing was committed', async () => {
    assert.equal(await nameOf('ada@shop.example'), undefined);
  });
});
