import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { copyData } from '../server/database.mjs'
import { launch } from '../server/launch.mjs'
import { anyone, as, type Person } from '../server/people'
import { freshData } from '../server/run'
import { refusal, type Body, type Row } from './answers'
import { tellAt } from './tellAt'

const folder = mkdtempSync(join(tmpdir(), 'zhiku-promotion-'))
const dataDir = join(folder, 'data')
let server: Awaited<ReturnType<typeof launch>>
let editor: Person, approver: Person

type Proposed = {
  period: { first: string; until: string }
  read: { first: string; until: string }
  entries: { id: string; number: string; title: string; reads: number; answer: Row | null }[]
  queries: { query: string; askers: number; answer: Row | null }[]
  looked: Row | null
}
type Promoted = Body & { entry: { id: string; number: string; library: string }; isNew: boolean }

beforeAll(async () => {
  await copyData(freshData, dataDir)
  server = await launch({ dataDir, env: { ZHIKU_FAULT_POINTS: 'yes' } })
  ;[editor, approver] = await Promise.all([as('editor', server.url), as('approver', server.url)])
}, 120_000)
afterAll(async () => {
  await server.stop('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

const proposed = async (person = editor) => {
  const { status, body } = await person.get<Proposed>('/api/readReviews')
  expect(status).toBe(200)
  return body
}
const answer = (what: string, sent: object = {}, person = editor) =>
  person.post<Promoted>(`/api/readReviews/${what}`, sent)

describe('热点信息提炼', () => {
  it('40.1 proposes', async () => {
    const now = await proposed()
    console.log(JSON.stringify(now, null, 1))
    console.log(await tellAt(dataDir, new Date()))
    console.log((await editor.get('/api/messages')).body)
    const [first, second] = now.entries
    console.log(await answer('draft', { kind: 'entry', subject: first!.id }))
    console.log(await answer('draft', { kind: 'entry', subject: first!.id }))
    console.log(await answer('draft', { kind: 'query', subject: now.queries[0]!.query }))
    console.log(await answer('revise', { subject: second!.id }))
    console.log(await answer('revise', { subject: second!.id }))
    console.log(await answer('nothing', { kind: 'entry', subject: now.entries[2]!.id }))
    console.log(await answer('mark', { subject: now.entries[2]!.id }))
    console.log(await answer('all', {}))
    console.log(JSON.stringify(await proposed(), null, 1))
    void approver
    void anyone
    void refusal
  })
})
