import type { KindOfMeeting } from './kinds.ts';

/** The headings of this kind that mean something to the program. */
export const autonomyHeadings = {
  participants: 'Participants and advocate',
  observed: 'What I observed',
  points: 'My points',
  asks: 'My asks',
  questions: 'Questions a leader should ask',
} as const;

/**
 * A meeting the person asks for herself, in which her leader works for her. What a leader may ask follows what self-determination theory
 * found to support autonomy: to take the other's perspective, to offer choice, to give reasons, and to care for competence and belonging.
 */
export const autonomySupport: KindOfMeeting = {
  kind: 'autonomy-support',
  title: 'Autonomy-support meeting',
  says: 'your points and asks, with somebody beside you who speaks for you',
  startedBy: 'person',
  sections: [
    {
      heading: autonomyHeadings.participants,
      hint: 'One line for each: "- @lin". Who speaks for you where you would rather not: "- @sam · advocate".',
      parts: ['people'],
    },
    {
      heading: autonomyHeadings.observed,
      hint: 'What happened, as a camera would have seen it, and only then what it does to you. Yours come first.',
      lines: ['- '],
    },
    {
      heading: autonomyHeadings.points,
      hint: 'One line each, with who says it: "- I say: …", "- Advocate says: …" or "- Drop: …". What is dropped never leaves this note.',
      lines: ['- I say: '],
    },
    {
      heading: autonomyHeadings.asks,
      hint: 'Each with its type and by when: "- [ ] Try the scheduler (project) 📅 2026-12-15". Types: project, role, time, clarity, training.',
      parts: ['open'],
    },
    {
      heading: autonomyHeadings.questions,
      hint: 'A question that stays here rests for eight weeks. Delete one you did not get to, and it is offered again.',
      parts: ['questions'],
    },
  ],
  questions: [
    { asks: 'leader', covers: 'perspective', text: 'How does it look from where you sit?' },
    { asks: 'leader', covers: 'perspective', text: 'What have I not understood yet?' },
    { asks: 'leader', covers: 'perspective', text: 'What did it cost you that I did not see?' },
    { asks: 'leader', covers: 'perspective', text: 'What would you have me stop assuming about you?' },
    { asks: 'leader', covers: 'choice', text: 'Which ways do you see, and which would you choose?' },
    { asks: 'leader', covers: 'choice', text: 'What would you like to decide yourself from now on?' },
    { asks: 'leader', covers: 'choice', text: 'Where do I look over your shoulder without need?' },
    { asks: 'leader', covers: 'choice', text: 'What would you do first if you had a free week?' },
    { asks: 'leader', covers: 'reasons', text: 'Where did I ask for something without saying why?' },
    { asks: 'leader', covers: 'reasons', text: 'Which of our rules makes no sense to you?' },
    { asks: 'leader', covers: 'reasons', text: 'What of what I decided would you like to hear the reasons for?' },
    { asks: 'leader', covers: 'competence', text: 'What do you need to be sure you can do it?' },
    { asks: 'leader', covers: 'competence', text: 'Where are you further than I give you credit for?' },
    { asks: 'leader', covers: 'competence', text: 'From whom would you like to hear how you are doing?' },
    { asks: 'leader', covers: 'belonging', text: 'Who is on your side in this, and who should be?' },
    { asks: 'leader', covers: 'belonging', text: 'With whom would you like to work more?' },
    { asks: 'leader', covers: 'belonging', text: 'When were you last glad to be part of this team?' },
  ],
};
