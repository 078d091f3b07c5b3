import { beforeAll, describe, expect, it } from '@jest/globals'
import type { Touched } from '@/workflow/tree/touched'
import type { Leaving } from '@/workflow/accounts/keeping/leaving'
import { password } from '../server/launch.mjs'
import { anyone, as, type Person } from '../server/people'
import { refusal, type Body } from './answers'
import { found, foundCity, foundOffice, hire, type Unit } from './city'
import { publish, submit, write } from './entries'

let city: Awaited<ReturnType<typeof foundCity>>
let centre: Person
let operator: Person
beforeAll(async () => {
  city = await foundCity()
  centre = await as('centre')
  operator = await as('operator')
})

const touched = (person: Person, node: string, into: string) =>
  person.get<Touched & Body>(`/api/nodes/${node}/touched?into=${into}`)

/** A page of the admin as text, without tags. */
async function pageOf(person: Person, path: string): Promise<{ status: number; text: string }> {
  const cookie = `payload-token=${person.token}`
  const response = await person.fetch(path, { headers: { cookie, 'Accept-Language': 'zh-CN' } })
  return { status: response.status, text: await response.text() }
}

describe('what a change of the tree will touch', () => {
  it('26.1 moving a body: its entries by library, people, categories, who decides and who reads from above', async () => {
    const other = await found('region', '邻县')
    await publish(city, city.bureau)
    await submit(city.editor, await write(city.editor, city.bureau))
    const { status, body } = await touched(centre, city.bureau.id, other.id)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      entries: { knowledge: 6 },
      pending: 1,
      people: 2,
      categories: 5,
      units: 0,
      now: { unit: city.bureau.name, above: city.county.name, editors: ['某人'] },
      then: { unit: city.bureau.name, above: other.name, approvers: ['某人'] },
    })
  })

  it('26.2 merging a unit: the people of the other unit write and decide then', async () => {
    const target = await found('department', '县水利局', city.county)
    const { body } = await touched(centre, city.bureau.id, target.id)
    expect(body.now.unit).toBe(city.bureau.name)
    expect(body.then).toMatchObject({ unit: target.name, editors: [], approvers: [] })
  })

  it('26.3 a whole county: its units below, and each keeps its own people', async () => {
    const other = await found('region', '并入县')
    const { body } = await touched(centre, city.county.id, other.id)
    expect(body.units).toBeGreaterThanOrEqual(1)
    expect(body.then).toMatchObject({ unit: null, above: other.name })
  })

  it('26.4 is told to the centre alone, and changes nothing', async () => {
    const other = await found('region', '旁县')
    for (const person of [city.editor, city.approver, operator, await as('agent')]) {
      expect(await touched(person, city.bureau.id, other.id)).toMatchObject(
        refusal(403, 'notAllowed'),
      )
    }
    expect((await touched(anyone(), city.bureau.id, other.id)).status).toBe(401)
    expect((await touched(centre, 'nowhere', other.id)).status).toBe(404)
    expect((await touched(centre, city.bureau.id, 'nowhere')).status).toBe(400)
  })
})

