import type { Disposable } from '../../app/ports.ts';
import type { OutLoud } from '../outloud.ts';

/** A person's strengths, grown from what shows them. */
export function register(outloud: OutLoud): Disposable {
  return outloud.commandsOf(() => import('./addStrength.ts'), ['addStrength']);
}
