import type { Disposable } from '../../app/ports.ts';
import type { OutLoud } from '../outloud.ts';
import type { StrengthAnswers } from './addStrength.ts';

/** A person's strengths, grown from what shows them. */
export function register(outloud: OutLoud): Disposable {
  return outloud.command<StrengthAnswers>('addStrength', async answers => {
    const { addStrength } = await import('./addStrength.ts');
    return addStrength(outloud, answers);
  });
}
