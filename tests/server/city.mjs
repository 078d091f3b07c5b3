import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dropDatabases } from './database.mjs'
import { prepareData } from './launch.mjs'

/**
 * The demo city as a first start makes it, once for all suites of a run: the folder that holds it. Suites
 * copy it, and the last to end removes it.
 */
export async function makeCity() {
  process.env.ZHIKU_TEST_RUN = randomBytes(4).toString('hex')
  const folder = mkdtempSync(join(tmpdir(), 'zhiku-test-'))
  const fresh = join(folder, 'fresh')
  await prepareData(fresh)
  process.env.ZHIKU_TEST_FRESH_DATA = fresh
  return {
    folder,
    remove: async () => {
      await dropDatabases()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
