/**
 * Lets the arrows walk over the cells of a table, of which one is in the Tab order (the grid pattern of WAI-ARIA). Home and End go to the
 * ends of a row, with Ctrl to those of the table. A button in a cell takes the place of its cell.
 *
 * @param onCell told of the cell that has the focus
 */
export function walkable(table: HTMLTableElement, onCell: (cell: HTMLElement) => void): void {
  const rows = [...table.tBodies].flatMap(body => [...body.rows]);
  const cells = rows.map(row => [...row.cells].map(placeOf));
  for (const cell of cells.flat()) cell.tabIndex = -1;
  const first = cells[0]?.[0];
  if (first) first.tabIndex = 0;
  const goTo = (row: number, column: number) => {
    const line = cells[Math.max(0, Math.min(cells.length - 1, row))];
    line?.[Math.max(0, Math.min(line.length - 1, column))]?.focus();
  };
  table.addEventListener('keydown', event => {
    const row = cells.findIndex(line => line.some(cell => cell === event.target));
    const column = cells[row]?.findIndex(cell => cell === event.target) ?? -1;
    const to = row < 0 ? undefined : goal(event, row, column);
    if (!to) return;
    event.preventDefault();
    goTo(...to);
  });
  table.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof HTMLElement) || !cells.some(line => line.includes(target))) return;
    for (const cell of cells.flat()) cell.tabIndex = cell === target ? 0 : -1;
    onCell(target);
  });
}

function placeOf(cell: HTMLTableCellElement): HTMLElement {
  return cell.querySelector('button') ?? cell;
}

function goal({ key, ctrlKey, metaKey }: KeyboardEvent, row: number, column: number): [number, number] | undefined {
  const isFar = ctrlKey || metaKey;
  switch (key) {
    case 'ArrowUp':
      return [row - 1, column];
    case 'ArrowDown':
      return [row + 1, column];
    case 'ArrowLeft':
      return [row, column - 1];
    case 'ArrowRight':
      return [row, column + 1];
    case 'Home':
      return [isFar ? 0 : row, 0];
    case 'End':
      return [isFar ? Infinity : row, Infinity];
    default:
      return undefined;
  }
}
