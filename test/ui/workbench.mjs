import { until } from './until.mjs';

const exactly = text => new RegExp(`^\\s*${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*$`);

/** What a person sees and touches in the web workbench of VS Code 1.139. */
export class Workbench {
  constructor(page) {
    this.page = page;
    this.quick = page.locator('.quick-input-widget');
    this.input = this.quick.locator('.quick-input-filter input');
    this.toasts = page.locator('.notifications-toasts .notification-toast');
    this.statusBar = page.locator('.part.statusbar');
  }

  ready() {
    return this.statusBar.waitFor();
  }

  /** The words of all that asks for attention: dialogs, messages, a question. Never waits long, so that it can tell of a window that hangs. */
  async onScreen() {
    const asking = this.page.locator('.monaco-dialog-box, .notification-toast, .quick-input-widget');
    const words = asking.evaluateAll(all =>
      all.filter(each => each.checkVisibility()).map(each => each.innerText.replace(/\s+/g, ' ').trim().slice(0, 400)),
    );
    const tooLate = new Promise(resolve => setTimeout(resolve, 5000, ['the window does not answer']));
    const seen = await Promise.race([words.catch(error => [error.message]), tooLate]);
    return seen.join(' | ') || 'no dialog, no message, no question';
  }

  // The command palette, pickers and inputs

  async palette(text) {
    await this.#ask('F1', `>${text}`); // the ">" makes it the palette
  }

  /** Runs a command by its title as the palette shows it: `Out Loud: Log Learning`. */
  async command(title) {
    const label = this.page.locator('.label-name').getByText(title, { exact: true });
    await this.palette(title);
    await this.#take(this.quick.locator('.monaco-list-row').filter({ has: label }).first());
  }

  /** Runs a command by its title, without the mouse. */
  async commandByKeys(title) {
    await this.palette(title);
    await this.quick.locator('.monaco-list-row.focused').getByText(title, { exact: true }).waitFor();
    await this.page.keyboard.press('Enter');
  }

