/** The kinds of feedback one can ask for. */
export const requestKinds = [
  ...(['design', 'naming', 'tests', 'risk'] as const),
  ...(['observer', 'stakeholder', 'growth', 'start-stop-continue'] as const),
];
export type RequestKind = (typeof requestKinds)[number];

/** What feedback is asked about, as far as it says which kind is usual and which questions fit. */
export type Subject = 'code' | 'talk' | 'project' | 'myself';

/**
 * The questions of each kind. None asks for advice yet: the first is about what was seen, the others ask for a question or for what it
 * did, so that an answer says something the asker can't argue with.
 */
const questions: Readonly<Record<RequestKind, readonly string[]>> = {
  design: ['What did you notice first?', 'What would you ask me before you trust it?'],
  naming: [
    'Where did you stop and read again?',
    'Which name told you something else than what you found behind it?',
    'What would you ask me about the words?',
  ],
  tests: [
    'What did the tests tell you that the code did not?',
    'Which failure could you think of that no test would see?',
    'What would you ask me about them?',
  ],
  risk: [
    'What did you notice first?',
    'What could go wrong that you have seen go wrong before?',
    'What would you ask me before it goes out?',
  ],
  observer: [
    'What did you see and hear, in the order it happened?',
    'Where did the room change, and what had just happened?',
    'What would you ask me about it?',
  ],
  stakeholder: [
    'What is different for you since we began?',
    'What do you still have to work around?',
    'What would you ask me about what comes next?',
  ],
  growth: [
    'When did you see me at my best, and what did I do?',
    'When did you see me hold back, or work harder than it needed?',
    'Which question should I ask myself?',
  ],
  'start-stop-continue': [
    'What have you seen me do that I should continue, and what did it do for you?',
    'What have you seen me do that I should stop, and what did it cost?',
    'What have you missed that I could start?',
  ],
};

/** The kinds that fit a subject; Enter takes the first. */
export function kindsFor(subject: Subject): readonly RequestKind[] {
  const first: Readonly<Record<Subject, readonly RequestKind[]>> = {
    code: ['design', 'naming', 'tests', 'risk'],
    talk: ['observer', 'growth'],
    project: ['stakeholder', 'observer', 'risk', 'growth'],
    myself: ['start-stop-continue', 'growth', 'observer'],
  };
  return first[subject];
}

/**
 * The headings of a request: the kind's own questions, and the asker's behind them. Of a kind that is not known, what fits everything.
 *
 * @param own questions in the asker's words
 */
export function questionsFor(kind: string | undefined, own: readonly string[] = []): readonly string[] {
  const known = isRequestKind(kind) ? questions[kind] : questions.design;
  const asked = own.map(question => question.replace(/\s+/g, ' ').trim()).filter(question => question !== '');
  return [...new Set([...known, ...asked])];
}

function isRequestKind(kind: string | undefined): kind is RequestKind {
  return kind !== undefined && (requestKinds as readonly string[]).includes(kind);
}
