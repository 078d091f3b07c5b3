import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeCity } from './city.mjs'
import { copyData } from './database.mjs'
import { launch } from './launch.mjs'
import { bundlePackages } from './packages.mjs'

/**
 * One real server with the demo city for all tests of a suite; `npm test` has made the city for all suites. Those that
 * start servers of their own need no other.
 */
export default async function globalSetup(_config, { displayName }) {
  await bundlePackages()
  const city = process.env.ZHIKU_TEST_FRESH_DATA ? null : await makeCity()
  globalThis.zhikuTest = { city }
  if (displayName.name === 'alone') return
  const folder = mkdtempSync(join(tmpdir(), 'zhiku-served-'))
  const dataDir = join(folder, 'served')
  await copyData(process.env.ZHIKU_TEST_FRESH_DATA, dataDir)
  // The model says when tasks are settled: nothing is done by the clock beside it.
  const env = displayName.name === 'model' ? { ZHIKU_FAULT_POINTS: 'yes' } : {}
  const server = await launch({ dataDir, pages: true, env })
  process.env.ZHIKU_TEST_URL = server.url
  process.env.ZHIKU_TEST_DATA = dataDir
  globalThis.zhikuTest = { city, server, folder }
}
