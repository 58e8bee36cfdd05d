import assert from 'node:assert/strict';
import type { Part } from '../../../src/core/week/part.ts';
import { printFromTemplate } from '../../../src/core/week/weekTemplate.ts';

const report = { week: '2026-W47', person: { handle: 'ada', name: 'Ada', emails: [] } };
const parts: readonly Part[] = [
  {
    name: 'worked-on',
    heading: '## Worked on',
    lines: [{ facts: [{ id: 'a', markdown: '- **Reads** {{ title }}' }] }],
  },
  { name: 'learned', heading: '## Learned', lines: [{ facts: [{ id: 'b', markdown: '- PgBouncer' }] }] },
  { name: 'thanks', heading: '## Thanks', lines: [] },
];

async function printed(template: string): Promise<string> {
  const answer = await printFromTemplate(template, report, parts);
  return 'text' in answer
    ? answer.text.replace(/ [0-9a-f]{6}:[0-9a-f]{6}(?= -->)/g, '')
    : problem(template, answer.problem);
}
const problem = (
  template: string,
  { at, expected, detail }: { at: { start: number; end: number }; expected: string; detail?: string },
) => `! ${template.slice(at.start, at.end).slice(0, 40)} → ${expected}${detail === undefined ? '' : ` (${detail})`}`;

describe('a team’s own weekly template', () => {
  it('lays the note out', async () => {
    assert.equal(
      await printed(
        '---\ntype: x\n---\n# {{ title }}, {{ monday }}\n\nHow was it, {{ person }}?\n\n{{ learned }}\n\n{% if thanks %}Thanks!{% endif %}{{ worked_on }}\n',
      ),
      `---
type: weekly
week: 2026-W47
person: ada
---
# Week 47 · Ada, 2026-11-16

How was it, Ada?

<!-- outloud:begin learned -->
## Learned

- PgBouncer
<!-- outloud:end learned -->

<!-- outloud:begin worked-on -->
## Worked on

- **Reads** {{ title }}
<!-- outloud:end worked-on -->

<!-- outloud:parts worked-on learned -->
`,
    );
  });

  it('puts the title above where it has none, and remembers what it leaves out', async () => {
    assert.equal(
      (await printed('{{ worked_on }}')).split('---\n').at(-1),
      `# Week 47 · Ada

<!-- outloud:begin worked-on -->
## Worked on

- **Reads** {{ title }}
<!-- outloud:end worked-on -->

<!-- outloud:parts worked-on learned thanks -->
`,
    );
    assert.match(
      await printed('{{ parts }}'),
      /begin worked-on[^]*begin learned[^]*<!-- outloud:parts worked-on learned -->\n$/,
    );
  });

  it('says what is wrong with it', async () => {
    const cases: readonly (readonly [template: string, said: string])[] = [
      [
        'Hi {{ wokred_on }}',
        '! wokred_on → one of title, week, week_number, year, monday, person, handle, worked_on, learned, thanks, parts (undefined variable: wokred_on)',
      ],
      ['{% if title %}', '! {% if title %} → a Liquid template that Out Loud can use (tag {% if title %} not closed)'],
      [
        '{{ title | shout }}',
        '! {{ title | shout }} → one of append, capitalize, default, downcase, minus, plus, prepend, size, strip, upcase (undefined filter: shout)',
      ],
      ['{{ learned }}{{ learned }}', '! learned → each part once, on lines of its own'],
      ['{{ learned }}\n{{ parts }}', '! parts → the part “learned” only once'],
    ];
    for (const [template, said] of cases) assert.equal(await printed(template), said);
  });

  const doubling = (step: string) => `{% assign a = "aaaaaaaaaaaaaaaa" %}${step.repeat(60)}{{ a }}`;
  const hostile: Readonly<Record<string, string>> = {
    'an endless loop': '{% for i in (1..100000000) %}{% for j in (1..100000000) %}x{% endfor %}{% endfor %}',
    'loops in loops': '{% for i in (1..900) %}'.repeat(8) + 'x' + '{% endfor %}'.repeat(8),
    'a huge range': '{% assign a = (1..99999999999) %}{{ a | size }}',
    'a doubled string': doubling('{% assign a = a | append: a %}'),
    'a captured string': doubling('{% capture a %}{{ a }}{{ a }}{% endcapture %}'),
    'a replaced string': doubling('{% assign a = a | replace: "a", a %}'),
    'a joined string': doubling('{% assign a = a | split: "" | join: a %}'),
    'a wide date': '{{ "now" | date: "%999999999d" }}',
    'much text of a part': '{% for i in (1..9000) %}{{ parts }}{% endfor %}',
    'a file, included': '{% include "/etc/passwd" %}',
    'a file, rendered': '{% render "../../package.json" %}',
    'a file, as layout': '{% layout "/etc/passwd" %}',
    'a block': '{% block x %}{% endblock %}',
    'a prototype': '{{ title.constructor }}{{ title.__proto__ }}',
    'a prototype, by name': '{{ constructor }}',
    'a prototype, by index': '{{ week["constructor"]["constructor"] }}',
    'a global': '{{ process.env.HOME }}{{ globalThis }}',
    'a filter of the prototype': '{{ title | constructor }}',
    'a tag of the prototype': '{% constructor %}',
    'a nest': '{% if true %}'.repeat(5000) + '{% endif %}'.repeat(5000),
    'a long template': 'x'.repeat(64 * 1024 + 1),
    'markers of its own': '<!-- outloud:begin worked-on -->\n{{ worked_on }}',
  };
  for (const [name, template] of Object.entries(hostile))
    it(`is refused where it holds ${name}`, async () => {
      assert.match(await printed(template), /^! /);
    });

  it('never reads a fact’s words as Liquid', async () => {
    assert.match(await printed('{{ worked_on }}'), /\{\{ title \}\}/);
  });
});
