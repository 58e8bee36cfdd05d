import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'mocha';

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { command: string; title: string; category: string; icon?: string }[];
    readonly keybindings: readonly { command: string; args?: { readonly commands?: readonly string[] } }[];
    readonly menus: Readonly<Record<string, readonly { command: string; when?: string }[]>>;
    readonly views: Readonly<Record<string, readonly { id: string; icon: string }[]>>;
    readonly viewsWelcome: readonly { view: string; contents: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, Record<string, unknown>>> };
    readonly walkthroughs: readonly {
      readonly steps: readonly { id: string; media: { svg: string }; completionEvents: string[] }[];
    }[];
  };
  readonly icon: string;
}

const read = (file: string) => readFileSync(file, 'utf8');
const manifest = JSON.parse(read('package.json')) as Manifest;
const texts = JSON.parse(read('package.nls.json')) as Record<string, string>;
const { commands, keybindings, menus, views, viewsWelcome, configuration, walkthroughs } = manifest.contributes;
const sources = ['src/extension.ts', ...findSources('src/editor')];
const code = sources.map(read).join('\n');
const contributed = commands.map(({ command }) => command).sort();

function findSources(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files.filter(file => file.endsWith('.ts')).map(file => `${folder}/${file}`);
}

describe('The manifest', () => {
  it('contributes every command that is registered, and no other', () => {
    const literal = [...code.matchAll(/\.command(?:<[^>]*>)?\(\s*'(\w+)'/g)].map(([, id = '']) => id);
    const logging = [...code.matchAll(/^ {2}'?[a-z-]+'?: '(log\w+)',$/gm)].map(([, id = '']) => id);
    const inOneModule = [...code.matchAll(/\.commandsOf\(\s*\(\) => import\([^)]*\),\s*\[([^\]]*)\]/g)].flatMap(
      ([, ids = '']) => [...ids.matchAll(/'(\w+)'/g)].map(([, id = '']) => id),
    );
    const registered = [...literal, ...logging, ...inOneModule].map(id => `outloud.${id}`).sort();
    assert.deepEqual(registered, contributed);
  });

  it('names only commands that exist, in menus, key bindings, welcome texts and in the code', () => {
    const used = [
      ...Object.values(menus)
        .flat()
        .map(({ command }) => command),
      ...keybindings.flatMap(({ command, args }) => args?.commands?.filter(id => id.startsWith('outloud.')) ?? command),
      ...[
        ...Object.values(texts)
          .join('\n')
          .matchAll(/command:(outloud\.\w+)/g),
      ].map(([, id = '']) => id),
      ...[...code.matchAll(/command: '(outloud\.\w+)'/g)].map(([, id = '']) => id),
    ];
    assert.deepEqual(
      used.filter(id => !contributed.includes(id)),
      [],
    );
  });

  it('has a text for every key, and a key for every text', () => {
    const used = [...read('package.json').matchAll(/"%([\w.]+)%"/g)].map(([, key = '']) => key);
    assert.deepEqual([...new Set(used)].sort(), Object.keys(texts).sort());
  });

  it('titles commands in Title Case below one category', () => {
    const small = /^(a|an|and|as|at|for|from|i|in|into|of|on|or|the|to|what|word)$/i;
    const wrong = commands.flatMap(({ title, category }) => {
      const text = texts[title.slice(1, -1)] ?? '';
      const isTitle = text.split(' ').every((word, i) => /^\W?\p{Lu}/u.test(word) || (i > 0 && small.test(word)));
      return isTitle && category === '%category%' ? [] : [text];
    });
    assert.deepEqual(wrong, []);
  });

  it('describes, scopes and orders every setting, and the code reads each', () => {
    const settings = Object.entries(configuration.properties);
    assert.deepEqual(
      settings.map(([, { order }]) => order),
      settings.map((_, i) => i + 1),
    );
    for (const [name, { scope, markdownDescription, type, default: value }] of settings) {
      assert.ok(['resource', 'window', 'machine'].includes(String(scope)), name);
      assert.match(String(markdownDescription), /^%setting\.\w+%$/, name);
      assert.equal(typeof value, type, name);
      assert.ok(code.includes(`'${name.replace('outloud.', '')}'`), `${name} is read nowhere`);
    }
  });

  it('lets no workspace say who the person is, where her private notes lie, or whether a language model is offered', () => {
    const scopeOf = (name: string) => configuration.properties[`outloud.${name}`]?.['scope'];
    assert.deepEqual(['me', 'privateFolder', 'languageModel.enabled'].map(scopeOf), ['machine', 'machine', 'machine']);
    assert.equal(configuration.properties['outloud.languageModel.enabled']?.['default'], false);
  });

  it('keeps commands of rows out of the palette, but for those that ask for what a row would have said', () => {
    const promises = ['publish', 'keep', 'carry', 'decline'].map(verb => `outloud.${verb}Promise`);
    const feedback = ['answerFeedback', 'declineFeedback', 'closeRequest'].map(command => `outloud.${command}`);
    const asksForItself = ['outloud.addStrength', 'outloud.attachEvidence', ...promises, ...feedback];
    const onRows = (menus['view/item/context'] ?? []).map(({ command }) => command);
    const hidden = (menus['commandPalette'] ?? []).filter(({ when }) => when === 'false').map(({ command }) => command);
    assert.deepEqual(
      onRows.filter(command => !hidden.includes(command) && !asksForItself.includes(command)),
      [],
    );
  });

  it('welcomes in every view with one button', () => {
    const ids = Object.values(views)
      .flat()
      .map(({ id }) => id);
    assert.deepEqual(viewsWelcome.map(({ view }) => view).sort(), [...ids].sort());
    for (const { contents } of viewsWelcome)
      assert.equal(texts[contents.slice(1, -1)]?.match(/\]\(command:/g)?.length, 1, contents);
  });

  it('ends every step of the walkthrough with a note made', () => {
    const steps = walkthroughs.flatMap(walkthrough => walkthrough.steps);
    assert.equal(steps.length, 5);
    for (const { id, completionEvents } of steps) {
      assert.deepEqual(completionEvents, [`onContext:outloud.made.${id}`]);
      assert.ok(code.includes(`'${id}'`), `nothing ever makes “${id}”`);
    }
  });

  it('names pictures that are there', () => {
    const pictures = [
      manifest.icon,
      ...Object.values(views)
        .flat()
        .map(({ icon }) => icon),
      ...walkthroughs.flatMap(({ steps }) => steps.map(({ media }) => media.svg)),
    ];
    assert.deepEqual(
      pictures.filter(picture => !existsSync(picture)),
      [],
    );
  });

  it('offers every sentence of the editor to translators', () => {
    const bundle = JSON.parse(read('l10n/bundle.l10n.json')) as Record<string, string>;
    const said = [...code.matchAll(/l10n\.t\(\s*'((?:[^'\\]|\\.)*)'/g)].map(([, text = '']) =>
      text.replaceAll("\\'", "'"),
    );
    assert.deepEqual(Object.keys(bundle).sort(), [...new Set(said)].sort());
  });
});
