import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { situations } from '@/access/phrases'
import type { Phrase } from '@/reading/phrases'
import { presetPhrases } from '@/workflow/phrases/presetPhrases'
import { anyone, as, type Account, type Person } from '../server/people'
import { runScript, servedData } from '../server/run'
import { refusal, type Body } from './answers'
import { found, unique } from './city'
import { openKey } from './key'

let centre: Person, agent: Person

beforeAll(async () => {
  ;[centre, agent] = await Promise.all([as('centre'), as('agent')])
})

const reset = (ids: readonly string[], person = centre) =>
  person.post<Body & { reset: string[] }>('/api/phrases/reset', { ids })
const allIds = presetPhrases.map(({ id }) => id)
afterAll(() => reset(allIds))

async function phrasesFor(person: Person) {
  const { status, body } = await person.get<{ phrases: Phrase[] }>('/api/phrases')
  expect(status).toBe(200)
  return body.phrases
}
const textsOf = async (situation: string) =>
  (await phrasesFor(agent)).filter((one) => one.situation === situation).map(({ text }) => text)
const write = (sent: object, person = centre) => person.post<Body>('/api/fixedPhrases', sent)
const linesOf = async (action: string) => {
  const path = `/api/audit?where[action][equals]=fixedPhrases.${action}&limit=50&depth=0&sort=-seq`
  return (await (await as('auditor')).get<Body>(path)).body.docs
}

