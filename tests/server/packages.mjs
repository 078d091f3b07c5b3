import { bundleOnce } from '../../scripts/bundled.mjs'
import { fingerprint } from '../../scripts/sources.mjs'

/**
 * Packages of many hundred modules, which jest would find, read and compile one by one for each file of tests: that was
 * half of what a test with a database costs. They come as one bundle, so that each module is still there once.
 */
const packages = [
  'payload',
  'payload/shared',
  '@payloadcms/db-mongodb',
  '@payloadcms/db-sqlite',
  '@payloadcms/db-sqlite/drizzle/libsql',
  '@payloadcms/db-sqlite/drizzle/sqlite-core',
  '@payloadcms/drizzle',
  '@payloadcms/richtext-lexical',
  'zod',
]

/** What components are made of too, which load them by themselves. */
const apart = ['lexical', '@lexical/*', 'next', 'react', 'react-dom']

const folder = 'node_modules/.cache/zhiku-packages'

export const bundlePackages = () =>
  bundleOnce({
    folder,
    apart,
    entries: Object.fromEntries(packages.map((name) => [name, name])),
    madeOf: fingerprint(['package-lock.json', 'scripts', 'tests/server/packages.mjs']),
  })

/** Where jest finds them. */
export const packagesAt = Object.fromEntries(
  packages.map((name) => [`^${name}$`, `<rootDir>/${folder}/${name}.mjs`]),
)
