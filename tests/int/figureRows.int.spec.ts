import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { dayBefore, dayOf, startOfDay } from '@/shanghaiDay'
import { copyData } from '../server/database.mjs'
import { launch } from '../server/launch.mjs'
import { anyone, as, type Person } from '../server/people'
import { freshData } from '../server/run'
import type { Body } from './answers'
import type { Unit } from './city'
import { approve, publish, saved, submit, take, write, type Entry } from './entries'
import { foundOn, hireOn } from './onServer'
import { written } from './tellAt'

const folder = mkdtempSync(join(tmpdir(), 'zhiku-figure-rows-'))
const dataDir = join(folder, 'data')
let server: Awaited<ReturnType<typeof launch>>
let unit: Unit
let editor: Person, approver: Person, centre: Person, evaluator: Person, stranger: Person
let draft: Entry, overdue: Entry

const today = dayOf(new Date())
const days = `from=${today}&to=${today}`
const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'

/** What a page says, with `&` as addresses have it. */
async function pageOf(person: Person, path: string): Promise<string> {
  const text = await (await person.fetch(path)).text()
  const main = /<main[^]*<\/main>/.exec(text)?.[0] ?? ''
  return main.replaceAll('<!-- -->', '').replaceAll('&amp;', '&')
}
const figures = (person: Person, more = '') => pageOf(person, `/admin/statistics?${days}${more}`)
const rows = (person: Person, query: string) =>
  pageOf(person, `/admin/statistics/rows?${days}&${query}`)

/** Where a page leads that holds these words. */
const addressesIn = (page: string, words: string): string[] =>
  [...page.matchAll(/href="([^"]+)"/g)]
    .flatMap(([, address]) => address ?? [])
    .filter((address) => address.includes(words))

beforeAll(async () => {
  await copyData(freshData, dataDir)
  server = await launch({ dataDir, pages: true })
  ;[centre, evaluator, stranger] = await Promise.all([
    as('centre', server.url),
    as('evaluator', server.url),
    as('yb-editor', server.url),
  ])
  unit = await foundOn(server.url)
  ;[editor, approver] = [
    await hireOn(server.url, unit, 'editor'),
    await hireOn(server.url, unit, 'approver'),
  ]
  draft = await write(editor, unit)
  overdue = await publish({ editor, approver }, unit, {
    ...{ openToUnits: true, openToPublic: true },
    reviewBy: startOfDay(dayBefore(today, 10))?.toISOString(),
  })
}, 180_000)

