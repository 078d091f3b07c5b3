import { beforeAll, describe, expect, it } from '@jest/globals'
import { anyone, as, type Person } from '../server/people'
import { refusal } from './answers'
import { foundCity } from './city'
import { publish, take, type Entry } from './entries'
import { written } from './tellAt'

const open = { openToUnits: true, openToPublic: true }
const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
const spider = 'Mozilla/5.0 (compatible; Baiduspider/2.0; +http://www.baidu.com/search/spider.html)'
const json = { 'content-type': 'application/json' }

const foreignPages: Record<string, string>[] = [
  { 'sec-fetch-site': 'cross-site' },
  { origin: 'https://evil.example' },
]

let city: Awaited<ReturnType<typeof foundCity>>
let agent: Person
let entry: Entry, internal: Entry

const addressOf = ({ number }: Entry) => `/api/public/entries/${number}/helpful`
/** A browser without an account. */
const says = (one: Entry, helpful: unknown, more: Record<string, string> = {}) =>
  anyone().fetch(addressOf(one), {
    method: 'POST',
    headers: { ...json, 'user-agent': firefox, ...more },
    body: JSON.stringify({ helpful }),
  })
const form = { 'content-type': 'application/x-www-form-urlencoded' }
/** Where a form leads that a browser sends by itself. */
async function sendsForm(one: Entry, body: string, browser = firefox): Promise<string> {
  const headers = { ...form, 'user-agent': browser, 'sec-fetch-site': 'same-origin' }
  const answer = await anyone().fetch(addressOf(one), { method: 'POST', headers, body })
  expect(answer.status).toBe(303)
  return answer.headers.get('location') ?? ''
}
const problem = async (response: Promise<Response>) => {
  const { status, body } = await response.then(async (one) => ({
    status: one.status,
    body: (await one.json()) as unknown,
  }))
  return { status, body }
}
/** What the record of readings tells this person of the entry. */
async function toldTo(person: Person, one: Entry): Promise<string> {
  const headers = { Cookie: `payload-token=${person.token}`, Authorization: '' }
  const page = await person.fetch(`/admin/views?entry=${one.number}`, { headers })
  const shown = (await page.text()).replaceAll('<!-- -->', '')
  return /市民评价：有帮助 \d+ 次，没帮助 \d+ 次/.exec(shown)?.[0] ?? ''
}

beforeAll(async () => {
  city = await foundCity()
  agent = await as('agent')
  entry = await publish(city, city.bureau, open)
  internal = await publish(city, city.bureau)
}, 180_000)

describe('这条答案有帮助吗', () => {
  it('46.9 anybody may say so without an account; of a browser and a day the last holds; its unit and the centre are told how many', async () => {
    const first = await says(entry, true)
    expect(first.status).toBe(200)
    expect(await first.json()).toEqual({ number: entry.number, helpful: true, reason: null })
    expect(first.headers.get('set-cookie')).toBeNull()
    expect((await says(entry, false)).status).toBe(200)
    for (const browser of ['a', 'b'])
      expect((await says(entry, true, { 'user-agent': `${firefox} ${browser}` })).status).toBe(200)
    const all = '市民评价：有帮助 2 次，没帮助 1 次'
    await written()
    for (const person of [city.editor, city.approver, await as('centre')])
      expect(await toldTo(person, entry)).toBe(all)
    for (const person of [city.stranger, await as('auditor')])
      expect(await toldTo(person, entry)).toBe('')
  }, 240_000)

  it('46.10 without JavaScript a form says it, and leads back to the answer with thanks, and whom to ask', async () => {
    const leadsTo = await sendsForm(entry, 'helpful=false')
    expect(leadsTo).toBe(`/e/${entry.number}?helpful=false#helpful`)
    const page = await (await anyone().fetch(leadsTo)).text()
    expect(page).toContain('谢谢，您觉得没帮助。')
    expect(page).toMatch(/href="tel:12345"/)
    const before = await (await anyone().fetch(`/e/${entry.number}`)).text()
    expect(before).toContain(`action="${addressOf(entry)}"`)
    expect(before).not.toContain('谢谢')
  })

  it('46.18 refused without JavaScript, a form leads back to the answer too, and it is said that nothing was sent', async () => {
    for (const [body, browser] of [
      ['helpful=1', firefox],
      ['helpful=true', spider],
    ] as const) {
      const leadsTo = await sendsForm(entry, body, browser)
      expect(leadsTo).toBe(`/e/${entry.number}?helpful=failed#helpful`)
      const page = await (await anyone().fetch(leadsTo)).text()
      expect(page).toContain('没有提交成功，请稍后再试。')
      expect(page).not.toContain('谢谢')
    }
    const foreign = { ...form, 'user-agent': firefox, 'sec-fetch-site': 'cross-site' }
    const sent = { method: 'POST', headers: foreign, body: 'helpful=true' }
    expect(await problem(anyone().fetch(addressOf(entry), sent))).toMatchObject(
      refusal(403, 'crossSite'),
    )
  })

  it('46.11 of what citizens may not read nobody says anything, nor of what is gone', async () => {
    expect(await problem(says(internal, true))).toMatchObject(refusal(404, 'notFound'))
    const headers = { Authorization: `JWT ${agent.token}` }
    expect(await problem(says(internal, true, headers))).toMatchObject(refusal(404, 'notFound'))
    const gone = await publish(city, city.bureau, open)
    await take(city.approver, gone, 'withdraw', { kind: 'expired', sentence: '已停办。' })
    expect(await problem(says(gone, true))).toMatchObject(refusal(404, 'notFound'))
  })

  it('46.12 no robot says it, no page of another site, and nothing but yes or no', async () => {
    for (const robot of [spider, ''])
      expect(await problem(says(entry, true, { 'user-agent': robot }))).toMatchObject(
        refusal(403, 'notAllowed'),
      )
    for (const foreign of foreignPages)
      expect(await problem(says(entry, true, foreign))).toMatchObject(refusal(403, 'crossSite'))
    for (const wrong of ['yes', 1, undefined])
      expect(await problem(says(entry, wrong))).toMatchObject(refusal(400, 'badParameter'))
    expect((await anyone().fetch(addressOf(entry))).status).toBe(405)
  })

  it('46.13 beside what citizens report it is the only address that is written to without an account', async () => {
    for (const path of [`/api/entries/${entry.number}/used`, '/api/helpful', '/api/knowledge'])
      expect(await anyone().post(path, { helpful: true })).toMatchObject(
        refusal(401, 'notSignedIn'),
      )
    expect((await agent.get('/api/helpful')).status).toBe(403)
  })
})
