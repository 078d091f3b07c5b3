import { beforeAll, describe, expect, it } from '@jest/globals'
import { anyone, as, type Person } from '../server/people'
import { refusal, type Body, type Row } from './answers'
import { found, foundCity, hire, type Unit, type Worker } from './city'
import {
  approve,
  copyOf,
  publish,
  review,
  save,
  saved,
  submit,
  take,
  write,
  type Entry,
} from './entries'
import { leadsTo } from './pages'

type Promoted = Body & { entry: { id: string; number: string }; isNew: boolean }
type Page = { entries: { number: string }[] }

const open = { openToUnits: true, openToPublic: true }
let city: Awaited<ReturnType<typeof foundCity>>

const promote = (person: Person, what: string, sent: object) =>
  person.post<Promoted>(`/api/readReviews/${what}`, sent)
const draftOf = (person: Person, { id }: Entry) =>
  promote(person, 'draft', { kind: 'entry', subject: id })
const revise = (person: Person, { id }: Entry) => promote(person, 'revise', { subject: id })
const mark = (person: Person, { id }: Entry) => promote(person, 'mark', { subject: id })

/** The entry an answer led to, as its editor has it now. */
async function ledTo(person: Person, { entry }: Promoted): Promise<Entry & { copy: Row }> {
  const { body: copy } = await person.get<Row>(`/api/knowledge/${entry.id}?depth=0`)
  return { ...(copy as unknown as Entry), library: 'knowledge', copy }
}

/** What citizens find of a unit in a category. */
async function listed(unit: Unit, category: string, person = anyone()): Promise<string[]> {
  const door = person.token ? '/api/entries' : '/api/public/entries'
  const query = new URLSearchParams({ unit: unit.id, category })
  const { body } = await person.get<Page>(`${door}?${query}`)
  return body.entries.map(({ number }) => number)
}

beforeAll(async () => {
  city = await foundCity()
}, 60_000)

describe('据此新增热点信息', () => {
  it('40.1 is a draft made of the live text, names it as related, and is approved like all', async () => {
    const more = {
      ...open,
      keywords: ['补贴'],
      similarQuestions: ['补贴怎么领？'],
      basis: '某发〔2026〕1号',
    }
    const entry = await publish(city, city.bureau, more)
    // What is under way is no live text.
    await take(city.editor, entry, 'revise')
    await saved(city.editor, entry, { summary: '改了一半。' })
    const { status, body } = await draftOf(city.editor, entry)
    expect(status).toBe(200)
    expect(body.isNew).toBe(true)
    const draft = await ledTo(city.editor, body)
    expect(draft.copy).toMatchObject({
      ...{ ...more, title: entry.title, summary: '带身份证到窗口办理。', related: [entry.id] },
      category: city.bureau.categories.hotspots,
    })
    expect(JSON.stringify(draft.copy.body)).toContain('当场办结')
    expect(await listed(city.bureau, 'hotspots')).toEqual([])
    await approve(city.approver, await submit(city.editor, draft))
    expect(await listed(city.bureau, 'hotspots')).toEqual([draft.number])
  })

  it('40.2 asked again, also at the same moment, leads to the same draft; a new one only where that was deleted', async () => {
    const entry = await publish(city, city.bureau, open)
    const answers = await Promise.all([1, 2, 3].map(() => draftOf(city.editor, entry)))
    const drafts = answers.map(({ status, body }) => [status, body.entry?.id])
    expect(new Set(drafts.map(String)).size).toBe(1)
    expect(answers.filter(({ body }) => body.isNew)).toHaveLength(1)
    const again = await draftOf(city.editor, entry)
    expect(again.body).toMatchObject({ isNew: false, entry: answers[0]!.body.entry })
    await take(city.editor, await ledTo(city.editor, again.body), 'discard')
    const second = await draftOf(city.editor, entry)
    expect(second.body.isNew).toBe(true)
    expect(second.body.entry.id).not.toBe(again.body.entry.id)
  })
})