describe('规范用语', () => {
  it('53.1 of every situation are read by whoever is signed in and by a key, in the order of a call', async () => {
    const { id: unit } = await found('department', '市信访局')
    const key = await openKey({ audience: 'agent', unit })
    for (const person of [agent, await as('staff'), await as('editor'), key]) {
      const told = await phrasesFor(person)
      const order = told.map(({ situation }) => situations.indexOf(situation))
      expect(order).toEqual(order.toSorted((one, other) => one - other))
      expect(new Set(order).size).toBe(situations.length)
      const fire = told.find(({ id }) => id === 'preset-fire')
      expect(fire).toMatchObject({ situation: 'emergency' })
      expect(fire?.words).toContain('着火')
    }
    expect(await anyone().get('/api/phrases')).toMatchObject(refusal(401, 'notSignedIn'))
  })

  it('53.2 are added, ordered, changed and deleted by the centre, for the next who asks', async () => {
    const [one, other] = [`请您稍候${unique()}。`, `正在为您查找${unique()}。`]
    const first = await write({ situation: 'searching', text: one, order: 98 })
    const second = await write({ situation: 'searching', text: other, order: 99 })
    expect([first.status, second.status]).toEqual([201, 201])
    expect((await textsOf('searching')).slice(-2)).toEqual([one, other])
    const path = `/api/fixedPhrases/${first.body.doc.id}`
    expect((await centre.patch(path, { order: 99, text: ` ${one}` })).status).toBe(200)
    const before = await centre.patch(`/api/fixedPhrases/${second.body.doc.id}`, { order: 97 })
    expect(before.status).toBe(200)
    expect((await textsOf('searching')).slice(-2)).toEqual([other, one])
    for (const { body } of [first, second])
      expect((await centre.delete(`/api/fixedPhrases/${body.doc.id}`)).status).toBe(200)
    expect(await textsOf('searching')).not.toContain(one)
  })

  it('53.3 are the centre’s alone to keep', async () => {
    const others: Account[] = ['agent', 'editor', 'approver', 'operator', 'evaluator']
    for (const name of others) {
      const person = await as(name)
      const sent = { situation: 'searching', text: '请稍等。' }
      expect(await write(sent, person)).toMatchObject(refusal(403, 'notAllowed'))
      expect(await person.get('/api/fixedPhrases')).toMatchObject(refusal(403, 'notAllowed'))
      expect(await reset(allIds, person)).toMatchObject(refusal(403, 'notAllowed'))
    }
    expect(await reset(allIds, anyone())).toMatchObject(refusal(401, 'notSignedIn'))
  })

  it('53.4 hold no number of a person, are not longer than one says, and lead somewhere', async () => {
    const sent = { situation: 'emergency', text: '请拨打110。', words: ['抢东西'] }
    const wrong = [
      { ...sent, text: '请联系小王13912345678。' },
      { ...sent, words: ['13912345678'] },
      { ...sent, words: [] },
      { ...sent, text: '请'.repeat(201) },
      { ...sent, situation: 'greeting' },
      { ...sent, order: 0 },
    ]
    for (const one of wrong) expect([one, (await write(one)).status]).toEqual([one, 400])
    const { body } = await write(wrong[0] ?? {})
    expect(body).toMatchObject({ fields: ['text'] })
    expect(body.detail).toContain('个人号码')
    expect(await textsOf('emergency')).not.toContain('请拨打110。')
  })

  it('53.5 that are preset are put back where the centre says so, deleted ones too, its own stay', async () => {
    const own = `请您先别挂断${unique()}。`
    const { body } = await write({ situation: 'callBack', text: own })
    const changed = { text: '请稍等，马上为您查。', order: 5 }
    await centre.patch('/api/fixedPhrases/preset-searching', changed)
    await centre.patch('/api/fixedPhrases/preset-fire', { words: ['火烧房子'] })
    await centre.delete('/api/fixedPhrases/preset-petition')
    const ids = ['preset-searching', 'preset-petition', 'preset-police']
    expect(await reset(ids)).toMatchObject({
      ...{ status: 200, body: { reset: ['preset-searching', 'preset-petition'] } },
    })
    const told = await phrasesFor(agent)
    const byId = (id: string) => told.find((one) => one.id === id)
    const preset = (id: string) => presetPhrases.find((one) => one.id === id)
    expect(byId('preset-searching')?.text).toBe(preset('preset-searching')?.text)
    expect(byId('preset-petition')).toMatchObject({ words: preset('preset-petition')?.words })
    expect(byId('preset-fire')?.words).toEqual(['火烧房子'])
    expect(byId(body.doc.id)?.text).toBe(own)
    await centre.delete(`/api/fixedPhrases/${body.doc.id}`)
    for (const wrong of [[], ['preset-nothing'], [body.doc.id]])
      expect(await reset(wrong)).toMatchObject(refusal(400, 'invalid'))
  })

  it('53.6 leave each change on record, with who made it and what it was before', async () => {
    const text = `请您说慢一点${unique()}。`
    const { body } = await write({ situation: 'callBack', text })
    await centre.patch(`/api/fixedPhrases/${body.doc.id}`, { text: `好的，${text}` })
    await centre.delete(`/api/fixedPhrases/${body.doc.id}`)
    const named = { subject: body.doc.id, byName: expect.stringMatching(/.+/) as unknown }
    const [created, updated, deleted] = await Promise.all(
      ['create', 'update', 'delete'].map(async (action) =>
        (await linesOf(action)).find(({ subject }) => subject === body.doc.id),
      ),
    )
    expect(created).toMatchObject({ ...named, subjectName: `核实后回复：${text}` })
    expect(updated).toMatchObject({ ...named, subjectName: `核实后回复：好的，${text}` })
    expect(JSON.stringify(updated?.details)).toContain(`核实后回复：${text}`)
    expect(deleted).toMatchObject({ ...named, subjectName: `核实后回复：好的，${text}` })
    await centre.delete('/api/fixedPhrases/preset-litigation')
    await reset(['preset-litigation'])
    expect((await linesOf('create'))[0]).toMatchObject({ subject: 'preset-litigation' })
    const { code, output } = await runScript('run', ['audit:verify'], {
      ZHIKU_DATA_DIR: servedData,
    })
    expect([code, output.includes('fixedPhrases')]).toEqual([0, false])
  })
})
