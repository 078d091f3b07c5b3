import { beforeAll, describe, expect, it } from '@jest/globals'
import { anyone, as, type Person } from '../server/people'
import { foundCity } from './city'
import { saved, submit, take, write, type Entry } from './entries'

let city: Awaited<ReturnType<typeof foundCity>>
let centre: Person
/** In the order they were written: a draft, two that wait, one whose deletion is asked for, one in the trash. */
let [draft, first, second, asked, trashed]: Entry[] = []

beforeAll(async () => {
  ;[city, centre] = await Promise.all([foundCity(), as('centre')])
  draft = await write(city.editor, city.bureau)
  first = await submit(city.editor, await write(city.editor, city.bureau))
  second = await submit(city.editor, await write(city.editor, city.bureau))
  asked = await write(city.editor, city.bureau)
  await take(city.editor, asked, 'requestDeletion', { reason: '事项已取消' })
  trashed = await write(city.editor, city.bureau)
  await take(city.approver, trashed, 'delete')
  await write(city.stranger, city.elsewhere)
  draft = await saved(city.editor, draft, { summary: '凭身份证办理。' })
})

/** The numbers of a list's rows as its page shows them, from top to bottom. */
async function listed(person: Person, query: Record<string, string>): Promise<string[]> {
  const address = `/admin/collections/knowledge?${new URLSearchParams(query)}`
  const headers = { Cookie: `payload-token=${person.token}`, Authorization: '' }
  const page = await person.fetch(address, { headers })
  if (page.status !== 200) throw new Error(`${address} answers ${page.status}.`)
  const html = await page.text()
  const [rows = ''] = /<tbody.*?<\/tbody>/s.exec(html) ?? []
  return [...rows.matchAll(/ZS\d+/g)].map(([number]) => number).filter(isFirst)
}

const isFirst = (number: string, at: number, all: string[]) => all.indexOf(number) === at
const numbers = (...entries: (Entry | undefined)[]) => entries.map((entry) => entry?.number)

describe('the admin’s list of a library', () => {
  it('shows what is in reach and not in the trash, in the order asked for', async () => {
    const { editor } = city
    const kept = numbers(draft, first, second, asked)
    expect((await listed(editor, { sort: 'number' })).slice(-4)).toEqual(kept)
    expect((await listed(editor, { sort: '-number' })).slice(0, 4)).toEqual(kept.toReversed())
    // Saved last.
    expect(await listed(editor, { limit: '1', sort: '-updatedAt' })).toEqual(numbers(draft))
  })

  it('narrows to a state, by the time in it or by a column of the text, a page at a time', async () => {
    const { approver } = city
    const waiting = { state: 'pending', sort: 'stateSince' }
    expect(await listed(approver, waiting)).toEqual(numbers(first, second))
    expect(await listed(approver, { ...waiting, sort: '-stateSince' })).toEqual(
      numbers(second, first),
    )
    expect(await listed(approver, { ...waiting, sort: '-number' })).toEqual(numbers(second, first))
    expect(await listed(approver, { ...waiting, limit: '1', page: '2' })).toEqual(numbers(second))
    expect(await listed(approver, { ...waiting, limit: '1', page: '3' })).toEqual([])
  })

  it('narrows to a mark and to the trash', async () => {
    expect(await listed(city.approver, { flag: 'deletion', sort: '-stateSince' })).toEqual(
      numbers(asked),
    )
    expect(await listed(city.approver, { flag: 'trash', sort: '-updatedAt' })).toEqual(
      numbers(trashed),
    )
  })

  it('narrows to words of the text beside what the register says', async () => {
    const query = { state: 'pending', search: first?.title ?? '', sort: 'stateSince' }
    expect(await listed(city.editor, query)).toEqual(numbers(first))
    expect(await listed(city.editor, { ...query, search: draft?.title ?? '' })).toEqual([])
    const number = { state: 'pending', search: second?.number ?? '' }
    expect(await listed(city.editor, number)).toEqual(numbers(second))
  })

  it('is put in order by what is asked of it where no order is: what waits longest first', async () => {
    expect(await listed(city.approver, { state: 'pending' })).toEqual(numbers(first, second))
    expect((await listed(city.editor, {}))[0]).toBe(draft?.number)
    expect(await listed(city.editor, { sort: 'entry.lock', state: 'pending' })).toEqual(
      numbers(first, second),
    )
  })

  it('shows the centre one unit of all, and nobody another’s', async () => {
    const unit = { unit: city.bureau.id, state: 'pending', sort: 'stateSince' }
    expect(await listed(centre, unit)).toEqual(numbers(first, second))
    expect(await listed(centre, { ...unit, unit: city.elsewhere.id })).toEqual([])
    expect(await listed(city.stranger, unit)).toEqual([])
  })
})

describe('a page of the admin that nobody is signed in for', () => {
  it.each([
    '/admin/inbox',
    '/admin/units?show=lacking',
    '/admin/messages',
    '/admin/handover',
    '/admin/account',
    '/admin/collections/knowledge?state=pending',
  ])('%s leads to the sign-in and back', async (address) => {
    const html = await (await anyone().fetch(address)).text()
    expect(html).toContain(`/login?to=${encodeURIComponent(address)}`)
  })

  it.each([
    ['/admin/login?redirect=/admin/inbox', '/admin/inbox'],
    ['/admin/forgot', '/admin'],
    ['/admin/reset/abc', '/admin'],
    ['/admin/create-first-user', '/admin'],
    ['/admin/users/verify/abc', '/admin'],
  ])('%s leads to the one sign-in', async (address, to) => {
    const html = await (await anyone().fetch(address)).text()
    expect(html).toContain(`/login?to=${encodeURIComponent(to)}`)
  })

  it('has no second address', async () => {
    const headers = { Cookie: `payload-token=${centre.token}`, Authorization: '' }
    const page = await centre.fetch('/admin/list/knowledge', { headers })
    expect(await page.text()).not.toContain('<tbody')
  })
})
