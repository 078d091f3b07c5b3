import { beforeAll, describe, expect, it } from '@jest/globals'
import { anyone, as, type Person } from '../server/people'
import { refusal, type Body, type Row } from './answers'
import { childrenOf, found, hire, type Unit, type Worker } from './city'
import { copyOf, history, publish, save, saved, standing, write, type Entry } from './entries'
import { expectHidden, expectVisible } from './visible'

let centre: Person
let county: Unit
let other: Unit
beforeAll(async () => {
  centre = await as('centre')
  county = await found('region', '丙县')
  other = await found('region', '丁县')
})

const change = (unit: Unit, data: object) => centre.patch<Body>(`/api/nodes/${unit.id}`, data)
const merge = (unit: { id: string }, into: { id: string }) =>
  centre.post<Body & { moved: number }>(`/api/nodes/${unit.id}/merge`, { into: into.id })
const read = async (entry: Entry) => (await centre.get<Row>(`/api/entries/${entry.number}`)).body
const versions = async (person: Person, entry: Entry) =>
  (await person.get<Body>(`/api/knowledge/versions?where[parent][equals]=${entry.id}`)).body.docs

async function staffed(name: string, above: Unit) {
  const unit = await found('department', name, above)
  return { unit, editor: await hire(unit, 'editor'), approver: await hire(unit, 'approver') }
}

describe('a unit that is renamed', () => {
  it('15.20 shows its new name on what is live at once; number, text and approval stay', async () => {
    const people = await staffed('县水利局', county)
    const entry = await publish(people, people.unit)
    const before = await read(entry)
    const name = `${people.unit.name}(新)`
    expect((await change(people.unit, { name })).status).toBe(200)
    const unit = { ...(before.unit as object), name }
    const spoken = String(before.spoken).replace(people.unit.name, name)
    expect(await read(entry)).toEqual({ ...before, unit, spoken })
    const steps = (await history(people.editor, entry)).map(({ step }) => step)
    expect(steps).toEqual(['relocate', 'approve', 'submit'])
    await expectVisible(entry, await as('agent'))
  })

  it('15.21 does not change the state of what is under way', async () => {
    const people = await staffed('县林业局', county)
    const draft = await write(people.editor, people.unit)
    await change(people.unit, { name: `${people.unit.name}(新)` })
    expect(await standing(people.editor, draft)).toMatchObject({ state: 'draft', revision: 1 })
    expect((await save(people.editor, draft, { summary: '接着写' })).status).toBe(200)
  })
})

describe('while entries follow a change of the tree', () => {
  it('15.30 the centre is told how many have, of how many; nobody else is', async () => {
    const people = await staffed('县文旅局', county)
    const texts = Array.from({ length: 12 }, () => write(people.editor, people.unit))
    await Promise.all(texts)
    const asked = '/api/nodes/following'
    let isOver = false
    const renamed = change(people.unit, { name: `${people.unit.name}(新)` }).finally(
      () => (isOver = true),
    )
    const told: { moved: number; of: number }[] = []
    while (!isOver) told.push((await centre.get<{ moved: number; of: number }>(asked)).body)
    expect((await renamed).status).toBe(200)
    expect(told.filter(({ moved, of }) => of >= 12 && moved <= of)).not.toEqual([])
    expect((await centre.get(asked)).body).toEqual({ moved: 0, of: 0 })
    expect(await people.editor.get(asked)).toMatchObject(refusal(403, 'notAllowed'))
    expect(await anyone().get(asked)).toMatchObject(refusal(401, 'notSignedIn'))
  })
})

