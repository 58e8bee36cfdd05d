import type { KindOfMeeting } from './kinds.ts';

/** What two people talk about every week or two. */
export const regular: KindOfMeeting = {
  kind: 'regular',
  title: 'One-to-one',
  says: 'promises, what happened since, what you want to talk about',
  sections: [],
  questions: [
    { asks: 'person', text: 'What would you do differently if you were me?' },
    { asks: 'person', text: 'By when will that be done?' },
    { asks: 'person', text: 'What do you know that I should know too?' },
    { asks: 'person', text: 'What do you expect of me that I have not done yet?' },
    { asks: 'person', text: 'Which of my tasks matters least?' },
    { asks: 'person', text: 'Whom should I talk to about this?' },
    { asks: 'person', text: 'Which decision may I make without asking?' },
    { asks: 'person', text: 'What worries you at the moment?' },
    { asks: 'person', text: 'What should I do more of?' },
    { asks: 'person', text: 'Where could I help somebody of the team?' },
    { asks: 'leader', text: 'What is in your way that I could move?' },
    { asks: 'leader', text: 'What did I promise and not do?' },
    { asks: 'leader', text: 'What gives you energy at the moment, and what takes it?' },
    { asks: 'leader', text: 'What have you learned that others should hear?' },
    { asks: 'leader', text: 'What should I stop doing?' },
    { asks: 'leader', text: 'What would you like to try next?' },
    { asks: 'leader', text: 'What do you know that I don’t see from where I sit?' },
    { asks: 'leader', text: 'Whose work deserves to be seen?' },
    { asks: 'leader', text: 'What would make next week easier?' },
    { asks: 'leader', text: 'What have we talked about often and never changed?' },
  ],
};
