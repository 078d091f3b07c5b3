import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, expect, it } from '@jest/globals'
import { askServer } from '@/jobs/askServer'
import { copyData } from '../server/database.mjs'
import { launch } from '../server/launch.mjs'
import { as, type Person } from '../server/people'
import { freshData } from '../server/run'

const folder = mkdtempSync(join(tmpdir(), 'zhiku-importing-'))
const dataDir = join(folder, 'data')
let server: Awaited<ReturnType<typeof launch>> | undefined
afterAll(async () => {
  await server?.stop('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

const many = 120
const titles = Array.from({ length: many }, (_, n) => `断电导入第${n}件怎么办？`)
const sheet = ['标题,答案,类目', ...titles.map((title) => `${title},到窗口办理。,公共服务`)].join(
  '\n',
)

type Batch = {
  id: string
  state: string
  columns: { heading: string; field: string | null }[]
  counts: Record<string, number>
}
type Rows = { docs: { result: string | null; number: string | null }[] }

async function restart(): Promise<Person> {
  await server?.stop('SIGKILL')
  server = await launch({ dataDir })
  return as('editor', server.url)
}

/** Asks again and again until it is so far; the server may be gone meanwhile. */
async function until(editor: Person, id: string, isSo: (batch: Batch) => boolean): Promise<Batch> {
  for (let n = 0; n < 3_000; n += 1) {
    const { body } = await editor.get<Batch>(`/api/imports/${id}`)
    if (isSo(body)) return body
    await pause(20)
  }
  throw new Error('The batch does not come so far.')
}

async function rowsOf(editor: Person, id: string): Promise<Rows['docs']> {
  const pages = await Promise.all(
    [1, 2, 3].map((page) => editor.get<Rows>(`/api/imports/${id}/rows?page=${page}`)),
  )
  return pages.flatMap(({ body }) => body.docs)
}

const healthy = async () => {
  const asked = { command: 'doctor', args: [], folder }
  const signal = new AbortController().signal
  const { exitCode, output } = await askServer(asked, { dataDir, report: () => {}, signal })
  expect([exitCode, output]).toEqual([0, expect.stringContaining('No viol')])
}

it('an import that is killed again and again makes one entry of each row, and is taken back whole', async () => {
  await copyData(freshData, dataDir)
  let editor = await restart()
  const sent = await editor.fetch('/api/imports?library=knowledge&name=a.csv', {
    ...{ method: 'POST', body: sheet },
    headers: { 'Content-Type': 'text/csv' },
  })
  const { id, columns } = (await sent.json()) as Batch
  const chosen = Object.fromEntries(columns.map(({ heading, field }) => [heading, field]))
  const options = { submit: true, openToUnits: 'sheet', openToPublic: 'sheet' }
  await editor.post(`/api/imports/${id}/plan`, { columns: chosen, options })
  editor = await restart()
  await until(editor, id, ({ state }) => state === 'planned')
  await editor.post(`/api/imports/${id}/start`, { overwrite: 'none' })
  for (const done of [10, 50, 90]) {
    await until(editor, id, ({ counts }) => (counts.done ?? 0) >= done)
    editor = await restart()
  }
  const { counts } = await until(editor, id, ({ state }) => state === 'done')
  expect(counts).toMatchObject({ new: many, done: many, failed: 0 })
  const rows = await rowsOf(editor, id)
  expect(rows.every(({ result }) => result === 'submitted')).toBe(true)
  expect(new Set(rows.map(({ number }) => number)).size).toBe(many)
  const list = `/api/knowledge?where[title][like]=${encodeURIComponent('断电导入第')}&limit=0&depth=0`
  const made = async () => (await editor.get<{ totalDocs: number }>(list)).body.totalDocs
  expect(await made()).toBe(many)
  await healthy()

  await editor.post(`/api/imports/${id}/takeBack`)
  for (const left of [100, 40]) {
    await until(editor, id, ({ counts: now }) => (now.done ?? 0) <= left)
    editor = await restart()
  }
  await until(editor, id, ({ state }) => state === 'takenBack')
  expect(await made()).toBe(0)
  await healthy()
}, 600_000)
