import { cpSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launch, prepareData } from './launch.mjs'

/** One real server with the demo city for all suites that speak HTTP; a copy of its data for those that crash theirs. */
export default async function globalSetup() {
  const folder = mkdtempSync(join(tmpdir(), 'zhiku-test-'))
  const fresh = join(folder, 'fresh')
  const dataDir = join(folder, 'served')
  await prepareData(fresh)
  cpSync(fresh, dataDir, { recursive: true })
  const server = await launch({ dataDir })
  process.env.ZHIKU_TEST_URL = server.url
  process.env.ZHIKU_TEST_DATA = dataDir
  process.env.ZHIKU_TEST_FRESH_DATA = fresh
  globalThis.zhikuTest = { server, folder }
}
