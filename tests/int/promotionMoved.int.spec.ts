import { beforeAll, describe, expect, it } from '@jest/globals'
import type { TreeUnit } from '@/reading/readTree'
import { anyone, as, type Person } from '../server/people'
import { refusal, type Body, type Row } from './answers'
import { found, foundCity, hire } from './city'
import { approve, copyOf, publish, save, saved, submit, take } from './entries'
import { leadsTo } from './pages'

type Promoted = Body & { entry: { id: string } }
type Page = { entries: { number: string }[] }

const open = { openToUnits: true, openToPublic: true }
let city: Awaited<ReturnType<typeof foundCity>>
beforeAll(async () => {
  city = await foundCity()
}, 60_000)

const promote = (person: Person, what: string, sent: object) =>
  person.post<Promoted>(`/api/readReviews/${what}`, sent)

describe('县级热点', () => {
  const hotspotsOfCounty = async () => {
    const query = new URLSearchParams({ unit: city.county.id, category: 'hotspots' })
    const { body } = await anyone().get<Page>(`/api/public/entries?${query}`)
    const tree = (await anyone().get<{ units: TreeUnit[] }>('/api/public/tree')).body
    const county = tree.units.find(({ id }) => id === city.county.id)
    return { listed: body.entries.map(({ number }) => number), counted: county?.hotspots }
  }
  /** An entry that a township marked and approved, and what the centre files under another category then. */
  async function marked() {
    const town = await found('township', '桥头镇', city.county)
    const people = { editor: await hire(town, 'editor'), approver: await hire(town, 'approver') }
    const category = town.categories.details
    const entry = await publish(people, town, { ...open, category, forCounty: true })
    const centre = await as('centre')
    const move = async (into: string) => {
      const { status } = await centre.post(`/api/nodes/${category}/merge`, { into })
      expect(status).toBe(200)
    }
    return { entry, move }
  }

  it('40.10 is of townships alone: what goes to another body keeps no place there, and loses the mark with its next save', async () => {
    const { entry, move } = await marked()
    expect(await hotspotsOfCounty()).toEqual({ listed: [entry.number], counted: 1 })
    await move(city.bureau.categories.details)
    expect(await hotspotsOfCounty()).toEqual({ listed: [], counted: 0 })
    expect(await leadsTo(entry, anyone(), `/units/${city.county.id}`)).toBe(true)
    const page = await (await anyone().fetch(`/units/${city.county.id}`)).text()
    expect(page).not.toContain('县级热点')
    const moved = await take(city.editor, entry, 'revise')
    // As a client does that knows nothing of the mark, and as the form that sends it along.
    const once = await saved(city.editor, moved, { summary: '先预约，再到窗口。' })
    expect((await copyOf(city.editor, once)).body.forCounty ?? null).toBeNull()
    expect(await save(city.editor, once, { forCounty: true })).toMatchObject({ status: 400 })
    await approve(city.approver, await submit(city.editor, once))
    expect(await hotspotsOfCounty()).toEqual({ listed: [], counted: 0 })
  })

  it('40.10 … and is counted once where it stands in 热点信息 then', async () => {
    const { entry, move } = await marked()
    await move(city.bureau.categories.hotspots)
    expect(await hotspotsOfCounty()).toEqual({ listed: [entry.number], counted: 1 })
  })
})

describe('据此新增热点信息', () => {
  it('40.11 takes the end of validity over only where it lies ahead', async () => {
    for (const [validUntil, isTaken] of [
      ['2099-12-31', true],
      ['2020-12-31', false],
    ] as const) {
      const at = new Date(`${validUntil}T23:59:59.999+08:00`).toISOString()
      const entry = await publish(city, city.bureau, { ...open, validUntil: at })
      const { status, body } = await promote(city.editor, 'draft', {
        ...{ kind: 'entry', subject: entry.id },
      })
      expect(status).toBe(200)
      const copy = (await city.editor.get<Row>(`/api/knowledge/${body.entry.id}?depth=0`)).body
      expect(Boolean(copy.validUntil)).toBe(isTaken)
    }
  })
})

describe('看过，无需处理', () => {
  it('40.12 is said of what is proposed alone', async () => {
    const entry = await publish(city, city.bureau)
    const answer = await promote(city.editor, 'nothing', { kind: 'entry', subject: entry.id })
    expect(answer).toMatchObject(refusal(404, 'notFound'))
    expect(answer.body.detail).toContain('不在本期所列之中')
  })
})
