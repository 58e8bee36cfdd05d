import { l10n, window, type Uri } from 'vscode';
import * as verb from '../../app/skill/assessSkills.ts';
import type { Desk } from '../../app/desk.ts';
import { peopleLedBy } from '../../app/skill/skillsToAssess.ts';
import { plainLabel } from '../../core/outline/plainLabel.ts';
import type { Person } from '../../core/people/person.ts';
import type { OutLoud } from '../outloud.ts';
import { askForLevels } from './askForLevels.ts';
import { askForSkills } from './askForSkills.ts';
import { pickOne } from './pick.ts';

/**
 * Writes how the person sees her skills today, or those of somebody she leads, asking for what is not given. Answers the note, or
 * undefined for "not now".
 */
export async function assessSkills(
  outloud: OutLoud,
  { person: called, skills, private: isPrivate = false }: Partial<verb.SkillAnswers>,
): Promise<Uri | undefined> {
  const desk = await outloud.desk();
  if (!desk) return undefined;
  if (skills) {
    const given = { skills, private: isPrivate, ...(called !== undefined && { person: called }) };
    return outloud.uriOf(desk.notebook, await verb.assessSkills(desk, given));
  }
  const person = called === undefined ? await askForPerson(desk) : verb.assessedPerson(desk, called);
  const asked = person && (await ask(desk, person));
  if (!asked) return undefined;
  const answers = { person: person.handle, skills: asked.skills, private: isPrivate || asked.private === true };
  const uri = outloud.uriOf(desk.notebook, await verb.assessSkills(desk, answers));
  await window.showTextDocument(uri);
  return uri;
}

/** Whose skills: asked only where she leads somebody. */
async function askForPerson(desk: Desk): Promise<Person | undefined> {
  const led = peopleLedBy(desk);
  if (led.length === 0) return desk.me;
  const items = [
    { label: l10n.t('My own'), handle: desk.me.handle },
    ...led.map(({ handle, name }) => ({ label: plainLabel(name), handle })),
  ];
  const title = l10n.t('Assess Skills');
  const picked = await pickOne(items, { title, placeholder: l10n.t('Whose skills?') });
  return picked && verb.assessedPerson(desk, picked.handle);
}

async function ask(desk: Desk, person: Person): Promise<Omit<verb.SkillAnswers, 'person'> | undefined> {
  const chosen = await askForSkills(desk, person);
  if (!chosen) return undefined;
  const { answers, isWhole } = await askForLevels(chosen.skills, {
    today: desk.clock.today(),
    ...(person !== desk.me && { name: person.name }),
  });
  const named = Object.keys(answers);
  if (named.length === 0 || (!isWhole && !(await mayWrite(named)))) return undefined;
  return { skills: answers, private: chosen.private };
}

/** She stopped half-way: what she answered so far is not thrown away unasked. */
async function mayWrite(named: readonly string[]): Promise<boolean> {
  const write = { label: l10n.t('Write What I Answered'), description: plainLabel(named.join(', ')) };
  const leave = { label: l10n.t('Not Now'), description: l10n.t('nothing is written') };
  const title = l10n.t('Assess Skills');
  return (await pickOne([write, leave], { title, placeholder: l10n.t('Keep what you answered so far?') })) === write;
}
