import { Uri, workspace } from 'vscode';
import { goalAround } from '../../app/goal/goalAround.ts';
import type { Desk } from '../../app/desk.ts';
import { othersIn } from '../../app/promise/meetingsOf.ts';
import type { Notebook } from '../../app/shelf.ts';
import { skillsOf } from '../../app/skill/skillMatrix.ts';
import { checkAnswer } from '../../core/feedback/checkAnswer.ts';
import { checkGoal, withoutOff, type GoalAround } from '../../core/goal/checkGoal.ts';
import { readGoal } from '../../core/goal/goal.ts';
import type { SharedPath } from '../../core/note/notePath.ts';
import { answerChecks, type AnswerCheck, type GoalCheck, type Problem } from '../../core/note/problem.ts';
import { checkPromises } from '../../core/promise/checkPromises.ts';
import { isSharedBy } from '../../core/share/sharePlan.ts';
import type { Skill } from '../../core/skill/skill.ts';
import { calendarOf } from '../../core/time/calendar.ts';
import type { Day } from '../../core/time/day.ts';
import type { OutLoud } from '../outloud.ts';
import { openDocument } from '../support/openDocuments.ts';
import type { ReadNote } from './problemsOf.ts';

/** A look at the goals and promises of one notebook: what is around them is gathered once, when the first of them is asked about. */
export class GoalLook {
  readonly #outloud: OutLoud;
  readonly #notebook: Notebook;
  #desk: Promise<LookDesk | undefined> | undefined;
  #around: Promise<GoalAround> | undefined;
  #skills: Promise<readonly Skill[]> | undefined;

  constructor(outloud: OutLoud, notebook: Notebook) {
    this.#outloud = outloud;
    this.#notebook = notebook;
  }

  /** What a goal of the person in front is asked. Nothing about anybody else's, and nothing where nobody knows who she is. */
  async problemsOf({ shelf, path, text, note }: ReadNote): Promise<readonly Problem[]> {
    if (note.type !== 'goal') return [];
    this.#desk ??= this.#deskOf();
    const desk = await this.#desk;
    if (!desk || (shelf === 'shared' && !path.startsWith(`people/${desk.me.handle}/`))) return [];
    this.#around ??= goalAround(desk);
    const file = Uri.file(this.#notebook[shelf].locate(path as never)); // the shelf and its path come from one place
    const [around, changedOn] = await Promise.all([this.#around, this.#changedOn(file)]);
    const today = this.#outloud.world.clock.today();
    const problems = checkGoal(readGoal({ ...note, path }, text, shelf), text, {
      ...around,
      today,
      ...(changedOn !== undefined && { changedOn }),
    });
    return withoutOff(problems, checksAt(file));
  }

  /** What an answer of the person in front is asked. Nothing about anybody else's, and nothing where she declined. */
  async answerProblems({ path, text, note }: ReadNote): Promise<readonly Problem[]> {
    if (note.head['declined'] !== undefined || !(await this.isHers(path))) return [];
    const isOn = checksAt(Uri.file(this.#notebook.shared.locate(path as SharedPath)));
    return checkAnswer(text).filter(({ code }) =>
      answerChecks.some(check => code === `answer-${check}` && isOn(check)),
    );
  }

  /** What is asked about the promises in a one-to-one of hers. */
  async promiseProblems({ shelf, text, note }: ReadNote): Promise<readonly Problem[]> {
    this.#desk ??= this.#deskOf();
    const desk = shelf === 'private' ? await this.#desk : undefined;
    return desk ? checkPromises(text, { me: desk.me.handle, others: othersIn(note, desk.team) }) : [];
  }

  /** Whether a shared note is hers or the team's; nobody's where nobody knows who she is. */
  async isHers(path: string): Promise<boolean> {
    this.#desk ??= this.#deskOf();
    const desk = await this.#desk;
    return desk !== undefined && isSharedBy(desk.me.handle, path);
  }

  /** The skills an assessment may name. */
  skills(): Promise<readonly Skill[]> {
    this.#skills ??= skillsOf(this.#notebook.shared);
    return this.#skills;
  }

  async #deskOf(): Promise<LookDesk | undefined> {
    const { identity, world } = this.#outloud;
    const known = await identity.of(this.#notebook, this.#outloud.history, false);
    return known && { ...known, notebook: this.#notebook, clock: world.clock };
  }

  /** The day a file changed; today while it is being typed in. */
  async #changedOn(file: Uri): Promise<Day | undefined> {
    const { clock } = this.#outloud.world;
    if (openDocument(file.fsPath)?.isDirty === true) return clock.today();
    try {
      return calendarOf(clock.zone).dayAt((await workspace.fs.stat(file)).mtime / 1000);
    } catch {
      return undefined;
    }
  }
}

type LookDesk = Pick<Desk, 'notebook' | 'me' | 'team' | 'clock'>;

/** Which questions the person wants to be asked about the goals and answers of a folder: all, but for those she turned off. */
function checksAt(file: Uri): (check: GoalCheck | AnswerCheck) => boolean {
  const checks = workspace.getConfiguration('outloud', file).get<Partial<Record<string, unknown>>>('checks', {});
  return check => checks[check] !== false;
}
