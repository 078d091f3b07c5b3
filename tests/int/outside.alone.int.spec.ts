import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@libsql/client'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { copyData, isSqlite } from '../server/database.mjs'
import { launch } from '../server/launch.mjs'
import { anyone } from '../server/people'
import { freshData } from '../server/run'
import { everything, sendAll } from './everywhere'

const folder = mkdtempSync(join(tmpdir(), 'zhiku-outside-'))
const dataDir = join(folder, 'data')
let server: Awaited<ReturnType<typeof launch>>
beforeAll(async () => {
  await copyData(freshData, dataDir)
  server = await launch({ dataDir })
}, 180_000)
afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

// Only SQLite has one place where all write.
const inFile = isSqlite ? describe : describe.skip

inFile('whoever is not signed in', () => {
  it('begins nothing: all is answered alike while somebody else holds the place where one writes', async () => {
    const all = await everything({ id: 'any', number: 'ZS000001' }, server.url)
    const before = await sendAll(anyone(server.url), all)
    const other = createClient({ url: `file:${dataDir}/zhiku.db` })
    // Whoever begins a transaction now fails at once.
    const taken = await other.transaction('write')
    const during = await sendAll(anyone(server.url), all).finally(() => {
      taken.close()
      other.close()
    })
    const told = (answers: typeof before) =>
      answers.map(({ method, path, status }) => `${method} ${path} ${status}`).sort()
    expect(told(during)).toEqual(told(before))
    expect(during.filter(({ status }) => status >= 500)).toEqual([])
  }, 600_000)
})
