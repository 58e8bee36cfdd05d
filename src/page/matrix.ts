import type { MatrixPage } from '../core/skill/matrixPage.ts';
import { element } from './element.ts';
import { walkable } from './grid.ts';
import type { PageMessage, ShowMessage, Words } from './messages.ts';
import { personTable } from './personTable.ts';
import { teamTable } from './teamTable.ts';

/** What the editor gives a page to speak with it. */
declare function acquireVsCodeApi(): { postMessage(message: PageMessage): void };

const editor = acquireVsCodeApi();
const send = (message: PageMessage) => {
  editor.postMessage(message);
};

window.addEventListener('message', ({ data }: MessageEvent<ShowMessage>) => {
  show(data);
});
/** Stays while everything else is drawn anew: a screen reader tells what changes in it. */
const heard = element('p', { class: 'heard', role: 'status' });
document.body.append(element('main'), heard);
send({ type: 'ready' });

function show({ page, today, mayAssess, words }: ShowMessage): void {
  const held = heldPlace();
  const detail = element('p', { class: 'detail', 'aria-hidden': 'true' });
  const { shown } = page;
  const nameOf = (handle: string) => page.people.find(person => person.handle === handle)?.name ?? handle;
  const table =
    shown.kind === 'team'
      ? teamTable(shown, words)
      : personTable(shown, today, {
          words,
          nameOf,
          makeGoal: skill => {
            send({ type: 'goal', skill });
          },
        });
  const whose = `${words.whose} ${shown.kind === 'team' ? words.team : nameOf(shown.handle)}`;
  table.setAttribute('aria-label', whose);
  for (const cell of table.querySelectorAll<HTMLElement>('[data-spoken]'))
    cell.setAttribute('aria-label', cell.dataset['spoken'] ?? '');
  walkable(table, cell => {
    detail.textContent = cell.dataset['spoken'] ?? '';
  });
  const isEmpty = shown.rows.length === 0;
  const about = [
    ...(isEmpty
      ? [element('p', {}, words.noSkills), importButton(words)]
      : [element('div', { class: 'scroll' }, table), detail]),
    ...(shown.kind === 'person' && !isEmpty ? [element('p', { class: 'legend' }, words.legend)] : []),
  ];
  const main = element('main', {}, head(page, words, mayAssess), ...about);
  document.querySelector('main')?.replaceWith(main);
  giveBack(held);
  heard.textContent = whose;
}

/** Where there is nothing to show yet, the way to something. */
function importButton(words: Words): HTMLElement {
  const button = element('button', { type: 'button', id: 'import' }, words.import);
  button.addEventListener('click', () => {
    send({ type: 'import' });
  });
  return button;
}

function head({ people, me, shown }: MatrixPage, words: Words, mayAssess: boolean): HTMLElement {
  const option = (value: string, text: string, isShown: boolean) => {
    const made = element('option', { value }, text);
    made.selected = isShown;
    return made;
  };
  const isPerson = (handle: string) => shown.kind === 'person' && shown.handle === handle;
  const mine = people.find(({ handle }) => handle === me);
  const others = people.filter(({ handle }) => handle !== me);
  const choice = element(
    'select',
    { id: 'whose' },
    option(me, `${mine?.name ?? me} (${words.me})`, isPerson(me)),
    option('', words.team, shown.kind === 'team'),
    ...others.map(({ handle, name }) => option(handle, name, isPerson(handle))),
  );
  choice.addEventListener('change', () => {
    send(choice.value === '' ? { type: 'whose' } : { type: 'whose', handle: choice.value });
  });
  const label = element('label', { for: 'whose' }, words.whose);
  const line = element('header', {}, label, choice);
  if (shown.kind === 'person' && mayAssess) {
    const assess = element('button', { type: 'button', id: 'assess' }, words.assess);
    assess.addEventListener('click', () => {
      send({ type: 'assess', handle: shown.handle });
    });
    line.append(assess);
  }
  return line;
}

/** Where the focus is, to be given back after everything was drawn anew: a control of the head, or the cell of a skill. */
function heldPlace(): { readonly id: string } | { readonly row: number; readonly column: number } | undefined {
  const active = document.activeElement;
  if (!(active instanceof HTMLElement)) return undefined;
  if (active.id !== '') return { id: active.id };
  const cell = active.closest('td, th');
  const row = active.closest('tr');
  if (!(cell instanceof HTMLTableCellElement) || !row) return undefined;
  return { row: row.sectionRowIndex, column: cell.cellIndex };
}

function giveBack(held: ReturnType<typeof heldPlace>): void {
  if (!held) return;
  if ('id' in held) {
    document.getElementById(held.id)?.focus();
    return;
  }
  const cell = document.querySelector('tbody')?.rows[held.row]?.cells[held.column];
  (cell?.querySelector('button') ?? cell)?.focus();
}
