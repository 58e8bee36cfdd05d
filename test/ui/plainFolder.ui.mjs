import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { it } from 'mocha';
import { today } from '../../scripts/sampleTeam.mjs';
import { journeys } from './session.mjs';
import { until } from './until.mjs';

journeys('A folder that is no repository', { prepare: plainFolder }, session => {
  const learning = () => path.join(session().folder, 'outloud-notes/people/ada-lovelace/learning');
  const noteOf = name => path.join(learning(), `${today()}-${name}.md`);

  it('says once that there are no notes yet, and leads to the first', async () => {
    const { workbench, page, folder } = session();
    await workbench.command('Out Loud: Show Skills');
    await workbench.toast('There are no notes here yet.').waitFor();
    await workbench.command('Out Loud: Open Team Week');
    await page.waitForTimeout(1000); // a page, a question or a notice of progress would come late
    assert.equal((await workbench.allToasts()).length, 1);
    assert.equal(await workbench.quick.isVisible(), false);
    assert.equal(await workbench.tab('Skills').count(), 0);
    await workbench.toast('There are no notes here yet.').getByText('Log Learning').click();
    await workbench.input.waitFor();
    await page.keyboard.press('Escape');
    await workbench.quick.waitFor({ state: 'hidden' });
    assert.deepEqual(fs.readdirSync(folder), ['notes']);
  });

  it('asks with the first entry where notes shall be and what she is called, once', async () => {
    const { workbench, folder } = session();
    await workbench.command('Out Loud: Log Learning');
    await workbench.type('No git is needed');
    await workbench.accept();
    await workbench.row('outloud-notes').waitFor();
    await workbench.accept();
    await workbench.quick.getByText('What are you called?').waitFor();
    await workbench.type('Ada Lovelace');
    await workbench.accept();
    await until(() => fs.existsSync(noteOf('no-git-is-needed')));
    assert.deepEqual(fs.readdirSync(path.join(folder, 'notes')), ['chords.md'], 'notes of another kind stay alone');
    await workbench.command('Out Loud: Log Learning');
    await workbench.type('Nothing more is asked');
    await workbench.accept();
    await until(() => fs.existsSync(noteOf('nothing-more-is-asked')));
  });

  it('writes a weekly note, and says kindly that there is no history', async () => {
    const { workbench } = session();
    await workbench.command('Out Loud: Write Weekly Note');
    await workbench.row('This week').waitFor();
    await workbench.accept();
    await workbench.tab('-ada-lovelace.md').waitFor();
    await workbench.toast('There is no git repository here, so the note tells what your notes say.').waitFor();
  });

  it('says in a sentence why a note was not written, and keeps her words until it is', async () => {
    const { workbench } = session();
    const away = `${learning()}-away`;
    fs.renameSync(learning(), away);
    fs.writeFileSync(learning(), 'A file stands here.\n');
    await workbench.command('Out Loud: Log Learning');
    await workbench.type('Words are dear');
    await workbench.accept();
    const toast = workbench.toast('was not written');
    await toast.waitFor();
    assert.match(
      await toast.innerText(),
      /-words-are-dear\.md was not written: a file stands where its folder belongs\. Move that file away\. Your words are kept\./,
    );
    assert.equal(fs.readFileSync(learning(), 'utf8'), 'A file stands here.\n');
    fs.rmSync(learning());
    fs.renameSync(away, learning());
    await toast.getByText('Try Again').click();
    await until(async () => (await workbench.input.inputValue()) === 'Words are dear');
    await workbench.row('Enter saves it').waitFor(); // the input is there before what Enter does
    await workbench.accept();
    await until(() => fs.existsSync(noteOf('words-are-dear')));
  });
});

function plainFolder(folder) {
  fs.mkdirSync(path.join(folder, 'notes'), { recursive: true });
  fs.writeFileSync(path.join(folder, 'notes/chords.md'), '# Chords\n\nC, F, G\n');
  return { folder };
}
