import { beforeAll, describe, expect, it } from '@jest/globals'
import { anyone, as, type Person } from '../server/people'
import { refusal, type Body } from './answers'
import { foundCity, unique, type Unit } from './city'
import { publish, step, type Entry } from './entries'
import { numbersFound, others, rareWord, whenFound, type Found } from './searching'

let city: Awaited<ReturnType<typeof foundCity>>
let centre: Person
let agent: Person
const open = { openToUnits: true, openToPublic: true }

beforeAll(async () => {
  city = await foundCity()
  centre = await as('centre')
  agent = await as('agent')
})

const made = async (slug: string, sent: object): Promise<string> => {
  const { status, body } = await centre.post<Body>(`/api/${slug}`, sent)
  if (status !== 201) throw new Error(`${slug}: ${status} ${JSON.stringify(body)}`)
  return body.doc.id
}
const synonyms = (...words: string[]) => ({ kind: 'synonyms', words })
const place = (kind: string, query: string, entry: Entry, more: object = {}) =>
  made('placements', { kind, query, entry: entry.number, reason: '来电最多', ...more })

/** What is found of one unit: entries of other tests may share a character with the word. */
const searchIn = async ({ id }: Unit, person: Person, text: string, path = '/api/search') =>
  (await person.get<Found>(`${path}?q=${encodeURIComponent(text)}&unit=${id}`)).body
const numbersIn = async (...asked: Parameters<typeof searchIn>) =>
  (await searchIn(...asked)).hits.map(({ number }) => number)

describe('同义词与专用词', () => {
  it('33.1 is live for the next search, and gone with the next one after it was taken away', async () => {
    const [known, asked, later] = [rareWord(), rareWord(others), rareWord(others)]
    const entry = await publish(city, city.bureau, { ...open, title: `${known}怎么领取?` })
    await whenFound(agent, entry)
    expect(await numbersFound(agent, asked)).not.toContain(entry.number)
    const id = await made('terms', synonyms(known, asked))
    expect(await numbersFound(agent, asked)).toContain(entry.number)
    expect(await numbersFound(anyone(), asked, '/api/public/search')).toContain(entry.number)
    await centre.patch(`/api/terms/${id}`, { words: [known, later] })
    expect(await numbersFound(agent, later)).toContain(entry.number)
    expect(await numbersFound(agent, asked)).not.toContain(entry.number)
    expect((await centre.delete(`/api/terms/${id}`)).status).toBe(200)
    expect(await numbersFound(agent, later)).not.toContain(entry.number)
  })

  it('33.2 a word belongs to one group, however it is written; the refusal names the other', async () => {
    const [one, two] = [`ａｐｐ${rareWord()}`, rareWord()]
    await made('terms', { kind: 'words', words: [one] })
    const again = await centre.post<Body>('/api/terms', synonyms(one.normalize('NFKC'), two))
    expect(again).toMatchObject(refusal(400, 'invalid'))
    expect(again.body.detail).toContain(`专用词“${one}”`)
    const twice = await centre.post<Body>('/api/terms', synonyms(two, '學校', '学校'))
    expect(twice.body.detail).toContain('“学校”在本组里重复了')
  })

  it('33.3 a group has 2 to 20 words of 2 to 40 characters', async () => {
    const many = Array.from({ length: 21 }, () => rareWord() + unique())
    for (const words of [[rareWord()], many, [rareWord(), '长'.repeat(41)], [rareWord(), '水']]) {
      expect(await centre.post('/api/terms', synonyms(...words))).toMatchObject(
        refusal(400, 'invalid'),
      )
    }
  })

  it('33.4 a city begins with the usual ones', async () => {
    const { body } = await centre.get<Body>('/api/terms?limit=0&depth=0')
    expect(body.docs.map(({ title }) => title)).toContain('低保、最低生活保障')
  })
})

