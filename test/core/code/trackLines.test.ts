import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { followLines } from '../../../src/core/code/followLines.ts';
import { trackLines, type CommittedVersion } from '../../../src/core/code/trackLines.ts';

const first = 'let cart;\nconst limit = 10;\nexport default cart;';
const version = (day: string, text: string | null): CommittedVersion => ({
  hash: day,
  day,
  subject: `On ${day}`,
  text,
});
const told = (versions: readonly CommittedVersion[], descend = true) => {
  const steps = trackLines(first, [2, 2], { versions, descend });
  let step = steps.next();
  while (!step.done) step = steps.next();
  const track = step.value;
  return track.lines
    ? `${track.lines.join('-')}: ${track.text.split('\n')[track.lines[0] - 1] ?? ''}`
    : (track.since?.day ?? 'never there');
};

describe('Lines along the versions of a file', () => {
  it('are where they were without any', () => {
    assert.equal(told([]), '2-2: const limit = 10;');
  });

  it('are followed in steps that are small each, and large together', () => {
    const steps = ['const limit = 10 * 2;', 'const limits = [10 * 2];', 'export const limits = [10 * 2, 30];'];
    assert.equal(followLines(first, `x\n${steps.at(-1)!.replace('[10 * 2', '[load()')}`, [2, 2]), undefined);
    const versions = steps.map((line, i) => version(`2026-11-0${i + 1}`, `// a word\nlet cart;\n${line}`));
    assert.equal(told(versions), '3-3: export const limits = [10 * 2, 30];');
  });

  it('are gone since the version without them', () => {
    const gone = 'let cart;\nexport default cart;';
    assert.equal(
      told([version('2026-11-01', `\n${first}`), version('2026-11-02', gone), version('2026-11-03', gone)]),
      '2026-11-02',
    );
    assert.equal(told([version('2026-11-01', null)]), '2026-11-01');
  });

  it('are not said to be gone since a commit that never had them', () => {
    const other = [version('2026-11-01', 'nothing of it'), version('2026-11-02', null)];
    assert.equal(told(other, false), 'never there');
    assert.equal(told([version('2026-11-01', first), ...other], false), '2026-11-01');
  });

  it('are there again after they came back', () => {
    assert.equal(
      told([version('2026-11-01', null), version('2026-11-02', `// back\n${first}`)]),
      '3-3: const limit = 10;',
    );
  });
});
