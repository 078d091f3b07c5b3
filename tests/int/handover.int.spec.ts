import { beforeAll, describe, expect, it } from '@jest/globals'
import type { Kept } from '@/workflow/accounts/keeping/handOver'
import type { Keeping } from '@/workflow/accounts/keeping/keepingOf'
import { as, type Person } from '../server/people'
import { refusal, type Body, type Row } from './answers'
import { found, foundCity, hire, type Worker } from './city'
import {
  approve,
  copyOf,
  publish,
  review,
  saved,
  standing,
  step,
  submit,
  take,
  write,
  type Entry,
} from './entries'

let city: Awaited<ReturnType<typeof foundCity>>
let leaver: Worker
let heir: Worker
let operator: Person
beforeAll(async () => {
  city = await foundCity()
  leaver = await hire(city.bureau, 'editor')
  heir = await hire(city.bureau, 'editor')
  operator = await as('operator')
})

type Listed = { docs: Kept[]; totalDocs: number }
const keptBy = async (asker: Person, id: string) =>
  (await asker.get<Listed>(`/api/handover?from=${id}`)).body.docs
const handOver = (by: Person, from: Person | null, to: Person, ...entries: { id: string }[]) =>
  by.post<Body>('/api/handover', {
    from: from?.id ?? null,
    to: to.id,
    items: entries.map(({ id }) => id),
  })
const keeping = async (asker: Person, { library, id }: Entry) =>
  (await asker.get<Keeping & Body>(`/api/${library}/${id}/history`)).body
const keeperOf = async (asker: Person, entry: Entry) => (await standing(asker, entry))?.keeper

describe('who looks after an entry (经办人)', () => {
  it('27.1 is who wrote it, and stays so when a colleague saves it', async () => {
    const entry = await write(leaver, city.bureau)
    expect(await keeperOf(leaver, entry)).toBe(leaver.id)
    await saved(heir, entry, { summary: '同事改过。' })
    expect(await keeperOf(leaver, entry)).toBe(leaver.id)
  })

  it('27.2 is whoever first saves what nobody wrote, such as the drafts of a new unit', async () => {
    const unit = await found('department', '市档案馆')
    const editor = await hire(unit, 'editor')
    const nobodys = await keptBy(editor, 'none')
    expect(nobodys).toHaveLength(4)
    const entry = { ...nobodys[0]!, title: '', revision: 1 } as Entry
    await saved(editor, entry, { summary: '内设科室五个。' })
    expect(await keeperOf(editor, entry)).toBe(editor.id)
    expect(await keptBy(editor, 'none')).toHaveLength(3)
  })

  it('27.3 narrows lists to what is in one’s own care', async () => {
    const mine = await write(heir, city.bureau)
    await write(leaver, city.bureau)
    const { body } = await heir.get<Body>(`/api/worklist?keeper=${heir.id}`)
    expect(body.docs.map(({ id }) => id)).toContain(mine.id)
    expect(body.docs.every(({ keeper }) => keeper === heir.id)).toBe(true)
  })
})

describe('handing over', () => {
  it('27.4 all of a person’s entries go to a colleague, each with a result of its own', async () => {
    const entries = [await write(leaver, city.bureau), await write(leaver, city.bureau)]
    const all = await keptBy(operator, leaver.id)
    expect(all.map(({ id }) => id)).toEqual(expect.arrayContaining(entries.map(({ id }) => id)))
    const { status, body } = await handOver(operator, leaver, heir, ...all)
    expect(status).toBe(200)
    expect(body.results.every(({ ok }) => ok)).toBe(true)
    expect(body.results).toHaveLength(all.length)
    expect(await keptBy(operator, leaver.id)).toEqual([])
  })

  it('27.5 changes nothing but the keeper: text, state, revision, history and what readers see stay', async () => {
    const entry = await publish({ editor: leaver, approver: city.approver }, city.bureau)
    const before = [await standing(city.editor, entry), await copyOf(city.editor, entry)]
    const decisions = (await keeping(city.editor, entry)).docs
    await handOver(city.approver, leaver, heir, entry)
    const after = [await standing(city.editor, entry), await copyOf(city.editor, entry)]
    const plain = (row: unknown) => JSON.stringify({ ...(row as Row), keeper: null })
    expect(plain(after[0])).toBe(plain(before[0]))
    expect(plain((after[1] as { body: Row }).body)).toBe(plain((before[1] as { body: Row }).body))
    expect((await keeping(city.editor, entry)).docs).toEqual(decisions)
  })

  it('27.6 gives nobody a right: who wrote a text still does not approve it, who took it over may', async () => {
    const writer = await hire(city.bureau, 'editor', 'approver')
    const other = await hire(city.bureau, 'editor', 'approver')
    const entry = await submit(writer, await write(writer, city.bureau))
    await handOver(operator, writer, other, entry)
    await review(writer, entry)
    expect(await step(writer, entry, 'approve', { confirmed: true })).toMatchObject(
      refusal(403, 'ownSubmission'),
    )
    await approve(other, entry)
  })

  it('27.7 is on record, and the history tells who kept it before', async () => {
    const entry = await write(leaver, city.bureau)
    await handOver(city.approver, leaver, heir, entry)
    const { keeper, handovers } = await keeping(city.editor, entry)
    expect(keeper).toBe('某人')
    expect(handovers).toMatchObject([{ byName: '某人', from: '某人', to: '某人' }])
    const auditor = await as('auditor')
    const { body } = await auditor.get<Body>(
      `/api/audit?where[subject][equals]=${entry.id}&where[action][equals]=knowledge.handover`,
    )
    expect(body.docs).toMatchObject([
      { by: city.approver.id, details: { from: leaver.id, to: heir.id } },
    ])
  })

  it('27.8 who already keeps it no more loses nothing: the second handover is refused', async () => {
    const entry = await write(leaver, city.bureau)
    await handOver(operator, leaver, heir, entry)
    const { body } = await handOver(operator, leaver, city.editor, entry)
    expect(body.results).toMatchObject([{ ok: false, status: 409, code: 'changedMeanwhile' }])
    expect(await keeperOf(heir, entry)).toBe(heir.id)
  })

  it('27.9 of twenty at once one succeeds, and a step beside it is not undone', async () => {
    const entry = await write(leaver, city.bureau)
    const asked = Array.from({ length: 20 }, () => handOver(operator, leaver, heir, entry))
    const submitted = take(leaver, entry, 'submit')
    const answers = await Promise.all(asked)
    await submitted
    expect(answers.filter(({ body }) => body.results[0]?.ok)).toHaveLength(1)
    expect(await standing(heir, entry)).toMatchObject({ state: 'pending' })
    expect(await keeperOf(heir, entry)).toBe(heir.id)
  })
})

