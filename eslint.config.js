import { readdirSync } from 'node:fs';
import js from '@eslint/js';
import importX from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

/**
 * The road of the data, as the folders of src/ tell it. A folder may use what stands before it, never what comes
 * after.
 */
const ROAD = [
  'errors',
  'periods',
  'tree',
  'limits.ts',
  'settings',
  'config.ts',
  'database',
  'facts',
  'import',
  'rollup',
  'register',
  'access',
  'protection',
  'loaders',
  'export',
  'resolvers',
  'federation',
  'server',
  'startup',
  'start.ts',
];

/** Rules and trees are pure: they know nothing of where facts come from, nor of who asks. */
const PURE = ['errors', 'periods', 'tree', 'rollup'];

for (const name of readdirSync(new URL('src', import.meta.url))) {
  if (name !== 'README.md' && !ROAD.includes(name)) throw new Error(`src/${name} has no place on the ROAD yet`);
}

const zones = [
  ...ROAD.slice(0, -1).map((name, index) => ({
    target: `./src/${name}`,
    from: ROAD.slice(index + 1).map((later) => `./src/${later}`),
    message: `src/${name} stands before it on the road of the data (eslint.config.js)`,
  })),
  {
    target: ['rollup', 'register', 'loaders', 'federation', 'server'].map((name) => `./src/${name}`),
    from: './src/import',
    message: 'what was brought in is read through facts, never from the importers',
  },
  {
    target: './src',
    from: ['./test', './bench', './examples', './scripts', './web'],
    message: 'the platform does not depend on what stands around it',
  },
];

export default tseslint.config(
  {
    ignores: ['node_modules/', 'dist/', 'build/', 'artifacts/', '**/generated/', '**/node_modules/'],
  },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/prefer-nullish-coalescing': 'error',
      // Zero is not missing: a number is compared, never taken for a yes or no.
      '@typescript-eslint/strict-boolean-expressions': [
        'error',
        {
          allowNumber: false,
          allowNullableBoolean: true,
          allowNullableString: true,
          allowAny: true,
        },
      ],
      // A method that must be async for its caller, and destructured methods of plain objects, are both fine.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
    },
  },
  {
    rules: {
      'max-lines': ['error', { max: 300, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'] }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: ['src/**/*.ts', 'seeds/**/*.ts', 'migrations/**/*.ts'],
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver': { node: { extensions: ['.ts', '.js'] } } },
    rules: {
      'import-x/no-restricted-paths': ['error', { zones }],
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'no-console': 'error',
    },
  },
  {
    files: ['src/**/*.ts', 'seeds/**/*.ts', 'migrations/**/*.ts'],
    ignores: ['src/config.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        {
          object: 'process',
          property: 'env',
          message: 'src/config.ts alone reads the environment',
        },
      ],
      'no-restricted-imports': ['error', { paths: ['process', 'node:process'] }],
    },
  },
  {
    files: PURE.map((name) => `src/${name}/**/*.ts`),
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: ['process', 'node:process', 'pg', 'graphql', 'type-graphql', 'dataloader', 'kysely'],
          patterns: ['@mikro-orm/*', '@apollo/*', 'node:fs*'],
        },
      ],
    },
  },
  {
    // The ORM has to be told of every entity.
    files: ['src/database/entities.ts'],
    rules: { 'import-x/no-restricted-paths': 'off' },
  },
  {
    // Entities name each other in both directions, as the tables do.
    files: ['src/facts/**/*.entity.ts'],
    rules: { 'import-x/no-cycle': 'off' },
  },
  {
    // Lists of statements, and lists of cases.
    files: ['migrations/**/*.ts', 'test/**/*.ts'],
    rules: { 'max-lines-per-function': 'off' },
  },
  {
    files: ['**/*.js', '**/*.mjs'],
    languageOptions: {
      globals: { process: 'readonly', console: 'readonly', URL: 'readonly', fetch: 'readonly' },
    },
  },
);
