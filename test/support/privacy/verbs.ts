import type { Verbs } from './verb.ts';
import { ally } from './verbs/ally.ts';
import { askFeedbackVerbs } from './verbs/askFeedback.ts';
import { codeVerbs } from './verbs/code.ts';
import { erosion } from './verbs/erosion.ts';
import { evidence } from './verbs/evidence.ts';
import { feedbackVerbs } from './verbs/feedback.ts';
import { goal } from './verbs/goal.ts';
import { log } from './verbs/log.ts';
import { meetingVerbs } from './verbs/meeting.ts';
import { mention } from './verbs/mention.ts';
import { people } from './verbs/people.ts';
import { promiseVerbs } from './verbs/promise.ts';
import { places } from './verbs/places.ts';
import { rewordVerbs } from './verbs/reword.ts';
import { shareVerbs } from './verbs/share.ts';
import { skill } from './verbs/skill.ts';
import { surveyVerbs } from './verbs/survey.ts';
import { weekVerbs } from './verbs/week.ts';

/** Everything Out Loud does, each in a line: a new file of `src/app` gets its line in the subject's file, or a reason in `unwatched.ts`. */
export const verbs: Verbs = {
  ...ally,
  ...askFeedbackVerbs,
  ...codeVerbs,
  ...erosion,
  ...evidence,
  ...feedbackVerbs,
  ...goal,
  ...log,
  ...meetingVerbs,
  ...mention,
  ...people,
  ...promiseVerbs,
  ...rewordVerbs, // before `places`, which takes private notes out of its reach
  ...places,
  ...shareVerbs,
  ...skill,
  ...surveyVerbs,
  ...weekVerbs,
};
