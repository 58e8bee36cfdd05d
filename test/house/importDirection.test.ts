import assert from 'node:assert/strict';
import { ESLint } from 'eslint';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

describe('The lint rule for the direction of imports', function () {
  this.timeout(120_000); // reads the types of the whole project once

  // What a file of one room would import from another, and whether it may.
  const cases = [
    { in: 'src/core/time/week.ts', from: '../../app/failure.ts', name: 'Failure', allowed: false },
    { in: 'src/core/time/week.ts', from: '../../node/yamlHead.ts', name: 'yamlHead', allowed: false },
    { in: 'src/core/time/week.ts', from: 'vscode', name: 'window', allowed: false },
    { in: 'src/core/time/week.ts', from: 'node:fs', name: 'readFileSync', allowed: false },
    { in: 'src/core/time/week.ts', from: '../note/textEdit.ts', name: 'applyEdits', allowed: true },
    { in: 'src/app/failure.ts', from: '../node/yamlHead.ts', name: 'yamlHead', allowed: false },
    { in: 'src/app/failure.ts', from: 'vscode', name: 'window', allowed: false },
    { in: 'src/app/failure.ts', from: '../core/time/week.ts', name: 'weekOf', allowed: true },
    { in: 'src/node/yamlHead.ts', from: 'vscode', name: 'window', allowed: false },
    { in: 'src/node/yamlHead.ts', from: '../app/failure.ts', name: 'Failure', allowed: true },
    { in: 'src/editor/outloud.ts', from: '../node/yamlHead.ts', name: 'yamlHead', allowed: false },
    { in: 'src/editor/outloud.ts', from: '../core/time/week.ts', name: 'weekOf', allowed: true },
    { in: 'src/editor/capture/index.ts', from: '../weekly/index.ts', name: 'register', allowed: false },
    { in: 'src/editor/capture/index.ts', from: '../support/tell.ts', name: 'tell', allowed: true },
    { in: 'src/page/matrix.ts', from: '../app/failure.ts', name: 'Failure', allowed: false },
    { in: 'src/page/matrix.ts', from: '../editor/outloud.ts', name: 'OutLoud', allowed: false },
    { in: 'src/page/matrix.ts', from: 'node:fs', name: 'readFileSync', allowed: false },
    { in: 'src/page/matrix.ts', from: '../core/time/week.ts', name: 'weekOf', allowed: true },
    { in: 'src/extension.ts', from: './node/yamlHead.ts', name: 'yamlHead', allowed: true },
  ];
  const eslint = new ESLint({ cwd: root });

  for (const { in: file, from, name, allowed } of cases)
    it(`${allowed ? 'lets' : 'stops'} ${file} ${allowed ? 'import' : 'importing'} ${from}`, async () => {
      const text = `import { ${name} } from '${from}';\nexport const used = ${name};\n`;
      const [result] = await eslint.lintText(text, { filePath: path.join(root, file) });
      assert.deepEqual(
        result!.messages.filter(({ fatal }) => fatal),
        [],
      );
      const directions = ['import-x/no-restricted-paths', 'no-restricted-imports'];
      const broken = result!.messages.filter(({ ruleId }) => directions.includes(ruleId ?? ''));
      assert.equal(broken.length === 0, allowed, result!.messages.map(({ message }) => message).join('\n'));
    });
});