describe('改归热点信息', () => {
  it('40.3 is a revision: the live text stays where it is until that is approved', async () => {
    const entry = await publish(city, city.bureau, open)
    const { status, body } = await revise(city.editor, entry)
    expect(status).toBe(200)
    expect(body).toMatchObject({ entry: { id: entry.id, number: entry.number }, isNew: true })
    expect(await listed(city.bureau, 'services')).toContain(entry.number)
    const moved = await ledTo(city.editor, body)
    expect(moved).toMatchObject({ revision: entry.revision + 1 })
    expect((await revise(city.editor, entry)).body.isNew).toBe(false)
    expect((await copyOf(city.editor, entry)).body.revision).toBe(moved.revision)
    await approve(city.approver, await submit(city.editor, moved))
    expect(await listed(city.bureau, 'services')).not.toContain(entry.number)
    expect(await listed(city.bureau, 'hotspots')).toContain(entry.number)
  })

  it('40.4 is refused by what stands in the way, in words that say what to do', async () => {
    const colleague = await hire(city.bureau, 'editor')
    const asked = await publish(city, city.bureau)
    await take(city.editor, asked, 'requestDeletion', { reason: '重复' })
    const waiting = await publish(city, city.bureau)
    await take(city.editor, waiting, 'revise')
    await submit(city.editor, await saved(city.editor, waiting, { summary: '新的答复。' }))
    const held = await publish(city, city.bureau)
    await take(colleague, held, 'revise')
    const offline = await write(city.editor, city.bureau)
    for (const [entry, words] of [
      [asked, '已申请删除'],
      [waiting, '正在审批中，请先撤回'],
      [held, '某人正在修订这条知识'],
      [offline, '线上没有这条内容'],
    ] as const) {
      const answer = await revise(city.editor, entry)
      expect(answer).toMatchObject(refusal(409, 'wrongState'))
      expect(answer.body.detail).toContain(words)
    }
    expect((await draftOf(city.editor, asked)).status).toBe(409)
    expect((await draftOf(city.editor, offline)).status).toBe(409)
    // Whose revision it is goes on with it.
    expect((await revise(colleague, held)).status).toBe(200)
    const plan = await publish(city, city.bureau, {}, 'plans')
    expect((await revise(city.editor, plan)).body.detail).toContain('据此新增热点信息')
    expect((await draftOf(city.editor, plan)).status).toBe(200)
    const centre = await as('centre')
    const none = await found('department', '市档案馆')
    const lonely = {
      editor: await hire(none, 'editor'),
      approver: await hire(none, 'approver'),
    }
    expect((await centre.delete(`/api/nodes/${none.categories.hotspots}`)).status).toBe(200)
    const entry = await publish(lonely, none)
    for (const answer of [await revise(lonely.editor, entry), await draftOf(lonely.editor, entry)])
      expect(answer.body.detail).toContain('本单位没有“热点信息”这一类')
  })

  it('40.5 is the editors’ own: approvers read along, others learn nothing', async () => {
    const entry = await publish(city, city.bureau)
    expect((await city.approver.get('/api/readReviews')).status).toBe(200)
    expect(await draftOf(city.approver, entry)).toMatchObject(refusal(403, 'notAllowed'))
    expect(await promote(city.approver, 'all', {})).toMatchObject(refusal(403, 'notAllowed'))
    for (const role of ['agent', 'staff', 'operator', 'auditor', 'centre'] as const) {
      const person = await as(role)
      expect(await revise(person, entry)).toMatchObject(refusal(403, 'notAllowed'))
      expect(await person.get('/api/readReviews')).toMatchObject(refusal(403, 'notAllowed'))
    }
    expect(await revise(anyone(), entry)).toMatchObject(refusal(401, 'notSignedIn'))
    expect(await anyone().get('/api/readReviews')).toMatchObject(refusal(401, 'notSignedIn'))
    // Of another unit nothing is there; what lies below is read and not decided.
    expect(await revise(city.stranger, entry)).toMatchObject(refusal(404, 'notFound'))
    const above = await hire(city.county, 'editor')
    expect(await draftOf(above, entry)).toMatchObject(refusal(403, 'notAllowed'))
    expect(await promote(city.editor, 'nothing', { kind: 'plan', subject: 'x' })).toMatchObject(
      refusal(400, 'invalid'),
    )
  })
})

describe('县级热点', () => {
  let town: Unit
  let people: { editor: Worker; approver: Worker }
  beforeAll(async () => {
    town = await found('township', '河口镇', city.county)
    people = { editor: await hire(town, 'editor'), approver: await hire(town, 'approver') }
  })
  const county = () => `/units/${city.county.id}`

  it('40.6 a township’s entry comes to its county’s page by a mark, once that is approved, for whom it is open', async () => {
    const category = town.categories.details
    const entry = await publish(people, town, { ...open, category })
    const inside = await publish(people, town, { category, openToUnits: true })
    expect(await revise(people.editor, entry)).toMatchObject(refusal(409, 'wrongState'))
    for (const one of [entry, inside]) {
      const { status, body } = await mark(people.editor, one)
      expect(status).toBe(200)
      expect((await mark(people.editor, one)).body.isNew).toBe(false)
      const marked = await ledTo(people.editor, body)
      await submit(people.editor, marked)
      expect(await listed(city.county, 'hotspots')).not.toContain(one.number)
      const { difference } = (await review(people.approver, marked)).body as unknown as {
        difference: Row[]
      }
      expect(difference).toEqual([{ field: 'forCounty', before: null, after: true }])
      await approve(people.approver, marked)
    }
    const page = await (await anyone().fetch(county())).text()
    expect(page).toContain('县级热点')
    expect(page.indexOf(entry.title)).toBeLessThan(page.indexOf('公开的解答'))
    expect(page).not.toContain(inside.title)
    expect(await listed(city.county, 'hotspots')).toContain(entry.number)
    expect(await listed(city.county, 'hotspots')).not.toContain(inside.number)
    expect(await listed(city.county, 'hotspots', await as('agent'))).toContain(inside.number)
    // It stays where it was filed.
    expect(await listed(town, 'details')).toContain(entry.number)
  })

  it('40.6 … and goes with the mark, which is no department’s to set', async () => {
    const entry = await publish(people, town, {
      ...{ ...open, category: town.categories.details, forCounty: true },
    })
    expect(await leadsTo(entry, anyone(), county())).toBe(true)
    expect(await listed(city.county, 'hotspots')).toContain(entry.number)
    await take(people.editor, entry, 'revise')
    const without = await saved(people.editor, entry, { forCounty: false })
    expect(without.revision).toBe(entry.revision + 1)
    await approve(people.approver, await submit(people.editor, without))
    expect(await listed(city.county, 'hotspots')).not.toContain(entry.number)
    const other = await write(city.editor, city.bureau)
    const { status, body } = await save(city.editor, other, { forCounty: true })
    expect(status).toBe(400)
    expect(JSON.stringify(body)).toContain('只有乡镇的知识可以推荐到县级热点')
    expect(await save(city.editor, other, { forCounty: false })).toMatchObject({
      ...{ status: 200, body: { doc: { revision: other.revision } } },
    })
    expect(await mark(city.editor, await publish(city, city.bureau))).toMatchObject(
      refusal(409, 'wrongState'),
    )
  })
})