  /** Opens a question by a key, which may not be bound yet, and says what is looked for. */
  async #ask(key, text) {
    await until(async () => {
      await this.page.keyboard.press(key);
      return this.input.waitFor({ timeout: 5000 }).then(() => true);
    });
    await this.input.fill(text);
  }

  /** Clicks on a row until the list is gone: a click that falls into a drawing of the list is lost, as it is to a person, who clicks again. */
  async #take(row) {
    await row.waitFor();
    await until(async () => {
      if (!(await row.isVisible())) return true;
      await row.click({ timeout: 5000 });
      return row.waitFor({ state: 'hidden', timeout: 5000 }).then(() => true);
    });
  }

  /** The titles the palette offers for a text. */
  async commands(text) {
    await this.palette(text);
    await this.quick.locator('.monaco-list-row').first().waitFor();
    const titles = await this.rows();
    await this.page.keyboard.press('Escape');
    return titles;
  }

  row(label) {
    return this.quick.locator('.quick-input-list .monaco-list-row').filter({ hasText: label }).first();
  }

  /** The row of a question that Enter takes. */
  focusedRow(label) {
    return this.quick.locator('.quick-input-list .monaco-list-row.focused').filter({ hasText: label });
  }

  pick(label) {
    return this.#take(this.row(label));
  }

  /** Waits until a question says that so many of its rows are ticked. */
  ticked(count) {
    return this.quick.getByText(`${count} Selected`, { exact: true }).waitFor();
  }

  /** The labels in sight; the second line of an item is its detail. */
  rows() {
    return this.quick.locator('.quick-input-list-rows > .quick-input-list-row:first-child .label-name').allInnerTexts();
  }

  /** Types as a person does, key by key. */
  async type(text) {
    await this.input.waitFor();
    await this.input.focus();
    await this.page.keyboard.type(text);
  }

  accept() {
    return this.input.press('Enter');
  }

  // Messages

  toast(text) {
    return this.toasts.filter({ hasText: text });
  }

  async allToasts() {
    return this.toasts.locator('.notification-list-item-message').allInnerTexts();
  }

  // The sidebar

  container(name) {
    return this.page.locator(`.activitybar .action-item a[aria-label^="${name}"]`); // its badge has the same label
  }

  async openContainer(name) {
    const item = this.container(name).first();
    await item.waitFor();
    const whole = item.locator('..'); // a badge may lie over the icon
    const state = await whole.getAttribute('class');
    if (!/\bchecked\b/.test(state)) await whole.click(); // a click on the open one would close it
  }

  /** One view of the sidebar by its title: `Goals`. */
  view(title) {
    const header = this.page.locator('.pane-header .title', { hasText: exactly(title) });
    return this.page.locator('.part.sidebar .pane').filter({ has: header });
  }

  treeRow(label, within = this.page.locator('.part.sidebar')) {
    return within
      .locator('[role="treeitem"]')
      .filter({ has: this.page.locator('.label-name', { hasText: exactly(label) }) });
  }

  /** Goes down the list of a view to a row by keyboard, as arrows do: from the top again where the list was drawn anew meanwhile. */
  async focusRow(title, words) {
    const list = this.view(title).locator('.monaco-list');
    const row = list.locator('.monaco-list-row.focused', { hasText: words });
    await this.view(title).locator('[role="treeitem"]', { hasText: words }).first().waitFor(); // a view without rows takes the focus itself
    await this.command(`Out Loud: Focus on ${title} View`);
    await until(() => list.evaluate(each => each.ownerDocument.activeElement === each));
    await until(async () => {
      await this.page.keyboard.press('Home');
      for (let moved = 0; moved < 40 && (await row.count()) === 0; moved++) await this.page.keyboard.press('ArrowDown');
      return (await row.count()) > 0;
    });
  }

  /** Opens the menu of the row with the focus by keyboard, and takes what is called so. */
  async chooseFromMenu(title) {
    await this.page.keyboard.press('Shift+F10');
    await this.page.locator('.monaco-menu').waitFor();
    const item = this.page.locator('.monaco-menu .action-item.focused').getByText(title, { exact: true });
    await until(async () => (await item.count()) > 0 || (await this.page.keyboard.press('ArrowDown')));
    await this.page.keyboard.press('Enter');
  }

  /** The rows of a view that are in sight, as indented text: a check box, the label, the detail after a dot. */
  async treeText(title) {
    const rows = await this.view(title)
      .locator('[role="treeitem"]')
      .evaluateAll(items =>
        items
          .filter(item => !item.closest('.monaco-tree-sticky-container'))
          .map(item => ({
            index: Number(item.getAttribute('data-index')),
            level: Number(item.getAttribute('aria-level')),
            checked: item.querySelector('.monaco-custom-toggle, [role="checkbox"]')?.getAttribute('aria-checked'),
            label: item.querySelector('.label-name')?.textContent ?? '',
            detail: item.querySelector('.label-description')?.textContent ?? '',
          })),
      );
    return rows
      .toSorted((a, b) => a.index - b.index)
      .map(({ level, checked, label, detail }) => {
        const box = checked === 'true' ? '[x] ' : checked === 'false' ? '[ ] ' : '';
        return '  '.repeat(level - 1) + box + label + (detail ? ` · ${detail}` : '');
      })
      .join('\n');
  }

  // Editors

  tab(label) {
    return this.page.locator('.tabs-container .tab.active', { hasText: label });
  }

  editor() {
    return this.page.locator('.editor-group-container.active .editor-instance .monaco-editor').first();
  }

  /** Waits until the status bar says so: what the extension host selects, the window follows a moment later. */
  cursorAt(text) {
    return this.statusBar.getByText(text, { exact: typeof text === 'string' }).waitFor();
  }

  codeLens(title) {
    return this.editor().locator('.codelens-decoration a').getByText(title);
  }

  /** Clicks on a row of the sidebar until its note is in front: a click that falls into a drawing of the tree is lost, as it is to a person. */
  async openRow(row, tab) {
    await until(async () => {
      await row.click();
      return this.tab(tab)
        .waitFor({ timeout: 10_000 })
        .then(() => true);
    });
  }

  async openFile(name) {
    await this.#ask('Control+p', name);
    await this.#take(this.row(name));
    await this.tab(name).waitFor();
    await this.focusInEditor();
  }

  /** Waits until keys go to the editor: its tab is there a moment before. */
  focusInEditor() {
    return this.page.locator('.editor-group-container.active .monaco-editor.focused').first().waitFor();
  }
}
