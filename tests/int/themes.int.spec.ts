import { beforeAll, describe, expect, it } from '@jest/globals'
import type { Entry as ReadEntry } from '@/reading/readEntry'
import type { Theme } from '@/reading/themes'
import { presetThemes } from '@/workflow/themes/presetThemes'
import { anyone, as, type Account, type Person } from '../server/people'
import { refusal, type Body } from './answers'
import { foundCity, unique } from './city'
import { approve, publish, review, save, saved, step, submit, take, write } from './entries'
import { leadsTo } from './pages'
import { whenFound } from './searching'

let city: Awaited<ReturnType<typeof foundCity>>
let centre: Person, agent: Person
beforeAll(async () => {
  city = await foundCity()
  ;[centre, agent] = await Promise.all([as('centre'), as('agent')])
}, 60_000)

const open = { openToUnits: true, openToPublic: true }
const name = () => `主题${unique()}`.slice(0, 12)
const add = (sent: object, person = centre) => person.post<Body>('/api/keptThemes', sent)
async function added(title = name(), order = 99): Promise<string> {
  const { status, body } = await add({ title, order })
  expect(status).toBe(201)
  return body.doc.id
}
const change = (id: string, sent: object) => centre.patch<Body>(`/api/keptThemes/${id}`, sent)
const listFor = async (person: Person, way = '/api/public'): Promise<Theme[]> =>
  (await person.get<{ themes: Theme[] }>(`${way}/themes`)).body.themes
const countFor = async (key: string, person = anyone(), way = '/api/public') =>
  (await listFor(person, way)).find((theme) => theme.key === key)?.count
type Found = {
  hits: { title: string }[]
  total: number
  facets: Record<'theme' | 'category', { key: string; count: number }[]>
}
const numbersOf = async (theme: string, person = anyone(), way = '/api/public') => {
  const { body } = await person.get<{ entries: { number: string }[] }>(
    `${way}/entries?theme=${theme}`,
  )
  return body.entries.map(({ number }) => number)
}

describe('the list of themes', () => {
  it('73.1 begins with events of life, in the order of a life, and is read by everybody', async () => {
    const keys = (await listFor(anyone())).map(({ key }) => key)
    const preset = presetThemes.map(({ id }) => id)
    expect(keys.filter((key) => preset.includes(key))).toEqual(preset)
    expect((await listFor(agent, '/api')).map(({ key }) => key)).toEqual(keys)
  })

  it('73.2 is kept by the centre alone: added, ordered and renamed for the next who asks', async () => {
    const others: Account[] = ['agent', 'editor', 'approver', 'operator']
    for (const account of others)
      expect(await add({ title: name() }, await as(account))).toMatchObject(
        refusal(403, 'notAllowed'),
      )
    const [first, second] = [await added(name(), 98), await added(name(), 97)]
    const own = async () =>
      (await listFor(anyone())).filter(({ key }) => [first, second].includes(key))
    expect((await own()).map(({ key }) => key)).toEqual([second, first])
    const title = name()
    expect((await change(first, { title: ` ${title} `, order: 96 })).status).toBe(200)
    expect(await own()).toMatchObject([{ key: first, name: title }, { key: second }])
    expect(await add({ title })).toMatchObject(refusal(400, 'invalid'))
    for (const wrong of [{ order: 0 }, { order: 1.5 }, { title: '字'.repeat(13) }, { title: '' }])
      expect([wrong, (await change(first, wrong)).status]).toEqual([wrong, 400])
    for (const id of [first, second])
      expect((await centre.delete(`/api/keptThemes/${id}`)).status).toBe(200)
    expect(await own()).toEqual([])
  })

  it('73.3 loses none that a text has, be it a draft; it is switched off instead, and the text stays as it is', async () => {
    const id = await added()
    const entry = await publish(city, city.bureau, { ...open, themes: [id] })
    expect(await centre.delete(`/api/keptThemes/${id}`)).toMatchObject(refusal(409, 'wrongState'))
    expect((await change(id, { isOff: true })).status).toBe(200)
    expect(await countFor(id)).toBeUndefined()
    expect((await anyone().fetch(`/themes/${id}`)).status).toBe(404)
    const shown = await anyone().get<ReadEntry>(`/api/public/entries/${entry.number}`)
    expect(shown.body.themes).toEqual([])
    // What it has it keeps, and what a text had once is not lost either; nobody chooses it any more.
    const revised = await take(city.editor, entry, 'revise')
    const kept = await saved(city.editor, revised, { summary: '先预约。', themes: [id] })
    const fresh = await write(city.editor, city.bureau)
    expect((await save(city.editor, fresh, { themes: [id] })).status).toBe(400)
    await approve(city.approver, await submit(city.editor, kept))
    await change(id, { isOff: false })
    expect(await countFor(id)).toBe(1)
  })
})

