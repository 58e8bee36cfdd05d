import { CodeAction, CodeActionKind, l10n, WorkspaceEdit, type Diagnostic, type TextDocument } from 'vscode';
import { asksOf, askTypes, askTyped } from '../../core/meeting/asks.ts';
import type { Span } from '../../core/note/problem.ts';
import type { TextEdit } from '../../core/note/textEdit.ts';
import { plainLabel } from '../../core/outline/plainLabel.ts';
import { boxTaken, dayGiven, ownerGiven } from '../../core/survey/actionEdits.ts';
import { addDays } from '../../core/time/day.ts';
import type { OutLoud } from '../outloud.ts';
import { editorEdits } from '../support/textEdits.ts';

/** How many people are offered as the owner of an action, the person herself first. */
const mostOwners = 6;

/** What may be done about an action without an owner or a day, about a fourth one, and about an ask without a type or a day. */
export async function actionFixes(
  outloud: OutLoud,
  document: TextDocument,
  diagnostics: readonly Diagnostic[],
): Promise<CodeAction[]> {
  const ours = diagnostics.filter(({ code }) => typeof code === 'string' && /^(?:action|ask)-/.test(code));
  const people = ours.some(({ code }) => code === 'action-owner') ? await ownersFor(outloud, document) : [];
  const text = document.getText();
  return ours.flatMap(diagnostic => {
    const { start, end } = diagnostic.range;
    const at = { start: document.offsetAt(start), end: document.offsetAt(end) };
    return offersFor(diagnostic.code as string, { text, at, people, outloud }).map((offer, index) => {
      const action = new CodeAction(offer.title, CodeActionKind.QuickFix);
      action.diagnostics = [diagnostic];
      action.isPreferred = index === 0;
      action.edit = new WorkspaceEdit();
      action.edit.set(document.uri, editorEdits(document, offer.edits));
      return action;
    });
  });
}

interface Offer {
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

interface Asked {
  readonly text: string;
  readonly at: Span;
  readonly people: readonly { readonly handle: string; readonly name: string }[];
  readonly outloud: OutLoud;
}

function offersFor(code: string, { text, at, people, outloud }: Asked): readonly Offer[] {
  switch (code) {
    case 'action-owner':
      return people.map(({ handle, name }) => ({
        title: l10n.t('{0} does it', plainLabel(name, 40)),
        edits: ownerGiven(text, at, handle),
      }));
    case 'action-date':
    case 'ask-day':
      return [14, 7, 28].map(days => {
        const day = addDays(outloud.world.clock.today(), days);
        return { title: l10n.t('By {0}', day), edits: dayGiven(text, at, day) };
      });
    case 'action-many':
      return [{ title: l10n.t('Keep it as a thought, without a box'), edits: boxTaken(text, at) }];
    case 'ask-type': {
      const ask = asksOf(text).find(one => one.at.start === at.start);
      return ask
        ? askTypes.map(type => ({ title: l10n.t('It is about “{0}”', type), edits: askTyped(text, ask, type) }))
        : [];
    }
    default:
      return [];
  }
}

async function ownersFor(outloud: OutLoud, { uri }: TextDocument): Promise<Asked['people']> {
  const notebook = await outloud.notebooks.holding(uri.fsPath);
  const known = notebook && (await outloud.identity.of(notebook, outloud.history, false));
  if (!known) return [];
  const others = known.team.filter(({ handle }) => handle !== known.me.handle);
  const named = others.map(({ handle, name }) => ({ handle, name: name ?? handle }));
  return [known.me, ...named].slice(0, mostOwners);
}