describe('what is not handed over', () => {
  const first = async (asked: Promise<{ body: Body }>) => (await asked).body.results[0]

  it('27.10 goes to no one of another unit, to no reader, to nobody who is switched off', async () => {
    const entry = await write(leaver, city.bureau)
    const reader = await hire(city.bureau, 'staff')
    for (const to of [city.stranger, reader, city.approver]) {
      expect(await first(handOver(operator, leaver, to, entry))).toMatchObject({
        status: 400,
        code: 'invalid',
      })
    }
    const gone = await hire(city.bureau, 'editor')
    await operator.patch(`/api/users/${gone.id}`, { isActive: false })
    expect(await handOver(operator, leaver, gone, entry)).toMatchObject(refusal(400, 'invalid'))
    expect(await handOver(operator, leaver, leaver, entry)).toMatchObject(refusal(400, 'invalid'))
    expect(await keeperOf(leaver, entry)).toBe(leaver.id)
  })

  it('27.11 people of other units know of nothing, the unit above reads and hands over nothing', async () => {
    const entry = await write(leaver, city.bureau)
    const above = await hire(city.county, 'approver')
    expect(await first(handOver(city.stranger, leaver, heir, entry))).toMatchObject({
      status: 404,
      code: 'notFound',
    })
    expect(await first(handOver(above, leaver, heir, entry))).toMatchObject({
      status: 403,
      code: 'notAllowed',
    })
    expect(await keptBy(city.stranger, leaver.id)).toEqual([])
    expect(await keptBy(above, leaver.id)).toEqual([])
  })

  it.each(['agent', 'staff', 'auditor'])('27.12 %s hands over nothing', async (account) => {
    const person = await as(account)
    const entry = await write(leaver, city.bureau)
    expect(await handOver(person, leaver, heir, entry)).toMatchObject(refusal(403, 'notAllowed'))
    expect((await person.get(`/api/handover?from=${leaver.id}`)).status).toBe(403)
  })

  it('27.13 the operator is told numbers and states, the unit and the centre titles too', async () => {
    const entry = await write(leaver, city.bureau)
    const find = (kept: Kept[]) => kept.find(({ id }) => id === entry.id)
    expect(find(await keptBy(operator, leaver.id))).toMatchObject({
      number: entry.number,
      state: 'draft',
      title: null,
    })
    for (const person of [city.editor, await as('centre')]) {
      expect(find(await keptBy(person, leaver.id))?.title).toBe(entry.title)
    }
  })

  it('27.14 what lies in the trash is in nobody’s care', async () => {
    const entry = await write(leaver, city.bureau)
    await take(leaver, entry, 'discard')
    expect((await keptBy(operator, leaver.id)).map(({ id }) => id)).not.toContain(entry.id)
    expect(await first(handOver(operator, leaver, heir, entry))).toMatchObject({
      status: 409,
      code: 'wrongState',
    })
  })

  it.each([{}, { items: [] }, { items: ['x'], to: 'nobody' }, { items: [1], to: 'x' }])(
    '27.15 a question that can’t be meant is refused: %j',
    async (body) => {
      expect(await operator.post<Body>('/api/handover', body)).toMatchObject(
        refusal(400, 'invalid'),
      )
    },
  )
})