afterAll(async () => {
  await server.stop('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

describe('the rows behind 知识库统计', () => {
  it('50.20 a state, a category and a person’s steps lead to what they count, but not an evaluator', async () => {
    const page = await figures(editor)
    const [ofDrafts] = addressesIn(page, 'figure=copies&library=knowledge&state=draft')
    const drafts = await pageOf(editor, ofDrafts ?? '')
    // With the four of its details that a unit begins with.
    expect(page).toContain(`${ofDrafts}">5</a>`)
    expect(drafts).toContain('共 5 条')
    expect(drafts).toContain(draft.title)
    const [ofCategory] = addressesIn(page, 'figure=live&library=knowledge&category=services')
    const live = await pageOf(editor, ofCategory ?? '')
    expect(live).toContain('共 1 条')
    expect(live).toContain(overdue.title)
    expect(await rows(editor, 'figure=live&library=knowledge&category=duties')).toContain(
      '没有明细',
    )
    const [ofPerson] = addressesIn(page, `figure=submitted&person=${editor.id}`)
    const steps = await pageOf(editor, ofPerson ?? '')
    expect(steps).toContain('共 1 条')
    expect(steps).toContain(overdue.title)
    expect(await rows(editor, `figure=submitted&person=${approver.id}`)).toContain('没有明细')
    expect(await figures(evaluator)).not.toContain('/statistics/rows')
    for (const person of [evaluator, stranger])
      for (const query of [
        `figure=submitted&person=${editor.id}`,
        `figure=copies&library=knowledge&state=draft&unit=${unit.id}`,
      ])
        expect(await rows(person, query)).not.toMatch(new RegExp(`${draft.title}|${overdue.title}`))
  })

  it('50.21 what somebody did for another unit’s entry is a number to their unit, a row to the centre', async () => {
    const other = await write(stranger, await unitOf(stranger), { openToUnits: true })
    const theirs = await as('yb-approver', server.url)
    await submit(stranger, other)
    await approve(theirs, other)
    const { status } = await editor.post(`/api/entries/${other.number}/used`, {})
    expect(status).toBe(200)
    await written(dataDir)
    const query = `figure=uses&person=${editor.id}`
    const told = await rows(editor, query)
    expect(told).toContain('另有 1 条属于其他单位的内容')
    expect(told).not.toContain(other.title)
    const all = await rows(centre, query)
    expect(all).toContain(other.title)
    expect(all).not.toContain('属于其他单位')
  })

  it('50.22 a unit is told why its searches lead nowhere, and the centre is led to them', async () => {
    const words = '只有热线中心可以逐条查看'
    expect(await figures(editor)).toContain(words)
    expect(await figures(centre)).not.toContain(words)
    expect((await editor.get(`/api/search?q=${encodeURIComponent('暂住登记')}`)).status).toBe(200)
    const asked = async (of: string) => {
      const path = `/api/searches?unit=${of}&kind=questions&${days}`
      const { body } = await centre.get<{ searches: { query: string }[] }>(path)
      return body.searches.map(({ query }) => query)
    }
    // On record some seconds later.
    const until = Date.now() + 60_000
    while ((await asked(unit.id)).length === 0 && Date.now() < until) await pause(200)
    expect(await asked(unit.id)).toEqual(['暂住登记'])
    expect(await asked((await unitOf(stranger)).id)).not.toContain('暂住登记')
  })

  it('50.23 what citizens said of answers is among the figures, and leads to when it was said', async () => {
    const said = await anyone(server.url).fetch(`/api/public/entries/${overdue.number}/helpful`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'user-agent': firefox },
      body: JSON.stringify({ helpful: false }),
    })
    expect(said.status).toBe(200)
    const told = await rows(editor, 'figure=unhelpful')
    expect(told).toContain('共 1 条')
    expect(told).toContain(overdue.title)
    expect(await rows(editor, 'figure=helpful')).toContain('没有明细')
    const csv = await editor.fetch(`/api/statistics/export?${days}&format=csv`)
    expect(await csv.text()).toMatch(/市民说有帮助,0,[^]*市民说没有帮助,\d,/)
  })

  it('50.24 a day of review counts once it is approved: a draft changes no figure', async () => {
    const late = () => rows(editor, 'figure=late')
    const unreviewed = async (from: string) => {
      const path = `/api/statistics?from=${from}&to=${today}`
      const { body } = await editor.get<{ now: Record<string, number> }>(path)
      return [body.now.unreviewed, body.now.late]
    }
    // Each of days of its own: figures of the same days are kept for a minute.
    expect(await unreviewed(dayBefore(today, 1))).toEqual([1, 1])
    const begun = await take(editor, overdue, 'revise')
    const later = startOfDay(dayBefore(today, -90))?.toISOString()
    const changed = await saved(editor, begun, { reviewBy: later, summary: '新的概要。' })
    expect(await late()).toContain(overdue.title)
    expect(await unreviewed(dayBefore(today, 2))).toEqual([1, 1])
    await submit(editor, changed)
    await approve(approver, changed)
    expect(await late()).not.toContain(overdue.title)
    expect(await unreviewed(dayBefore(today, 3))).toEqual([0, 0])
  })
})

async function unitOf(person: Person): Promise<Unit> {
  const { body } = await person.get<{ user: { unit: string | { id: string } } }>('/api/users/me')
  const id = typeof body.user.unit === 'string' ? body.user.unit : body.user.unit.id
  const below = await centre.get<Body>(
    `/api/nodes?where[parent][equals]=${id}&depth=0&pagination=false`,
  )
  const categories = Object.fromEntries(below.body.docs.map((node) => [node.category, node.id]))
  return { id, name: '', categories: categories as Unit['categories'] }
}
