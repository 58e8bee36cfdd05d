import assert from 'node:assert/strict';
import { toldWeek } from '../../../src/core/meeting/toldWeek.ts';

describe('A published week, as a leader reads it', () => {
  it('is what she says, what she worked on and what she is stuck with', () => {
    const text =
      '---\ntype: weekly\n---\n# Week 47 · Ada\n\n<!-- a hint -->\n\nCheckout is **fast** now.\nI need a [decision](x.md).\n\nMore.\n\n' +
      '<!-- outloud:begin worked-on -->\n## Worked on\n\n- **Reads under 200 ms** · [#412](https://forge.example/412) · shop\n- Reviewed: the log (Lin)\n\n' +
      '<details><summary>also</summary>\n\n- a typo\n</details>\n<!-- outloud:end worked-on -->\n\n' +
      '## Roadblocks\n\n- [ ] Which queue? 📅 2026-11-25\n- [x] Solved\n\n## Next week\n\n- [ ] Writes\n';
    assert.deepEqual(toldWeek('2026-W47', text), {
      week: '2026-W47',
      words: 'Checkout is fast now. I need a decision.',
      worked: ['Reads under 200 ms', 'Reviewed: the log (Lin)'],
      asks: ['Which queue?'],
    });
  });

  it('may say nothing', () => {
    assert.deepEqual(toldWeek('2026-W47', '# Week 47\n\n## Next week\n'), {
      ...{ week: '2026-W47', words: '', worked: [], asks: [] },
    });
  });
});
