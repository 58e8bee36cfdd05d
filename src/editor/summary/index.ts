import type { Disposable } from '../../app/ports.ts';
import type { OutLoud } from '../outloud.ts';

/** What the person worked on, when she wants to see it herself. */
export function register(outloud: OutLoud): Disposable {
  return outloud.commandsOf(() => import('./summarizeWork.ts'), ['summarizeWork']);
}
