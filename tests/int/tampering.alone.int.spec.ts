import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import { byHand } from '../server/byHand'
import { copyData } from '../server/database.mjs'
import { launch } from '../server/launch.mjs'
import { freshData, runScript } from '../server/run'

// Commands are processes of their own, which take seconds to start where the cores are busy.
jest.setTimeout(600_000)

const folder = mkdtempSync(join(tmpdir(), 'zhiku-altered-'))
const dataDir = join(folder, 'data')
const db = byHand(dataDir)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const commands = ['doctor', 'audit:verify'] as const
const run = (command: string) => runScript('run', [command], { ZHIKU_DATA_DIR: dataDir })

type Row = Record<string, string>
type Altered = [what: string, alter: () => Promise<void>, told: () => string]

/** Rows nobody else here alters, as texts. */
function oneByOne(rows: Record<string, unknown>[]): () => Row {
  const left = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, is]) => [name, String(is)])),
  )
  return () => {
    const row = left.pop()
    if (!row) throw new Error('The demo city has too few rows.')
    return row
  }
}
const id = (row: Row) => ({ id: row.id ?? '' })

let altered: Altered[]
beforeAll(async () => {
  await copyData(freshData, dataDir)
  // A first start gives the city its usual words.
  await (await launch({ dataDir })).stop()
  // Which rows come first is chance: each has something else than what is put in its place.
  const isOpen = { isLive: true, openToUnits: true, openToPublic: true }
  const live = oneByOne(await db.find('publications', { ...isOpen, library: 'knowledge' }))
  const submitted = { step: 'submit', library: 'knowledge', isActingForUnit: false }
  const decision = oneByOne(await db.find('decisions', submitted))
  const people = await db.find('users', { isActive: true })
  const person = oneByOne(people.filter(({ username }) => username !== 'agent'))
  const agent = oneByOne(people.filter(({ username }) => username === 'agent'))
  const unit = oneByOne(await db.find('nodes', { kind: 'township' }))
  const term = oneByOne(await db.find('terms', {}))
  const draft = oneByOne(await db.find('register', { state: 'draft', library: 'knowledge' }))

  const change = (collection: string, next: () => Row, data: object): Altered => {
    const row = next()
    return [
      `${collection}: ${Object.keys(data).join()}`,
      () => db.set(collection, id(row), data as never),
      () => row.id ?? '',
    ]
  }
  const remove = (collection: string, next: () => Row): Altered => {
    const row = next()
    return [`${collection}: gone`, () => db.remove(collection, id(row)), () => row.id ?? '']
  }
  const insert = (collection: string, next: () => Row, data: Row): Altered => [
    `${collection}: put in`,
    () => db.copy(collection, id(next()), data),
    () => data.id ?? '',
  ]
  const copy = draft()
  const moved = draft()
  altered = [
    change('decisions', decision, { byName: '别人' }),
    change('decisions', decision, { by: 'nobody' }),
    change('decisions', decision, { reason: '另一个原因' }),
    change('decisions', decision, { at: new Date(0) }),
    change('decisions', decision, { unitName: '别的单位' }),
    change('decisions', decision, { isActingForUnit: true }),
    change('decisions', decision, { onBehalfOfName: '某人' }),
    change('decisions', decision, { revision: 77 }),
    remove('decisions', decision),
    insert('decisions', decision, { id: 'put-in-decision' }),
    change('publications', live, { title: '换了的标题？' }),
    change('publications', live, { summary: '换了的口径。' }),
    change('publications', live, { html: '<p>换了的正文。</p>' }),
    change('publications', live, { plain: '换了的正文。' }),
    change('publications', live, { openToPublic: false }),
    change('publications', live, { openToUnits: false }),
    change('publications', live, { validUntil: new Date('2020-01-01') }),
    change('publications', live, { approvedAt: new Date('2020-01-01') }),
    change('publications', live, { unitName: '别的单位' }),
    change('publications', live, { unit: 'elsewhere' }),
    change('publications', live, { isLive: false }),
    change('publications', live, { number: 'ZS999999' }),
    remove('publications', live),
    insert('publications', live, { id: 'put-in-text', slot: 'put-in-text' }),
    change('users', person, { name: '换了的姓名' }),
    change('users', person, { isActive: false }),
    change('users', person, { username: 'somebody-else' }),
    change('users', person, { unit: 'elsewhere' }),
    change('users', person, { hash: 'another', salt: 'another' }),
    (() => {
      const row = agent()
      return ['users: a role more', () => db.addRole(row.id ?? '', 'centre'), () => row.id ?? '']
    })(),
    remove('users', person),
    insert('users', person, { id: 'put-in-person', username: 'put-in' }),
    change('nodes', unit, { name: '换了的名称' }),
    change('nodes', unit, { isOffice: true }),
    change('nodes', unit, { isCentre: true }),
    change('nodes', unit, { unitAbove: 'elsewhere' }),
    change('terms', term, { title: '换了的词' }),
    remove('terms', term),
    [
      'register: another state',
      () => db.set('register', id(copy), { state: 'approved' }),
      () => copy.number ?? '',
    ],
    [
      'working copy: read by another unit',
      () => db.set('knowledge', id(moved), { unitAbove: 'elsewhere' }),
      () => moved.number ?? '',
    ],
  ]
})

describe('what somebody alters who got hold of the database', () => {
  it.each(commands)('nothing is told where nobody altered anything: %s', async (command) => {
    const { code, output } = await run(command)
    expect([code, output]).toEqual([0, expect.stringContaining('✓')])
  })

  it('8.29 each kind of it is told by `doctor` and by `audit:verify`', async () => {
    for (const [, alter] of altered) await alter()
    for (const command of commands) {
      const { code, output } = await run(command)
      const lines = output.split('\n').filter((line) => line.startsWith('✗'))
      const missed = altered
        .filter(([, , told]) => !lines.some((line) => line.includes(told())))
        .map(([what]) => what)
      expect([command, code, missed]).toEqual([command, 1, []])
    }
  })
})
