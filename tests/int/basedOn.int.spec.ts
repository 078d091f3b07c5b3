import { beforeAll, describe, expect, it } from '@jest/globals'
import type { Entry as ReadEntry } from '@/reading/readEntry'
import type { TaskPage } from '@/workflow/tasks/readTasks'
import { composeBody, item, paper } from '@/blocks/asWritten'
import { anyone, as } from '../server/people'
import { refusal } from './answers'
import { found, foundCity, foundOffice, hire, unique, type Unit, type Worker } from './city'
import { approve, copyOf, publish, review, save, saved, step, submit, take, write } from './entries'
import { seen, taken } from './tasks'
import { settled } from './tellAt'

type People = { editor: Worker; approver: Worker }

let city: Awaited<ReturnType<typeof foundCity>>
let civil: Unit, office: Unit
let ofCivil: People, ofOffice: People
beforeAll(async () => {
  city = await foundCity()
  civil = await found('department', '市民政局')
  office = await foundOffice(city.county)
  const people = async (unit: Unit) => ({
    editor: await hire(unit, 'editor'),
    approver: await hire(unit, 'approver'),
  })
  ;[ofCivil, ofOffice] = await Promise.all([people(civil), people(office)])
}, 60_000)

const open = { openToUnits: true, openToPublic: true }
const basedOn = async (number: string | null) => {
  const draft = await write(city.editor, city.bureau, open)
  return save(city.editor, draft, { basedOn: number })
}
const entryFor = async (person: ReturnType<typeof anyone>, number: string, way = '/api/public') =>
  (await person.get<ReadEntry>(`${way}/entries/${number}`)).body
const reviewsOf = async ({ number }: { number: string }) =>
  (await city.editor.get<TaskPage>(`/api/tasks?entry=${number}&kind=review`)).body.tasks

