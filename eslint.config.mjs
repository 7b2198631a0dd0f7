import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const TYPESCRIPT = ['**/*.{ts,tsx,mts}'];
const TESTS = [
  '**/*.spec.ts',
  '**/*.spec.tsx',
  '**/*.{int,e2e}-spec.ts',
  'libs/testing/**',
  'test/**',
  'tools/tests/**',
];
const CONFIG_FILES = ['*.config.{mjs,cjs,mts}', '**/vite.config.mts', '.dependency-cruiser.cjs'];

const noDefaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Named exports only: a name that is chosen once is found everywhere.',
};
const noSkippedTest = [
  {
    selector: 'MemberExpression[object.name=/^(it|test|describe)$/][property.name=/^(skip|only|todo|failing)$/]',
    message: 'Every test runs, always.',
  },
  {
    selector: 'CallExpression[callee.name=/^(xit|xtest|xdescribe|fit|fdescribe)$/]',
    message: 'Every test runs, always.',
  },
];

const handWritten = {
  files: ['**/*.{ts,tsx,mts,mjs,cjs}'],
  linterOptions: { noInlineConfig: true },
  rules: {
    'max-lines': ['error', { max: 300, skipBlankLines: false, skipComments: false }],
    'max-lines-per-function': ['error', { max: 40, skipBlankLines: false, skipComments: false }],
    'no-restricted-syntax': ['error', noDefaultExport, ...noSkippedTest],
    eqeqeq: 'error',
    'no-empty': 'error',
    'no-var': 'error',
    'prefer-const': 'error',
    'object-shorthand': 'error',
    'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'], location: 'anywhere' }],
  },
};

const typeChecked = {
  files: TYPESCRIPT,
  extends: [tseslint.configs.recommendedTypeChecked],
  languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
  rules: {
    '@typescript-eslint/no-explicit-any': 'error',
    '@typescript-eslint/no-floating-promises': 'error',
    '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
    '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    '@typescript-eslint/consistent-type-imports': [
      'error',
      { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
    ],
    '@typescript-eslint/no-unused-vars': [
      'error',
      { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
    ],
    '@typescript-eslint/require-await': 'off',
    // A module class of Nest has decorators and no body.
    '@typescript-eslint/no-extraneous-class': 'off',
    'no-restricted-properties': [
      'error',
      {
        object: 'process',
        property: 'env',
        message: 'The environment is read in libs/platform/config, once, typed and checked.',
      },
    ],
  },
};

const features = {
  files: ['libs/features/**/*.ts'],
  ignores: TESTS,
  rules: {
    'no-restricted-imports': [
      'error',
      {
        paths: [
          {
            name: 'typeorm',
            importNames: ['DataSource', 'getConnection', 'createConnection'],
            message: 'The transaction is passed as tx; a feature never opens its own way to the database.',
          },
        ],
      },
    ],
  },
};

export default defineConfig(
  { ignores: ['dist/', '.cache/', 'coverage/', 'libs/contract/gql/', 'node_modules/'] },
  handWritten,
  typeChecked,
  features,
  { files: TESTS, rules: { 'max-lines-per-function': 'off', '@typescript-eslint/unbound-method': 'off' } },
  // JSX puts every attribute on a line of its own: a component of sixty lines is as short as a function of forty.
  { files: ['apps/web/**/*.tsx'], rules: { 'max-lines-per-function': ['error', { max: 60 }] } },
  { files: ['**/*.d.ts'], rules: { 'no-restricted-syntax': 'off' } },
  // A migration is a list of statements in their order, and stays as it was merged.
  { files: ['database/migrations/**'], rules: { 'max-lines-per-function': 'off', 'max-lines': 'off' } },
  {
    files: ['libs/platform/config/**', 'libs/testing/**', 'test/**', ...CONFIG_FILES],
    rules: { 'no-restricted-properties': 'off' },
  },
  { files: CONFIG_FILES, ...tseslint.configs.disableTypeChecked },
  { files: CONFIG_FILES, rules: { 'no-restricted-syntax': 'off' } },
);
