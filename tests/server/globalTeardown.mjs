import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { databaseUrl } from './database.mjs'

/** Whatever the tests did to the shared city: no rule is broken and the audit log is whole. */
export default async function globalTeardown() {
  const { browser, city, server, folder } = globalThis.zhikuTest
  await (await browser)?.close()
  const flaws = server ? ['doctor', 'audit:verify'].flatMap(examine) : []
  await server?.stop()
  await city?.remove()
  if (folder) rmSync(folder, { recursive: true, force: true })
  if (flaws.length > 0) throw new Error(`After all tests:\n${flaws.join('\n')}`)
}

/** As a person runs it beside the server; what it printed where it found something. */
function examine(command) {
  const dataDir = process.env.ZHIKU_TEST_DATA
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/run.mjs', command], {
    encoding: 'utf8',
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      NODE_ENV: 'production',
      ZHIKU_DATA_DIR: dataDir,
      DATABASE_URL: databaseUrl(dataDir),
    },
  })
  return status === 0 ? [] : [`${command} ended with ${status}\n${stdout}\n${stderr}`]
}
