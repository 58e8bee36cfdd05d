import matter from 'gray-matter';
import { isAlias, isMap, isPair, isScalar, isSeq, parseDocument, visit, type Document, type Node } from 'yaml';
import { emptyHead, refusedKeys } from '../core/note/flatHead.ts';
import { overLimit } from '../core/note/headLimits.ts';
import type { Head, HeadReader, HeadValue } from '../core/note/note.ts';
import type { Problem, ProblemCode } from '../core/note/problem.ts';

/**
 * Reads a note's front matter as YAML 1.2, and nothing else, with a hostile note in mind: it runs nothing, and what is
 * refused comes as a problem with an empty head.
 */
export const yamlHead: HeadReader = {
  read(yaml, offset) {
    const refused = overLimit(yaml, offset);
    if (refused) return { head: emptyHead(), problems: [refused] };
    let answer: ReturnType<HeadReader['read']> = { head: emptyHead(), problems: [] };
    const engine = (source: string) => (answer = parse(source.slice(1), offset)); // its source begins with a newline
    try {
      matter(`---\n${yaml}`, { ...onlyYaml, engines: { ...onlyYaml.engines, yaml: engine } });
    } catch (error) {
      return { head: emptyHead(), problems: [unparsable(error, yaml, offset)] };
    }
    return answer;
  },
};

/**
 * gray-matter runs JavaScript from a note unless these engines are taken from it by name, and keeps a cache unless it
 * is given options. The closing fence was found before; NUL can't stand in a note, so it looks for none.
 */
const onlyYaml = {
  language: 'yaml',
  delimiters: ['---', '\0'] as [string, string],
  engines: { javascript: refuse, coffee: refuse, json: refuse },
};

function refuse(): never {
  throw new SyntaxError('Only YAML is read from a note.');
}

function parse(source: string, offset: number): { head: Head; problems: readonly Problem[] } {
  const document = parseDocument(source, {
    version: '1.2',
    schema: 'core',
    strict: true,
    uniqueKeys: true,
    stringKeys: true,
    merge: false,
    customTags: [],
    logLevel: 'silent',
    prettyErrors: false,
  });
  const problems = [
    ...documentMarks(source, offset),
    ...syntaxProblems(document, source, offset),
    ...refusedNodes(document, offset),
  ];
  problems.splice(20); // enough for a person, and for a note made of errors
  const { contents } = document;
  if (problems.length === 0 && contents !== null && !isMap(contents) && !isEmpty(contents))
    problems.push(problemAt(contents, offset, 'not-a-mapping', 'keys and values such as "type: learning"'));
  return { head: problems.length === 0 && isMap(contents) ? (plain(contents) as Head) : emptyHead(), problems };
}

/** A second document would be dropped without a word, and a `private: true` in it. */
function* documentMarks(source: string, offset: number): Generator<Problem> {
  const mark = /^(?:---|\.\.\.)(?=\s|$)/m.exec(source);
  if (!mark) return;
  const at = { start: offset + mark.index, end: offset + mark.index + 3 };
  yield { code: 'yaml-syntax', at, expected: 'one list of keys' };
}

function* syntaxProblems(document: Document.Parsed, source: string, offset: number): Generator<Problem> {
  for (const { code, message, pos } of document.errors) {
    const isDuplicate = code === 'DUPLICATE_KEY';
    const key = isDuplicate ? (/^[^:\n]*/.exec(source.slice(pos[0]))?.[0].trimEnd() ?? '') : '';
    const at = { start: offset + pos[0], end: offset + Math.max(pos[0] + key.length, pos[1]) };
    if (isDuplicate) yield { code: 'yaml-duplicate-key', at, expected: 'every key once', detail: message };
    else yield { code: 'yaml-syntax', at, expected: 'front matter in YAML', detail: message };
  }
}

/** What YAML allows and a note does not. */
function refusedNodes(document: Document.Parsed, offset: number): Problem[] {
  const problems: Problem[] = [];
  visit(document, (part, node) => {
    if (isAlias(node)) problems.push(problemAt(node, offset, 'yaml-alias', 'the value itself, not an alias'));
    else if (isScalar(node) || isMap(node) || isSeq(node)) {
      if (node.anchor !== undefined) problems.push(problemAt(node, offset, 'yaml-alias', 'a value without an anchor'));
      if (node.tag !== undefined) problems.push(problemAt(node, offset, 'yaml-tag', 'a value without a tag'));
      if (part === 'key' && !isUsableKey(node)) problems.push(problemAt(node, offset, 'yaml-key', 'a word as the key'));
    }
    return undefined;
  });
  return problems;
}

function isUsableKey(key: Node): boolean {
  return isScalar(key) && typeof key.value === 'string' && !refusedKeys.has(key.value);
}

function isEmpty(node: unknown): boolean {
  return isScalar(node) && node.value === null && (node.source ?? '') === '';
}

function plain(node: unknown): HeadValue {
  if (isSeq(node)) return node.items.map(plain);
  if (isMap(node)) {
    const object = emptyHead();
    for (const pair of node.items)
      if (isPair(pair) && isScalar(pair.key)) object[String(pair.key.value)] = plain(pair.value);
    return object;
  }
  return isScalar(node) ? (node.value as HeadValue) : null;
}

function problemAt(node: Node, offset: number, code: ProblemCode, expected: string): Problem {
  const [start, end] = node.range ?? [0, 0];
  return { code, at: { start: offset + start, end: offset + end }, expected };
}

/** The parser gave up: it ran out of stack, or met what it can't express. */
function unparsable(error: unknown, yaml: string, offset: number): Problem {
  const at = { start: offset, end: offset + yaml.trimEnd().length };
  const detail = error instanceof Error ? error.message : String(error);
  if (error instanceof RangeError) return { code: 'head-too-deep', at, expected: 'at most 64 levels', detail };
  return { code: 'yaml-syntax', at, expected: 'front matter in YAML', detail };
}
