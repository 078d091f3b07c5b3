import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { askServer } from '@/jobs/askServer'
import { faultPoints } from '@/workflow/faultPoint'
import { copyData } from '../server/database.mjs'
import { launch } from '../server/launch.mjs'
import { as, type Person } from '../server/people'
import { freshData } from '../server/run'
import { approve, history, save, step, submit, take, write, type Entry } from './entries'
import type { Unit } from './city'

const folder = mkdtempSync(join(tmpdir(), 'zhiku-faults-'))
const dataDir = join(folder, 'data')
let server: Awaited<ReturnType<typeof launch>>
let unit: Unit

type People = { editor: Person; approver: Person; centre: Person }
type Name = keyof typeof lives

const open = { openToUnits: true, openToPublic: true }
const withdrawal = { kind: 'inError', sentence: '有误' }
const reason = { reason: '因故' }

const written = ({ editor }: People) => write(editor, unit, open)
const waiting = async (people: People) => submit(people.editor, await written(people))
const live = async (people: People) => approve(people.approver, await waiting(people))
const after =
  (before: (people: People) => Promise<Entry>, who: keyof People, name: string, more = {}) =>
  async (people: People) =>
    take(people[who], await before(people), name, more)

/** Each step with how an entry gets to where it is taken, by whom and with what. */
const lives = {
  submit: [written, 'editor', {}],
  recall: [waiting, 'editor', {}],
  approve: [waiting, 'approver', { confirmed: true }],
  return: [live, 'approver', { ...reason, online: false }],
  revise: [live, 'editor', {}],
  saveDirectly: [live, 'centre', { summary: '中心更正。' }],
  requestDeletion: [live, 'editor', reason],
  approveDeletion: [after(live, 'editor', 'requestDeletion', reason), 'approver', {}],
  close: [live, 'approver', { to: 'units' }],
  open: [live, 'approver', { to: 'public' }],
  withdraw: [live, 'approver', withdrawal],
  resume: [after(live, 'approver', 'withdraw', withdrawal), 'approver', {}],
  delete: [live, 'approver', {}],
  restore: [after(live, 'approver', 'delete'), 'centre', {}],
} as const satisfies Record<
  string,
  readonly [(people: People) => Promise<Entry>, keyof People, object]
>

const ofSteps = faultPoints.filter((point) => point.startsWith('step.'))
const every = (Object.keys(lives) as Name[]).flatMap((name) =>
  ofSteps.map((point) => ({ name, point })),
)
/** How many kills there are time for: spread over all of them, each point among the first six. */
const kills = Number(process.env.ZHIKU_KILLS ?? 6)
const chosen = Array.from({ length: Math.min(kills, every.length) }, (_, n) => {
  const at = (n * 13) % every.length
  return every[at] as (typeof every)[number]
})

beforeAll(async () => {
  await copyData(freshData, dataDir)
  server = await start()
  unit = await unitOf((await people()).editor)
})
afterAll(async () => {
  await server.stop('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

describe('the power goes', () => {
  it.each(chosen)(
    'amid $name, at $point: afterwards it was taken whole or not at all',
    async ({ name, point }) => {
      const [prepare, who, more] = lives[name]
      const before = await people()
      const entry = await prepare(before)
      if (name === 'approve') await before.approver.get(`/api/knowledge/${entry.id}/review`)
      const taken = async (person: Person) =>
        (await history(person, entry)).filter((row) => row.step === name).length
      const known = await taken(before.editor)
      await arm(point)
      const cut = await step(before[who], entry, name, more).catch(() => null)
      // A point this step does not pass leaves it answered.
      expect([null, 200]).toContain(cut?.status ?? null)
      await restart()
      const now = await people()
      const kept = await taken(now.editor)
      expect([known, known + 1]).toContain(kept)
      const again = await step(now[who], entry, name, more)
      expect([200, 409]).toContain(again.status)
      // Taken before the power went, some may be taken again: opening what is open does no harm.
      const records = await taken(now.editor)
      expect(records).toBe(kept + (again.status === 200 ? 1 : 0))
      expect(records).toBeGreaterThan(known)
      await expectHealthy()
    },
  )

  it.each(['save.moved', 'save.written'])(
    'amid a save, at %s: the text is the old or the new one, and is saved again',
    async (point) => {
      const before = await people()
      const entry = await written(before)
      await arm(point)
      await save(before.editor, entry, { summary: '改过。' }).catch(() => null)
      await restart()
      const { editor } = await people()
      const { body } = await editor.get<{ summary: string; revision: number }>(
        `/api/knowledge/${entry.id}?depth=0`,
      )
      expect(body.summary).toBe(body.revision === 1 ? '带身份证到窗口办理。' : '改过。')
      const next = { ...entry, revision: body.revision }
      expect((await save(editor, next, { summary: '再改。' })).status).toBe(200)
      await expectHealthy()
    },
  )
})

const start = () => launch({ dataDir, env: { ZHIKU_FAULT_POINTS: 'yes' } })

async function restart(): Promise<void> {
  await server.stop('SIGKILL')
  server = await start()
  await expectHealthy()
}

async function people(): Promise<People> {
  const [editor, approver, centre] = await Promise.all(
    ['editor', 'approver', 'centre'].map((name) => as(name, server.url)),
  )
  if (!editor || !approver || !centre) throw new Error('Nobody signed in.')
  return { editor, approver, centre }
}

async function expectHealthy(): Promise<void> {
  const { exitCode, output } = await command('doctor')
  expect([exitCode, output]).toEqual([0, expect.stringContaining('No viol')])
}

async function arm(point: string): Promise<void> {
  expect(await command('fault', point)).toMatchObject({ exitCode: 0 })
}

/** As `npm run …` beside a running server. */
const command = (name: string, ...args: string[]) =>
  askServer(
    { command: name, args, folder },
    { dataDir, report: () => {}, signal: new AbortController().signal },
  )

/** The editor's own unit with its category of services. */
async function unitOf(editor: Person): Promise<Unit> {
  type Named = { id: string; name: string }
  const { body } = await editor.get<{ user: { unit: Named } }>('/api/users/me')
  const { id, name } = body.user.unit
  const where = `where[unit][equals]=${id}&where[category][equals]=services`
  const nodes = await editor.get<{ docs: Named[] }>(`/api/nodes?${where}&depth=0`)
  const services = nodes.body.docs[0]?.id ?? ''
  return { id, name, categories: { services } as Unit['categories'] }
}
