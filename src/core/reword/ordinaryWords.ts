import { stemOf } from '../theme/stem.ts';

/** Words that hold a sentence together and tell nothing: they may come and go. */
export const free: ReadonlySet<string> = new Set(
  `a an the this that these those it its is are was were be been being do does did has have had having
of for in on at to as and which who make makes made making`.split(/\s+/),
);

/** Words that say which part the next one plays: they may go, but none may come to stand before another. */
export const roles: ReadonlySet<string> = new Set('from to into onto with by for over against'.split(' '));

/** Words that turn round what is said: they have to stay, in their order, and none may come. Those of one meaning share a line. */
const turningWords = `not cannot
under below beneath
over above
no|never|none|nothing|nobody|neither|nor|without|only|except|unless|but|if|or|instead|rather|than|from|into|before|after|until|since
between|more|less|fewer|most|least|all|every|each|any|some|both|again|almost|always|up|down|off|out|back`;

/** Words that say the same, a line each: short and long forms, and forms of one verb. */
const equals = `fix mend repair correct resolve
add added introduce
remove delete drop
change modify alter
use used using
avoid prevent
show shown display
keep kept stay remain
write wrote written
run ran running
take took taken
bring brought
break broke broken
build built
find found
send sent
hold held
lose lost losing
throw threw thrown
improve enhance
bug defect
docs doc documentation
config configuration
repo repository
perf performance
deps dep dependency
params param parameter
args arg argument
func function
impl implementation
msg message
env environment
dir directory
pkg package
info information
db database`;

const turning = new Map(
  turningWords
    .split(/[\n|]/)
    .map(line => line.split(' '))
    .flatMap(words => words.map(word => [word, words[0] ?? word] as const)),
);

const equal = new Map(
  equals
    .split('\n')
    .map(line => line.split(' ').map(stemOf))
    .flatMap(stems => stems.map(stem => [stem, stems[0] ?? stem] as const)),
);

/** What a turning word counts as; undefined for any other. */
export function turningOf(word: string): string | undefined {
  return /n['’]t$/.test(word) ? 'not' : turning.get(word);
}

/** What a word counts as: one of its forms, or another word that says the same. */
export function meaningOf(word: string): string {
  const stem = stemOf(word);
  return equal.get(stem) ?? stem;
}
