import { l10n, window } from 'vscode';
import type { Desk } from '../../app/desk.ts';
import { ownPromise, type PromiseName } from '../../app/promise/ownPromise.ts';
import { ownPromises } from '../../app/promise/promisesOf.ts';
import { dueText } from '../../core/outline/dueText.ts';
import { plainLabel } from '../../core/outline/plainLabel.ts';
import { personCalled } from '../../core/people/identity.ts';
import type { OpenPromise } from '../../core/promise/openPromises.ts';

/** How a promise is asked for where none was named. */
export interface PromiseQuestion {
  readonly title: string;
  /** What is said where she has none. */
  readonly none: string;
  /** Those that are offered. */
  readonly isOffered?: (promise: OpenPromise) => boolean;
}

/** The open promise of hers that is named, else one she picks. Undefined for "not now", and where she has none. */
export async function pickPromise(
  desk: Desk,
  { promise, path, line }: Partial<PromiseName>,
  { title, none, isOffered = () => true }: PromiseQuestion,
): Promise<OpenPromise | undefined> {
  if (promise !== undefined)
    return ownPromise(desk, { promise, ...(path !== undefined && { path }), ...(line !== undefined && { line }) });
  const offered = (await ownPromises(desk)).filter(isOffered);
  if (offered.length === 0) {
    void window.showInformationMessage(none);
    return undefined;
  }
  const items = offered.map(each => ({
    label: plainLabel(each.text, 80),
    description: describe(desk, each),
    promise: each,
  }));
  const picked = await window.showQuickPick(items, {
    title,
    placeHolder: l10n.t('Which promise?'),
    matchOnDescription: true,
  });
  return picked?.promise;
}

function describe({ team, clock }: Desk, { to, due, isPublished }: OpenPromise): string {
  const parts = [
    ...(to === undefined ? [] : [l10n.t('for {0}', plainLabel(personCalled(to, team).name, 40))]),
    ...(due === undefined ? [] : [dueText(due, clock.today())]),
    ...(isPublished ? [] : [l10n.t('only you read it')]),
  ];
  return parts.join(' · ');
}
