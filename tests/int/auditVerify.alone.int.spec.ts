import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { createClient } from '@libsql/client'
import type { Db } from 'mongodb'
import { copyData, inMongo, isSqlite } from '../server/database.mjs'
import { launch } from '../server/launch.mjs'
import { freshData, runScript } from '../server/run'
import { told } from '../server/told'

const folder = mkdtempSync(join(tmpdir(), 'zhiku-tampered-'))
afterAll(async () => {
  await server?.stop('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

const verify = (dataDir: string, ...args: string[]) =>
  runScript('run', ['audit:verify', ...args], { ZHIKU_DATA_DIR: dataDir })

async function copied(): Promise<string> {
  const dataDir = mkdtempSync(join(folder, 'data-'))
  await copyData(freshData, dataDir)
  return dataDir
}

type Tampering = { sql: string[]; mongo: (db: Db) => Promise<unknown> }

/** What somebody does who got hold of the database, and of nothing else. */
async function tamper(dataDir: string, { sql, mongo }: Tampering): Promise<void> {
  if (!isSqlite) return void (await inMongo(dataDir, mongo))
  const client = createClient({ url: `file:${join(dataDir, 'zhiku.db')}` })
  // The server may be writing.
  await client.execute('PRAGMA busy_timeout = 10000')
  for (const statement of sql) await client.execute(statement)
  client.close()
}

const kept = ['audit', 'counters']

/** Puts the log aside, to be brought back as it was before the next who tampers with it. */
const putAside: Tampering = {
  sql: kept.map((name) => `CREATE TABLE ${name}_before AS SELECT * FROM ${name}`),
  mongo: async (db) => {
    for (const name of kept)
      await db.collection(`${name}_before`).insertMany(await db.collection(name).find().toArray())
  },
}

const bringBack: Tampering = {
  sql: kept.flatMap((name) => [
    `DELETE FROM ${name}`,
    `INSERT INTO ${name} SELECT * FROM ${name}_before`,
  ]),
  mongo: async (db) => {
    for (const name of kept) {
      await db.collection(name).deleteMany({})
      await db.collection(name).insertMany(await db.collection(`${name}_before`).find().toArray())
    }
  },
}

const audit = (db: Db) => db.collection('audit')
const head = { _id: 'audit' as never }
const set = (seq: number, data: object) => (db: Db) => audit(db).updateOne({ seq }, { $set: data })

const tamperings: [string, Tampering, RegExp][] = [
  [
    'changed: another person',
    {
      sql: [`UPDATE audit SET by_name = '别人' WHERE seq = 40`],
      mongo: set(40, { byName: '别人' }),
    },
    /第 40 \(.*\) 条被改动.*Row 40 /,
  ],
  [
    'changed: another moment',
    {
      sql: [`UPDATE audit SET at = '2020-01-01T00:00:00.000Z' WHERE seq = 41`],
      mongo: set(41, { at: new Date(0) }),
    },
    /Row 41 \(.*\) was changed/,
  ],
  [
    'missing',
    {
      sql: ['DELETE FROM audit WHERE seq = 40'],
      mongo: (db) => audit(db).deleteOne({ seq: 40 }),
    },
    /第 40 条缺失。Row 40 is missing/,
  ],
  [
    'put in between',
    {
      sql: [
        `INSERT INTO audit SELECT 'x', action, by, by_name, subject, subject_name, revision, details, at, seq + 0.5, hash, hash FROM audit WHERE seq = 40`,
      ],
      mongo: async (db) => {
        const row = await audit(db).findOne({ seq: 40 })
        await audit(db).insertOne({ ...row, _id: 'x' as never, seq: 40.5, previous: row?.hash })
      },
    },
    /第 40.5 \(x\) 条是插入的/,
  ],
  [
    'exchanged',
    {
      sql: [
        'UPDATE audit SET seq = -1 WHERE seq = 40',
        'UPDATE audit SET seq = 40 WHERE seq = 41',
        'UPDATE audit SET seq = 41 WHERE seq = -1',
      ],
      mongo: async (db) => {
        await set(40, { seq: -1 })(db)
        await set(41, { seq: 40 })(db)
        await set(-1, { seq: 41 })(db)
      },
    },
    /Row 40 \(.*\) was changed[^]*Row 41 \(.*\) was changed/,
  ],
  [
    'cut off',
    {
      sql: ['DELETE FROM audit WHERE seq > 40'],
      mongo: (db) => audit(db).deleteMany({ seq: { $gt: 40 } }),
    },
    // Without transactions the head carries the last row, which comes back.
    /第 41–\d+ 条(被截去|缺失)/,
  ],
  [
    'cut off, the head set back',
    {
      sql: [
        'DELETE FROM audit WHERE seq > 40',
        `UPDATE counters SET value = 40, note = (SELECT json_set(note, '$.hash', (SELECT hash FROM audit WHERE seq = 40)) FROM counters WHERE id = 'audit') WHERE id = 'audit'`,
      ],
      mongo: async (db) => {
        await audit(db).deleteMany({ seq: { $gt: 40 } })
        const { note } = (await db.collection('counters').findOne(head)) as unknown as {
          note: string
        }
        const { seal } = JSON.parse(note) as { seal: string }
        const { hash } = (await audit(db).findOne({ seq: 40 })) as unknown as { hash: string }
        const forged = { value: 40, note: JSON.stringify({ hash, seal, rows: [] }) }
        await db.collection('counters').updateOne(head, { $set: forged })
      },
    },
    /链头缺失或被改动/,
  ],
  [
    'emptied, as if it were new',
    {
      sql: ['DELETE FROM audit', `DELETE FROM counters WHERE id = 'audit'`],
      mongo: async (db) => {
        await audit(db).deleteMany({})
        await db.collection('counters').deleteOne(head)
      },
    },
    /没有审计记录.*has no line in the log/,
  ],
]

/** A server of its own does the looking: it is asked in a moment, a command takes seconds to begin. */
let server: Awaited<ReturnType<typeof launch>> | undefined
let served: string
beforeAll(async () => {
  served = await copied()
  // A first start gives the city its usual words, and that is on record.
  server = await launch({ dataDir: served, env: { ZHIKU_FAULT_POINTS: 'yes' } })
  await tamper(served, putAside)
}, 600_000)

describe('npm run audit:verify', () => {
  it('8.26 finds nothing in a log nobody touched, and prints its head to be noted', async () => {
    const dataDir = await copied()
    const { code, output } = await verify(dataDir)
    expect([code, output]).toEqual([
      0,
      expect.stringMatching(/✓ 审计日志完整.*whole and unchanged/),
    ])
    const [head = ''] = /\d+:[0-9a-f]{64}/.exec(output) ?? []
    expect((await verify(dataDir, head)).code).toBe(0)
    const other = await verify(dataDir, head.replace(/^\d+/, '5'))
    expect([other.code, other.output]).toEqual([1, expect.stringContaining('Row 5 is not as it')])
  })

  it.each(tamperings)('8.27 names what was %s', async (_, tampering, sentence) => {
    await tamper(served, bringBack)
    expect(await told(served, 'audit:verify')).toMatchObject({ exitCode: 0 })
    await tamper(served, tampering)
    const { exitCode, output } = await told(served, 'audit:verify')
    expect(output).toMatch(sentence)
    expect(exitCode).toBe(1)
  })

  it('8.28 knows the log again after the secret was changed, if it is told the former one', async () => {
    const dataDir = await copied()
    const run = (env: Record<string, string>, command: string) =>
      runScript('run', [command], { ZHIKU_DATA_DIR: dataDir, ...env })
    const former = readFileSync(join(dataDir, 'secret'), 'utf8').trim()
    const present = { ZHIKU_SECRET: 'y'.repeat(40) }
    expect((await run(present, 'audit:verify')).code).toBe(1)
    const both = { ...present, ZHIKU_FORMER_SECRETS: former }
    expect((await run(both, 'audit:verify')).code).toBe(0)
    await run(both, 'password')
    expect((await run(both, 'audit:verify')).code).toBe(0)
    expect((await run({ ZHIKU_SECRET: former }, 'audit:verify')).code).toBe(1)
  })
})
