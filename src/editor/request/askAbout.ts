import { l10n, QuickPickItemKind, window, type QuickPickItem } from 'vscode';
import {
  askedAboutText,
  askedFile,
  askedMyself,
  askedPull,
  askedRange,
  askedWords,
  type AskedAbout,
} from '../../app/feedback/askedAbout.ts';
import type { Desk } from '../../app/desk.ts';
import { Failure } from '../../app/failure.ts';
import type { RangeOfWork } from '../../app/ports.ts';
import { plainLabel } from '../../core/outline/plainLabel.ts';
import type { CodePlace } from '../support/codeInFront.ts';

interface AboutItem extends QuickPickItem {
  /** What is meant, asking further where that is not said yet. */
  readonly choose: () => Promise<AskedAbout | undefined>;
}

/** Where the person is: the code in front, and the work there and in the other repositories. */
export interface AroundHer {
  readonly code: CodePlace | undefined;
  /** The branches that are checked out and bring something; that of the code in front first. */
  readonly works: readonly RangeOfWork[];
  readonly places: readonly string[];
}

export const title = (): string => l10n.t('Request Feedback');

/** What the feedback shall be about. Enter takes the branch one is on, where it brings anything. */
export async function askAbout(desk: Desk, around: AroundHer): Promise<AskedAbout | undefined> {
  const { code, works } = around;
  const ask = (label: string, choose: AboutItem['choose'], more: Partial<QuickPickItem> = {}): AboutItem => ({
    label,
    choose,
    ...more,
  });
  const here = works.map(work => ask(...branchItem(work)));
  const file = code
    ? [ask(`$(code) ${plainLabel(code.label)}`, () => askedFile(code, desk.history), { description: selected(code) })]
    : [];
  const items: readonly AboutItem[] = [
    ...here,
    ...file,
    { label: '', kind: QuickPickItemKind.Separator, choose: () => Promise.resolve(undefined) },
    ...(desk.history
      ? [ask(`$(git-commit) ${l10n.t('Commits, or another branch…')}`, () => typeRange(desk, around))]
      : []),
    ask(`$(git-pull-request) ${l10n.t('A pull request…')}`, () => typePull(desk, around)),
    ask(`$(megaphone) ${l10n.t('A talk…')}`, () => typeWords('talk')),
    ask(`$(project) ${l10n.t('A project, or anything else…')}`, () => typeWords('project')),
    ask(`$(person) ${l10n.t('Myself')}`, () => Promise.resolve(askedMyself(desk)), {
      description: l10n.t('start, stop, continue'),
    }),
  ];
  const picked = await window.showQuickPick(items, {
    title: title(),
    placeHolder: l10n.t('What would you like feedback on?'),
    ignoreFocusOut: true,
    matchOnDescription: true,
  });
  return picked?.choose();
}

/** The subjects say more than a name: one sees at once whether it is the right branch. */
function branchItem(work: RangeOfWork): [string, AboutItem['choose'], Partial<QuickPickItem>] {
  const { to, repository, commits } = work;
  const subjects = commits.slice(0, 3).map(({ subject }) => plainLabel(subject, 60));
  const isNamed = !/^[0-9a-f]{7,}$/.test(to);
  return [
    `$(git-branch) ${isNamed ? plainLabel(to, 60) : l10n.t('What is not pushed yet')}`,
    () => Promise.resolve(askedRange(work)),
    { description: plainLabel(repository.name, 40), detail: subjects.join(' · ') },
  ];
}

function selected({ lines }: CodePlace): string {
  return lines ? l10n.t('what is selected') : l10n.t('the file in front');
}

async function typeRange(desk: Desk, { places }: AroundHer): Promise<AskedAbout | undefined> {
  const text = await typed(l10n.t('A branch, a commit or a range, such as main..outbox'), 'HEAD~3..HEAD');
  if (text === undefined) return undefined;
  const about = await askedAboutText(desk, text, places);
  if (about.work) return about;
  throw new Failure(l10n.t('Git knows no work called “{0}” here. Try the name of a branch, or main..branch.', text));
}

async function typePull(desk: Desk, { works }: AroundHer): Promise<AskedAbout | undefined> {
  const text = await typed(l10n.t('Its number, or the address of its page'), '#412');
  if (text === undefined) return undefined;
  const [work] = works;
  const repository = work?.repository ?? (await desk.history?.repositories())?.[0];
  const about = askedPull(text, repository, work);
  if (about) return about;
  throw new Failure(l10n.t('“{0}” is no pull request. Its number is enough, such as #412.', text));
}

async function typeWords(subject: 'talk' | 'project'): Promise<AskedAbout | undefined> {
  const prompt = subject === 'talk' ? l10n.t('What is your talk called?') : l10n.t('What is it about? A few words');
  const text = await typed(prompt, '');
  return text === undefined ? undefined : askedWords(text, subject);
}

async function typed(prompt: string, placeHolder: string): Promise<string | undefined> {
  const answer = await window.showInputBox({
    title: title(),
    prompt,
    placeHolder,
    ignoreFocusOut: true,
    validateInput: text => (text.trim() === '' ? l10n.t('A few words are enough.') : undefined),
  });
  return answer?.trim();
}