describe('the pages of units', () => {
  const seesUnit = async (person: Person, unit: Unit) => {
    const { text } = await pageOf(person, `/admin/units/${unit.id}`)
    return text.includes(`<h1>${unit.name}</h1>`)
  }

  it('26.5 the centre and the operator see all units', async () => {
    for (const person of [centre, operator]) {
      const { text } = await pageOf(person, '/admin/units')
      expect(text).toContain(city.bureau.name)
      expect(text).toContain(city.elsewhere.name)
      expect(await seesUnit(person, city.elsewhere)).toBe(true)
    }
  })

  it('26.6 an editor and an approver see the own unit and what lies below it, and no other', async () => {
    const above = await hire(city.county, 'approver')
    for (const person of [city.editor, city.approver, above]) {
      expect(await seesUnit(person, city.bureau)).toBe(true)
      expect(await seesUnit(person, city.elsewhere)).toBe(false)
      expect((await pageOf(person, '/admin/units')).text).not.toContain(city.elsewhere.name)
    }
    expect(await seesUnit(city.editor, city.county)).toBe(false)
  })

  it('26.7 the auditor sees none of it', async () => {
    const auditor = await as('auditor')
    expect(await seesUnit(auditor, city.bureau)).toBe(false)
    expect((await pageOf(auditor, '/admin/units')).text).not.toContain(city.bureau.name)
  })

  it('26.8 the operator sees people and numbers, and no title of an entry', async () => {
    const entry = await write(city.editor, city.bureau)
    const unitPage = await pageOf(operator, `/admin/units/${city.bureau.id}`)
    const handover = await pageOf(operator, `/admin/handover?from=${city.editor.id}`)
    expect(unitPage.text).toContain(city.editor.username)
    for (const { text } of [unitPage, handover]) {
      expect(text).not.toContain(entry.title)
      expect(text).not.toContain(entry.id)
    }
  })

  it('26.9 a unit without an approver is named with who acts for it, and complete once it has one', async () => {
    const bureau = await found('department', '县档案局', city.county)
    await hire(bureau, 'editor')
    const deputy = await foundOffice(city.county)
    await hire(deputy, 'approver')
    const before = await pageOf(centre, `/admin/units/${bureau.id}`)
    expect(before.text).toContain('缺分管领导')
    expect(before.text).toContain(`由${deputy.name}代审批`)
    await hire(bureau, 'approver')
    const after = await pageOf(centre, `/admin/units/${bureau.id}`)
    expect(after.text).not.toContain('缺分管领导')
  })
})

describe('the operator and people who leave', () => {
  const leaving = (person: Person, id: string) =>
    person.get<Leaving & Body>(`/api/users/${id}/leaving`)

  it('26.10 is told what stays behind: entries in their care, roles nobody else holds, what waits', async () => {
    const bureau = await found('department', '县卫健局', city.county)
    const editor = await hire(bureau, 'editor')
    const approver = await hire(bureau, 'approver')
    await write(editor, bureau)
    await submit(editor, await write(editor, bureau))
    expect((await leaving(operator, editor.id)).body).toMatchObject({
      unit: bureau.name,
      kept: { draft: 1, pending: 1 },
      only: ['editor'],
    })
    const last = await leaving(operator, approver.id)
    expect(last.body).toMatchObject({ kept: {}, only: ['approver'], waiting: 1 })
    await hire(bureau, 'approver')
    expect((await leaving(operator, approver.id)).body.only).toEqual([])
  })

  it('26.11 nobody else asks that', async () => {
    for (const person of [centre, city.editor, city.approver, await as('auditor')]) {
      expect(await leaving(person, city.editor.id)).toMatchObject(refusal(403, 'notAllowed'))
    }
    expect((await leaving(anyone(), city.editor.id)).status).toBe(401)
  })

  it('26.12 gives a new password: shown once, to be changed, the old one void; on record without it', async () => {
    const worker = await hire(city.bureau, 'staff')
    const give = (person: Person, id: string) =>
      person.post<Body & { password: string }>(`/api/users/${id}/give-password`)
    const { status, body } = await give(operator, worker.id)
    expect(status).toBe(200)
    const signIn = (word: string) =>
      anyone().post<Body>('/api/users/login', { username: worker.username, password: word })
    expect((await signIn(password)).status).toBe(401)
    const session = await signIn(body.password)
    expect(session.body.user.mustChangePassword).toBe(true)
    const auditor = await as('auditor')
    const log = await auditor.get<Body>(
      `/api/audit?where[subject][equals]=${worker.id}&sort=-seq&limit=5`,
    )
    const line = log.body.docs.find(({ action }) => action === 'users.update')
    expect(line?.details).toMatchObject({ changed: expect.arrayContaining(['password']) })
    expect(JSON.stringify(log.body)).not.toContain(body.password)
    expect(await give(operator, operator.id)).toMatchObject(refusal(403, 'notAllowed'))
    expect(await give(centre, worker.id)).toMatchObject(refusal(403, 'notAllowed'))
  })
})
