import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundled } from './bundled.mjs'
import { ChildFailed, run } from './children.mjs'
import { loadDotenv } from './dotenv.mjs'

// `npm run bench:lists`, `bench:portal`, `bench:views` and `bench:breath`: in a folder and a database of its own, which go when it is over. With
// DATABASE_URL=mongodb://… a new database on that server; a name in the address is not used.
loadDotenv()
const [bench, ...others] = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'zhiku-bench-'))
const given = process.env.DATABASE_URL ?? ''
let databaseUrl = ''
if (given.startsWith('mongodb')) {
  const url = new URL(given)
  url.pathname = `/zhiku-bench-${randomBytes(4).toString('hex')}`
  databaseUrl = url.href
}
try {
  // The threads of its search.
  await bundled('reader')
  await run([process.execPath, '--import', 'tsx', `bench/${bench}.ts`, ...others], {
    show: 'all',
    env: {
      NODE_ENV: 'production',
      NODE_OPTIONS: '--conditions=production',
      ZHIKU_DATA_DIR: folder,
      ZHIKU_SECRET: randomBytes(32).toString('hex'),
      DATABASE_URL: databaseUrl,
    },
  })
} catch (error) {
  if (!(error instanceof ChildFailed)) throw error
  process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
