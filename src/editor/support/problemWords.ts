import { l10n } from 'vscode';
import type { Problem, ProblemCode } from '../../core/note/problem.ts';
import { plainLabel } from '../../core/outline/plainLabel.ts';
import { goalWords } from './goalWords.ts';

/** A problem of a note in a sentence: what is wrong, and what was expected there. */
export function problemWords({ code, expected, detail }: Problem): string {
  const wrong = what(code, plainLabel(detail ?? '', 120));
  return expected === '' ? wrong : l10n.t('{0} Expected: {1}.', wrong, plainLabel(expected, 200));
}

function what(code: ProblemCode, detail: string): string {
  switch (code) {
    case 'too-large':
      return l10n.t('This note is too large to be read.');
    case 'not-utf8':
      return l10n.t('This note is not UTF-8 text.');
    case 'binary':
      return l10n.t('This file is not text.');
    case 'fence-language':
      return l10n.t('Only a plain “---” may open the front matter. Nothing in it is run.');
    case 'fence-open':
      return l10n.t('The front matter is not closed.');
    case 'head-too-large':
      return l10n.t('The front matter is too large.');
    case 'head-too-deep':
      return l10n.t('The front matter is nested too deeply.');
    case 'yaml-syntax':
      return detail === ''
        ? l10n.t('The front matter is not YAML.')
        : l10n.t('The front matter is not YAML: {0}', detail);
    case 'yaml-duplicate-key':
      return detail === '' ? l10n.t('A key stands here twice.') : l10n.t('The key “{0}” stands here twice.', detail);
    case 'yaml-alias':
      return l10n.t('Anchors and aliases are not read in notes.');
    case 'yaml-tag':
      return l10n.t('Tags such as “!!js” are not read in notes.');
    case 'yaml-key':
      return detail === ''
        ? l10n.t('This key can’t be used in a note.')
        : l10n.t('The key “{0}” can’t be used in a note.', detail);
    case 'not-a-mapping':
      return l10n.t('The front matter holds no keys.');
    case 'conflict':
    case 'body-conflict':
      return l10n.t('Two versions of this note met, and git left both in it. Keep what you want and remove the marks.');
    case 'type-missing':
      return l10n.t('This note does not say what it is.');
    case 'type-unknown':
      return l10n.t('This is no type of note.');
    case 'key-shape':
      return l10n.t('“{0}” can’t be read.', detail);
    case 'template':
      return detail === ''
        ? l10n.t('This template does not work; the built-in one is used.')
        : l10n.t('This template does not work; the built-in one is used. {0}', detail);
    case 'part-broken':
      return l10n.t('The marks of the written part don’t match, so it is left as it is.');
    case 'unreadable':
      return l10n.t('This file can’t be read.');
    case 'private-shared':
      return l10n.t(
        'This note is private and lies among the shared ones. Out Loud does not share it, but a commit by hand would.',
      );
    case 'skill-level':
      return l10n.t(
        'Levels go from 1 (novice) to 5 (expert), so this one is not read. Give it one of the five numbers.',
      );
    case 'skill-twice':
      return l10n.t('The skill “{0}” stands here twice, and only the first is used. Put the two together.', detail);
    case 'skill-roles':
      return l10n.t(
        '“{0}” can’t be read as an expected level. Write a role and a level: “engineer 3, lead 4”.',
        detail,
      );
    case 'skill-unknown':
      return l10n.t('The team’s list of skills has no “{0}”. Mend the name, or add the skill to the list.', detail);
    case 'action-owner':
      return l10n.t('Nobody owns this action yet.');
    case 'action-date':
      return l10n.t('This action has no day.');
    case 'action-many':
      return l10n.t('More than three actions are seldom done. Keep the three that matter most.');
    case 'ask-type':
      return l10n.t('This ask does not say what kind of thing it is about.');
    case 'ask-day':
      return l10n.t('This ask does not say by when you want an answer.');
    case 'promise-day':
      return l10n.t('By when? A promise with a day is easier to keep, and to ask about.');
    case 'answer-seenFirst':
      return l10n.t('What did you see that makes you say so? Seen first, advice is easier to take.');
    case 'answer-beforeAfter':
      return l10n.t('What was it like before, and what is different now? Then it is more than a kind word.');
    default:
      return goalWords(code, detail);
  }
}
