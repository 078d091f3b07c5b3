import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, describe, expect, it } from '@jest/globals'
import { byHand } from '../server/byHand'
import { told } from '../server/told'
import { copyData } from '../server/database.mjs'
import { launch } from '../server/launch.mjs'
import { as, type Person } from '../server/people'
import { freshData } from '../server/run'

const folder = mkdtempSync(join(tmpdir(), 'zhiku-kill-'))
const dataDir = join(folder, 'data')
let server: Awaited<ReturnType<typeof launch>> | undefined
afterAll(async () => {
  await server?.stop('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

/** How long after an answered approval the power goes, in milliseconds: somewhere else each time. */
const moments = [5, 20, 45, 80, 120, 170, 230, 300, 400, 550]

type Doc = { doc: { id: string; revision: number } }

/** Creates, saves, submits and approves one entry after another until the server is gone. */
async function work(editor: Person, approver: Person, category: string, done: string[]) {
  for (let n = 1; ; n += 1) {
    const text = {
      category,
      title: `停电演练第${n}条怎么办?`,
      summary: '照常办理。',
      openToUnits: true,
    }
    const created = await editor.post<Doc>('/api/knowledge', {
      ...text,
      openToPublic: true,
      body: paragraph('照常办理。'),
    })
    if (created.status !== 201) throw new Error(JSON.stringify(created))
    const { id } = created.body.doc
    const saved = await editor.patch<Doc>(`/api/knowledge/${id}`, {
      summary: '停电时照常办理。',
      startedFrom: 1,
    })
    const { revision } = saved.body.doc
    await editor.post(`/api/knowledge/${id}/submit`, { revision })
    await approver.get(`/api/knowledge/${id}/review`)
    const body = { revision, confirmed: true }
    const approved = await approver.post(`/api/knowledge/${id}/approve`, body)
    if (approved.status !== 200) throw new Error(JSON.stringify(approved))
    done.push(id)
  }
}

/** Nobody was there any more, or was gone before the answer was. */
const isGone = (error: unknown) =>
  ['ECONNREFUSED', 'ECONNRESET', 'EPIPE'].includes(
    String((error as { code?: string } | null)?.code),
  )

describe('a server killed while people save and approve', () => {
  it('has lost nothing that was answered and left nothing half done, ten times', async () => {
    await copyData(freshData, dataDir)
    const answered: string[] = []
    server = await launch({ dataDir })
    for (const moment of moments) {
      const [editor, approver] = await Promise.all([
        as('editor', server.url),
        as('approver', server.url),
      ])
      const category = await categoryOf(editor)
      const working = Promise.allSettled(
        Array.from({ length: 3 }, () => work(editor, approver, category, answered)),
      )
      await oneMore(answered, working)
      await pause(moment)
      await server.stop('SIGKILL')
      for (const ended of await working) {
        if (ended.status === 'rejected' && !isGone(ended.reason)) throw ended.reason
      }
      server = await launch({ dataDir })
      const { exitCode, output } = await told(dataDir, 'doctor')
      expect([moment, exitCode, output]).toEqual([moment, 0, expect.stringContaining('No viol')])
      const log = await told(dataDir, 'audit:verify')
      expect([moment, log.exitCode, log.output]).toEqual([
        moment,
        0,
        expect.stringContaining('whole'),
      ])
    }
    const approver = await as('approver', server.url)
    for (const id of answered) {
      const { body } = await approver.get<{ state: string }>(`/api/knowledge/${id}/review`)
      expect(body.state).toBe('approved')
    }
    expect(answered.length).toBeGreaterThan(0)
  }, 1_200_000)
})

describe('a server killed at once after it has answered readers', () => {
  it('has everything on record that was asked, opened and used', async () => {
    const own = join(folder, 'read')
    await copyData(freshData, own)
    await server?.stop('SIGKILL')
    server = await launch({ dataDir: own })
    const agent = await as('agent', server.url)
    type Listed = { entries: { number: string }[]; search: string }
    const { entries, search } = (await agent.get<Listed>('/api/entries')).body
    const number = String(entries[0]?.number)
    await agent.get(`/api/entries/${number}?search=${search}`)
    const used = await agent.post(`/api/entries/${number}/used`, { search })
    expect(used.status).toBe(200)
    await server.stop('SIGKILL')
    server = await launch({ dataDir: own })
    const rows = byHand(own)
    expect(await rows.find('searches', { id: search })).toHaveLength(1)
    for (const collection of ['views', 'uses'])
      expect(await rows.find(collection, { search })).toMatchObject([{ number, reader: agent.id }])
  }, 300_000)
})

/** Until one more approval was answered, so that a slow machine is killed at work too. */
async function oneMore(answered: string[], working: Promise<unknown>): Promise<void> {
  const before = answered.length
  let isOver = false
  void working.finally(() => {
    isOver = true
  })
  while (!isOver && answered.length === before) await pause(5)
}

/** A category of the editor's own unit. */
async function categoryOf(editor: Person): Promise<string> {
  const me = await editor.get<{ user: { unit: { id: string } | string } }>('/api/users/me')
  const unit = me.body.user.unit
  const where = `where[unit][equals]=${typeof unit === 'string' ? unit : unit.id}&where[category][equals]=services`
  const { body } = await editor.get<{ docs: { id: string }[] }>(`/api/nodes?${where}&depth=0`)
  if (!body.docs[0]) throw new Error('The unit of the editor has no category.')
  return body.docs[0].id
}

function paragraph(text: string) {
  const shared = { version: 1, direction: null, format: '', indent: 0 }
  const words = { type: 'text', version: 1, text, detail: 0, format: 0, mode: 'normal', style: '' }
  const lines = { ...shared, type: 'paragraph', textFormat: 0, children: [words] }
  return { root: { ...shared, type: 'root', children: [lines] } }
}
