import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { askServer } from '@/jobs/askServer'
import type { Library } from '@/access/rules'
import { faultPoints } from '@/workflow/step/faultPoint'
import { copyData } from '../server/database.mjs'
import { launch, password } from '../server/launch.mjs'
import { as, type Person } from '../server/people'
import { freshData } from '../server/run'
import { history, review, save, step, write } from './entries'
import { seen, take, taken, told } from './tasks'
import { bring, isOpenedFirst, isPossible, rowOf, table, takerOf } from './table'
import type { Named, Role, Situation } from './table'
import type { Unit } from './city'

const folder = mkdtempSync(join(tmpdir(), 'zhiku-faults-'))
const dataDir = join(folder, 'data')
let server: Awaited<ReturnType<typeof launch>>
let bureau: Unit
const asked = { username: 'consulted', unit: '' }

const ofSteps = faultPoints.filter((point) => point.startsWith('step.'))
const every = (Object.keys(table) as Named[]).flatMap((name) =>
  ofSteps.map((point) => ({ name, point })),
)
/** How many kills there are time for: spread over all of them, each point among the first six. */
const kills = Number(process.env.ZHIKU_KILLS ?? 6)
const chosen = Array.from({ length: kills }, (_, n) => {
  const { name, point } = every[(n * 13) % every.length] as (typeof every)[number]
  const { libraries, from } = rowOf(name)
  const library = libraries[n % libraries.length] as Library
  const possible = from.filter((one) => isPossible(library, one))
  return { name, point, library, situation: possible[n % possible.length] as Situation }
})

beforeAll(async () => {
  await copyData(freshData, dataDir)
  server = await start()
  bureau = await unitOf(await as('editor', server.url))
  await hireElsewhere()
})
afterAll(async () => {
  await server.stop('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

describe('the power goes', () => {
  it.each(chosen)(
    'amid $name in $library, from $situation, at $point: afterwards it was taken whole or not at all',
    async ({ name, point, library, situation }) => {
      const row = rowOf(name)
      const before = await people()
      await setReturnFirst(before, Boolean(row.returnFirst))
      const entry = await bring(before, { library, situation, name })
      const role = takerOf(name, library)[0] as Role
      if (isOpenedFirst(name)) await review(before.everybody[role], entry)
      const taken = async ({ everybody }: People) =>
        (await history(everybody.centre, entry)).filter((one) => one.step === name).length
      const known = await taken(before)
      await arm(point)
      const cut = await step(before.everybody[role], entry, name, row.body).catch(() => null)
      // A point this step does not pass leaves it answered.
      expect([null, 200]).toContain(cut?.status ?? null)
      await restart()
      const now = await people()
      const kept = await taken(now)
      expect([known, known + 1]).toContain(kept)
      const again = await step(now.everybody[role], entry, name, row.body)
      expect([200, 409]).toContain(again.status)
      // Taken before the power went, some may be taken again: opening what is open does no harm.
      const records = await taken(now)
      expect(records).toBe(kept + (again.status === 200 ? 1 : 0))
      expect(records).toBeGreaterThan(known)
      await expectHealthy()
    },
  )

  it.each(['save.moved', 'save.written'])(
    'amid a save, at %s: the text is the old or the new one, and is saved again',
    async (point) => {
      const before = await people()
      const { editor: writer } = before.everybody
      const entry = await write(writer, before.bureau)
      await arm(point)
      await save(writer, entry, { summary: '改过。' }).catch(() => null)
      await restart()
      const { editor } = (await people()).everybody
      const { body } = await editor.get<{ summary: string; revision: number }>(
        `/api/knowledge/${entry.id}?depth=0`,
      )
      expect(body.summary).toBe(body.revision === 1 ? '带身份证到窗口办理。' : '改过。')
      const next = { ...entry, revision: body.revision }
      expect((await save(editor, next, { summary: '再改。' })).status).toBe(200)
      await expectHealthy()
    },
  )

  it('amid a step of a task: it was taken whole or not at all, and is on record once', async () => {
    const before = await people()
    const { editor } = before.everybody
    const query = `断电时怎么办 ${Date.now().toString(36)}`
    const { id } = await told(editor, { kind: 'gap', query, unit: before.bureau.id })
    await arm('task.moved')
    expect(await take(editor, id, 'take').catch(() => null)).toBeNull()
    await restart()
    const now = (await people()).everybody
    const steps = async () => (await seen(now.centre, id)).history.map(({ step: name }) => name)
    const { state } = await seen(now.centre, id)
    expect([state, ...(await steps())]).toEqual(
      state === 'open' ? ['open', 'open'] : ['taken', 'open', 'take'],
    )
    if (state === 'open') await taken(now.editor, id, 'take')
    expect(await steps()).toEqual(['open', 'take'])
    await expectHealthy()
  })
})

const start = () => launch({ dataDir, env: { ZHIKU_FAULT_POINTS: 'yes' } })

async function restart(): Promise<void> {
  await server.stop('SIGKILL')
  server = await start()
  await expectHealthy()
}

type People = Parameters<typeof bring>[0]

async function people(): Promise<People> {
  const [editor, approver, centre, consulted] = await Promise.all(
    ['editor', 'approver', 'centre', asked.username].map((name) => as(name, server.url)),
  )
  if (!editor || !approver || !centre || !consulted) throw new Error('Nobody signed in.')
  return { bureau, coUnits: [asked.unit], everybody: { editor, approver, centre, consulted } }
}

/** 会同校核: the approver of another unit, for whom the demo city has no account. */
async function hireElsewhere(): Promise<void> {
  const [operator, centre] = await Promise.all([
    as('operator', server.url),
    as('centre', server.url),
  ])
  const where = `where[kind][equals]=department&where[id][not_equals]=${bureau.id}`
  const { body } = await centre.get<{ docs: { id: string }[] }>(`/api/nodes?${where}&depth=0`)
  asked.unit = body.docs[0]?.id ?? ''
  const { username, unit } = asked
  const account = { username, unit, name: '会同领导', password, isActive: true }
  const { status } = await operator.post('/api/users', { ...account, roles: ['approver'] })
  if (status !== 201) throw new Error(`Nobody was hired: ${status}`)
}

async function setReturnFirst({ everybody }: People, isOn: boolean): Promise<void> {
  const returnFirst = { knowledge: isOn, plans: isOn, notices: isOn }
  const { status } = await everybody.centre.post('/api/globals/settings', { returnFirst })
  if (status !== 200) throw new Error(`The setting was not taken: ${status}`)
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
