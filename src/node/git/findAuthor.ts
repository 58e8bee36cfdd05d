import type { Ident } from '../../core/people/person.ts';
import { Git, GitFailed } from './gitCall.ts';
import { GitFinder, type GitOptions } from './gitFinder.ts';
import { aliasesOf, mapIdents, readMailmap } from './mailmap.ts';
import { decode } from './nulFields.ts';
import { RepositoryFinder } from './repositoryFinder.ts';
import { isHash, readTips } from './tips.ts';
import { openView, type View } from './view.ts';

/**
 * What the person with an address is called: as the mailmap has it, else as the newest commit she wrote in any of the
 * repositories. Undefined where nobody has that address, or only long ago.
 */
export async function findAuthor(email: string, options: GitOptions): Promise<Ident | undefined> {
  const git = await new GitFinder(options).find();
  if (!(git instanceof Git) || !/^[^\s<>\p{Cc}]+@[^\s<>\p{Cc}]+$/u.test(email)) return undefined;
  const { repositories } = await new RepositoryFinder().find(git, options.folders());
  const found = await Promise.all(
    repositories.map(repository => authorIn(git, openView(options.storage, repository), email)),
  );
  return found.find(ident => ident !== undefined);
}

async function authorIn(git: Git, view: View, email: string): Promise<Ident | undefined> {
  const { all, head } = await readTips(git, view.repository);
  const mailmap = await readMailmap(git, view, head);
  const [mapped] = await mapIdents(git, view, mailmap, [{ name: '', email }]);
  if (mapped !== undefined && mapped.name !== '') return { name: mapped.name, email };
  const aliases = await aliasesOf(git, view, mailmap, [email]);
  const authors = [...aliases.keys()].map(address => `--author=<${address}>`);
  const args = ['log', '-1', '-z', '-i', '--fixed-strings', ...authors, '--no-show-signature', '--no-notes'];
  const input = [...new Set(all.map(({ hash }) => hash))].filter(isHash).join('\n');
  const call = view.call([...args, '-s', '--encoding=UTF-8', '--format=tformat:%aN', '--stdin'], {
    mailmap: mailmap?.blob,
    input: `${input}\n`,
    timeout: 4000, // a name is not worth more
  });
  const answer = await git.bytes(call).catch((error: unknown) => {
    if (error instanceof GitFailed) return Buffer.alloc(0);
    throw error;
  });
  const name = decode(answer.toString('latin1')).split('\0')[0] ?? '';
  return name === '' ? undefined : { name, email };
}
