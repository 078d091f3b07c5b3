import { beforeAll, describe, expect, it } from '@jest/globals'
import { as, type Person } from '../server/people'
import { refusal, type Body } from './answers'
import { found, foundCity, hire, hotline, unique } from './city'
import { approve, publish, saved, step, submit, write, type Entry } from './entries'
import { messages } from './messages'
import { closed, look, seen, take, taken, tell, told } from './tasks'
import { settled } from './tellAt'

let city: Awaited<ReturnType<typeof foundCity>>
let agent: Person, centre: Person

const gapOf = (person: Person, query: string, more: object = {}) =>
  told(person, { kind: 'gap', query, unit: city.bureau.id, ...more })

const messagesOf = async (person: Person) => (await messages(person)).docs

beforeAll(async () => {
  ;[city, agent, centre] = await Promise.all([foundCity(), as('agent'), as('centre')])
}, 60_000)

describe('a gap', () => {
  it('60.1 told by an agent lies with the unit they propose, and is told to its people', async () => {
    const query = `如何领取${unique()}补助`
    const { id, number } = await gapOf(agent, query, { words: '老人来电，电话 13812345678' })
    const task = await seen(city.editor, id)
    expect(task).toMatchObject({ kind: 'gap', state: 'open', about: query, count: 1 })
    expect(task.unit.id).toBe(city.bureau.id)
    expect(task.reports[0]?.words).toBe('老人来电，电话 138****5678')
    const messages = await messagesOf(city.editor)
    expect(messages.map(({ title }) => title)).toContainEqual(expect.stringContaining(number))
  })

  it('60.2 that is asked by others in other words is one, and grows', async () => {
    const word = unique()
    const first = await gapOf(agent, `${word}补贴怎么领取`)
    const again = await gapOf(agent, `${word}补贴怎么领取`)
    const other = await gapOf(city.stranger, `怎么领取${word}补贴`)
    expect([again.id, other.id]).toEqual([first.id, first.id])
    expect((await seen(city.editor, first.id)).count).toBe(2)
  })

  it('60.3 closes itself once its own words find the answer, and whoever told of it hears it', async () => {
    const word = unique()
    const { id } = await gapOf(agent, `${word}证遗失怎么补办`)
    await taken(city.editor, id, 'take')
    const draft = await write(city.editor, city.bureau, { title: `${word}证丢了如何补办?` })
    await taken(city.editor, id, 'link', { entry: draft.number })
    await settled()
    expect((await seen(city.editor, id)).state).toBe('answered')
    await approve(city.approver, await submit(city.editor, draft))
    await closed(city.editor, id)
    const task = await seen(agent, id)
    expect(task).toMatchObject({ state: 'closed', outcome: 'found' })
    expect(task.entry).toMatchObject({ number: draft.number })
    const messages = await messagesOf(agent)
    expect(messages.map(({ title }) => title)).toContainEqual(expect.stringContaining(task.number))
  })

  it('60.4 stays open while its words do not find the answer, and shows where they find it', async () => {
    const { id } = await gapOf(agent, `${unique()}怎么办`)
    const entry = await publish(city, city.bureau)
    await taken(city.editor, id, 'link', { entry: entry.number })
    await settled()
    const task = await seen(city.editor, id)
    expect(task.state).toBe('answered')
    expect(task.replay?.queries[0]?.place ?? null).toBeNull()
  })

  it('60.5 is open again when its answer goes offline', async () => {
    const word = unique()
    const { id } = await gapOf(agent, `${word}如何办理`)
    const entry = await publish(city, city.bureau, { title: `${word}如何办理?` })
    await taken(city.editor, id, 'link', { entry: entry.number })
    await closed(city.editor, id)
    await step(city.approver, entry, 'withdraw', { kind: 'expired', sentence: '已停办。' })
    await settled()
    expect(await seen(city.editor, id)).toMatchObject({ state: 'open', outcome: null })
  })

  it('60.6 of nobody knows whom lies with the centre, which hands it to a unit', async () => {
    const { id, number } = await told(agent, { kind: 'gap', query: `${unique()}归谁管` })
    expect((await seen(centre, id)).unit.id).toBe((await hotline()).id)
    const heard = await messagesOf(centre)
    expect(heard.map(({ title }) => title)).toContainEqual(expect.stringContaining(number))
    const sent = { unit: city.bureau.id, reason: '属民政局职责。' }
    expect((await taken(centre, id, 'reassign', sent)).unit.id).toBe(city.bureau.id)
  })

  it('60.7 handed on twice by units is the centre’s to place', async () => {
    const { id } = await gapOf(agent, `${unique()}归哪家`)
    const third = await found('department', '市水务局')
    const thirds = await hire(third, 'editor')
    const reason = '不属本单位职责。'
    await taken(city.editor, id, 'reassign', { unit: city.elsewhere.id, reason })
    await taken(city.stranger, id, 'reassign', { unit: third.id, reason })
    expect(await take(thirds, id, 'reassign', { unit: city.bureau.id, reason })).toMatchObject(
      refusal(409, 'wrongState'),
    )
    await taken(centre, id, 'reassign', { unit: city.bureau.id, reason: '请民政局办理。' })
  })

  it('60.8 is refused with a reason by the unit’s approver, not by its editor', async () => {
    const { id } = await gapOf(agent, `${unique()}算命准不准`)
    expect(await take(city.editor, id, 'refuse', { reason: '不受理。' })).toMatchObject(
      refusal(403, 'notAllowed'),
    )
    expect(await take(city.approver, id, 'refuse')).toMatchObject(refusal(400, 'invalid'))
    await taken(city.approver, id, 'refuse', { reason: '不属热线受理范围。' })
    expect(await seen(agent, id)).toMatchObject({ state: 'refused', answer: '不属热线受理范围。' })
  })

  it('60.19 leads its editor by one click to a draft that asks the same and is named as its answer', async () => {
    const query = `${unique()}奖励怎么申请`
    const { id } = await gapOf(agent, query)
    const path = `/api/tasks/${id}/draft`
    expect(await city.stranger.post(path)).toMatchObject(refusal(404, 'notFound'))
    expect(await city.approver.post(path)).toMatchObject(refusal(403, 'notAllowed'))
    const { body } = await city.editor.post<{ entry: Entry }>(path, {})
    const copy = await city.editor.get<Body>(`/api/knowledge/${body.entry.id}?depth=0`)
    expect(copy.body.title).toBe(`${query}？`)
    expect(await seen(city.editor, id)).toMatchObject({
      ...{ state: 'answered', entry: { number: body.entry.number } },
    })
  })
})