describe('依据的上级事项', () => {
  it('72.1 is an entry online of a unit of level 1 or of the county’s office, by its number however it is typed', async () => {
    const above = await publish(ofCivil, civil, open)
    const ofCounty = await publish(ofOffice, office, open)
    for (const { number } of [above, ofCounty]) {
      const { status, body } = await basedOn(` ${number.toLowerCase()} `)
      expect([status, body.doc.basedOn]).toEqual([200, number])
    }
    const { body } = await basedOn('')
    expect(body.doc.basedOn ?? null).toBeNull()
  })

  it('72.2 is none of one’s own unit, of a unit beside or below, of a draft, or of the entry itself', async () => {
    const own = await publish(city, city.bureau, open)
    const draft = await write(ofCivil.editor, civil, open)
    for (const number of [own.number, draft.number, 'ZS999999', '社保卡'])
      expect(await basedOn(number)).toMatchObject({ status: 400 })
    const itself = await write(city.editor, city.bureau, open)
    expect(await save(city.editor, itself, { basedOn: itself.number })).toMatchObject({
      status: 400,
    })
    const upside = await write(ofCivil.editor, civil, open)
    expect(await save(ofCivil.editor, upside, { basedOn: own.number })).toMatchObject({
      status: 400,
    })
    const { body } = await basedOn(own.number)
    expect(JSON.stringify(body.errors)).toContain('只能依据上级的事项')
  })

  it('72.3 tells nothing of an entry one may not read: closed and not there is the same', async () => {
    const closed = await publish(ofCivil, civil)
    const refused = [await basedOn(closed.number), await basedOn('ZS999999')]
    const [one, other] = refused.map(({ status, body }) => [status, JSON.stringify(body.errors)])
    expect(one).toEqual(other)
  })

  it('72.4 makes no circle', async () => {
    const [first, second] = [
      await publish(ofCivil, civil, open),
      await publish(ofOffice, office, open),
    ]
    const other = await found('department', '市数据局')
    const people = { editor: await hire(other, 'editor'), approver: await hire(other, 'approver') }
    const third = await publish(people, other, { ...open, basedOn: first.number })
    const revised = await take(ofCivil.editor, first, 'revise')
    const circle = await save(ofCivil.editor, revised, { basedOn: third.number })
    expect(circle).toMatchObject({ status: 400 })
    expect(JSON.stringify(circle.body.errors)).toContain('不能互相依据')
    expect(second.number).not.toBe(first.number)
  })

  it('72.5 is part of the text: approved with it, shown beside it to whoever may read both', async () => {
    const above = await publish(ofCivil, civil, open)
    const county = await publish(city, city.bureau, open)
    const revised = await take(city.editor, county, 'revise')
    const named = await saved(city.editor, revised, { basedOn: above.number })
    expect(named.revision).toBe(county.revision + 1)
    await submit(city.editor, named)
    const { body } = await review(city.approver, named)
    expect(body).toMatchObject({ basedOn: above.number })
    expect((body as unknown as { difference: object[] }).difference).toContainEqual({
      ...{ field: 'basedOn', before: null, after: above.number },
    })
    expect((await entryFor(anyone(), county.number)).basedOn).toBeNull()
    await approve(city.approver, named)
    const shown = { number: above.number, title: above.title, unit: { name: civil.name } }
    expect((await entryFor(anyone(), county.number)).basedOn).toMatchObject(shown)
    const page = await (await anyone().fetch(`/e/${county.number}`)).text()
    expect(page).toContain(`href="/e/${above.number}"`)
    await take(ofCivil.approver, above, 'close', { to: 'public' })
    expect((await entryFor(anyone(), county.number)).basedOn).toBeNull()
    expect(await (await anyone().fetch(`/e/${county.number}`)).text()).not.toContain(above.title)
    expect((await entryFor(await as('agent'), county.number, '/api')).basedOn).toMatchObject(shown)
  })

  it('72.6 shows writer and approver where name, basis or materials are not the same, and refuses nothing', async () => {
    const body = (...names: string[]) =>
      composeBody(item({ conditions: '无', materials: names.map((name) => paper(name, 1, 0)) }))
    const title = `如何申领${unique()}津贴？`
    const text = { ...open, title, basis: '云民〔2023〕18号', body: body('身份证', '社保卡') }
    const above = await publish(ofCivil, civil, text)
    const alike = await write(city.editor, city.bureau, { ...text, basedOn: above.number })
    const kinds = async (entry: typeof alike) => (await review(city.editor, entry)).body.findings
    expect((await kinds(alike)).filter((kind) => kind.startsWith('other'))).toEqual([])
    const other = { title: `怎样领${unique()}？`, basis: null, body: body('身份证', '户口簿') }
    const entry = await saved(city.editor, alike, other)
    const told = await city.editor.post<{ passages: { kind: string; passage: string }[] }>(
      ...([`/api/knowledge/${entry.id}/findings`, {}] as const),
    )
    expect(told.body.passages).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'otherTitle', passage: title }),
        expect.objectContaining({ kind: 'otherBasis', passage: '云民〔2023〕18号' }),
        expect.objectContaining({
          ...{ kind: 'otherMaterials', passage: '缺少：社保卡；多出：户口簿' },
        }),
      ]),
    )
    await submit(city.editor, entry)
    expect(await kinds(entry)).toEqual(
      expect.arrayContaining(['otherTitle', 'otherBasis', 'otherMaterials']),
    )
    await approve(city.approver, entry)
  })

  it('72.7 asks the county’s editor to look once it changed, shows what, and is over once its approver agrees', async () => {
    const above = await publish(ofCivil, civil, open)
    const county = await publish(city, city.bureau, { ...open, basedOn: above.number })
    await settled()
    expect(await reviewsOf(county)).toEqual([])
    const revised = await take(ofCivil.editor, above, 'revise')
    const other = await saved(ofCivil.editor, revised, { summary: '网上就能办，不用跑窗口。' })
    await approve(ofCivil.approver, await submit(ofCivil.editor, other))
    await settled()
    const [task] = await reviewsOf(county)
    expect(task).toMatchObject({ cause: 'original', about: above.number, state: 'open' })
    const { id } = task!
    const { original } = await seen(city.editor, id)
    expect(original).toMatchObject({ number: above.number, title: above.title, isOnline: true })
    expect(original?.difference).toMatchObject([
      { field: 'summary', after: '网上就能办，不用跑窗口。' },
    ])
    await city.editor.get(`/api/tasks/${id}/text`)
    await taken(city.editor, id, 'confirm')
    await city.approver.get(`/api/tasks/${id}/text`)
    await taken(city.approver, id, 'reconfirm')
    await take(ofCivil.approver, other, 'withdraw', { kind: 'inError', sentence: '已停办。' })
    await settled()
    const tasks = await reviewsOf(county)
    const fresh = tasks.find((one) => one.id !== id && one.cause === 'original')
    expect((await seen(city.editor, fresh!.id)).original).toMatchObject({
      ...{ isOnline: false, title: null, difference: null },
    })
    // What stands already refuses no save, though its original is gone.
    const again = await take(city.editor, county, 'revise')
    expect((await save(city.editor, again, { summary: '到县里窗口办。' })).status).toBe(200)
    expect((await copyOf(city.editor, again)).body.basedOn).toBe(above.number)
  })

  it('72.8 may be named by the centre’s direct save too, and no kind of value but a number is taken', async () => {
    const above = await publish(ofCivil, civil, open)
    const county = await publish(city, city.bureau, open)
    const centre = await as('centre')
    const direct = (sent: object) =>
      step(centre, county, 'saveDirectly', { ...sent, reason: '补上依据。' })
    expect(await direct({ basedOn: { like: 'ZS' } })).toMatchObject(refusal(400, 'invalid'))
    expect((await direct({ basedOn: county.number })).status).toBe(400)
    expect((await direct({ basedOn: above.number })).status).toBe(200)
    expect((await entryFor(anyone(), county.number)).basedOn?.number).toBe(above.number)
  })
})
