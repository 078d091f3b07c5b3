import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, describe, expect, it } from '@jest/globals'
import { told } from '../server/told'
import { byHand } from '../server/byHand'
import { dataLockHolder } from '@/jobs/dataLock.mjs'
import { copyData, isSqlite } from '../server/database.mjs'
import { beginPreparing, launch, prepareData } from '../server/launch.mjs'
import { as } from '../server/people'
import { commandEnv, freshData, runScript } from '../server/run'
import { line } from '../unit/import/sampleRow'

const folder = mkdtempSync(join(tmpdir(), 'zhiku-kill-load-'))
let server: Awaited<ReturnType<typeof launch>> | undefined
afterAll(async () => {
  await server?.stop('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

const patient = 600_000

describe('a first start that is killed', () => {
  const counted = ['nodes', 'users', 'register', 'knowledge', 'publications', 'decisions'] as const
  const count = async (dataDir: string) =>
    Promise.all(counted.map(async (name) => (await byHand(dataDir).find(name, {})).length))
  const hasBegun = async (dataDir: string) =>
    isSqlite
      ? existsSync(join(dataDir, 'zhiku.db.preparing-wal'))
      : (await byHand(dataDir).find('nodes', {})).length > 0

  it(
    'begins anew and makes the whole city once, killed early in the load and then late',
    async () => {
      const dataDir = join(folder, 'first')
      for (const moment of [300, 3_000]) {
        const first = await beginPreparing(dataDir)
        while (!(await hasBegun(dataDir))) await pause(10)
        await pause(moment)
        first.kill()
        await first.ended
        // What it had started to prepare the database may outlive it a moment.
        while (dataLockHolder(dataDir)) await pause(50)
      }
      await prepareData(dataDir)
      expect(await count(dataDir)).toEqual(await count(freshData))
    },
    patient,
  )
})

describe('an import whose server is killed', () => {
  it(
    'goes on when run again, and makes one entry of each row',
    async () => {
      const dataDir = join(folder, 'import')
      await copyData(freshData, dataDir)
      server = await launch({ dataDir })
      const tag = randomUUID().slice(0, 6)
      const file = join(folder, 'salt.ndjson')
      const rows = Array.from({ length: 60 }, (_, at) =>
        line({
          ...{ TASK_CODE: `${tag}-${at}`, ORGCODE: tag, TASK_NAME: `盐田${tag}第${at}号审批` },
          DEPT_NAME: `甲省盐业${tag}局`,
        }),
      )
      writeFileSync(file, rows.join('\n'))
      for (const moment of [0, 60, 150]) {
        const working = beginImport(dataDir, file)
        await working.progress
        await pause(moment)
        await server.stop('SIGKILL')
        await working.ended
        server = await launch({ dataDir })
        expect((await told(dataDir, 'doctor')).output).toContain('No violation')
      }
      const { code } = await runScript('run', ['import', file, '--submit'], {
        ZHIKU_DATA_DIR: dataDir,
      })
      expect(code).toBe(0)
      const made = (await byHand(dataDir).find('register', {})).filter(({ title }) =>
        String(title).includes(tag),
      )
      const imported = made.filter(({ topic }) => !topic)
      expect(new Set(imported.map(({ title }) => title)).size).toBe(rows.length)
      expect(imported.map(({ state }) => state)).toEqual(rows.map(() => 'pending'))
      expect((await told(dataDir, 'doctor')).output).toContain('No violation')
    },
    patient,
  )
})

describe('cases taken from a file while the power goes', () => {
  it(
    'come all or not at all',
    async () => {
      const dataDir = join(folder, 'cases')
      await copyData(freshData, dataDir)
      await server?.stop('SIGKILL')
      const running = await launch({ dataDir })
      server = running
      const centre = await as('centre', running.url)
      const { body } = await centre.get<{ docs: { name: string }[] }>(
        '/api/nodes?where[isCentre][equals]=true&depth=0',
      )
      const one = { content: '经过', result: '结果', unit: body.docs[0]?.name }
      const rows = Array.from({ length: 300 }, (_, at) => ({ ...one, title: `停电案件${at}` }))
      const sending = centre
        .fetch('/api/cases/import', { method: 'POST', body: rows.map(json).join('\n') })
        .catch(() => null)
      const made = async () =>
        (await byHand(dataDir).find('register', { library: 'cases' })).filter(({ title }) =>
          String(title).startsWith('停电案件'),
        ).length
      await pause(400)
      await running.stop('SIGKILL')
      await sending
      server = await launch({ dataDir })
      expect([0, rows.length]).toContain(await made())
      expect((await told(dataDir, 'doctor')).output).toContain('No violation')
    },
    patient,
  )
})

const json = (row: object) => JSON.stringify(row)

/** An import as a person starts it; `progress` comes with the first row. */
function beginImport(dataDir: string, file: string) {
  const child = spawn(process.execPath, ['scripts/run.mjs', 'import', file, '--submit'], {
    env: { ...process.env, ...commandEnv(dataDir) },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const ended = new Promise((end) => child.once('close', end))
  const said = new Promise((say) => child.stderr.once('data', say))
  return { ended, progress: Promise.race([said, ended]) }
}
