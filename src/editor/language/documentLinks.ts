import { DocumentLink, Uri, type CancellationToken, type TextDocument } from 'vscode';
import { commitUrl } from '../../core/forge/forge.ts';
import { meaningOf } from '../../core/mention/meaning.ts';
import type { Mention } from '../../core/mention/mention.ts';
import { mentionsIn } from '../../core/mention/mentionsIn.ts';
import type { RepositoryInfo } from '../../core/work/commit.ts';
import type { OutLoud } from '../outloud.ts';
import { askedNote, rangeOf, type AskedNote } from './askedNote.ts';
import { definitionOf } from './definitions.ts';

/** Links of what markdown has none for: the names in the front matter, and commits below "Evidence" where their forge is known. */
export async function documentLinks(
  outloud: OutLoud,
  document: TextDocument,
  token: CancellationToken,
): Promise<DocumentLink[] | undefined> {
  const text = document.getText();
  const mentions = mentionsIn(text);
  const inHead = mentions.filter(({ form }) => form === 'head' || form === 'flow');
  const commits = mentions.filter(({ kind, at }) => kind === 'commit' && text[at.start - 1] !== '[');
  if (inHead.length + commits.length === 0) return undefined;
  const note = await askedNote(outloud, document);
  if (!note || token.isCancellationRequested) return undefined;
  const { desk } = note;
  const links = await Promise.all(inHead.map(mention => noteLink(document, note, mention)));
  const repositories = commits.length === 0 ? [] : await desk.history?.repositories().catch(() => []);
  return [...links.flat(), ...commits.flatMap(commit => commitLinks(document, commit, repositories ?? []))];
}

/** A link to what is named; to its heading where it has no note of its own. */
async function noteLink(document: TextDocument, note: AskedNote, mention: Mention): Promise<DocumentLink[]> {
  const { desk, names, place } = note;
  const meaning = meaningOf(mention, names, place);
  const definition = meaning && (await definitionOf(desk.notebook, names, meaning));
  if (!definition) return [];
  const { uri, at } = definition;
  const target = at.line === 0 ? uri : uri.with({ fragment: `L${at.line + 1}` });
  return [new DocumentLink(rangeOf(document, mention.at), target)];
}

/** A link for each hash of a reference. */
function commitLinks(
  document: TextDocument,
  { name, at }: Mention,
  repositories: readonly RepositoryInfo[],
): DocumentLink[] {
  const [repo = '', hashes = ''] = name.split(' ');
  const forge = repositories.find(repository => repository.name === repo)?.forge;
  if (!forge) return [];
  return Array.from(hashes.matchAll(/[0-9a-f]+/g), ({ index, 0: hash }) => {
    const start = at.start + repo.length + 1 + index;
    return new DocumentLink(rangeOf(document, { start, end: start + hash.length }), Uri.parse(commitUrl(forge, hash)));
  });
}
