import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, describe, expect, it } from '@jest/globals'
import { idOf } from '@/access/actor'
import { told } from '../server/told'
import { byHand } from '../server/byHand'
import { copyData } from '../server/database.mjs'
import { launch } from '../server/launch.mjs'
import { as, type Person } from '../server/people'
import { freshData } from '../server/run'
import type { Body } from './answers'
import { unique } from './city'

const folder = mkdtempSync(join(tmpdir(), 'zhiku-kill-tree-'))
const dataDir = join(folder, 'data')
const db = byHand(dataDir)
let server: Awaited<ReturnType<typeof launch>> | undefined
afterAll(async () => {
  await server?.stop('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

/** When the power goes after the centre began to change the tree, in milliseconds. */
const moments = [30, 90, 160, 260, 400, 650]

/** Founds two units, renames one and merges it into the other, again and again. */
async function foundAndMerge(centre: Person): Promise<never> {
  for (;;) {
    const [from, into] = [await found(centre), await found(centre)]
    await change(centre, from, { name: `新${unique()}` })
    await centre.post(`/api/nodes/${from}/merge`, { into })
  }
}

/** Renames a unit that has many live entries. */
async function rename(centre: Person, unit: string): Promise<never> {
  for (;;) await change(centre, unit, { name: `改名${unique()}` })
}

async function found(centre: Person): Promise<string> {
  const sent = { kind: 'department', name: `局${unique()}` }
  return (await centre.post<Body>('/api/nodes', sent)).body.doc.id
}

const change = (centre: Person, unit: string, data: object) =>
  centre.patch(`/api/nodes/${unit}`, data)

/** What hangs in the air or lacks something, each in a word. */
async function flaws(): Promise<string[]> {
  const nodes = await db.find('nodes', {})
  const register = await db.find('register', {})
  const live = await db.find('publications', { isLive: true })
  const known = new Map(nodes.map((node) => [node.id, node]))
  const idIn = (row: Record<string, unknown>, name: string) => row[name] ?? row[`${name}Id`]
  const below = (id: unknown) => nodes.filter((node) => idIn(node, 'parent') === id)
  const units = nodes.filter(({ kind }) => kind === 'department' || kind === 'township')
  return [
    ...nodes
      .filter((node) => idIn(node, 'parent') && !known.has(idIn(node, 'parent')))
      .map(({ name }) => `${name} hangs in the air`),
    ...register
      .filter((row) => !known.has(row.unit) || (row.category && !known.has(row.category)))
      .map(({ number }) => `${number} is filed nowhere`),
    ...live
      .filter((row) => known.get(row.unit)?.name !== row.unitName)
      .map(({ number, unitName }) => `${number} is shown under ${unitName}`),
    ...units.filter(({ id }) => below(id).length === 0).map(({ name }) => `${name} is bare`),
    ...units.flatMap(({ id, name }) => {
      const topics = register.filter((row) => row.unit === id && row.topic)
      const begun = new Set(topics.map(({ topic }) => topic)).size
      return begun === 4 ? [] : [`${name} has ${begun} of its four entries`]
    }),
    ...units
      .filter(({ form }) => form === 'municipal')
      .filter(({ id }) => below(id).length !== 6)
      .map(({ name }) => `${name} lacks a category`),
  ]
}

describe('a server killed while the centre changes the tree', () => {
  it('comes back with every unit whole, at its place and under its name, six times', async () => {
    await copyData(freshData, dataDir)
    server = await launch({ dataDir })
    for (const moment of moments) {
      const centre = await as('centre', server.url)
      const editor = await as('editor', server.url)
      const me = await editor.get<{ user: { unit: unknown } }>('/api/users/me')
      const working = Promise.allSettled([
        foundAndMerge(centre),
        rename(centre, idOf(me.body.user.unit) ?? ''),
      ])
      await pause(moment)
      await server.stop('SIGKILL')
      await working
      server = await launch({ dataDir })
      expect([moment, await flaws()]).toEqual([moment, []])
      const { exitCode, output } = await told(dataDir, 'doctor')
      expect([moment, exitCode, output]).toEqual([moment, 0, expect.stringContaining('No viol')])
    }
  }, 600_000)
})