describe('检索干预', () => {
  it('33.5 a pin puts first and a ban hides, for that query alone, punctuation aside', async () => {
    const word = rareWord()
    const own = await foundCity()
    const titles = [`${word}怎么领取?`, `${word}在哪里领取?`]
    const [one, two] = [
      await publish(own, own.bureau, { ...open, title: titles[0] }),
      await publish(own, own.bureau, { ...open, title: titles[1] }),
    ]
    await whenFound(agent, one, two)
    const [first = '', second = ''] = await numbersFound(agent, word)
    const [top, low] = first === one.number ? [one, two] : [two, one]
    expect([first, second].sort()).toEqual([one.number, two.number].sort())
    const pin = await place('pin', `${word}！`, low)
    for (const asked of [word, ` ${word}？`]) {
      expect((await numbersFound(agent, asked))[0]).toBe(low.number)
      expect((await numbersFound(anyone(), asked, '/api/public/search'))[0]).toBe(low.number)
    }
    expect((await numbersFound(agent, top.title))[0]).toBe(top.number)
    await centre.delete(`/api/placements/${pin}`)
    await place('ban', word, top)
    expect(await numbersIn(own.bureau, agent, word)).toEqual([low.number])
    expect((await searchIn(own.bureau, agent, word)).total).toBe(1)
    expect(await numbersIn(own.bureau, anyone(), word, '/api/public/search')).toEqual([low.number])
    expect(await numbersFound(agent, `${word}领取`)).toContain(top.number)
  })

  it('33.6 ends with its last day', async () => {
    const word = rareWord()
    const own = await foundCity()
    const entry = await publish(own, own.bureau, { ...open, title: `${word}怎么领取?` })
    await whenFound(agent, entry)
    const id = await place('ban', word, entry, { until: '2020-01-01' })
    expect(await numbersIn(own.bureau, agent, word)).toEqual([entry.number])
    await centre.patch(`/api/placements/${id}`, { until: '2199-01-01' })
    expect(await numbersIn(own.bureau, agent, word)).toEqual([])
  })

  it('33.7 never shows an entry to who may not see it', async () => {
    const word = rareWord()
    const closed = await publish(city, city.bureau, { title: `${word}怎么领取?` })
    const shown = await publish(city, city.bureau, { ...open, title: `${word}在哪里?` })
    await whenFound(agent, closed, shown)
    await place('pin', word, closed)
    expect((await numbersFound(agent, word))[0]).toBe(closed.number)
    for (const [person, path] of [[city.stranger], [anyone(), '/api/public/search']] as const) {
      const numbers = await numbersFound(person, word, path)
      expect(numbers[0]).toBe(shown.number)
      expect(numbers).not.toContain(closed.number)
    }
    await place('pin', word, shown, { order: 2 })
    await step(city.approver, shown, 'close', { to: 'public' })
    const numbers = await numbersFound(anyone(), word, '/api/public/search')
    expect(numbers).not.toContain(closed.number)
    expect(numbers).not.toContain(shown.number)
  })

  it('33.8 needs a reason, an entry that there is and a query without a number of a person, once', async () => {
    const entry = await publish(city, city.bureau, open)
    const good = { kind: 'pin', query: rareWord(), entry: entry.id, reason: '来电最多' }
    const wrong = [
      { reason: '' },
      { entry: 'ZS999999' },
      { query: '身份证 11010519491231002X' },
      { query: '？！' },
      { order: 0 },
    ]
    for (const more of wrong) {
      expect(await centre.post('/api/placements', { ...good, ...more })).toMatchObject(
        refusal(400, 'invalid'),
      )
    }
    const { body } = await centre.post<Body>('/api/placements', { ...good, byName: '别人' })
    expect(body.doc).toMatchObject({ number: entry.number, entryTitle: entry.title })
    expect(body.doc.byName).not.toBe('别人')
    expect(await centre.post('/api/placements', { ...good, kind: 'ban' })).toMatchObject(
      refusal(400, 'invalid'),
    )
  })
})

type Trial = {
  before: { number: string }[]
  after: { number: string }[]
  judged: {
    queries: number
    touched: { query: string; before: number | null; after: number | null }[]
    mrr: { before: number; after: number }
  }
}

describe('试算', () => {
  it('33.9 shows what saving would do to the query and to the judged queries, and saves nothing', async () => {
    const [word, other] = [rareWord(), rareWord(others)]
    const entry = await publish(city, city.bureau, { ...open, title: `${word}怎么领取?` })
    await whenFound(agent, entry)
    await made('judgements', { query: other, entry: entry.number })
    const sent = { kind: 'pin', query: other, entry: entry.id }
    const { status, body } = await centre.post<Trial>('/api/trial/placement', sent)
    expect(status).toBe(200)
    expect(body.before.map(({ number }) => number)).not.toContain(entry.number)
    expect(body.after[0]?.number).toBe(entry.number)
    expect(body.judged.touched).toMatchObject([{ query: other, before: null, after: 1 }])
    const { queries, mrr } = body.judged
    expect(mrr.after - mrr.before).toBeCloseTo(1 / queries, 9)
    const words = await centre.post<Trial>('/api/trial/terms', synonyms(word, other))
    expect(words.body.judged.touched).toMatchObject([{ query: other, before: null, after: 1 }])
    expect(await numbersFound(agent, other)).not.toContain(entry.number)
  })
})

describe('what the centre keeps of search', () => {
  it('33.10 is read, changed and tried by the centre alone', async () => {
    const id = await made('terms', synonyms(rareWord(), rareWord(others)))
    const accounts = ['agent', 'staff', 'editor', 'approver', 'operator', 'auditor'] as const
    for (const person of [anyone(), ...(await Promise.all(accounts.map((who) => as(who))))]) {
      const answers = [
        ...(await Promise.all(
          ['terms', 'placements', 'judgements', 'queries'].flatMap((slug) => [
            person.get(`/api/${slug}`),
            person.post(`/api/${slug}`, synonyms(rareWord(), rareWord(others))),
          ]),
        )),
        await person.get(`/api/terms/${id}`),
        await person.patch(`/api/terms/${id}`, { note: '改' }),
        await person.delete(`/api/terms/${id}`),
        await person.post('/api/trial/placement', {}),
        await person.post('/api/trial/terms', {}),
      ]
      expect(answers.map(({ status }) => status).filter((status) => status < 400)).toEqual([])
    }
    expect((await centre.get('/api/queries')).status).toBe(403)
  })

  it('33.11 leaves a line in the log with every change', async () => {
    const words = [rareWord(), rareWord(others)]
    const id = await made('terms', synonyms(...words))
    await centre.patch(`/api/terms/${id}`, { note: '来电常说' })
    await centre.delete(`/api/terms/${id}`)
    const auditor = await as('auditor')
    const { body } = await auditor.get<Body>(
      `/api/audit?where[subject][equals]=${id}&sort=seq&depth=0`,
    )
    expect(body.docs.map(({ action }) => action)).toEqual([
      ...['terms.create', 'terms.update', 'terms.delete'],
    ])
    expect(new Set(body.docs.map(({ subjectName }) => subjectName))).toEqual(
      new Set([words.join('、')]),
    )
  })
})