describe('an entry of themes', () => {
  it('73.4 has them of the list, several, once approved, and loses them by a revision', async () => {
    const [one, other] = [await added(), await added()]
    const entry = await publish(city, city.bureau, { ...open, themes: [one] })
    expect([await countFor(one), await numbersOf(one)]).toEqual([1, [entry.number]])
    const revised = await take(city.editor, entry, 'revise')
    const draft = await saved(city.editor, revised, { themes: [other] })
    expect(draft.revision).toBe(entry.revision + 1)
    expect(await numbersOf(other)).toEqual([])
    await submit(city.editor, draft)
    const { body } = await review(city.approver, draft)
    const { difference, themeNames } = body as unknown as {
      difference: { field: string; before: string[]; after: string[] }[]
      themeNames: string[]
    }
    const names = (await listFor(anyone())).filter(({ key }) => [one, other].includes(key))
    const nameOf = (key: string) => names.find((theme) => theme.key === key)?.name
    expect(difference).toEqual([{ field: 'themes', before: [nameOf(one)], after: [nameOf(other)] }])
    expect(themeNames).toEqual([nameOf(other)])
    await approve(city.approver, draft)
    expect([await numbersOf(one), await numbersOf(other)]).toEqual([[], [entry.number]])
    const shown = await anyone().get<ReadEntry>(`/api/public/entries/${entry.number}`)
    expect(shown.body.themes).toEqual([{ key: other, name: nameOf(other) }])
  })

  it('73.5 is counted, listed and shown only to whoever may read it', async () => {
    const id = await added()
    const closed = await publish(city, city.bureau, { themes: [id] })
    const toAll = await publish(city, city.bureau, { ...open, themes: [id] })
    expect([await countFor(id), await numbersOf(id)]).toEqual([1, [toAll.number]])
    expect(await countFor(id, agent, '/api')).toBe(2)
    expect(await numbersOf(id, agent, '/api')).toEqual([toAll.number, closed.number])
    const stranger = await countFor(id, city.stranger, '/api')
    expect([stranger, await numbersOf(id, city.stranger, '/api')]).toEqual([1, [toAll.number]])
    await step(city.approver, toAll, 'withdraw', { kind: 'inError', sentence: '已停办。' })
    expect([await countFor(id), await numbersOf(id)]).toEqual([0, []])
  })

  it('73.6 is not of a theme that is not there, nor of more than five', async () => {
    const draft = await write(city.editor, city.bureau)
    const six = presetThemes.slice(0, 6).map(({ id }) => id)
    for (const themes of [['nothing'], six])
      expect((await save(city.editor, draft, { themes })).status).toBe(400)
    expect((await save(city.editor, draft, { themes: six.slice(0, 5) })).status).toBe(200)
  })

  it('73.7 stands on the page of its theme, which the front page leads to; an empty one says so', async () => {
    const title = name()
    const id = await added(title)
    const empty = await (await anyone().fetch(`/themes/${id}`)).text()
    expect(empty).toContain('还没有公开的解答')
    expect(await (await anyone().fetch('/')).text()).not.toContain(`href="/themes/${id}"`)
    const entry = await publish(city, city.bureau, { ...open, themes: [id] })
    expect(await leadsTo(entry, anyone(), `/themes/${id}`)).toBe(true)
    const home = await (await anyone().fetch('/')).text()
    expect([home.includes(`href="/themes/${id}"`), home.includes(title)]).toEqual([true, true])
    const page = await (await anyone().fetch(`/e/${entry.number}`)).text()
    expect(page).toContain(`href="/themes/${id}"`)
    expect((await anyone().fetch('/themes/nothing')).status).toBe(404)
  })

  it('73.8 and a theme that is no key is no filter', async () => {
    const { status, body } = await anyone().get<Body>('/api/public/entries?theme=%25')
    expect([status, body.code]).toEqual([400, 'badParameter'])
    expect(await numbersOf('_')).toEqual([])
  })

  it('73.9 narrows a search and what is suggested, by citizens and at the desk, and is counted beside the other filters', async () => {
    const [one, other] = [await added(name(), 97), await added(name(), 98)]
    const word = `游园${unique()}`
    const asked = async (query: string, person = anyone(), way = '/api/public') => {
      const of = (entry: { title?: string; text?: string }) => entry.title ?? entry.text
      const q = encodeURIComponent(word)
      const [found, offered] = await Promise.all([
        person.get<Found>(`${way}/search?q=${q}&facets=true${query}`),
        person.get<{ suggestions: { text: string }[] }>(`${way}/suggest?q=${q}${query}`),
      ])
      expect(offered.body.suggestions.map(of).sort()).toEqual(found.body.hits.map(of).sort())
      return { ...found.body, titles: found.body.hits.map(of).sort() }
    }
    const titles = ['甲', '乙', '丙'].map((each) => `${word}${each}怎么办？`)
    const themes = [[one], [one, other], []]
    for (const [at, title] of titles.entries())
      await publish(city, city.bureau, { ...open, title, themes: themes[at] })
    // What is published last is found last.
    const closed = { title: `${word}丁怎么办？`, themes: [one] }
    await whenFound(agent, await publish(city, city.bureau, closed))
    const [first, second] = [titles[0], titles[1]]
    expect((await asked('')).titles).toEqual([...titles].sort())
    const narrowed = await asked(`&theme=${one}`)
    expect([narrowed.titles, narrowed.total]).toEqual([[first, second].sort(), 2])
    // Counted without the filter of its own name, and only what citizens may read.
    expect(narrowed.facets.theme.map(({ key, count }) => [key, count])).toEqual([
      [one, 2],
      [other, 1],
    ])
    expect(narrowed.facets.category).toMatchObject([{ count: 2 }])
    expect((await asked(`&theme=${other}`)).titles).toEqual([second])
    expect((await asked(`&theme=${one}`, agent, '/api')).total).toBe(3)
    const posted = await anyone().post<Found>('/api/public/search', { q: word, theme: other })
    expect(posted.body.total).toBe(1)
    const cursor = 'nothing'
    const bad = await anyone().get<Body>(`/api/public/search?theme=%25&cursor=${cursor}`)
    expect([bad.status, bad.body.code]).toEqual([400, 'badParameter'])
  })

  it('73.10 finds nothing by a theme that was switched off, and its page of results is as if it were not asked', async () => {
    const id = await added()
    const word = `夜校${unique()}`
    const entry = await publish(city, city.bureau, { ...open, title: `${word}？`, themes: [id] })
    await whenFound(agent, entry)
    const found = () => anyone().get<Found>(`/api/public/search?q=${word}&theme=${id}&facets=true`)
    expect((await found()).body.total).toBe(1)
    expect(await numbersOf(id)).toEqual([entry.number])
    await change(id, { isOff: true })
    const { total, facets } = (await found()).body
    expect([total, facets.theme, await numbersOf(id)]).toEqual([0, [], []])
    const page = await (await anyone().fetch(`/search?q=${word}&theme=${id}`)).text()
    expect(page).toContain(`/e/${entry.number}`)
    await change(id, { isOff: false })
    expect((await found()).body.total).toBe(1)
  })
})
