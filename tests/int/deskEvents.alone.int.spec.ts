import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, it } from '@jest/globals'
import type { ShownBulletin } from '@/reading/bulletins'
import type { Receipts } from '@/workflow/bulletins/readers'
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
  it('70.12 tell each other’s desks of an activation, of who has read it, and of its end', async () => {
    const [here, there] = await launchTwo()
    const centre = await as('centre', here)
    const { body } = await centre.get<{ entries: Row[] }>('/api/entries?library=plans')
    const onDesk = await centre.get<{ bulletins: ShownBulletin[] }>('/api/desk/bulletins')
    const active = onDesk.body.bulletins.map(({ number }) => number)
    const plan = body.entries.find(({ number }) => !active.includes(String(number)))!
    const readers = [await as('agent', there), await as('staff', here)] as const
    const desks = await Promise.all(readers.map(listen))
    const take = (step: string, more: object = {}) =>
      centre.post<Body>(`/api/plans/${plan.id}/${step}`, { revision: plan.revision ?? 1, ...more })
    const until = new Date(Date.now() + 3_600_000).toISOString()
    expect((await take('activate', { sentence: '按预案答复', until })).status).toBe(200)
    const theOne = (all: ShownBulletin[]) => all.find(({ number }) => number === plan.number)
    const shown = await Promise.all(
      desks.map((desk) => desk.shows((all) => theOne(all) !== undefined)),
    )
    const bulletins = shown.map(theOne)
    for (const bulletin of bulletins)
      expect(bulletin).toMatchObject({ kind: 'activated', sentence: '按预案答复', isRead: false })
    const [{ id }] = bulletins as [ShownBulletin]
    expect(bulletins[1]?.id).toBe(id)

    for (const person of readers)
      expect((await person.post(`/api/desk/bulletins/${id}/confirm`, {})).status).toBe(200)
    const names = await Promise.all(
      [centre, await as('centre', there)].map(async (person) => {
        const { body: read } = await person.get<Receipts>(
          `/api/plans/${plan.id}/bulletins/${id}?who=read`,
        )
        return read.people.map(({ name }) => name).sort()
      }),
    )
    expect(names[0]).toHaveLength(readers.length)
    expect(names[1]).toEqual(names[0])

    expect((await take('deactivate')).status).toBe(200)
    await Promise.all(desks.map((desk) => desk.shows((all) => theOne(all) === undefined)))
    for (const desk of desks) desk.close()
  }, 300_000)
})
