import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What the pages are made of, and all that follows from the same code. */
export const sources = [
  'src',
  'public',
  'payload.config.ts',
  'next.config.mjs',
  // What next.config.mjs takes from here.
  'scripts/basePath.mjs',
  'scripts/sources.mjs',
  'scripts/islands.mjs',
  'tsconfig.json',
  'package-lock.json',
]

/** Packages that hold native code or load files beside them: nothing that is bundled takes them in. */
export const unbundled = [
  '@elastic/elasticsearch',
  '@libsql/client',
  'libsql',
  '@node-rs/jieba',
  'nodemailer',
  'opencc-js',
  'pinyin-pro',
  'sharp',
]

/** What was made of these files is still what they say while this is the same. */
export function fingerprint(paths) {
  const hash = createHash('sha256').update(process.version)
  for (const file of paths.flatMap(files)) {
    hash.update(file).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

/** The mark that a build left, or null where there is none. */
export function readMark(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

function files(path) {
  let entries
  try {
    entries = readdirSync(path, { withFileTypes: true })
  } catch (error) {
    return error.code === 'ENOTDIR' ? [path] : []
  }
  return entries
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const inner = join(path, entry.name)
      return entry.isDirectory() ? files(inner) : [inner]
    })
}
