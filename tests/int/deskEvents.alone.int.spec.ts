import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, it } from '@jest/globals'
import type { ShownBulletin } from '@/reading/bulletins'
import { copyData, databaseUrl } from '../server/database.mjs'
import { launch } from '../server/launch.mjs'
import { as } from '../server/people'
import { freshData } from '../server/run'
import type { Body, Row } from './answers'
import { listen } from './deskEvents'

const folder = mkdtempSync(join(tmpdir(), 'zhiku-desks-'))
const servers: Awaited<ReturnType<typeof launch>>[] = []
afterAll(async () => {
  for (const server of servers) await server.stop('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

/** Two processes on one database, each with a folder of its own. */
async function launchTwo() {
  const [first, second] = [join(folder, 'first'), join(folder, 'second')]
  await copyData(freshData, first)
  cpSync(first, second, { recursive: true })
  const url = databaseUrl(first) || pathToFileURL(join(first, 'zhiku.db')).href
  servers.push(await launch({ dataDir: first }))
  servers.push(await launch({ dataDir: second, env: { DATABASE_URL: url } }))
  return servers.map((server) => server.url) as [string, string]
}

describe('two processes on one database', () => {
  it('70.12 tell each other’s desks of an activation, and of its end', async () => {
    const [here, there] = await launchTwo()
    const centre = await as('centre', here)
    const { body } = await centre.get<{ entries: Row[] }>('/api/entries?library=plans')
    const onDesk = await centre.get<{ bulletins: ShownBulletin[] }>('/api/desk/bulletins')
    const active = onDesk.body.bulletins.map(({ number }) => number)
    const plan = body.entries.find(({ number }) => !active.includes(String(number)))!
    const stream = await listen(await as('agent', there))
    const take = (step: string, more: object = {}) =>
      centre.post<Body>(`/api/plans/${plan.id}/${step}`, { revision: plan.revision ?? 1, ...more })
    const until = new Date(Date.now() + 3_600_000).toISOString()
    expect((await take('activate', { sentence: '按预案答复', until })).status).toBe(200)
    const isThere = (all: ShownBulletin[]) => all.some(({ number }) => number === plan.number)
    const shown = await stream.shows(isThere)
    expect(shown.find(({ number }) => number === plan.number)).toMatchObject({
      ...{ kind: 'activated', sentence: '按预案答复', isRead: false },
    })
    expect((await take('deactivate')).status).toBe(200)
    await stream.shows((all) => !isThere(all))
    stream.close()
  }, 300_000)
})
