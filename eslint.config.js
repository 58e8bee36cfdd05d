import { readdirSync } from 'node:fs';
import js from '@eslint/js';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import importX from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

// Arrows run one way (ARCHITECTURE.md): extension, terminal → editor | node → app → core.
const layers = [
  { target: './src/core', from: ['./src/app', './src/node', './src/editor', './src/page'] },
  { target: './src/page', from: ['./src/app', './src/node', './src/editor'] },
  { target: './src/app', from: ['./src/node', './src/editor'] },
  { target: './src/node', from: ['./src/editor'] },
  { target: './src/editor', from: ['./src/node'] },
  {
    target: ['./src/core', './src/app', './src/node', './src/editor', './src/page'],
    from: ['./src/extension.ts', './src/terminal.ts'],
  },
  { target: './src', from: ['./test', './scripts', './bench'] },
];
const features = readdirSync(new URL('src/editor/', import.meta.url), { withFileTypes: true })
  .filter(entry => entry.isDirectory() && entry.name !== 'support')
  .map(({ name }) => name);
const noFeatureKnowsAnother = features.map(feature => ({
  target: `./src/editor/${feature}`,
  from: './src/editor',
  except: [`./${feature}`, './support', './outloud.ts'],
  message: 'A feature folder never imports another feature; what two of them need belongs to support/ or app/.',
}));
const noVscode = { name: 'vscode', message: 'Only src/editor and src/extension.ts know the editor.' };
const noNode = {
  group: ['node:*', 'fs', 'path', 'child_process', 'os', 'crypto'],
  message: 'core and app know no node: use a port.',
};

export default tseslint.config(
  { ignores: ['dist/', 'out/', '.vscode-test/', 'node_modules/', 'bench/data/', 'test/fixtures/'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver-next': [createTypeScriptImportResolver()] },
    rules: {
      'import-x/no-restricted-paths': ['error', { zones: [...layers, ...noFeatureKnowsAnother] }],
      'import-x/no-cycle': 'error',
      'import-x/no-default-export': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/prefer-readonly': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      'no-restricted-properties': [
        'error',
        { property: 'innerHTML' },
        { property: 'supportHtml' },
        { property: 'isTrusted', message: 'Text of strangers is never trusted.' },
      ],
    },
  },
  {
    files: ['src/core/**', 'src/app/**', 'src/page/**'],
    rules: {
      'no-restricted-imports': ['error', { paths: [noVscode], patterns: [noNode] }],
      'no-restricted-globals': ['error', 'process', 'Buffer', 'setTimeout', 'console'],
    },
  },
  {
    files: ['src/core/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'core has no clock.' },
        {
          selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
          message: 'core has no clock.',
        },
      ],
    },
  },
  { files: ['src/node/**', 'src/terminal.ts'], rules: { 'no-restricted-imports': ['error', { paths: [noVscode] }] } },
  {
    files: ['test/**/*.ts', 'bench/**/*.ts'],
    rules: {
      '@typescript-eslint/no-floating-promises': [
        'error',
        { allowForKnownSafeCalls: [{ from: 'package', name: ['it', 'describe'], package: 'mocha' }] },
      ],
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['**/*.js', '**/*.mjs', '**/*.cjs'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        setInterval: 'readonly',
        clearInterval: 'readonly',
        fetch: 'readonly',
        URL: 'readonly',
        Buffer: 'readonly',
        performance: 'readonly',
        require: 'readonly',
        module: 'writable',
        exports: 'writable',
        AbortController: 'readonly',
        AbortSignal: 'readonly',
      },
    },
  },
);
