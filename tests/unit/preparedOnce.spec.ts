import { mkdtempSync, readdirSync, readlinkSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterAll, beforeEach, describe, expect, it } from '@jest/globals'
import { createClient, type Client } from '@libsql/client'
import Database from 'libsql'
import { prepareOnce } from '@/preparedOnce'

const folder = mkdtempSync(join(tmpdir(), 'zhiku-prepared-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** What reached SQLite to be prepared. */
let prepared: string[] = []
const { prepare } = Database.prototype
Database.prototype.prepare = function (this: Database.Database, sql: string) {
  prepared.push(sql)
  return prepare.call(this, sql)
} as typeof prepare
prepareOnce()

let client: Client
let files = 0
beforeEach(async () => {
  client = createClient({ url: `file:${join(folder, `${(files += 1)}.db`)}` })
  await client.execute('CREATE TABLE words (word TEXT PRIMARY KEY)')
  prepared = []
})
const words = async () => (await client.execute('SELECT * FROM words ORDER BY word')).rows

describe('a connection to a file', () => {
  it('prepares the same statement once and answers with what stands there now', async () => {
    for (const word of ['a', 'b', 'c']) {
      await client.execute({ sql: 'INSERT INTO words VALUES (?)', args: [word] })
      expect((await words()).at(-1)).toEqual({ word })
    }
    expect(prepared).toHaveLength(2)
  })

  it('answers with all rows, however many there are, and lets others write between', async () => {
    const other = createClient({ url: `file:${join(folder, `${files}.db`)}` })
    for (let at = 0; at < 200; at += 1) {
      await other.execute({ sql: 'INSERT INTO words VALUES (?)', args: [`${at}`] })
      if (at % 50 === 49) expect(await words()).toHaveLength(at + 1)
    }
    await other.execute('DELETE FROM words')
    expect(await words()).toEqual([])
    other.close()
  })

  it('goes on with a statement that was refused once', async () => {
    const put = (word: string) =>
      client.execute({ sql: 'INSERT INTO words VALUES (?)', args: [word] })
    await put('a')
    await expect(put('a')).rejects.toThrow(/UNIQUE/)
    await put('b')
    expect(await words()).toEqual([{ word: 'a' }, { word: 'b' }])
  })

  it('sees a column that came later', async () => {
    await client.execute("INSERT INTO words VALUES ('a')")
    expect(await words()).toEqual([{ word: 'a' }])
    await client.execute("ALTER TABLE words ADD COLUMN rank TEXT DEFAULT 'first'")
    expect(await words()).toEqual([{ word: 'a', rank: 'first' }])
  })

  it('undoes a transaction whole', async () => {
    await client.execute('BEGIN IMMEDIATE')
    await client.execute("INSERT INTO words VALUES ('a')")
    await client.execute('ROLLBACK')
    expect(await words()).toEqual([])
  })

  it('lets go of its file when it is closed', async () => {
    const file = join(folder, `${files}.db`)
    const open = () => readdirSync('/proc/self/fd').filter((fd) => linkOf(fd).startsWith(file))
    await words()
    expect(open()).not.toEqual([])
    // The client itself is held, as the write gate does.
    client.close()
    setFlagsFromString('--expose-gc')
    const collect = runInNewContext('gc') as () => void
    for (let again = 0; again < 20 && open().length > 0; again += 1) {
      collect()
      await pause(50)
    }
    expect(open()).toEqual([])
    expect(client.closed).toBe(true)
  })
})

function linkOf(fd: string): string {
  try {
    return readlinkSync(`/proc/self/fd/${fd}`)
  } catch {
    return ''
  }
}
