import type { AnswerCheck, Problem, Span } from '../note/problem.ts';
import { bodyStartOf, headingIn, proseWithin, sectionsOf } from '../note/sections.ts';
import { looksEnglish } from './looksEnglish.ts';

/** A sentence of an answer, and where it stands. */
interface Sentence {
  readonly words: string;
  readonly at: Span;
}

/** Somebody says what to do. */
const advice =
  /^(?:(?:so|also|and|maybe|perhaps|personally|honestly|next time),?\s+)*(?:you(?:['’]d better| should| could| must| need to| ought to| might want to| have to)\b|i(?:['’]d| would) (?:rather |just |also )?(?:suggest|recommend|use|do|make|move|rename|remove|drop|split|change|write|put|start|stop|avoid|add|try)\b|why (?:don['’]t you|not)\b|consider \w+ing\b|try (?:to|\w+ing)\b|better (?:to|use)\b|(?:please )?(?:use|rename|remove|split|avoid|extract|refactor|rewrite|don['’]t) \w+)/i;
/** Something that was seen, heard or felt is in it, or a place is named. */
const seen =
  /\b(?:i|we) (?:saw|see|noticed|notice|heard|hear|felt|feel|read|found|counted|tried|ran|stumbled|lost|missed|wondered|expected|had to)\b|\b(?:when|where|while|after|during|because|as soon as)\b|\]\(|`[^`]+`|\b(?:line|lines|minute|slide) \d/i;
/** Questions that want advice: then it is what was asked for. */
const wantsAdvice =
  /\b(?:should|could|would you|start|stop|continue|keep|change|improve|better|differently|instead|next|suggest|recommend|advice|advise|tips?|missing|worth)\b/i;

const recognition =
  /\b(?:thanks(?! to\b)|thank you|great (?:work|job|talk|idea|catch|to|how|that|review|test|help)|awesome|amazing|excellent|fantastic|brilliant|impressive|well done|good job|great|nice (?:work|job|one|catch|touch)|kudos)\b/i;
const notMeant =
  /\b(?:not|no|never|less|how|too|would be|could be|n['’]t)\s+(?:\w+\s+)?(?:great|awesome|amazing|excellent|fantastic|brilliant|impressive)\b|\bgreat(?:er)? (?:many|deal|number|care)\b/i;
const before =
  /\b(?:before|used to|until|till|previously|earlier|formerly|last (?:time|week|month|year|sprint|release)|at first|was|were|had|did(?:n['’]t)?|could(?:n['’]t)?|no longer|not any ?more|instead of|from)\b/i;
const after =
  /\b(?:now|since|today|no longer|any ?more|then|afterwards|made|makes|so that|so i|so we|because of|helps?|helped|saved?|saves|lets?|became|can|could|went from|down to|up to|instead)\b/i;

/**
 * What one may want to look at in an answer of one's own: advice in front of anything that was seen, and recognition that says neither what
 * was before nor what came after. English only: about words of another language nothing is said.
 */
export function checkAnswer(text: string): readonly Problem[] {
  return partsOf(text).flatMap(({ question, sentences }) => {
    const said = sentences.map(({ words }) => words).join(' ');
    if (!looksEnglish(said)) return [];
    return [...adviceFirst(question, sentences), ...bareRecognition(sentences, said)];
  });
}

function adviceFirst(question: string, [first]: readonly Sentence[]): readonly Problem[] {
  if (!first || wantsAdvice.test(question) || !advice.test(first.words) || seen.test(first.words)) return [];
  return [problem('seenFirst', first.at)];
}

function bareRecognition(sentences: readonly Sentence[], said: string): readonly Problem[] {
  const found = sentences.find(({ words }) => recognition.test(words) && !notMeant.test(words));
  return !found || (before.test(said) && after.test(said)) ? [] : [problem('beforeAfter', found.at)];
}

function problem(check: AnswerCheck, at: Span): Problem {
  return { code: `answer-${check}`, at, expected: '' };
}

/** What was said below each question; all of it where nothing is asked. */
function partsOf(text: string): readonly { readonly question: string; readonly sentences: readonly Sentence[] }[] {
  const sections = sectionsOf(text);
  const start = bodyStartOf(text);
  const top = { question: '', sentences: sentencesIn(text, { start, end: sections[0]?.at.start ?? text.length }) };
  return [top, ...sections.map(({ title, body }) => ({ question: title, sentences: sentencesIn(text, body) }))];
}

function sentencesIn(text: string, within: Span): readonly Sentence[] {
  const found: Sentence[] = [];
  for (const line of proseWithin(text, within)) {
    if (headingIn(line.text) || /^\s*(?:>|<!--|\|)/.test(line.text)) continue; // somebody else's words are no feedback
    const item = /^\s*(?:[-*+]|\d+[.)])?\s*(?:\[[ xX]\]\s+)?(?:\d{1,2}:\d{2}\s+)?/.exec(line.text)?.[0].length ?? 0;
    for (const { 0: words, index } of line.text
      .slice(item, item + longest)
      .matchAll(/\S[^.!?…]*(?:[.!?…]+(?!\s|$)[^.!?…]*)*[.!?…]*/g)) {
      const start = line.start + item + index;
      found.push({ words: words.trim(), at: { start, end: start + words.trimEnd().length } });
    }
  }
  return found;
}

/** A longer line is no sentence anybody reads. */
const longest = 2000;
