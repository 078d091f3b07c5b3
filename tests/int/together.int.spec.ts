import { beforeAll, describe, expect, it } from '@jest/globals'
import { password } from '../server/launch.mjs'
import { anyone, as } from '../server/people'
import type { Body, Row } from './answers'
import { foundCity, hire, type Worker } from './city'
import { copyOf, history, publish, review, save, standing, step, submit, write } from './entries'

let city: Awaited<ReturnType<typeof foundCity>>
let editor: Worker
let approver: Worker
let colleague: Worker
beforeAll(async () => {
  city = await foundCity()
  ;({ editor, approver } = city)
  colleague = await hire(city.bureau, 'editor')
}, 180_000)

const statuses = (answers: { status: number }[]) => answers.map(({ status }) => status).sort()
const times = (count: number) => Array.from({ length: count }, (_, index) => index)
const patient = 600_000

/** What must be found after a race, by what the approval was answered. */
const after: Record<number, { standing: object; read: unknown[] }> = {
  200: { standing: { state: 'approved', revision: 1, liveRevision: 1 }, read: [200, '批准的'] },
  409: { standing: { state: 'draft', liveRevision: null }, read: [404, undefined] },
}

describe('at the same time', () => {
  it(
    '14.1 two editors save: one is taken, the other told to merge, and the text is that of the first',
    async () => {
      for (const round of times(5)) {
        const entry = await write(editor, city.bureau)
        const texts = [`甲的文字${round}`, `乙的文字${round}`]
        const answers = await Promise.all([
          save(editor, entry, { summary: texts[0] }),
          save(colleague, entry, { summary: texts[1] }),
        ])
        expect(statuses(answers)).toEqual([200, 409])
        expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({
          code: 'changedMeanwhile',
          latest: 2,
        })
        const kept = texts[answers.findIndex(({ status }) => status === 200)]
        expect((await copyOf(editor, entry)).body).toMatchObject({ summary: kept, revision: 2 })
      }
    },
    patient,
  )

  it(
    '14.2 a save beside an approval, fifty rounds: no approval is undone, and what is live is what was approved',
    async () => {
      const agent = await as('agent')
      for (const round of times(50)) {
        const entry = await submit(editor, await write(editor, city.bureau, { summary: '批准的' }))
        await review(approver, entry)
        const [approval, recall, change] = await Promise.all([
          step(approver, entry, 'approve', { confirmed: true }),
          round % 2 ? step(editor, entry, 'recall') : save(colleague, entry, { summary: '丙' }),
          save(colleague, entry, { summary: '偷改的' }),
        ])
        const all = [approval, recall, change].map(({ status }) => status)
        expect(all.filter((status) => ![200, 409].includes(status))).toEqual([])
        const now = await standing(editor, entry)
        const read = await agent.get<Row>(`/api/entries/${entry.number}`)
        const expected = after[approval.status]
        expect(now).toMatchObject(expected?.standing ?? {})
        expect([read.status, read.body.summary]).toEqual(expected?.read)
      }
    },
    patient,
  )

  it(
    '14.3 twenty approvers approve: one wins, and there is one decision and one live text',
    async () => {
      const approvers = [approver]
      for (const _seat of times(19)) approvers.push(await hire(city.bureau, 'approver'))
      const entry = await submit(editor, await write(editor, city.bureau))
      await Promise.all(approvers.map((person) => review(person, entry)))
      const answers = await Promise.all(
        approvers.map((person) => step(person, entry, 'approve', { confirmed: true })),
      )
      expect(statuses(answers)).toEqual([200, ...times(19).map(() => 409)])
      const approvals = (await history(editor, entry)).filter((row) => row.step === 'approve')
      const winner = answers.find(({ status }) => status === 200)?.body
      expect(approvals.map(({ id }) => id)).toEqual([winner?.decision])
      const agent = await as('agent')
      const scope = `unit=${city.bureau.id}&category=services`
      const { body } = await agent.get<{ entries: Row[] }>(`/api/entries?${scope}`)
      expect(body.entries.filter(({ id }) => id === entry.id)).toHaveLength(1)
    },
    patient,
  )

  it(
    '14.4 an approval and a return: one of them counts, and the record agrees with the state',
    async () => {
      const other = await hire(city.bureau, 'approver')
      for (const _round of times(5)) {
        const entry = await submit(editor, await write(editor, city.bureau))
        await review(approver, entry)
        const answers = await Promise.all([
          step(approver, entry, 'approve', { confirmed: true }),
          step(other, entry, 'return', { seenState: 'pending', reason: '再改改' }),
        ])
        expect(statuses(answers)).toEqual([200, 409])
        const [last] = await history(editor, entry)
        expect((await standing(editor, entry))?.state).toBe(last?.to)
      }
    },
    patient,
  )

  it(
    '14.5 fifty mixed writes: all are taken or told that something changed; none fails',
    async () => {
      const drafts = await Promise.all(times(10).map(() => write(editor, city.bureau)))
      const pending = await Promise.all(
        times(10).map(async () => submit(editor, await write(editor, city.bureau))),
      )
      await Promise.all(pending.map((entry) => review(approver, entry)))
      const login = { username: editor.username, password }
      const answers = await Promise.all([
        ...drafts.map((entry, index) => save(editor, entry, { summary: `第${index}次` })),
        ...drafts.map((entry) => step(colleague, entry, 'submit')),
        ...pending.map((entry) => step(approver, entry, 'approve', { confirmed: true })),
        ...times(10).map(() => anyone().post<Body>('/api/users/login', login)),
        ...times(5).map(() => editor.get<Body>('/api/knowledge?limit=5&depth=0')),
        ...times(5).map(() => editor.get<Body>('/api/worklist')),
      ])
      expect(answers).toHaveLength(50)
      expect(answers.filter(({ status }) => ![200, 409].includes(status))).toEqual([])
      expect(answers.slice(20, 50).map(({ status }) => status)).toEqual(times(30).map(() => 200))
    },
    patient,
  )

  it(
    '14.6 twenty new entries get twenty numbers',
    async () => {
      const entries = await Promise.all(times(20).map(() => write(editor, city.bureau)))
      expect(new Set(entries.map(({ number }) => number)).size).toBe(20)
    },
    patient,
  )

  it(
    '14.7 two submissions of one entry: one decision',
    async () => {
      const entry = await write(editor, city.bureau)
      const answers = await Promise.all([
        step(editor, entry, 'submit'),
        step(colleague, entry, 'submit'),
      ])
      expect(statuses(answers)).toEqual([200, 409])
      expect(await history(editor, entry)).toHaveLength(1)
    },
    patient,
  )

  it('14.8 a decision stays as it was, whatever happens to people and units afterwards', async () => {
    const entry = await publish(city, city.bureau)
    const before = await history(editor, entry)
    const operator = await as('operator')
    const centre = await as('centre')
    await operator.patch(`/api/users/${approver.id}`, { name: '改名的领导' })
    await centre.patch(`/api/nodes/${city.bureau.id}`, { name: `${city.bureau.name}新` })
    const after = await history(editor, entry)
    expect(after.slice(-before.length)).toEqual(before)
  })

  it('14.9 whoever returns what they saw waiting does not take back what was approved meanwhile', async () => {
    const other = await hire(city.bureau, 'approver')
    const entry = await submit(editor, await write(editor, city.bureau))
    await review(approver, entry)
    await step(approver, entry, 'approve', { confirmed: true })
    const late = await step(other, entry, 'return', { seenState: 'pending', reason: '再改改' })
    expect([late.status, late.body.code]).toEqual([409, 'changedMeanwhile'])
    expect(await standing(editor, entry)).toMatchObject({ state: 'approved', liveRevision: 1 })
    const unknown = await step(other, entry, 'return', { seenState: 'online', reason: '再改改' })
    expect([unknown.status, unknown.body.code]).toEqual([400, 'invalid'])
    const meant = await step(other, entry, 'return', { seenState: 'approved', reason: '再改改' })
    expect(meant.status).toBe(200)
  })
})
