/* global getComputedStyle */
import assert from 'node:assert/strict';
import { it } from 'mocha';
import { journeys } from './session.mjs';
import { until } from './until.mjs';

const themes = [
  { name: 'Light 2026', kind: 'vs' },
  { name: 'Dark 2026', kind: 'vs-dark' },
  { name: 'Default High Contrast', kind: 'hc-black' },
  { name: 'Default High Contrast Light', kind: 'hc-light' },
];

journeys('Every row of the sidebar can be read', {}, session => {
  for (const { name, kind } of themes)
    it(`in ${name}`, async () => {
      const { workbench, page, ask } = session();
      await workbench.openContainer('Out Loud');
      const change = (vscode, theme) =>
        vscode.workspace.getConfiguration('workbench').update('colorTheme', theme, true);
      await ask(change, name);
      await page.locator(`.monaco-workbench.${kind}`).waitFor();
      await workbench.treeRow('Checkout under 200 ms', workbench.view('Goals')).waitFor();
      const enough = kind.startsWith('hc') ? 4.5 : 3.5;
      await until(async () => {
        const texts = await page.locator('.part.sidebar [role="treeitem"]').evaluateAll(contrasts);
        assert.ok(texts.length >= 6, `${texts.length} texts were looked at`);
        assert.deepEqual(
          texts.filter(({ contrast }) => contrast < enough),
          [],
        );
        return true;
      });
      const mask = await page
        .locator('.activitybar .action-item.checked a')
        .evaluate(icon => getComputedStyle(icon).maskImage);
      assert.match(mask, /icon\.svg|url/, 'the icon takes the theme’s colour');
    });
});

/** Evaluated in the page: how each label and detail stands out from what is behind it (WCAG's ratio). */
function contrasts(items) {
  const parse = color => (color.match(/[\d.]+/g) ?? []).map(Number);
  const light = ([r, g, b]) => {
    const [red, green, blue] = [r, g, b].map(value =>
      value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const over = ([r, g, b, a = 1], below) => [r, g, b].map((value, i) => value * a + below[i] * (1 - a));
  const behind = element => {
    const layers = [];
    for (let at = element; at; at = at.parentElement) layers.push(parse(getComputedStyle(at).backgroundColor));
    return layers.reverse().reduce((below, layer) => (layer.length < 3 ? below : over(layer, below)), [255, 255, 255]);
  };
  const seen = element => {
    let opacity = 1;
    for (let at = element; at; at = at.parentElement) opacity *= Number(getComputedStyle(at).opacity);
    const below = behind(element);
    const [r, g, b, a = 1] = parse(getComputedStyle(element).color);
    const [one, two] = [light(over([r, g, b, a * opacity], below)), light(below)];
    return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
  };
  return items.flatMap(item =>
    [...item.querySelectorAll('.label-name, .label-description')]
      .filter(element => element.textContent.trim())
      .map(element => ({ text: element.textContent, contrast: Number(seen(element).toFixed(1)) })),
  );
}
