import { setImmediate } from 'node:timers/promises';
import { Range, Uri, type CancellationToken, type Position, type TextDocument } from 'vscode';
import type { Desk } from '../../app/desk.ts';
import type { Reading } from '../../app/mention/mentionsOf.ts';
import { namesOf } from '../../app/mention/namesOf.ts';
import type { Notebook } from '../../app/shelf.ts';
import { meaningOf, type Meaning } from '../../core/mention/meaning.ts';
import { mentionAt, type Mention } from '../../core/mention/mention.ts';
import { mentionsIn } from '../../core/mention/mentionsIn.ts';
import type { Names, NotePlace } from '../../core/mention/names.ts';
import type { NotePath } from '../../core/note/notePath.ts';
import type { Span } from '../../core/note/problem.ts';
import { findH1 } from '../../core/note/sections.ts';
import type { OutLoud } from '../outloud.ts';

/** What the editor asks about: a place in an open document. */
export interface Asked {
  readonly document: TextDocument;
  readonly position: Position;
  readonly token: CancellationToken;
}

/** An open note, and all that can be named in it. */
export interface AskedNote {
  readonly desk: Desk;
  readonly place: NotePlace;
  readonly names: Names;
}

/** The note an open document is; undefined where it belongs to no notebook, or nobody knows who sits in front. */
export async function askedNote(outloud: OutLoud, { uri: { fsPath } }: TextDocument): Promise<AskedNote | undefined> {
  const notebook = await outloud.notebooks.holding(fsPath);
  const place = notebook && placeOf(notebook, fsPath);
  if (!place) return undefined;
  const { history } = outloud;
  const known = await outloud.identity.of(notebook, history, false);
  if (!known) return undefined;
  const desk: Desk = { notebook, ...known, clock: outloud.world.clock, ...(history ? { history } : {}) };
  return { desk, place, names: await namesOf(desk) };
}

/** Something that is named, or is the note itself, where the editor asks. */
export interface AskedName extends AskedNote {
  readonly meaning: Meaning;
  readonly range: Range;
}

/** What is named at a place of a note: by a mention, by the title of a note that can be named, or by a skill's heading. */
export async function askedName(outloud: OutLoud, { document, position }: Asked): Promise<AskedName | undefined> {
  const text = document.getText();
  const offset = document.offsetAt(position);
  const mention = mentionAt(mentionsIn(text), offset);
  const at = mention?.at ?? headingAt(text, document.lineAt(position.line).text, offset);
  if (!at) return undefined; // most places: nothing is looked up for them
  const note = await askedNote(outloud, document);
  const meaning = note && (mention ? meaningOf(mention, note.names, note.place) : headingMeaning(note, text, offset));
  return meaning && { ...note, meaning, range: rangeOf(document, at) };
}

function headingAt(text: string, line: string, offset: number): Span | undefined {
  const [marks, words] = /^ {0,3}#{1,2}[ \t]+(?=(\S.*))/.exec(line) ?? [];
  if (marks === undefined || words === undefined) return undefined;
  const start = text.lastIndexOf('\n', offset - 1) + 1 + marks.length;
  return offset >= start ? { start, end: start + words.trimEnd().length } : undefined;
}

function headingMeaning({ names, place }: AskedNote, text: string, offset: number): Meaning | undefined {
  if (place.path === names.skillsAt && place.shelf === 'shared') {
    const skill = names.skills.find(({ at }) => at.start <= offset && offset <= at.end);
    return skill && { kind: 'skill', skill };
  }
  const title = findH1(text)?.at;
  if (!title || offset < title.start || offset > title.end) return undefined;
  const itself: Mention = {
    kind: 'note',
    name: place.path.slice(place.path.lastIndexOf('/') + 1),
    form: 'link',
    at: title,
  };
  return meaningOf(itself, names, place);
}

/** Where a span of an open document's text stands in it. */
export function rangeOf(document: TextDocument, { start, end }: Span): Range {
  return new Range(document.positionAt(start), document.positionAt(end));
}

/** Where a note is on this machine. */
export function uriOf(
  notebook: Notebook,
  { shelf, path }: { readonly shelf: NotePlace['shelf']; readonly path: NotePath },
): Uri {
  return Uri.file(notebook[shelf].locate(path as never)); // the shelf and its path come from one place
}

/** How notes are read for somebody who may stop waiting; others have their turn in between. */
export function readingFor(token: CancellationToken): Reading {
  const stop = new AbortController();
  token.onCancellationRequested(() => {
    stop.abort();
  });
  return { signal: stop.signal, pause: () => setImmediate() };
}

function placeOf({ shared, private: own }: Notebook, file: string): NotePlace | undefined {
  const path = shared.pathOf(file);
  if (path !== undefined) return { shelf: 'shared', path };
  const hers = own.pathOf(file);
  return hers === undefined ? undefined : { shelf: 'private', path: hers };
}
