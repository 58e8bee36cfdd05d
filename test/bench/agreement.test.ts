import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { agreementOf } from '../../bench/eval/agreement.ts';

const cut = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 2, maxLength: 12 });

const digits = (text: string) => Array.from(text);

describe('How well two cuts agree', () => {
  it('is what Hubert and Arabie, and Rosenberg and Hirschberg, would say', () => {
    // Six items; scikit-learn 1.5: adjusted_rand_score 0.24242…, v_measure_score 0.51580…
    const { ari, v } = agreementOf(digits('000111'), digits('001122'));
    assert.equal(ari.toFixed(5), '0.24242');
    assert.equal(v.toFixed(5), '0.51580');
  });

  it('is whole for the same cut, whatever the pieces are called', () => {
    fc.assert(
      fc.property(cut, labels => {
        const other = labels.map(label => `piece ${label}`);
        assert.deepEqual([agreementOf(labels, other).ari, agreementOf(labels, other).v.toFixed(9)], [1, '1.000000000']);
      }),
    );
  });

  it('is the same from either side', () => {
    fc.assert(
      fc.property(cut, cut, (one, other) => {
        const length = Math.min(one.length, other.length);
        const [a, b] = [one.slice(0, length), other.slice(0, length)];
        const [there, back] = [agreementOf(a, b), agreementOf(b, a)];
        assert.ok(Math.abs(there.ari - back.ari) < 1e-9 && Math.abs(there.v - back.v) < 1e-9);
      }),
    );
  });

  it('is nothing where one cut tells nothing', () => {
    assert.deepEqual(agreementOf(digits('0011'), digits('0000')), { ari: 0, v: 0 });
    assert.equal(agreementOf(digits('0011'), digits('0123')).ari, 0);
  });
});
