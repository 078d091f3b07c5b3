import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { byHand } from '../server/byHand'
import { copyData } from '../server/database.mjs'
import { freshData, runScript } from '../server/run'

const folder = mkdtempSync(join(tmpdir(), 'zhiku-doctor-'))
const dataDir = join(folder, 'data')
const db = byHand(dataDir)

beforeAll(() => copyData(freshData, dataDir))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const doctor = () => runScript('run', ['doctor'], { ZHIKU_DATA_DIR: dataDir })

/** The first rows found, as texts. */
async function first(count: number, ...asked: Parameters<typeof db.find>) {
  const rows = await db.find(...asked)
  if (rows.length < count) throw new Error(`The demo city has only ${rows.length} ${asked[0]}.`)
  return rows
    .slice(0, count)
    .map((row) => Object.fromEntries(Object.entries(row).map(([name, is]) => [name, String(is)])))
}

describe('the doctor, after somebody wrote into the database by hand', () => {
  it('finds nothing in the demo city', async () => {
    const { code, output } = await doctor()
    expect(output).toContain('No violation')
    expect(code).toBe(0)
  })

  it('names each flaw with the number of its entry', async () => {
    const online = { isLive: true, library: 'knowledge' }
    const [a = {}, b = {}, c = {}, d = {}] = await first(4, 'publications', online)
    const [draft = {}] = await first(1, 'register', { state: 'draft', liveRevision: null })
    const [approval = {}] = await first(1, 'decisions', { id: a.openedBy ?? '' })
    const id = (row: Record<string, string>) => ({ id: row.id ?? '' })
    const entry = (row: Record<string, string>) => row.entry ?? ''

    const flaws: [() => Promise<void>, RegExp][] = [
      [
        () => db.set('decisions', { step: 'submit', entry: entry(a) }, { by: approval.by ?? '' }),
        new RegExp(`${a.number}: revision \\d+ was approved by who wrote or submitted it`),
      ],
      [
        () => db.remove('decisions', { id: b.openedBy ?? '' }),
        new RegExp(`${b.number}: publication \\S+ names no decision`),
      ],
      [
        () => db.set('knowledge', { id: entry(c) }, { revision: Number(c.revision) + 1 }),
        new RegExp(`${c.number}: the register says revision`),
      ],
      [
        () => db.set('publications', id(d), { slot: d.id ?? '', isLive: false }),
        new RegExp(`${d.number}: approved, but not online`),
      ],
      [
        () => db.set('register', id(draft), { state: 'approved' }),
        new RegExp(`${draft.number}: its state is approved`),
      ],
      [
        () => db.set('register', { id: entry(c) }, { intent: '{}' }),
        new RegExp(`${c.number}: a step was left half done`),
      ],
      [
        async () => {
          for (const counter of ['knowledge', 'changes'])
            await db.set('counters', { id: counter }, { value: 1 })
        },
        /its number is above the counter/,
      ],
    ]
    for (const [spoil] of flaws) await spoil()
    const { code, output } = await doctor()
    expect(code).toBe(1)
    for (const [, sentence] of flaws) expect(output).toMatch(sentence)
  })
})
