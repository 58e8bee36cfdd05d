import { l10n, QuickPickItemKind, window, type QuickPickItem } from 'vscode';
import type { ShownBy } from '../../app/strength/addStrength.ts';
import type { Desk } from '../../app/desk.ts';
import { profileOf } from '../../app/people/profileOf.ts';
import { hiddenStrengthsOf } from '../../app/strength/strengthsOf.ts';
import { plainLabel } from '../../core/outline/plainLabel.ts';
import { personCalled } from '../../core/people/identity.ts';
import { signsOf, type Sign } from '../../core/strength/sign.ts';
import { strengthName } from '../../core/strength/strengthLine.ts';

/** How many notes are offered as an example: the newest. */
const mostExamples = 100;

interface StrengthItem extends QuickPickItem {
  readonly strength?: string;
}

/** A strength she has, one that comes back in her notes, or one in her own words. Undefined for "not now". */
export async function pickStrength(desk: Desk): Promise<string | undefined> {
  const [profile, hidden] = await Promise.all([profileOf(desk.notebook, desk.me.handle), hiddenStrengthsOf(desk)]);
  const known = (profile?.strengths ?? []).map(({ text }) => strengthName(text)).filter(name => name !== '');
  const other = l10n.t('$(add) In my own words…');
  const items: StrengthItem[] = [
    { label: other },
    ...titled(
      l10n.t('Comes back in your notes'),
      hidden.map(({ name }) => name),
    ),
    ...titled(l10n.t('One more example of'), known),
  ];
  const title = l10n.t('Add to My Strengths');
  if (items.length === 1) return ask(title);
  const picked = await window.showQuickPick(items, { title, placeHolder: l10n.t('What are you good at?') });
  return picked?.label === other ? ask(title) : picked?.strength;
}

function titled(title: string, names: readonly string[]): readonly StrengthItem[] {
  if (names.length === 0) return [];
  const items = names.map(name => ({ label: plainLabel(name), strength: name }));
  return [{ label: title, kind: QuickPickItemKind.Separator }, ...items];
}

async function ask(title: string): Promise<string | undefined> {
  const answer = await window.showInputBox({
    title,
    prompt: l10n.t('What are you good at? In your own words, as others would know it.'),
    placeHolder: l10n.t('Explains slow systems'),
    ignoreFocusOut: true,
    validateInput: text => (/[\p{L}\p{N}]/u.test(text) ? undefined : l10n.t('A word or two is enough.')),
  });
  return answer?.trim();
}

/** What shows it best, the newest first. Undefined for "not now". */
export async function pickExample(desk: Desk, strength: string): Promise<ShownBy | 'none' | undefined> {
  const signs = signsOf(await desk.notebook.shared.notes(), desk.me.handle, desk.team).slice(0, mostExamples);
  if (signs.length === 0) return 'none';
  const without = { label: l10n.t('Without an example'), sign: undefined };
  const items: (QuickPickItem & { readonly sign: Sign | undefined })[] = [
    ...signs.map(sign => ({ label: plainLabel(sign.title), description: describe(desk, sign), sign })),
    without,
  ];
  const picked = await window.showQuickPick(items, {
    title: plainLabel(strength),
    placeHolder: l10n.t('What shows it best?'),
    matchOnDescription: true,
  });
  return picked && (picked.sign ?? 'none');
}

function describe(desk: Desk, { kind, by, day }: Sign): string {
  const name = personCalled(by, desk.team).name;
  const words = {
    win: l10n.t('win'),
    learning: l10n.t('learning'),
    thanks: l10n.t('thanks from {0}', name),
    feedback: l10n.t('feedback from {0}', name),
  };
  return plainLabel(`${words[kind]} · ${day}`);
}
