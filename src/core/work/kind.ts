import type { FileChange } from './commit.ts';
import { fileSort } from './generatedFiles.ts';
import type { WorkKind } from './piece.ts';
import { isReleaseRitual, releaseIn } from './release.ts';
import type { Subject } from './subject.ts';

const words: readonly (readonly [WorkKind, RegExp])[] = [
  [
    'chore',
    /^(?:bump|upgrade|pin|unpin|update (?:dep|lock|snapshot|submodule|changelog|version|copyright|license|translations?)|prepare (?:for )?(?:the )?(?:next )?(?:v?\d|release)|(?:release|version) v?\d\S*$|(?:release|version)$|v?\d+\.\d+|format (?:code|files?|with)|format$|reformat|lint|typo|whitespace|prettier|oops|merge|sync with|post-release|start .{0,30}\bcycle)\b|\b(?:typos?|lint(?:er|ing)?|whitespace|dependabot|changelog|eslint|prettier|rustfmt|gofmt|clippy)\b|^update .{1,60} to (?:version )?v?\d|^update (?:\w+ ){0,2}(?:dependenc|deps\b)/i,
  ],
  [
    'performance',
    /\b(?:perf|performance|speed ?up|speedup|faster|optimi[sz]e[sd]?|optimi[sz]ation|throughput|latency|quadratic|under \d+ ?ms)\b|^(?:cache|memoi[sz]e|reduce .*(?:memory|allocations?|time|size|overhead))\b/i,
  ],
  [
    'fix',
    /\b(?:fix(?:es|ed|ing|up)?|bug|bugs|regression|crash(?:es|ed|ing)?|leak(?:s|ed|ing)?|race|deadlock|broken|flak[ey]y?|hang|repair(?:ed|s)?|typos?|vulnerability|overflow|incorrect(?:ly)?|wrong(?:ly)?|mistake(?:nly)?|workaround)\b|^(?:avoid|prevent|correct|resolve|don['’]t|do not|ensure|make sure|restore|guard|respect|never|no longer|handle|properly|tolerate|plug)\b/i,
  ],
  [
    'test',
    /^(?:tests?\b|add (?:\w+ ){0,2}(?:tests?|specs?|coverage|benchmarks?)\b|cover\b|unskip\b|skip .*tests?\b|stabili[sz]e\b)/i,
  ],
  [
    'docs',
    /^(?:docs?\b|document(?:s|ed|ing)?\b|clarify\b|explain\b|describe\b|mention\b|improve (?:docs?|documentation|comments?|readme)\b|(?:update|add|edit) (?:\w+ ){0,2}(?:docs?|documentation|readme(?:\.md)?|comments?|examples?)\b)/i,
  ],
  [
    'refactor',
    /^(?:refactor|rename|move|extract|simplify|clean|cleanup|tidy|split|remove|delete|drop|inline|rework|reorgani[sz]e|restructure|convert|replace|rewrite|reuse|use|switch|migrate|port|factor|unify|consolidate|dedup|deprecate|de-\w+|introduce .* helper|get rid of|stop \w+ing|prefer|reorder|lift|hoist|modernize|encapsulate|stop using)\w*\b/i,
  ],
  ['build', /^(?:ci\b|build\b|makefile\b|cmake\b|meson\b|workflows?\b|github actions?\b)/i],
  [
    'feature',
    /^(?:add|implement|introduce|support|allow|enable|teach|learn|expose|provide|let|create|new|show|accept|initial|offer|make)\w*\b/i,
  ],
];

/** The kind of work a commit is: what its prefix says, else what its files are, else its words. */
export function kindOf(subject: Subject, files: readonly FileChange[]): WorkKind {
  if (subject.reverts !== undefined) return 'revert';
  if (/^deps\b/.test(subject.scope ?? '') || isAroundRelease(subject) || isFormatting(subject)) return 'chore';
  if (subject.kind !== undefined) return subject.kind;
  const said = besideTidying(subject.text).replace(/^[\w().:-]{1,40}: (?=\p{L})/u, ''); // `read_file(): simplify …`
  const told = /^(?:remove|drop|delete|disable)\b/i.test(said)
    ? 'refactor'
    : words.find(([, form]) => form.test(said))?.[0];
  const only = onlySortOf(files);
  if (only === 'generated') return 'chore';
  if (only === 'docs' || only === 'test') return only;
  if (only === 'build' && told !== 'fix' && told !== 'chore') return 'build';
  return told ?? 'feature';
}

/** Of ten thousand files in one commit the first tell what they are. */
const farEnough = 1000;

function onlySortOf([first, ...others]: readonly FileChange[]): ReturnType<typeof fileSort> | undefined {
  const sort = first && fileSort(first.path);
  return others.slice(0, farEnough).every(({ path }) => fileSort(path) === sort) ? sort : undefined;
}

const trifle =
  /\b(?:typos?|spelling|grammar|whitespace|indent(?:ation)?|lint(?:er|ing)?|eslint|prettier|rustfmt|gofmt|clippy|oxlint|oxfmt|oxc|formatting|nits?|changelog|copyright|merge conflicts?|gitignore|editorconfig|submodules?|cosmetics?|punctuation)\b|^(?:bump|pin|unpin|(?:version|release)(?: v?\d\S*)?$|prepare (?:for )?(?:the )?(?:next )?(?:v?\d|release)|v?\d+\.\d+\S*$|format(?: code| files?| with .*)?$|reformat|oops|update (?:dep|lock|snapshot)|upgrade (?:to )?\S+(?: to \S+)?$|(?:update|upgrade|downgrade) .{1,60} (?:to|from) (?:version )?v?\d|(?:update|upgrade) (?:\w+ ){0,2}(?:dependenc|deps\b)|sync with\b|merge\b|start .{0,30}\bcycle$|[a-z][\w-]* v?\d+\.\d+[\d.]*(?:-?(?:rc|beta|alpha)[\d.]*)?$)/i;

/** Small print of a week: a bump, a typo, a formatter's run. It is told under "also". */
export function isTrifle(subject: Subject): boolean {
  if (isAroundRelease(subject) || isFormatting(subject)) return true;
  return trifle.test(besideTidying(subject.text)) || /^(?:deps|deps-dev|release|lint|l10n)$/i.test(subject.scope ?? '');
}

/** "Add completions, tooltips and linting to the editor" is no tidying up, though it has a word of it. */
function besideTidying(text: string): string {
  const isMore = /^(?:add|allow|create|enable|implement|introduce|provide|show|support|teach)\b(?: \S+){6}/i.test(text);
  return isMore ? text.replace(/\b(?:lint(?:er|ing)?|formatting|indentation|whitespace|punctuation)\b/gi, '') : text;
}

function isAroundRelease({ text }: Subject): boolean {
  return releaseIn(text) !== undefined || isReleaseRitual(text);
}

/** A formatter's run, as people call it. */
export function isFormatting({ text }: Subject): boolean {
  return /^(?:format(?:ting)?|(?:run )?(?:the )?(?:formatter|cargo fmt|go fmt|black|prettier))$/i.test(text);
}

const vague =
  /^(?:(?:more |some |minor |small |various |misc(?:ellaneous)? |further |a few |final |quick |last |another )*(?:fix(?:e[sd])?|updates?|changes?|clean ?-?ups?|refactor(?:ing)?|tests?|wip|work|improvements?|tweaks?|stuff|things?|tmp|temp|test|debug|progress|save|checkpoint|commit|initial commit|first commit|done|ok|init|polish|comments?|feedback|nits?|adjustments?|corrections?|(?:fix(?:es)?|improve|update) (?:the )?(?:(?:failing|flaky|broken|unit) )?tests?|fix(?:es)? (?:the )?(?:build|ci|lint|types?|review|tests?|compile|compilation|typos?)|it works|try again|again|address (?:pr |code |the )?(?:review|comments?|feedback|nits?).*|(?:code |pr )?review.*|apply suggestions.*|format(?:ting)?|update docs?|fix(?:e[sd])? (?:(?:some|more|a few|several|various|other|the) )+(?:bugs?|issues?|problems?|things?|errors?|warnings?)|update `?[\w./-]+\.\w+`?|create [\w./-]+\.\w+|delete [\w./-]+\.\w+|add files via upload|merge .*|squash(?:ed|ing)\b.*|(?:respond(?:ing|ed)?|respond) to .*|(?:code |pr )?rebase.*|(?:fix(?:e[sd])?|minor|small) (?:bugs?|indent(?:ation)?|lint(?:ing|er)?|flake8|pep8|style|format(?:ting)?|english|wording|comments?|padding|whitespaces?)|indent(?:ation)?(?: updates?)?|make (?:flake8|lint(?:er)?|ci|tests?) (?:happy|pass)|update comments?.*|tests? thanks .*|this (?:feature|commit|change|pr) .*|.*\brelease version changes))[\s.!]*$/i;

/** Words that name no work ("wip", "fix tests", "address review"): they can't stand for a piece. */
export function isVague(subject: Subject): boolean {
  return subject.text.length < 4 || subject.fixes !== undefined || vague.test(subject.text);
}
