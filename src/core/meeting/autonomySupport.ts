import type { KindOfMeeting } from './kinds.ts';

/** A meeting the person asks for herself, in which her leader works for her. */
export const autonomySupport: KindOfMeeting = {
  kind: 'autonomy-support',
  title: 'Autonomy-support meeting',
  says: 'your points and asks, with somebody beside you who speaks for you',
  startedBy: 'person',
  sections: [],
  questions: [
    { asks: 'leader', covers: 'perspective', text: 'How does it look from where you sit?' },
    { asks: 'leader', covers: 'perspective', text: 'What have I not understood yet?' },
    { asks: 'leader', covers: 'choice', text: 'Which ways do you see, and which would you choose?' },
    { asks: 'leader', covers: 'choice', text: 'What would you like to decide yourself from now on?' },
    { asks: 'leader', covers: 'reasons', text: 'Where did I ask for something without saying why?' },
    { asks: 'leader', covers: 'competence', text: 'What do you need to be sure you can do it?' },
    { asks: 'leader', covers: 'belonging', text: 'Who is on your side in this, and who should be?' },
  ],
};
