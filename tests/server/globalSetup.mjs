import { randomBytes } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { copyData } from './database.mjs'
import { launch, prepareData } from './launch.mjs'

/** One real server with the demo city for all suites that speak HTTP; a copy of its data for those that crash theirs. */
export default async function globalSetup() {
  process.env.ZHIKU_TEST_RUN = randomBytes(4).toString('hex')
  const folder = mkdtempSync(join(tmpdir(), 'zhiku-test-'))
  const fresh = join(folder, 'fresh')
  const dataDir = join(folder, 'served')
  await prepareData(fresh)
  await copyData(fresh, dataDir)
  const server = await launch({ dataDir })
  process.env.ZHIKU_TEST_URL = server.url
  process.env.ZHIKU_TEST_DATA = dataDir
  process.env.ZHIKU_TEST_FRESH_DATA = fresh
  globalThis.zhikuTest = { server, folder }
}