describe('a unit that is moved below another county', () => {
  let people: { unit: Unit; editor: Worker; approver: Worker }
  let entry: Entry
  let draft: Entry
  let before: Worker
  let after: Worker
  beforeAll(async () => {
    people = await staffed('县残联', county)
    entry = await publish(people, people.unit)
    draft = await write(people.editor, people.unit)
    before = await hire(county, 'editor')
    after = await hire(other, 'editor')
    expect((await copyOf(before, draft)).status).toBe(200)
    await change(people.unit, { parent: other.id })
  })

  it('15.22 is read by the new county and not by the old one: copies, versions and live texts', async () => {
    expect([(await copyOf(before, draft)).status, (await copyOf(after, draft)).status]).toEqual([
      404, 200,
    ])
    expect(await versions(before, draft)).toEqual([])
    expect(await versions(after, draft)).toHaveLength(1)
    await expectHidden(entry, before)
    await expectVisible(entry, after)
  })

  it('15.23 keeps its entries, its people and its history', async () => {
    expect(await standing(people.editor, entry)).toMatchObject({
      state: 'approved',
      liveRevision: 1,
    })
    expect((await saved(people.editor, draft, { summary: '搬家后' })).revision).toBe(2)
    expect((await history(people.editor, entry)).map(({ step }) => step)).toEqual([
      'relocate',
      'approve',
      'submit',
    ])
    expect((await childrenOf(people.unit.id)).map(({ unitAbove }) => unitAbove)).toEqual(
      (await childrenOf(people.unit.id)).map(() => other.id),
    )
  })

  it('15.24 has the approver of the new county for its deputy', async () => {
    const deputy = await hire(other, 'approver')
    const opened = await deputy.get<{ steps: string[] }>(`/api/knowledge/${draft.id}/review`)
    expect(opened.status).toBe(200)
  })
})

describe('a unit that is merged into another', () => {
  let old: { unit: Unit; editor: Worker; approver: Worker }
  let target: { unit: Unit; editor: Worker; approver: Worker }
  let entry: Entry
  let draft: Entry
  beforeAll(async () => {
    old = await staffed('县卫生局', county)
    target = await staffed('县卫健局', county)
    entry = await publish(old, old.unit)
    draft = await write(old.editor, old.unit)
    await saved(old.editor, draft, { summary: '第二版' })
    const { status, body } = await merge(old.unit, target.unit)
    expect([status, body.moved]).toEqual([200, 6])
  })

  it('15.25 is gone, and its entries are the other unit’s, with number, text and history', async () => {
    expect((await centre.get(`/api/nodes/${old.unit.id}`)).status).toBe(404)
    expect(await read(entry)).toMatchObject({ number: entry.number, unit: { id: target.unit.id } })
    expect((await copyOf(target.editor, draft)).body).toMatchObject({
      unit: target.unit.id,
      category: target.unit.categories.services,
    })
    expect((await history(target.editor, entry)).map(({ step, unit }) => [step, unit])).toEqual([
      ['relocate', target.unit.id],
      ['approve', old.unit.id],
      ['submit', old.unit.id],
    ])
    expect(await versions(target.editor, draft)).toHaveLength(2)
  })

  it('15.26 takes its people along: they go on with their work', async () => {
    const latest = { ...draft, revision: 2 }
    expect((await saved(old.editor, latest, { summary: '接着写' })).revision).toBe(3)
    const operator = await as('operator')
    const { body } = await operator.get<Row>(`/api/users/${old.approver.id}?depth=0`)
    expect(body.unit).toBe(target.unit.id)
  })

  it('15.27 is read by the staff of the other unit from now on', async () => {
    await expectVisible(entry, await hire(target.unit, 'staff'))
  })
})

describe('what is not merged', () => {
  it('15.28 a unit with itself, with one of another kind, with nothing, and the hotline centre', async () => {
    const unit = await found('department', '县档案馆', county)
    const village = await found('township', '南乡', county)
    const { body } = await centre.get<Body>('/api/nodes?where[isCentre][equals]=true')
    const hotline = { id: String(body.docs[0]?.id) }
    for (const into of [unit, village, { id: 'nowhere' }]) {
      expect(await merge(unit, into)).toMatchObject(refusal(400, 'invalid'))
    }
    expect(await merge(hotline, unit)).toMatchObject(refusal(400, 'invalid'))
    expect(await merge({ id: 'nowhere' }, unit)).toMatchObject(refusal(404, 'notFound'))
  })

  it('15.29 a department of the city into a county body that lacks one of its categories: nothing is half moved', async () => {
    const wide = await found('department', '市气象局')
    const narrow = await found('department', '县气象局', county)
    expect(await merge(wide, narrow)).toMatchObject(refusal(400, 'invalid'))
    expect(await childrenOf(wide.id)).toHaveLength(6)
    expect(await childrenOf(narrow.id)).toHaveLength(5)
  })
})
