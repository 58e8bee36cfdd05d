import { Location } from 'vscode';
import { mentionsOf } from '../../app/mention/mentionsOf.ts';
import type { OutLoud } from '../outloud.ts';
import { rangesIn } from '../support/positionsIn.ts';
import { askedName, readingFor, uriOf, type Asked } from './askedNote.ts';
import { definitionOf } from './definitions.ts';

/** Every place that names the same, in the notes of the team and in the private ones of the person herself. */
export async function references(
  outloud: OutLoud,
  asked: Asked,
  withDefinition: boolean,
): Promise<Location[] | undefined> {
  const name = await askedName(outloud, asked);
  if (!name) return undefined;
  const { notebook } = name.desk;
  const found: Location[] = [];
  const reading = readingFor(asked.token);
  try {
    for await (const note of mentionsOf(notebook, name, reading)) {
      const rangeAt = rangesIn(note.text);
      found.push(...note.mentions.map(({ at }) => new Location(uriOf(notebook, note), rangeAt(at))));
    }
  } catch (error) {
    if (reading.signal?.aborted) return undefined;
    throw error;
  }
  const definition = withDefinition ? await definitionOf(notebook, name.names, name.meaning) : undefined;
  return [...(definition ? [new Location(definition.uri, definition.at)] : []), ...found];
}
