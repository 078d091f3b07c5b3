import { beforeAll, describe, expect, it } from '@jest/globals'
import { as } from '../server/people'
import { refusal, type Body } from './answers'
import {
  childrenOf,
  found,
  foundCity,
  foundOffice,
  hire,
  hotline,
  type Unit,
  type Worker,
} from './city'
import { approve, history, review, step, submit, write } from './entries'

let city: Awaited<ReturnType<typeof foundCity>>
let editor: Worker
let approver: Worker
const confirmed = { confirmed: true }
const waiting = async () => submit(editor, await write(editor, city.bureau))

beforeAll(async () => {
  city = await foundCity()
  ;({ editor, approver } = city)
})

describe('for a unit without an approver', () => {
  let village: Unit
  let writer: Worker
  let office: Worker
  let above: Worker
  const pending = async () => submit(writer, await write(writer, village))
  beforeAll(async () => {
    village = await found('township', '东乡', city.county)
    writer = await hire(village, 'editor')
    office = await hire(await foundOffice(city.county), 'approver')
    above = await hire(city.county, 'approver')
  })

  it('5.13 the office of its region acts (代审批), is told, and the record says so', async () => {
    const entry = await pending()
    const { body: inbox } = await office.get<Body>('/api/worklist?state=pending')
    expect(inbox.docs.map(({ id }) => id)).toContain(entry.id)
    const { body: told } = await office.get<Body>('/api/messages')
    expect(told.docs.map((row) => row.entry)).toContain(entry.id)
    await approve(office, entry)
    expect((await history(writer, entry))[0]).toMatchObject({
      by: office.id,
      unit: village.id,
      unitName: village.name,
      isActingForUnit: true,
    })
  })

  it('5.14 the approver of another body of the same county does not, nor one of the county itself', async () => {
    const entry = await pending()
    const answer = await step(approver, entry, 'approve', confirmed)
    expect(answer).toMatchObject(refusal(404, 'notFound'))
    expect((await review(above, entry)).body.steps).toEqual([])
    expect(await step(above, entry, 'approve', confirmed)).toMatchObject(refusal(403, 'notAllowed'))
  })

  it('5.15 an approver who wrote the text themselves counts as none', async () => {
    const both = await hire(village, 'editor', 'approver')
    const entry = await submit(both, await write(both, village))
    expect(await step(both, entry, 'approve', confirmed)).toMatchObject({ status: 403 })
    await approve(office, entry)
    expect((await history(both, entry))[0]).toMatchObject({ isActingForUnit: true })
  })

  it('5.16 as soon as the unit has an approver of its own, the office neither decides nor sees', async () => {
    const own = await hire(village, 'approver')
    const entry = await pending()
    expect(await review(office, entry)).toMatchObject(refusal(404, 'notFound'))
    const answer = await step(office, entry, 'approve', confirmed)
    expect(answer).toMatchObject(refusal(404, 'notFound'))
    await approve(own, entry)
  })

  it('5.20 the hotline centre acts where the office cannot either, and for units of level 1', async () => {
    const hotlineApprover = await hire(await hotline(), 'approver')
    const alone = await found('region', '无办县')
    const town = await found('township', '无办乡', alone)
    const bureau = await found('department', '市无人局')
    for (const unit of [town, bureau]) {
      const editor = await hire(unit, 'editor')
      const entry = await approve(hotlineApprover, await submit(editor, await write(editor, unit)))
      expect((await history(editor, entry))[0]).toMatchObject({
        by: hotlineApprover.id,
        isActingForUnit: true,
      })
    }
    const entry = await waiting()
    expect(await review(hotlineApprover, entry)).toMatchObject(refusal(404, 'notFound'))
  })

  it('5.21 the office agrees in its place when it is asked to (会同校核)', async () => {
    const lonely = await found('township', '西乡', city.county)
    const entry = await write(editor, city.bureau, { coUnits: [lonely.id] })
    await submit(editor, entry)
    expect((await review(office, entry)).body.steps).toEqual(['agree', 'object'])
    expect((await step(office, entry, 'agree', { sentence: '' })).status).toBe(200)
    expect((await history(editor, entry))[0]).toMatchObject({
      step: 'agree',
      isActingForUnit: true,
      details: { unit: lonely.id, unitName: lonely.name },
    })
    await approve(approver, entry)
  })

  it('5.23 what falls to the office is counted where it is listed, and named in its tab', async () => {
    const south = await found('township', '南乡', city.county)
    const both = await hire(south, 'editor', 'approver')
    const entry = await submit(both, await write(both, south))
    const headers = { Cookie: `payload-token=${office.token}`, Authorization: '' }
    const page = async (path: string) => (await office.fetch(`/admin${path}`, { headers })).text()
    const list = await page('/collections/knowledge?state=pending')
    expect(list).toContain(entry.title)
    const [, counted] = /aria-current="page"[^>]*>审批中[^\d]*(\d+)/.exec(list) ?? []
    const [, listed] = /共 (\d+) 条/.exec(list.replaceAll('<!-- -->', '')) ?? []
    expect(counted).toBe(listed)
    expect(await page(`/collections/knowledge/${entry.id}`)).toContain(`<title>${entry.title}`)
  })

  it('5.22 a region has one office: the mark goes from the one that had it', async () => {
    const centre = await as('centre')
    const region = await found('region', '一办县')
    const first = await found('department', '甲办', region)
    const second = await found('department', '乙办', region)
    for (const { id } of [first, second]) await centre.patch(`/api/nodes/${id}`, { isOffice: true })
    const marks = (await childrenOf(region.id)).map(({ id, isOffice }) => [id, isOffice])
    expect(Object.fromEntries(marks)).toEqual({ [first.id]: false, [second.id]: true })
    const department = await centre.patch<Body>(`/api/nodes/${city.elsewhere.id}`, {
      isOffice: true,
    })
    expect(department.body.doc.isOffice).toBe(false)
  })
})
