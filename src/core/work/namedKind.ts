import type { WorkKind } from './piece.ts';

/** The kind a word before the colon names: `feat`, `fix`, `docs`. */
export const kindOfType: ReadonlyMap<string, WorkKind> = new Map<string, WorkKind>([
  ...each('feature', 'feat feature features new add imp improvement improve enhancement enh ui ux a11y'),
  ...each('fix', 'fix fixes fixed bugfix bug hotfix patch security sec types typ'),
  ...each('performance', 'perf performance optimize optim'),
  ...each('refactor', 'refactor refac refactoring ref rename move cleanup clean maint dep deprecate'),
  ...each('docs', 'docs doc documentation'),
  ...each('test', 'test tests testing tst e2e bench'),
  ...each('build', 'build bld ci cd infra workflow dx'),
  ...each(
    'chore',
    'chore chores style sty lint deps dep dependencies release misc meta typo format fmt bump maint merge minor',
  ),
  ...each('revert', 'revert reverts rev'),
]);

/** The kind a gitmoji names, as a picture or a `:shortcode:`. */
export const kindOfEmoji: ReadonlyMap<string, WorkKind> = new Map<string, WorkKind>([
  ...each('feature', '✨ 🎉 🚀 :sparkles: :tada: :rocket: :heavy_plus_sign:'),
  ...each('fix', '🐛 🚑 🔒 🩹 :bug: :ambulance: :lock: :adhesive_bandage:'),
  ...each('performance', '⚡ 🐎 :zap: :racehorse:'),
  ...each('refactor', '♻ 🔥 🚚 ⚰ :recycle: :fire: :truck: :coffin:'),
  ...each('docs', '📝 📚 💡 :memo: :books: :bulb: :pencil:'),
  ...each('test', '✅ 🧪 🚨 :white_check_mark: :test_tube: :rotating_light:'),
  ...each('build', '👷 💚 📦 :construction_worker: :green_heart: :package:'),
  ...each(
    'chore',
    '🎨 💄 🔖 ⬆ ⬇ 📌 🔧 ✏ :art: :lipstick: :bookmark: :arrow_up: :arrow_down: :pushpin: :wrench: :pencil2:',
  ),
  ...each('revert', '⏪ :rewind:'),
]);

function each(kind: WorkKind, words: string): [string, WorkKind][] {
  return words.split(' ').map(word => [word, kind]);
}
