import { Hover, MarkdownString } from 'vscode';
import { explain, type Explanation } from '../../app/mention/explain.ts';
import { shortened } from '../../core/markdown/cleanText.ts';
import { bold, escapeText } from '../../core/markdown/markdown.ts';
import type { OutLoud } from '../outloud.ts';
import { askedName, type Asked } from './askedNote.ts';

/** What the name under the mouse stands for. */
export async function hover(outloud: OutLoud, asked: Asked): Promise<Hover | undefined> {
  const name = await askedName(outloud, asked);
  if (!name || asked.token.isCancellationRequested) return undefined;
  const explanation = await explain(name.desk, name.names, name.meaning);
  return explanation && new Hover(shownAs(explanation), name.range);
}

/** Words of notes and commits as text: no link, image or icon comes of them. */
function shownAs({ title, facts, list }: Explanation): MarkdownString {
  const words = (text: string) => escapeText(shortened(text, 200));
  const lines = [bold(words(title)), facts.map(words).join(' · '), list.map(item => `- ${words(item)}`).join('\n')];
  return new MarkdownString(lines.filter(line => line !== '').join('\n\n'));
}