describe('a correction', () => {
  it('60.9 that is right waits until a text without it is online', async () => {
    const entry = await publish(city, city.bureau, { openToUnits: true })
    const sent = { entry: entry.number, sentence: '窗口已搬迁。', passage: '到窗口办理' }
    const { id } = await told(agent, { kind: 'correction', ...sent })
    await taken(city.editor, id, 'uphold', { sentence: '属实，正在修改。' })
    await settled()
    expect((await seen(agent, id)).state).toBe('answered')
    await revised(entry)
    await settled()
    expect(await seen(agent, id)).toMatchObject({ state: 'closed', outcome: 'corrected' })
  })

  it('60.10 of a text one does not read is of nothing', async () => {
    const entry = await publish(city, city.bureau)
    const sent = { kind: 'correction', entry: entry.number, sentence: '有误。' }
    expect(await tell(city.stranger, sent)).toMatchObject(refusal(404, 'notFound'))
    expect(await tell(agent, { ...sent, sentence: '' })).toMatchObject(refusal(400, 'invalid'))
  })
})

describe('a request', () => {
  it('60.11 of the centre goes to each unit, is answered by it and accepted by the centre', async () => {
    const units = [city.bureau.id, city.elsewhere.id]
    const due = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10)
    const request = { kind: 'request', units, due, sentence: '请更新冬季供暖的答复口径。' }
    expect(await tell(agent, request)).toMatchObject(refusal(403, 'notAllowed'))
    expect(await tell(centre, { ...request, due: '2020-01-01' })).toMatchObject(
      refusal(400, 'invalid'),
    )
    const { tasks } = (await tell(centre, request)).body
    expect(tasks).toHaveLength(2)
    const id = tasks[0]?.id ?? ''
    expect(await seen(city.editor, id)).toMatchObject({ state: 'open', due })
    await taken(city.editor, id, 'answer', { sentence: '已更新两条。' })
    await taken(centre, id, 'sendBack', { reason: '还缺收费标准。' })
    await taken(city.editor, id, 'answer', { sentence: '收费标准已补。' })
    expect(await take(city.approver, id, 'accept')).toMatchObject(refusal(403, 'notAllowed'))
    expect(await taken(centre, id, 'accept')).toMatchObject({
      state: 'closed',
      outcome: 'accepted',
    })
  })
})

describe('who sees a task', () => {
  it('60.12 its unit, the unit above, the centre and who told of it, and nobody else', async () => {
    const { id } = await gapOf(agent, `${unique()}谁能看`)
    const above = await hire(city.county, 'approver')
    const otherAgent = await hire(await hotline(), 'agent')
    for (const person of [city.editor, city.approver, above, centre, agent])
      expect(await look(person, id)).toMatchObject({ status: 200 })
    for (const person of [city.stranger, otherAgent, await as('operator'), await as('auditor')])
      expect(await look(person, id)).toMatchObject(refusal(404, 'notFound'))
    const listed = await otherAgent.get<{ tasks: object[] }>('/api/tasks')
    expect(listed.body.tasks).toEqual([])
    expect(await take(agent, id, 'take')).toMatchObject(refusal(403, 'notAllowed'))
    expect(await take(otherAgent, id, 'take')).toMatchObject(refusal(404, 'notFound'))
  })

  it('60.13 who told of it reads what was done, not by whom', async () => {
    const { id } = await gapOf(agent, `${unique()}经过`)
    await taken(city.editor, id, 'take')
    const { history } = await seen(agent, id)
    expect(history.map(({ step }) => step)).toEqual(['open', 'take'])
    expect(history.every(({ byName }) => byName === null)).toBe(true)
  })

  it('60.14 nobody without an account tells or reads, and no role that reads as citizens do', async () => {
    const auditor = await as('auditor')
    expect(await tell(auditor, { kind: 'gap', query: '什么' })).toMatchObject(
      refusal(403, 'notAllowed'),
    )
  })
})

/** Its revision, approved. */
async function revised(entry: Entry): Promise<void> {
  const { body } = await step(city.editor, entry, 'revise')
  expect(body.state).toBe('draft')
  const draft = await saved(city.editor, entry, { summary: '到政务服务中心办理。' })
  await approve(city.approver, await submit(city.editor, draft))
}
