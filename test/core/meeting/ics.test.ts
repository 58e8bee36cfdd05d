import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { escapeValue, foldLine, printCalendar } from '../../../src/core/meeting/ics.ts';

const now = Date.UTC(2026, 10, 22, 9, 0, 0) / 1000;
const meeting = {
  id: 'one-on-ones/2026-11-24-ada-lin.md',
  title: 'Autonomy-support meeting: Ada and Lin',
  participants: ['Ada', 'Lin', 'Sam (advocate)'],
  when: '2026-11-24',
} as const;

/** A file as RFC 5545 says it is read: folds undone, then lines. */
const unfolded = (text: string) =>
  text
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .slice(0, -1);
/** A TEXT value as it is read. */
const unescaped = (value: string) =>
  value.replace(/\\([\\;,nN])/g, (_, sign: string) => (sign.toLowerCase() === 'n' ? '\n' : sign));

describe('A meeting as a calendar file', () => {
  it('tells the day, the title and who takes part', () => {
    const [uid, ...lines] = unfolded(printCalendar(meeting, now)).toSorted((a, b) =>
      a.startsWith('UID') ? -1 : b.startsWith('UID') ? 1 : 0,
    );
    assert.match(uid ?? '', /^UID:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
    assert.deepEqual(lines, [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Out Loud//Meetings//EN',
      'BEGIN:VEVENT',
      'DTSTAMP:20261122T090000Z',
      'DTSTART;VALUE=DATE:20261124',
      'DTEND;VALUE=DATE:20261125',
      'TRANSP:TRANSPARENT',
      'SUMMARY:Autonomy-support meeting: Ada and Lin',
      'DESCRIPTION:With Ada\\, Lin\\, Sam (advocate)',
      'CLASS:PRIVATE',
      'END:VEVENT',
      'END:VCALENDAR',
    ]);
  });

  it('has its times in UTC', () => {
    const start = Date.UTC(2026, 10, 24, 13, 30) / 1000;
    const text = printCalendar({ ...meeting, when: { start, minutes: 45 } }, now);
    assert.match(text, /\r\nDTSTART:20261124T133000Z\r\nDTEND:20261124T141500Z\r\nSUMMARY/);
  });

  it('is the same meeting each time, and another one where it is another', () => {
    const uidOf = (id: string, at = now) => /^UID:(.*)$/m.exec(printCalendar({ ...meeting, id }, at))?.[1];
    assert.equal(uidOf('a'), uidOf('a', now + 86_400));
    assert.notEqual(uidOf('a'), uidOf('b'));
  });

  it('keeps to RFC 5545 whatever the names', () => {
    const name = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ maxLength: 200 }));
    fc.assert(
      fc.property(name, fc.array(name, { maxLength: 4 }), (title, participants) => {
        const text = printCalendar({ ...meeting, title, participants }, now);
        assert.doesNotMatch(text, /(?<!\r)\n|\r(?!\n)/, 'every line ends with CRLF');
        for (const line of text.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line);
        assert.ok(Buffer.from(text).toString() === text && text.endsWith('END:VCALENDAR\r\n'));
        // eslint-disable-next-line no-control-regex -- what the RFC keeps out of every line
        assert.doesNotMatch(text.replaceAll('\r\n', ''), /[\x00-\x08\x0A-\x1F\x7F]/);
        const lines = unfolded(text);
        assert.equal(lines.length, participants.length > 0 ? 14 : 13, 'no name makes a line of its own');
        for (const line of lines) assert.match(line, /^[A-Z-]+(?:;[A-Z]+=[A-Z]+)*:/);
      }),
    );
  });

  it('is read back as it was written', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'é', '𝒳', ',', ';', '\\', '\n', ':'), maxLength: 300 }),
        text => {
          const line = `SUMMARY:${escapeValue(text)}`;
          const [read = ''] = unfolded(`${foldLine(line)}\r\n`);
          assert.equal(read, line);
          assert.equal(unescaped(read.slice('SUMMARY:'.length)), text);
        },
      ),
    );
  });
});
