/** A question worth asking in a meeting of two. */
export interface MeetingQuestion {
  readonly text: string;
  /** Who asks it: the leader, the person she or he leads, or either of them. */
  readonly asks: 'leader' | 'person' | 'either';
  /** What of supporting somebody's autonomy it covers, where it does. */
  readonly covers?: 'perspective' | 'choice' | 'reasons' | 'competence' | 'belonging';
}

/** Questions one side of a meeting may ask: those of that side, and those anybody may. Colleagues ask what a person asks. */
export function questionsFor(
  questions: readonly MeetingQuestion[],
  side: 'led' | 'leads' | 'peer',
): readonly MeetingQuestion[] {
  const asks = side === 'leads' ? 'leader' : 'person';
  return questions.filter(question => question.asks === asks || question.asks === 'either');
}
