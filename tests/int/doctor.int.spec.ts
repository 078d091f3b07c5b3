import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type Client, createClient, type InValue } from '@libsql/client'
import { freshData, runScript } from '../server/run'

const folder = mkdtempSync(join(tmpdir(), 'zhiku-doctor-'))
const dataDir = join(folder, 'data')
let db: Client

beforeAll(() => {
  cpSync(freshData, dataDir, { recursive: true })
  db = createClient({ url: `file:${dataDir}/zhiku.db` })
})
afterAll(() => {
  db.close()
  rmSync(folder, { recursive: true, force: true })
})

const doctor = () => runScript('run', ['doctor'], { ZHIKU_DATA_DIR: dataDir })
const first = async (sql: string, args: InValue[] = []) => {
  const { rows } = await db.execute({ sql, args })
  if (!rows[0]) throw new Error(`The demo city has no row for: ${sql}`)
  return rows[0]
}

describe('the doctor, after somebody wrote into the database by hand', () => {
  it('finds nothing in the demo city', async () => {
    const { code, output } = await doctor()
    expect(output).toContain('No violation')
    expect(code).toBe(0)
  })

  it('names each flaw with the number of its entry', async () => {
    const live = 'select * from publications where is_live = 1 order by number'
    const [a, b, c, d] = (await db.execute(`${live} limit 4`)).rows
    if (!a || !b || !c || !d) throw new Error('The demo city has fewer than four live texts.')
    const draft = await first(
      "select * from register where state = 'draft' and live_revision is null",
    )
    const by = await first('select * from decisions where id = ?', [a.opened_by!])

    const flaws: [string, InValue[], RegExp][] = [
      [
        "update decisions set by = ? where step = 'submit' and entry = ?",
        [by.by!, a.entry!],
        new RegExp(`${String(a.number)}: revision \\d+ was approved by who wrote or submitted it`),
      ],
      [
        'delete from decisions where id = ?',
        [b.opened_by!],
        new RegExp(`${String(b.number)}: publication \\S+ names no decision`),
      ],
      [
        'update knowledge set revision = revision + 1 where id = ?',
        [c.entry!],
        new RegExp(`${String(c.number)}: the register says revision`),
      ],
      [
        'update publications set slot = id, is_live = 0 where id = ?',
        [d.id!],
        new RegExp(`${String(d.number)}: approved, but not online`),
      ],
      [
        "update register set state = 'approved' where id = ?",
        [draft.id!],
        new RegExp(`${String(draft.number)}: its state is approved`),
      ],
      [
        "update register set intent = '{}' where id = ?",
        [c.entry!],
        new RegExp(`${String(c.number)}: a step was left half done`),
      ],
      [
        "update counters set value = 1 where id in ('knowledge', 'changes')",
        [],
        /its number is above the counter/,
      ],
    ]
    for (const [sql, args] of flaws) await db.execute({ sql, args })
    const { code, output } = await doctor()
    expect(code).toBe(1)
    for (const [, , sentence] of flaws) expect(output).toMatch(sentence)
  })
})
