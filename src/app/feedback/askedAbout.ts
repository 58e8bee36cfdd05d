import { printAbout, readAbout, type About } from '../../core/feedback/about.ts';
import type { NewRequest } from '../../core/feedback/requestNote.ts';
import type { Subject } from '../../core/feedback/requestKinds.ts';
import { pullUrl } from '../../core/forge/forge.ts';
import type { RepositoryInfo } from '../../core/work/commit.ts';
import { codeAnchor, type CodeSelection } from '../code/codeAnchor.ts';
import type { Desk } from '../desk.ts';
import { Failure } from '../failure.ts';
import type { History, RangeOfWork } from '../ports.ts';

/** What feedback is asked about, with what git knows of it. */
export interface AskedAbout extends Pick<NewRequest, 'about' | 'range' | 'file' | 'pull'> {
  readonly subject: Subject;
  /** What the note's title begins with. */
  readonly title: string;
  /** A place in the code in question. */
  readonly place?: string | undefined;
  /** The work itself, where it is some commits. */
  readonly work?: RangeOfWork | undefined;
}

/** Some commits, as a request names them. */
export function askedRange(work: RangeOfWork): AskedAbout {
  const { repository, from, to, base, head, commits, files } = work;
  const isNamed = !/^[0-9a-f]{7,}$/.test(to) && to !== 'HEAD';
  return {
    subject: 'code',
    title: isNamed ? branchTitle(to) : (commits[0]?.subject ?? to),
    about: printAbout({ kind: 'range', repo: repository.name, from, to }),
    place: repository.root,
    work,
    range: { forge: repository.forge, base, head, name: `${from}..${to}`, commits, files },
  };
}

/** A file, or some of its lines. */
export async function askedFile(selection: CodeSelection, history: History | undefined): Promise<AskedAbout> {
  const { repo, path, commit, lines, permalink } = await codeAnchor(selection, history);
  const name = path.slice(path.lastIndexOf('/') + 1);
  const at =
    lines === undefined ? '' : `, ${lines[0] === lines[1] ? `line ${lines[0]}` : `lines ${lines.join(' to ')}`}`;
  const place: About = {
    kind: 'file',
    ...(repo !== undefined && { repo }),
    ...(commit !== undefined && { commit: commit.slice(0, 10) }),
    path,
    ...(lines && { lines }),
  };
  return {
    subject: 'code',
    title: `${name}${at}`,
    about: printAbout(place),
    place: selection.file,
    file: { path, lines, permalink },
  };
}

/** A pull or merge request, by its number or its page. Work that is known to be in it says whom to ask. */
export function askedPull(
  called: string,
  repository: RepositoryInfo | undefined,
  work?: RangeOfWork,
): AskedAbout | undefined {
  const text = called.trim();
  const [, page, atPage] =
    /^(https?:\/\/\S{1,500}\/(?:pull|pulls|merge_requests|pull-requests|pullrequest)\/(\d{1,9}))\b/i.exec(text) ?? [];
  const number = atPage ?? /^[#!]?(\d{1,9})$/.exec(text)?.[1];
  if (number === undefined) return undefined;
  const url = page ?? (repository?.forge && pullUrl(repository.forge, Number(number)));
  return {
    subject: 'code',
    title: `Pull request #${number}`,
    about: repository === undefined ? `#${number}` : `${repository.name} #${number}`,
    place: repository?.root,
    pull: { name: `pull request #${number}`, url },
    ...(work && { work, range: askedRange(work).range }),
  };
}

/** A talk, a project: what git knows nothing of. */
export function askedWords(words: string, subject: 'talk' | 'project'): AskedAbout {
  return { subject, title: words, about: printAbout({ kind: 'words', words }) };
}

/** Oneself. */
export function askedMyself({ me }: Pick<Desk, 'me'>): AskedAbout {
  return { subject: 'myself', title: me.name, about: me.name };
}

/**
 * What a caller's text means: `HEAD` the branch that is checked out; a range, a branch or a commit, with the repository's name in front
 * where there are several; `#412` a pull request; a file of the repository, also with `#L10-L20`; `myself`; else the words themselves.
 *
 * @param places where to look first: a file or folder of the code in front
 */
export async function askedAboutText(desk: Desk, text: string, places: readonly string[] = []): Promise<AskedAbout> {
  const { history, me } = desk;
  if (/^(?:myself|me)$/i.test(text.trim()) || text.trim() === me.handle) return askedMyself(desk);
  const repositories = (await history?.repositories()) ?? [];
  const [, named, rest = text] = /^(\S+) (\S.*)$/.exec(text.trim()) ?? [];
  const meant = repositories.find(({ name }) => name === named);
  const asked = meant ? rest : text.trim();
  const roots = meant ? [meant.root] : [...places, ...repositories.map(({ root }) => root)];
  const pull = askedPull(asked, meant ?? repositories[0]);
  if (pull) return pull;
  const range = /^HEAD$/i.test(asked) ? undefined : asked;
  if (history && !/\s/.test(asked))
    for (const place of [...new Set(roots)].slice(0, 6)) {
      const work = await history.rangeOfWork({ place, range });
      if (work) return askedRange(work);
    }
  const about = readAbout(asked);
  if (about.kind === 'file') {
    const root = meant?.root ?? repositories[0]?.root;
    const file = root === undefined ? about.path : `${root}/${about.path}`;
    const anchor = root === undefined ? undefined : await history?.anchor(file).catch(() => undefined);
    if (typeof anchor?.text === 'string') return askedFile({ file, shown: about.path, lines: about.lines }, history);
  }
  if (range === undefined) throw noWork(history);
  return askedWords(text.trim(), 'project');
}

function noWork(history: History | undefined): Failure {
  return new Failure(
    history
      ? 'The branch that is checked out brings nothing new. Name some commits instead, such as main..outbox.'
      : 'Git is not started in Restricted Mode, so your branch is not known. Trust this workspace, or name what it is about.',
  );
}

/** `feature/SHOP-12-cart-coupons` as a title: `SHOP-12 cart coupons`. */
function branchTitle(branch: string): string {
  const last = branch.slice(branch.lastIndexOf('/') + 1);
  const [ticket = ''] = /^[A-Z][A-Z0-9]+-\d+/.exec(last) ?? [];
  const words = last.slice(ticket.length).replace(/[-_]+/g, ' ').trim();
  const title = [ticket, words].filter(part => part !== '').join(' ');
  return title.charAt(0).toUpperCase() + title.slice(1);
}
