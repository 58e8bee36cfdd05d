import type { KindOfMeeting } from './kinds.ts';

/** Where somebody wants to go, and what is in the way. */
export const career: KindOfMeeting = {
  kind: 'career',
  title: 'Career talk',
  says: 'where you want to go, what is in the way, which skills are missing',
  sections: [
    {
      heading: 'Where to',
      lines: ['- '],
      hint: 'Where do you want to be in two years? What would you do on a good day there?',
      parts: ['vision'],
    },
    {
      heading: 'What is in the way',
      lines: ['- '],
      hint: 'What keeps you from it that is not a skill? Who could move it?',
      parts: ['skills'],
    },
    {
      heading: 'The next step',
      lines: ['- [ ] '],
      hint: 'One step that can be taken within six weeks, as "- [ ] …", and who helps.',
      parts: ['open'],
    },
  ],
  questions: [
    { asks: 'person', text: 'Who does today what I want to do, and how did they get there?' },
    { asks: 'person', text: 'What would you have to see before you trust me with it?' },
    { asks: 'person', text: 'Which project would teach me the most?' },
    { asks: 'person', text: 'What is said about me when I am not there?' },
    { asks: 'leader', text: 'What did you want to become when you began here?' },
    { asks: 'leader', text: 'Which part of your work would you keep whatever you did next?' },
    { asks: 'leader', text: 'What would you regret not having tried?' },
    { asks: 'leader', text: 'Where would you go if it were not here, and what of it could be here?' },
  ],
};

/** What was tried since the last time, and the one thing to try next. */
export const mentor: KindOfMeeting = {
  kind: 'mentor',
  title: 'Mentoring',
  says: 'what was tried since, and one thing to try next',
  sections: [
    {
      heading: 'What was tried since',
      lines: ['- '],
      hint: 'What happened when it was tried? A guess that failed is a result too.',
      parts: ['tried'],
    },
    {
      heading: 'One thing to try',
      lines: ['- [ ] '],
      hint: 'Only one, small enough for two weeks, as "- [ ] …".',
      parts: ['open'],
    },
  ],
  questions: [
    { asks: 'person', text: 'What would you have done at my level?' },
    { asks: 'person', text: 'What do I do well without noticing?' },
    { asks: 'person', text: 'Which mistake did you make that I could skip?' },
    { asks: 'person', text: 'What should I read, watch or build next?' },
    { asks: 'leader', text: 'What did you expect, and what happened instead?' },
    { asks: 'leader', text: 'What would you try if nobody could see it fail?' },
    { asks: 'leader', text: 'Where do you want to be shown, and where only be watched?' },
    { asks: 'leader', text: 'How will you notice that it works?' },
  ],
};

/** A longer look back, and what to agree on. */
export const review: KindOfMeeting = {
  kind: 'review',
  title: 'Review',
  months: 6,
  says: 'a longer look back: goals, skills, what others said, and what to agree on',
  sections: [
    {
      heading: 'What I am proud of',
      lines: ['- '],
      leaderHeading: 'What NAME can be proud of',
      hint: 'Two or three things, each with what was different afterwards and for whom.',
      parts: ['proud'],
    },
    { heading: 'What I would do otherwise', lines: ['- '], hint: 'One thing is enough. What did it teach you?' },
    {
      heading: 'What we agree on',
      lines: ['- [ ] '],
      hint: 'Each with an owner and a date: "- [ ] @lin … 📅 2026-12-01".',
      parts: ['open'],
    },
  ],
  questions: [
    { asks: 'person', text: 'What of this did you not know?' },
    { asks: 'person', text: 'What did you expect that you do not see here?' },
    { asks: 'person', text: 'What would make this an outstanding half-year?' },
    { asks: 'leader', text: 'What are you proud of that nobody mentioned?' },
    { asks: 'leader', text: 'Where did I make your work harder?' },
    { asks: 'leader', text: 'Which goal should we drop?' },
  ],
};
