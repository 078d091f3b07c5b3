import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import next from 'eslint-config-next/core-web-vitals'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'

/** Which folders of src a folder may import from; its own and the ground are understood. They form no circle. */
const layers = {
  access: [],
  i18n: ['access'],
  tables: ['access'],
  writeGate: ['tables'],
  jsx: [],
  threads: [],
  sheets: [],
  database: ['migrations', 'tables', 'writeGate'],
  blocks: [],
  fields: ['access', 'blocks', 'i18n'],
  search: ['access', 'tables'],
  'search/engines': ['search/types.ts', 'search/paging.ts', 'search/text', 'search/ranking'],
  statistics: ['access', 'search', 'tables'],
  facts: ['blocks', 'search'],
  workflow: ['access', 'blocks', 'facts', 'i18n', 'search', 'sheets', 'statistics', 'tables'],
  files: ['access', 'i18n', 'workflow'],
  hooks: ['access', 'blocks', 'files', 'i18n', 'tables', 'workflow'],
  collections: ['access', 'fields', 'hooks', 'i18n', 'workflow'],
  reading: [
    ...['access', 'blocks', 'i18n', 'search', 'statistics', 'tables'],
    'workflow/findings/personalNumbers.ts',
  ],
  front: ['access', 'facts', 'files', 'i18n', 'reading', 'search', 'tables', 'workflow'],
  components: [
    'access',
    'blocks',
    'facts',
    'front',
    'i18n',
    'reading',
    'search',
    'statistics',
    'workflow',
  ],
  app: ['access', 'components', 'front', 'i18n', 'reading', 'search', 'workflow'],
  jobs: ['access', 'blocks', 'front', 'i18n', 'reading', 'search', 'sheets', 'workflow'],
  seed: ['access', 'blocks', 'search', 'statistics', 'tables', 'workflow'],
  // Files in no folder that ask for one.
  'env.ts': ['access'],
  'instrumentation.ts': ['jobs'],
  'logger.ts': ['workflow'],
}

/** Settings, generated types, and what may be asked of any text or day stand below everything. */
const ground = [
  ...[
    'base.ts',
    'cleanText.ts',
    'env.ts',
    'keptSecret.ts',
    'makeFolder.mjs',
    'once.ts',
    'payload-types.ts',
  ],
  ...['preparedOnce.ts', 'shanghaiDay.ts', 'threads'],
]

/** Rooms that are entered by few: `by` them, and for what is excepted by all who may enter the folder. */
const rooms = [
  { room: 'search/engines', by: ['search'] },
  { room: 'search/guarded.ts', by: ['search'] },
  { room: 'search/paging.ts', by: ['search'] },
  { room: 'search/ranking', by: ['search'] },
  { room: 'search/sync', by: ['search', 'jobs'] },
  {
    room: 'tables',
    except: ['behind.ts', 'follow.ts', 'index.ts', 'keptFor.ts'],
    by: ['tables', 'writeGate', 'database'],
  },
]

const [unnamed] = readdirSync(new URL('src', import.meta.url), { withFileTypes: true }).filter(
  (one) => one.isDirectory() && one.name !== 'migrations' && !(one.name in layers),
)
if (unnamed) throw new Error(`Say in eslint.config.mjs what src/${unnamed.name} may import.`)

const isFile = (path) => path.endsWith('.ts')
/** The files that stand in no folder, but these. */
const filesBut = (those) => `./src/!(${those.filter(isFile).join('|')})`
const foldersBut = (those) => `./src/!(${those.filter((one) => !isFile(one)).join('|')})/**/*`

const zones = [
  ...Object.entries(layers).map(([layer, below]) => ({
    target: `./src/${layer}`,
    from: './src',
    except: [
      ...new Set([layer, ...below, ...(layer === 'access' ? ['payload-types.ts'] : ground)]),
    ].map((path) => `./${path}`),
    message: `src/${layer} may import only from: ${[layer, ...below].join(', ')}.`,
  })),
  {
    target: filesBut(Object.keys(layers)),
    from: './src',
    except: ground.map((path) => `./${path}`),
    message: 'What stands in no folder is asked by all, and asks none of them.',
  },
  ...rooms.map(({ room, except = [], by }) => ({
    target: [foldersBut(by), filesBut(by)],
    from: `./src/${room}`,
    except: except.map((path) => `./${path}`),
    message: `Only ${by.join(', ')} may import from src/${room}.`,
  })),
  {
    target: ['./src/app', './src/components'],
    from: ['./src/workflow/store.ts', './src/workflow/inTransaction.ts'],
    message: 'Pages ask the rooms of src/workflow and src/reading, not the database.',
  },
  {
    target: ['./src/search/!(index).ts', './src/search/!(engines)/**/*'],
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

/** The Local API by either way to it. */
const localApiCalls = ["[callee.object.name='payload']", "[callee.object.property.name='payload']"]

/**
 * Next's, and of them what is said of components and pages is asked of these alone: asked of every file, React's rules
 * were a third of what linting costs.
 */
const onPages = next.flatMap(({ rules = {}, ...one }) => {
  const ofAll = Object.entries(rules).filter(([rule]) => rule.startsWith('import/'))
  return [
    { ...one, rules: Object.fromEntries(ofAll) },
    { files: ['src/app/**', 'src/components/**', '**/*.tsx'], rules },
  ]
})

export default defineConfig([
  globalIgnores([
    '.next',
    'build',
    'build.*',
    'coverage',
    'data',
    'next-env.d.ts',
    'src/payload-types.ts',
    'src/app/(payload)',
    'src/migrations',
  ]),
  ...onPages,
  tseslint.configs.recommended,
  {
    // A rule is met or changed here, for everyone; no comment switches it off for one line.
    linterOptions: { noInlineConfig: true },
    rules: {
      'no-console': 'error',
      // It looks for a pages folder, which the App Router has not.
      '@next/next/no-html-link-for-pages': 'off',
      // The one picture there is, an emblem, is drawn once in its size when it is saved.
      '@next/next/no-img-element': 'off',
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
      'no-restricted-syntax': ['error', ...localApiCalls.map(withoutOverrideAccess)],
    },
  },
  {
    files: ['src/app/**', 'src/components/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...localApiCalls.map((callee) => ({
          selector: `CallExpression[callee.property.name=${localApi}]${callee}`,
          message: 'Pages ask the rooms of src/workflow and src/reading, not the database.',
        })),
        ...['CallExpression', 'NewExpression'].map((kind) => ({
          selector: `${kind}[callee.name=/^(fetch|EventSource)$/] > Literal[value=/^\\u002f/]`,
          message: 'The site may begin below a path of its host: at(…) of src/base.ts.',
        })),
      ],
    },
  },
  { files: ['src/**'], rules: { 'import/no-restricted-paths': ['error', { zones }] } },
  {
    files: ['src/**'],
    // Pages are built with the path that src/base.ts reads; src/env.ts is not for browsers.
    ignores: ['src/env.ts', 'src/base.ts', 'src/instrumentation.ts'],
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
