import fs from 'node:fs';
import path from 'node:path';
import { it } from 'mocha';
import { makeSampleTeam, today } from '../../scripts/sampleTeam.mjs';
import { journeys } from './session.mjs';
import { until } from './until.mjs';

const asLin = folder => makeSampleTeam(folder, today(), { identity: 'lin' });

journeys('Skills are assessed by the keyboard alone', { prepare: asLin }, session => {
  it('by who leads somebody: no target is asked for, and Esc keeps what was answered', async () => {
    const { workbench, page } = session();
    await begin('Ada');
    await asked('Postgres (1/6)');
    await until(async () => (await workbench.rows())[3] === '4  Others ask her about slow queries');
    await answer('4');
    await asked('Rust (2/6)');
    await page.keyboard.press('Escape');
    await workbench.row('Write What I Answered').waitFor();
    await page.keyboard.press('Enter');
    await written('ada', /\nof: ada\nby: lin\n---\n# Skills of Ada, by Lin\n\n- Postgres: 4\n$/);
  });

  it('of herself, with where she wants to be and by when', async () => {
    const { workbench, page } = session();
    await begin('My own');
    await asked('Postgres (1/4)');
    await answer('4');
    await workbench.row('No target for now').waitFor();
    await answer('5');
    await workbench.row('In 12 months').waitFor();
    await answer('12 months');
    await asked('Measuring (2/4)');
    await page.keyboard.press('Escape');
    await workbench.row('Write What I Answered').waitFor();
    await page.keyboard.press('Enter');
    await written('lin', /\n# Skills of Lin, by Lin\n\n- Postgres: 4 → 5 by \d{4}-\d{2}-\d{2}\n$/);
  });

  /** From the palette to the first question: whose skills, and those that are proposed. */
  async function begin(whose) {
    const { workbench, page } = session();
    await workbench.commandByKeys('Out Loud: Assess Skills');
    await workbench.row('My own').waitFor();
    await answer(whose);
    await workbench.row('Keep it private').waitFor();
    await page.keyboard.press('Enter');
  }

  async function answer(words) {
    await session().workbench.type(words);
    await session().page.keyboard.press('Enter');
  }

  const asked = title => session().workbench.quick.locator('.quick-input-title', { hasText: title }).waitFor();

  /** Waits until today's note of somebody is there, opened, and so. */
  async function written(of, form) {
    const name = `${today()}-${of}-lin.md`;
    await session().workbench.tab(name).waitFor();
    const file = path.join(session().folders[0], 'notes/people/lin/assessments', name);
    await until(() => form.test(fs.readFileSync(file, 'utf8')));
  }
});
