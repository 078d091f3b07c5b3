import { fileURLToPath } from 'node:url'
import next from 'eslint-config-next/core-web-vitals'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'

/** Which folders of src a folder may import from; its own is understood. */
const layers = {
  access: [],
  i18n: ['access'],
  fields: ['access', 'blocks', 'i18n'],
  files: ['access', 'i18n', 'workflow'],
  blocks: ['access', 'fields', 'i18n'],
  hooks: ['access', 'blocks', 'files', 'i18n', 'workflow'],
  collections: ['access', 'blocks', 'fields', 'hooks', 'i18n', 'workflow'],
  workflow: [
    ...['access', 'blocks', 'fields/shanghaiDay.ts', 'i18n', 'reading/fileAddress.ts'],
    ...['search/index.ts', 'search/language.ts', 'search/sync/poke.ts', 'search/text'],
    'search/types.ts',
  ],
  reading: [
    ...['access', 'i18n', 'search/index.ts', 'search/language.ts', 'search/text'],
    ...['search/types.ts', 'workflow/findings/listedWords.ts'],
    'workflow/findings/readListedWords.ts',
  ],
  statistics: ['access', 'i18n', 'search/index.ts', 'search/types.ts'],
  search: ['access', 'i18n'],
  'search/engines': [
    'search/types.ts',
    'search/cursor.ts',
    'search/paging',
    'search/text',
    'search/ranking',
  ],
  front: ['access', 'files', 'i18n', 'reading', 'search', 'statistics', 'workflow'],
  components: [
    'access',
    'blocks',
    'fields',
    'front',
    'i18n',
    'reading',
    'search',
    'statistics',
    'workflow',
  ],
}
/** Settings, generated types and questions to one table stand below everything. */
const ground = [
  ...['cleanText.ts', 'env.ts', 'makeFolder.mjs', 'once.ts', 'payload-types.ts', 'withoutHtml.ts'],
  ...['tables/behind.ts', 'tables/follow.ts', 'tables/index.ts', 'tables/keptFor.ts'],
]

const zones = [
  ...Object.entries(layers).map(([layer, others]) => ({
    target: `./src/${layer}`,
    from: './src',
    except: [layer, ...others, ...(layer === 'access' ? ['payload-types.ts'] : ground)].map(
      (path) => `./${path}`,
    ),
    message: `src/${layer} may import only from: ${[layer, ...others].join(', ')}.`,
  })),
  {
    target: ['./src/!(search)/**/*', './src/*.ts', './src/search/{sync,text,ranking}/**/*'],
    from: './src/search/engines',
    message: 'Only src/search/index.ts names the engines.',
  },
]

const localApi =
  '/^(find|findByID|findDistinct|findVersions|findVersionByID|create|update|delete|duplicate|count|countVersions|restoreVersion|findGlobal|updateGlobal|countGlobalVersions|findGlobalVersions|findGlobalVersionByID|restoreGlobalVersion)$/'
const withoutOverrideAccess = (callee) => ({
  selector: `CallExpression[callee.property.name=${localApi}]${callee}:not(:has(Property[key.name='overrideAccess']))`,
  message: 'State overrideAccess: the Local API skips access control by default.',
})

export default defineConfig([
  globalIgnores([
    '.next',
    'coverage',
    'data',
    'next-env.d.ts',
    'src/payload-types.ts',
    'src/app/(payload)',
    'src/migrations',
  ]),
  ...next,
  tseslint.configs.recommended,
  {
    // A rule is met or changed here, for everyone; no comment switches it off for one line.
    linterOptions: { noInlineConfig: true },
    rules: {
      'no-console': 'error',
      // It looks for a pages folder, which the App Router has not.
      '@next/next/no-html-link-for-pages': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
      'max-lines': ['error', 250],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
    },
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: { parserOptions: { projectService: true } },
    settings: {
      'import/resolver': fileURLToPath(new URL('scripts/resolveImports.cjs', import.meta.url)),
    },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false } },
      ],
      '@typescript-eslint/no-unnecessary-type-assertion': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/return-await': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      'no-restricted-syntax': [
        'error',
        withoutOverrideAccess("[callee.object.name='payload']"),
        withoutOverrideAccess("[callee.object.property.name='payload']"),
      ],
    },
  },
  { files: ['src/**'], rules: { 'import/no-restricted-paths': ['error', { zones }] } },
  {
    files: ['src/**'],
    ignores: ['src/env.ts', 'src/instrumentation.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Settings are read once, in src/env.ts.' },
      ],
    },
  },
  {
    files: ['src/access/**'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['payload', 'payload/*', '@payloadcms/*', 'next', 'next/*', 'react'],
              allowTypeImports: true,
              message: 'src/access is data and pure functions: types only.',
            },
          ],
        },
      ],
    },
  },
  { files: ['src/seed/**'], rules: { 'max-lines': 'off' } },
  { files: ['scripts/**', 'server.mjs', 'bench/**'], rules: { 'no-console': 'off' } },
])
