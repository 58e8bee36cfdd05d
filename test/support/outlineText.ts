import type { OutlineRow } from '../../src/core/outline/outlineRow.ts';

/**
 * Rows as an indented tree, the way a test says what a person sees.
 *
 * @example
 * outlineText([{ label: 'Ship it', detail: 'due 2026-12-18', rows: [{ label: 'read', checked: true }] }]);
 * //=> 'Ship it · due 2026-12-18\n  [x] read'
 */
export function outlineText(rows: readonly OutlineRow[], indent = ''): string {
  return rows.flatMap(row => [indent + rowText(row), ...below(row, indent)]).join('\n');
}

function below({ rows = [] }: OutlineRow, indent: string): readonly string[] {
  return rows.length > 0 ? [outlineText(rows, `${indent}  `)] : [];
}

function rowText({ label, detail, checked }: OutlineRow): string {
  const box = checked === undefined ? '' : checked ? '[x] ' : '[ ] ';
  return `${box}${label}${detail === undefined ? '' : ` · ${detail}`}`;
}
