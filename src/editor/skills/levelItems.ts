import { l10n, type QuickPickItem } from 'vscode';
import { plainLabel } from '../../core/outline/plainLabel.ts';
import { levelNames, type Level } from '../../core/skill/skill.ts';

export interface LevelItem extends QuickPickItem {
  readonly level: Level;
}

export interface LevelMarks {
  /** The five levels in the team's words; empty where it has none. */
  readonly levels: readonly string[];
  /** The level that was said last, and on which day. */
  readonly last?: { readonly level: Level; readonly day: string };
  readonly expected?: Level;
}

/** The five levels to choose from, in the team's words where it has some: what was said last is ticked, and what the role asks for said. */
export function levelItems({ levels, last, expected }: LevelMarks): readonly LevelItem[] {
  return ([1, 2, 3, 4, 5] as const).map(level => {
    const name = nameOf(level);
    const words = plainLabel(levels[level - 1] ?? '');
    const marks = [
      words === '' ? '' : name,
      last?.level === level ? l10n.t('said on {0}', last.day) : '',
      expected === level ? l10n.t('expected') : '',
    ].filter(mark => mark !== '');
    const tick = last?.level === level ? '$(check) ' : '';
    return { level, label: `${tick}${level}  ${words === '' ? name : words}`, description: marks.join(' · ') };
  });
}

/** What the literature calls a level. */
export function nameOf(level: Level): string {
  return levelNames[level - 1] ?? '';
}
