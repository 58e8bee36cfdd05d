import type { Disposable } from '../../app/ports.ts';
import type { OutLoud } from '../outloud.ts';
import type { MatrixPanel } from './matrixPanel.ts';

/** The skills of a person and of the team on one page. */
export function register(outloud: OutLoud): Disposable {
  let panel: MatrixPanel | undefined;
  const command = outloud.command<{ person: string }>('showSkills', async ({ person }) => {
    if (!(await outloud.deskWithNotes())) return; // "not now" leaves no empty page behind
    const { MatrixPanel } = await import('./matrixPanel.ts');
    panel ??= new MatrixPanel(outloud, () => (panel = undefined));
    await panel.show(person);
  });
  return {
    dispose() {
      command.dispose();
      panel?.dispose();
    },
  };
}
