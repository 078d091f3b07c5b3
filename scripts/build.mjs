import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './children.mjs'

const mark = '.next/built-from'
/** All that a build is made of. */
const sources = [
  'src',
  'public',
  'payload.config.ts',
  'next.config.mjs',
  'tsconfig.json',
  'package-lock.json',
]

export function isBuilt() {
  try {
    return readFileSync(mark, 'utf8') === fingerprint()
  } catch {
    return false
  }
}

export async function build() {
  const builtFrom = fingerprint()
  rmSync(mark, { force: true })
  await run([process.execPath, 'node_modules/next/dist/bin/next', 'build'], {
    env: { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  })
  writeFileSync(mark, builtFrom)
}

function fingerprint() {
  const hash = createHash('sha256').update(process.version)
  for (const file of sources.flatMap(files)) {
    hash.update(file).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
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
