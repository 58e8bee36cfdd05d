import { l10n } from 'vscode';
import type { LogFilter } from '../../core/log/filterLog.ts';
import { typeWords } from '../../core/log/typeWords.ts';
import type { LogType } from '../../core/note/note.ts';

/**
 * What a filter asks for, as it stands beside the view's title. Whose log it is comes first, where it is not her own.
 *
 * @example
 * filterWords({ goal: 'async-rust', tags: ['tokio'] }, 'Sam'); //=> 'Sam · goal: async-rust · #tokio'
 */
export function filterWords({ goal, skills = [], tags = [], types = [] }: LogFilter, whose: string): string {
  const words = [
    whose,
    goal === undefined || goal === '' ? '' : l10n.t('goal: {0}', goal),
    ...skills.map(skill => l10n.t('skill: {0}', skill)),
    ...tags.map(tag => `#${tag.replace(/^#/, '')}`),
    ...types.map(typeWord),
  ];
  return words.filter(word => word !== '').join(' · ');
}

/** What a kind of entry is called where it stands alone. */
export function typeWord(type: LogType): string {
  return typeWords[type] || l10n.t('learning');
}
