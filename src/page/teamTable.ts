import type { TeamPage } from '../core/skill/matrixPage.ts';
import { element } from './element.ts';
import type { Words } from './messages.ts';

/** Who can teach what, and where nobody is. People stand in the order of `team.md`, and nothing is counted. */
export function teamTable({ rows }: TeamPage, words: Words): HTMLTableElement {
  const titles = [words.skill, words.canTeach, words.couldTeach, words.learners];
  const body = rows.map(({ skill, teachers, couldTeach, learners, isMissing }) => {
    const people = [teachers, couldTeach, learners].map((names, index) => {
      const cell = element('td', { class: 'people' }, names.join(', '));
      cell.dataset['spoken'] = `${skill.name}, ${titles[index + 1] ?? ''}: ${names.join(', ') || words.nobody}`;
      return cell;
    });
    const cell = element('th', { scope: 'row' }, element('span', {}, skill.name));
    if (isMissing) cell.append(element('span', { class: 'mark missing' }, words.missing));
    cell.dataset['spoken'] = isMissing ? `${skill.name}. ${words.missing}` : skill.name;
    return element('tr', {}, cell, ...people);
  });
  return element(
    'table',
    { role: 'grid' },
    element('thead', {}, element('tr', {}, ...titles.map(title => element('th', { scope: 'col' }, title)))),
    element('tbody', {}, ...body),
  );
}
