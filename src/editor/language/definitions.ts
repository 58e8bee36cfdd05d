import { Position, Range, type LocationLink, type Uri } from 'vscode';
import type { Meaning } from '../../core/mention/meaning.ts';
import type { Names } from '../../core/mention/names.ts';
import type { Notebook } from '../../app/shelf.ts';
import type { OutLoud } from '../outloud.ts';
import { positionsIn } from '../support/positionsIn.ts';
import { askedName, uriOf, type Asked } from './askedNote.ts';

/** Where what is named stands: its note, or a skill's heading. */
export async function definition(outloud: OutLoud, asked: Asked): Promise<LocationLink[] | undefined> {
  const name = await askedName(outloud, asked);
  const place = name && (await definitionOf(name.desk.notebook, name.names, name.meaning));
  if (!place) return undefined;
  return [{ originSelectionRange: name.range, targetUri: place.uri, targetRange: new Range(place.at, place.at) }];
}

/** A place in a note. */
export interface Definition {
  readonly uri: Uri;
  readonly at: Position;
}

/** Where something stands; undefined for what has no note of its own. */
export async function definitionOf(
  notebook: Notebook,
  names: Names,
  meaning: Meaning,
): Promise<Definition | undefined> {
  if (meaning.kind === 'skill') {
    if (names.skillsAt === undefined) return undefined;
    const text = await notebook.shared.read(names.skillsAt);
    return {
      uri: uriOf(notebook, { shelf: 'shared', path: names.skillsAt }),
      at: positionsIn(text)(meaning.skill.at.start),
    };
  }
  const uri = noteUri(notebook, meaning);
  return uri && { uri, at: new Position(0, 0) };
}

/** The file of the note that is meant. */
function noteUri(notebook: Notebook, meaning: Meaning): Uri | undefined {
  switch (meaning.kind) {
    case 'goal':
      return uriOf(notebook, meaning.goal);
    case 'note':
      return uriOf(notebook, meaning.note);
    case 'objective':
      return uriOf(notebook, { shelf: 'shared', path: meaning.objective.path });
    case 'person': {
      const { path } = meaning.person;
      return path && uriOf(notebook, { shelf: 'shared', path });
    }
    case 'skill':
    case 'tag':
    case 'commit':
      return undefined;
  }
}
