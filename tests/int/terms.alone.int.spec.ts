import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from '@jest/globals'
import { copyData } from '../server/database.mjs'
import { launch } from '../server/launch.mjs'
import { as } from '../server/people'
import { freshData } from '../server/run'
import type { Body } from './answers'

const folder = mkdtempSync(join(tmpdir(), 'zhiku-terms-'))
let server: Awaited<ReturnType<typeof launch>> | undefined
afterAll(async () => {
  await server?.stop('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

describe('同义词, after the next start', () => {
  it('33.18 what the centre deleted or changed of the usual ones stays so', async () => {
    const dataDir = join(folder, 'data')
    await copyData(freshData, dataDir)
    const kept = async () => {
      const centre = await as('centre', server?.url)
      const { body } = await centre.get<Body>('/api/terms?limit=0&depth=0&sort=id')
      return body.docs as unknown as { id: string; words: string[] }[]
    }
    server = await launch({ dataDir })
    const centre = await as('centre', server.url)
    const [deleted, changed, ...rest] = await kept()
    const words = [...(changed?.words ?? []), '另一说法']
    expect((await centre.delete(`/api/terms/${deleted?.id}`)).status).toBe(200)
    expect((await centre.patch(`/api/terms/${changed?.id}`, { words })).status).toBe(200)
    await server.stop()
    server = await launch({ dataDir })
    const after = await kept()
    expect(after.map(({ id }) => id)).toEqual([changed, ...rest].map((one) => one?.id))
    expect(after.find(({ id }) => id === changed?.id)?.words).toEqual(words)
  })
})
