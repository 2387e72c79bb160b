import { fileURLToPath } from 'node:url';
import boundaries from 'eslint-plugin-boundaries';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { importTable } from './test/architecture/import-table.mjs';

const parts = Object.keys(importTable);

/** The import table in the words of eslint-plugin-boundaries. */
const policies = Object.entries(importTable).flatMap(([part, { imports, typesFrom, packages, never }]) => {
  const from = { element: { type: part } };
  const toParts = (types) => ({ to: { element: { types: { anyOf: types } } } });
  const sources = (names) => names.map((name) => (name.endsWith(':') ? `${name}*` : `{${name},${name}/**}`));
  const toPackages = (names) => ({ to: { module: { origin: ['external', 'core'], source: names } } });
  return [
    { from, allow: toParts([part, ...imports]) },
    ...(typesFrom.length > 0 ? [{ from, allow: { ...toParts(typesFrom), dependency: { kind: 'type' } } }] : []),
    { from, allow: toPackages(packages ? sources(packages) : ['**']) },
    ...(never ? [{ from, disallow: toPackages(sources(never)) }] : []),
  ];
});

const selector = (message, ...selectors) => selectors.map((text) => ({ selector: text, message }));

/** What gives another answer on another machine, another day or in a replay. */
const unpredictable = {
  'no-restricted-globals': [
    'error',
    ...[
      'process',
      'setTimeout',
      'setInterval',
      'setImmediate',
      'console',
      'Intl',
      'fetch',
      'performance',
      'crypto',
    ].map((name) => ({ name, message: 'rules and workflows get everything they know as arguments' })),
  ],
  'no-restricted-syntax': [
    'error',
    ...selector(
      'the time of the world is an argument, never the clock of the machine',
      "NewExpression[callee.name='Date'][arguments.length=0]",
      "CallExpression[callee.name='Date']",
      "MemberExpression[object.name='Date'][property.name='now']",
    ),
    ...selector('chance does not replay', "MemberExpression[object.name='Math'][property.name='random']"),
    ...selector(
      'the local time zone differs between machines: count in working calendars and UTC',
      "NewExpression[callee.name='Date'][arguments.length>1]",
      'MemberExpression[property.name=/^(get|set)(FullYear|Month|Date|Day|Hours|Minutes|Seconds|Milliseconds|TimezoneOffset)$/]',
    ),
    ...selector(
      'the locale differs between machines',
      'MemberExpression[property.name=/^(localeCompare|toLocale(Date|Time)?String|toLocale(Upper|Lower)Case)$/]',
    ),
  ],
};

export default defineConfig(
  { ignores: ['dist/', '.data/', 'node_modules/', 'coverage/'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: fileURLToPath(new URL('.', import.meta.url)) },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { ignoreRestSiblings: true, varsIgnorePattern: '^_', argsIgnorePattern: '^_' },
      ],
      // Both object to types that prove something at compile time by coming out as never.
      '@typescript-eslint/no-redundant-type-constituents': 'off',
      '@typescript-eslint/no-duplicate-type-constituents': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: parts.map((part) => `${part}/**/*.{ts,tsx}`),
    plugins: { boundaries },
    settings: {
      'import/resolver': { [fileURLToPath(new URL('scripts/lib/eslint-resolver.cjs', import.meta.url))]: {} },
      'boundaries/elements': parts.map((part) => ({ type: part, pattern: part })),
    },
    rules: {
      'boundaries/dependencies': ['error', { default: 'disallow', checkAllOrigins: true, policies }],
    },
  },
  { files: ['libs/domain/**/*.ts', 'workflows/**/*.ts'], rules: unpredictable },
  {
    // Where SQL rows are read: the driver hands out `any`, the annotation beside the query says what it is.
    files: ['libs/persistence/**/*.ts', 'libs/ledger/**/*.ts', 'test/**/*.ts'],
    rules: { '@typescript-eslint/no-unsafe-assignment': 'off' },
  },
  {
    // What a browser runs: the router redirects by throwing what is no error.
    files: ['apps/web/**/*.{ts,tsx}'],
    rules: { '@typescript-eslint/only-throw-error': 'off' },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-base-to-string': 'off',
      // A test states what must be there: where it is not, the test fails, which is what it is for.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
);
