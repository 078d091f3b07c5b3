import { beforeAll, describe, expect, it } from '@jest/globals'
import type { Library } from '@/access/rules'
import { anyone, as } from '../server/people'
import { refusal, type Body } from './answers'
import { history, review, step, type Entry } from './entries'
import { bring, isOpenedFirst, isPossible, people, rowOf, takeAs, takerOf } from './table'
import type { Named, People, Row, Situation } from './table'

let city: People
beforeAll(async () => {
  city = await people()
}, 180_000)

const rows: [string, Named][] = [
  ['21.1 submit: from draft and returned, by an editor; complete; several at once', 'submit'],
  ['21.2 recall: from pending, by an editor', 'recall'],
  [
    '21.3 approve: from pending, by an approver who opened it and confirmed; several at once',
    'approve',
  ],
  ['21.4 return: from pending and approved, by an approver, with a reason', 'return'],
  ['21.5 revise: from approved, by an editor', 'revise'],
  [
    '21.6 申请退回修改: from approved, by an editor, where revising is switched off',
    'requestReturn',
  ],
  [
    '21.7 save directly: from approved, by the centre; not while a revision is under way',
    'saveDirectly',
  ],
  [
    '21.8 requestDeletion: from draft, returned and approved, by an editor, with a reason; several at once',
    'requestDeletion',
  ],
  ['21.9 withdrawRequest: while it is requested, by an editor; several at once', 'withdrawRequest'],
  ['21.10 approveDeletion: while it is requested, by an approver', 'approveDeletion'],
  ['21.11 refuseDeletion: while it is requested, by an approver, with a reason', 'refuseDeletion'],
  ['21.12 discard: a draft that was never submitted, by an editor', 'discard'],
  ['21.13 publish: a draft case, by the centre', 'publish'],
  ['21.14 delete: from any state, by an approver, a case by the centre; several at once', 'delete'],
  [
    '21.15 restore: from the trash, by the centre; comes back as an offline draft; several at once',
    'restore',
  ],
  ['21.16 open: from any state while a text is online, by an approver; several at once', 'open'],
  ['21.17 close: from any state while a text is online, by an approver; several at once', 'close'],
  [
    '21.18 withdraw: from any state while a text is online, by an approver and the centre',
    'withdraw',
  ],
  ['21.19 resume: what is withdrawn, by an approver', 'resume'],
  [
    '21.22 启动预案: a plan from any state while a text is online and it is not active, by an approver and the centre',
    'activate',
  ],
  ['21.23 reschedule: while it is active, by an approver and the centre', 'reschedule'],
  ['21.24 deactivate: while it is active, by an approver and the centre', 'deactivate'],
  [
    '21.25 推送话务员: from any state while a text is online and it is not pushed, by an approver and the centre',
    'push',
  ],
  ['21.26 unpush: while it is pushed, by an approver and the centre', 'unpush'],
  ['21.20 agree (会同校核): from pending, by the approver of a named unit', 'agree'],
  [
    '21.21 object (会同校核): from pending, by the approver of a named unit, with a reason',
    'object',
  ],
]

describe('the table of the workflow, row by row', () => {
  it.each(rows)(
    '%s',
    async (_says, name) => {
      const row = rowOf(name)
      await switchReturnFirst(row, true)
      for (const library of row.libraries) {
        await isTaken(name, library)
        await isNeverTaken(name, library)
        await isTakenByNobodyElse(name, library)
        await goesForSeveral(name, library)
      }
      await switchReturnFirst(row, false)
    },
    180_000,
  )
})

/** From each state, by each role; one record of it, which says who, from where, where to and why. */
async function isTaken(name: Named, library: Library) {
  const { from, to, body } = rowOf(name)
  for (const situation of from.filter((one) => isPossible(library, one))) {
    for (const role of takerOf(name, library)) {
      const entry = await bring(city, { library, situation, name })
      const before = await history(city.everybody.centre, entry)
      const after = await takeAs(city.everybody[role], entry, name)
      const all = await history(city.everybody.centre, entry)
      expect(all.slice(1)).toEqual(before)
      const stood = before[0] ? String(before[0].to) : 'draft'
      expect([situation, all[0]]).toEqual([
        situation,
        expect.objectContaining({
          ...{ step: name, from: stood, to: ledTo(stood, to), revision: after.revision },
          ...(body && 'reason' in body ? body : {}),
        }),
      ])
    }
  }
}

const ledTo = (stood: string, to: Row['to']) => {
  if (to === 'unapproved') return stood === 'approved' ? 'draft' : stood
  return to === 'same' ? stood : to
}

async function isNeverTaken(name: Named, library: Library) {
  const { never, body } = rowOf(name)
  for (const situation of never.filter((one) => isPossible(library, one))) {
    const entry = await bring(city, { library, situation, name })
    const before = await history(city.everybody.centre, entry)
    for (const role of takerOf(name, library)) {
      const answer = await step(city.everybody[role], entry, name, body)
      expect([situation, answer]).toMatchObject([situation, refusal(409, 'wrongState')])
    }
    expect(await history(city.everybody.centre, entry)).toEqual(before)
  }
}

async function isTakenByNobodyElse(name: Named, library: Library) {
  const { from, body } = rowOf(name)
  const entry = await bring(city, { library, situation: from[0] as Situation, name })
  const before = await history(city.everybody.centre, entry)
  const allowed: readonly string[] = takerOf(name, library)
  for (const [role, person] of Object.entries(city.everybody)) {
    if (allowed.includes(role)) continue
    const { status, body: told } = await step(person, entry, name, body)
    expect([role, status, told.code]).toEqual([
      role,
      ...(told.code === 'notAllowed' ? [403, 'notAllowed'] : [404, 'notFound']),
    ])
  }
  expect(await step(anyone(), entry, name, body)).toMatchObject(refusal(401, 'notSignedIn'))
  expect(await history(city.everybody.centre, entry)).toEqual(before)
}

/** Beside one that cannot be: a result for each, and the one is done. */
async function goesForSeveral(name: Named, library: Library) {
  const { from, body, several } = rowOf(name)
  const [role] = takerOf(name, library)
  const person = city.everybody[role as keyof People['everybody']]
  const entry = await bring(city, { library, situation: from[0] as Situation, name })
  if (isOpenedFirst(name)) await review(person, entry)
  const missing = { id: '00000000-0000-4000-8000-000000000000', revision: 1 }
  const items = [missing, { id: entry.id, revision: entry.revision }]
  const answer = await person.post<Body>(`/api/${library}/${name}`, { items, ...body })
  if (!several) return expect(answer.status).toBe(404)
  expect(answer.body.results).toMatchObject([
    { ok: false, status: 404, code: 'notFound' },
    { id: entry.id, ok: true, status: 200 },
  ])
  expect((await lastOf(entry)).step).toBe(name)
}

const lastOf = async (entry: Entry) =>
  (await history(city.everybody.centre, entry))[0] ?? { step: '' }

async function switchReturnFirst({ returnFirst }: Row, isOn: boolean) {
  if (!returnFirst) return
  const centre = await as('centre')
  const sent = { returnFirst: { knowledge: isOn, plans: isOn, notices: isOn } }
  expect((await centre.post('/api/globals/settings', sent)).status).toBe(200)
}
