import { beforeAll, describe, expect, it } from '@jest/globals'
import { anyone, as, type Person } from '../server/people'
import { refusal } from './answers'
import { foundCity } from './city'
import { approve, publish, saved, submit, take, type Entry } from './entries'

type Update = {
  kind: string
  entry: { number: string; title: string }
  changes: { field: string; parts: { text: string; change: string }[] }[]
  sentence: string | null
}
type Answer = { since: string; lastLook: string | null; updates: Update[]; total: number }

const open = { openToUnits: true, openToPublic: true }
let city: Awaited<ReturnType<typeof foundCity>>
let agent: Person
let changed: Entry, withdrawn: Entry, closed: Entry
/** When the texts stood as they were first approved. */
let then: string

const updatesFor = async (person: Person, path = '/api/updates', since = then) => {
  const query = new URLSearchParams({ since, unit: city.bureau.id })
  const { status, body } = await person.get<Answer>(`${path}?${query}`)
  expect(status).toBe(200)
  return body
}

beforeAll(async () => {
  city = await foundCity()
  agent = await as('agent')
  changed = await publish(city, city.bureau, { ...open, summary: '每周一办理。' })
  withdrawn = await publish(city, city.bureau, open)
  then = new Date().toISOString()
  await take(city.editor, changed, 'revise')
  const again = await saved(city.editor, changed, { summary: '每周二办理。' })
  await approve(city.approver, await submit(city.editor, again))
  await take(city.approver, withdrawn, 'withdraw', {
    kind: 'expired',
    sentence: '该项补贴已停办。',
  })
  closed = await publish(city, city.bureau)
}, 60_000)

describe('更新列表', () => {
  it('37.1 tells what came, what changed word by word, and what went with its sentence', async () => {
    const { updates } = await updatesFor(agent)
    expect(updates.map(({ kind, entry }) => [kind, entry.number])).toEqual([
      ['approved', closed.number],
      ['withdrawn', withdrawn.number],
      ['changed', changed.number],
    ])
    expect(updates[1]?.sentence).toBe('该项补贴已停办。')
    const [summary] = updates[2]?.changes ?? []
    expect(summary?.field).toBe('summary')
    const words = (change: string) =>
      summary?.parts.flatMap((part) => (part.change === change ? [part.text] : [])).join('')
    expect(words('removed')).toContain('一')
    expect(words('added')).toContain('二')
  })

  it('37.2 tells citizens nothing of what is not theirs, and nobody without a session what is inside', async () => {
    const { updates } = await updatesFor(anyone(), '/api/public/updates')
    expect(updates.map(({ entry }) => entry.number)).toEqual([withdrawn.number, changed.number])
    expect(await anyone().get('/api/updates')).toMatchObject(refusal(401, 'notSignedIn'))
    expect(await agent.get('/api/updates?since=yesterday')).toMatchObject(
      refusal(400, 'badParameter'),
    )
  })

  it('37.3 goes on from where somebody looked last', async () => {
    const headers = { Cookie: `payload-token=${agent.token}`, Authorization: '' }
    const page = await agent.fetch('/desk/updates?since=week', { headers })
    expect(page.status).toBe(200)
    expect(await page.text()).toContain(closed.number)
    // The same look goes on for an hour: what it showed is not gone with a reload.
    const { lastLook, since } = await updatesFor(agent, '/api/updates', 'lastLook')
    expect(lastLook).toBeNull()
    expect(Date.now() - Date.parse(since)).toBeGreaterThan(6.9 * 24 * 60 * 60 * 1000)
  })

  it('37.4 is a feed for citizens, of all, of a unit and of a category', async () => {
    const feed = await anyone().fetch(`/updates.xml?unit=${city.bureau.id}&category=services`)
    expect(feed.headers.get('content-type')).toBe('application/rss+xml; charset=utf-8')
    const text = await feed.text()
    expect(text).toContain(`/e/${changed.number}</link>`)
    expect(text).toContain('该项补贴已停办。')
    expect(text).not.toContain(closed.number)
    for (const wrong of ['unit=nowhere', 'category=none'])
      expect((await anyone().fetch(`/updates.xml?${wrong}`)).status).toBe(404)
  })
})
