import type { PersonPage, SkillRow } from '../core/skill/matrixPage.ts';
import { nowOf, type Seen } from '../core/skill/matrix.ts';
import { stretchOf, wayOf, type Stretch } from '../core/skill/wayOf.ts';
import type { Day } from '../core/time/day.ts';
import { element, filled } from './element.ts';
import type { Words } from './messages.ts';
import { wayDrawing } from './wayDrawing.ts';

/** How people are called in the table, and what can be done from it. */
export interface PersonTable {
  readonly words: Words;
  readonly nameOf: (handle: string) => string;
  readonly makeGoal: (skill: string) => void;
}

/** One person's skills: now, as her leader sees it, expected, wanted, and the way there. */
export function personTable(page: PersonPage, today: Day, table: PersonTable): HTMLTableElement {
  const { words } = table;
  const stretch = stretchOf(
    page.rows.map(({ state }) => state),
    today,
  );
  const titles = [words.skill, words.now, words.leader, words.expected, words.target, words.way];
  const body = page.rows.map(row => {
    const cells = new RowCells(row, page.handle, table);
    return element('tr', {}, ...cells.levels(), cells.way(stretch), goalCell(row, table));
  });
  const head = [
    ...titles.map(title => element('th', { scope: 'col' }, title)),
    element('th', { scope: 'col', 'aria-label': words.goal }),
  ];
  return element(
    'table',
    { role: 'grid' },
    element('thead', {}, element('tr', {}, ...head)),
    element('tbody', {}, ...body),
  );
}

/** The cells of one skill. Each says in full what it means: a screen reader reads it, and it stands below the table when chosen. */
class RowCells {
  readonly #row: SkillRow;
  readonly #person: string;
  readonly #words: Words;
  readonly #nameOf: PersonTable['nameOf'];

  constructor(row: SkillRow, person: string, { words, nameOf }: PersonTable) {
    this.#row = row;
    this.#person = person;
    this.#words = words;
    this.#nameOf = nameOf;
  }

  levels(): readonly HTMLTableCellElement[] {
    const { skill, state } = this.#row;
    const { self, leader, expected, target, due } = state;
    const by = due === undefined ? '' : ` ${filled(this.#words.by, due)}`;
    return [
      this.#skillCell(),
      this.#cell(this.#words.now, self?.level, self && this.#seen(self)),
      this.#cell(this.#words.leader, leader?.level, leader && this.#seen(leader)),
      this.#cell(this.#words.expected, expected, undefined),
      this.#cell(this.#words.target, target, undefined, by),
    ].map(cell => {
      cell.dataset['skill'] = skill.slug;
      return cell;
    });
  }

  #skillCell(): HTMLTableCellElement {
    const { skill, state } = this.#row;
    const marks = [
      ...(skill.kind === 'soft' ? [this.#words.soft] : []),
      ...(state.offers ? [this.#words.offers] : []),
    ].join(' · ');
    const cell = element('th', { scope: 'row' }, element('span', {}, skill.name));
    if (marks !== '') cell.append(element('span', { class: 'mark' }, marks));
    cell.dataset['spoken'] = [skill.name, marks].filter(part => part !== '').join(', ');
    return cell;
  }

  /** A level as its number and five dots, so that nobody needs to tell colours apart. */
  #cell(column: string, level: number | undefined, more: string | undefined, behind = ''): HTMLTableCellElement {
    const { skill } = this.#row;
    const cell = element('td');
    if (level === undefined) {
      cell.append(element('span', { class: 'none', 'aria-hidden': 'true' }, '–'));
      cell.dataset['spoken'] = `${skill.name}, ${column}: ${this.#words.notSeen}`;
      return cell;
    }
    const name = this.#words.levels[level - 1] ?? '';
    const meaning = skill.levels[level - 1] ?? '';
    const said = filled(this.#words.levelOf, String(level), name) + behind;
    cell.append(
      element('span', { class: 'level' }, String(level)),
      ' ',
      element('span', { class: 'dots', 'aria-hidden': 'true' }, '●'.repeat(level) + '○'.repeat(5 - level)),
    );
    if (behind !== '') cell.append(element('span', { class: 'mark' }, behind.trim()));
    const parts = [`${skill.name}, ${column}: ${said}`, meaning, more ?? ''].filter(part => part !== '');
    cell.dataset['spoken'] = parts.join('. ');
    return cell;
  }

  #seen({ by, day, words: said, isPrivate }: Seen): string {
    const whose = by === this.#person ? day : filled(this.#words.seenBy, this.#nameOf(by), day);
    const parts = [whose, said ?? '', isPrivate ? this.#words.private : ''];
    return parts.filter(part => part !== '').join('. ');
  }

  /** What was said of the skill day by day, as a drawing. */
  way(stretch: Stretch | undefined): HTMLTableCellElement {
    const { skill, state } = this.#row;
    const cell = element('td');
    const seen = state.history.map(({ day, by, level }) =>
      by === this.#person ? `${day}: ${level}` : `${day}: ${level} (${this.#nameOf(by)})`,
    );
    const label = `${skill.name}, ${this.#words.way}: ${seen.length === 0 ? this.#words.notSeen : seen.join(', ')}`;
    cell.dataset['spoken'] = label;
    if (stretch && (seen.length > 0 || state.expected !== undefined))
      cell.append(wayDrawing(wayOf(state, this.#person, stretch), label));
    return cell;
  }
}

/** From a gap one click makes a goal. */
function goalCell({ skill, state, isGap }: SkillRow, { words, makeGoal }: PersonTable): HTMLTableCellElement {
  const cell = element('td');
  if (!isGap || nowOf(state) === undefined) return cell;
  const label = filled(words.makeGoal, skill.name);
  const button = element('button', { type: 'button', class: 'quiet', 'aria-label': label, title: label }, '→');
  button.addEventListener('click', () => {
    makeGoal(skill.slug);
  });
  button.dataset['spoken'] = label;
  cell.append(button);
  return cell;
}
