import assert from 'node:assert/strict';
import { checkTemplate } from '../../../src/core/week/checkTemplate.ts';

/** `3: learned → the part …`: the line, what is marked there, what was expected, and the parser's own words. */
async function said(template: string): Promise<string> {
  const problem = await checkTemplate(template);
  if (!problem) return 'fine';
  const { at, expected, detail } = problem;
  const line = template.slice(0, at.start).split('\n').length;
  const marked = template.slice(at.start, at.end);
  return `${line}: ${marked} → ${expected.replace(/^(one of \w+, ).*$/, '$1…')}${detail === undefined ? '' : ` (${detail})`}`;
}

describe('a team’s own weekly template, before it is used', () => {
  const cases: Readonly<Record<string, readonly [template: string, said: string]>> = {
    'is fine where it works': ['# {{ title }}\n\n{{ worked_on }}\n\n{% if plans %}{{ plans }}{% endif %}\n', 'fine'],
    'may use nothing at all': ['', 'fine'],
    'may name every part': ['{{ quiet }}\n\n{{ wins }}\n\n{{ goals }}\n', 'fine'],
    'names a variable that is none': [
      '# Hi\n\n{{ wokred_on }}\n',
      '3: wokred_on → one of title, … (undefined variable: wokred_on)',
    ],
    'names one in a branch that few weeks take': [
      '# Hi\n{% if thanks %}\n{{ thnaks }}\n{% elsif title == "never" %}{{ nothing }}{% endif %}',
      '3: thnaks → one of title, … (undefined variable: thnaks)',
    ],
    'says so at the line in the file, below its own front matter': [
      '---\ntype: x\n---\n# Hi\n{{ wrong }}\n',
      '5: wrong → one of title, … (undefined variable: wrong)',
    ],
    'has an unknown filter': [
      '{{ title | shout }}',
      '1: {{ title | shout }} → one of append, … (undefined filter: shout)',
    ],
    'has an unknown tag': ['\n{% include "x" %}', '2: {% include "x" %} → one of if, … (tag "include" not found)'],
    'is not closed': [
      'a\n{% if title %}\n',
      '2: {% if title %} → a Liquid template that Out Loud can use (tag {% if title %} not closed)',
    ],
    'has a part twice': ['{{ learned }}\n\n{{ learned }}\n', '3: learned → the part “learned” only once'],
    'has a part beside all of them': ['{{ learned }}\n\n{{ parts }}\n', '3: parts → the part “learned” only once'],
    'has a part in the middle of a line': [
      '# A\n\nLearned: {{ learned }}\n',
      '3: learned → the part “learned” on lines of its own',
    ],
    'has two parts in a line': [
      '# A\n\n{{ wins }}{{ learned }}\n',
      '3: learned → the part “learned” on lines of its own',
    ],
    'has a part that only a quiet week has, twice': [
      '{{ quiet }}\n\n{{ quiet }}\n',
      '3: quiet → the part “quiet” only once',
    ],
    'has marks of its own': [
      '# A\n\n<!-- outloud:begin learned -->\n{{ learned }}\n',
      '3: <!-- outloud:begin learned --> → the part “learned” only once',
    ],
    'loops for ever': [
      '# A\n{% for i in (1..100000000) %}{% for j in (1..100000000) %}x{% endfor %}{% endfor %}',
      '2: {% for i in (1..100000000) %} → a Liquid template that Out Loud can use (memory alloc limit exceeded)',
    ],
    'is too long': [`# A\n${'x'.repeat(64 * 1024)}`, '1: # A → a template of at most 64 KiB'],
  };
  for (const [name, [template, expected]] of Object.entries(cases))
    it(name, async () => {
      assert.equal(await said(template), expected);
    });
});
