import { beforeAll, describe, expect, it } from '@jest/globals'
import { anyone, as, type Person } from '../server/people'
import { refusal, type Body } from './answers'
import { foundCity } from './city'
import {
  approve,
  copyOf,
  publish,
  review,
  saved,
  standing,
  step,
  submit,
  take,
  write,
} from './entries'
import { expectHidden, expectVisible } from './visible'

let city: Awaited<ReturnType<typeof foundCity>>
let centre: Person
let agent: Person
const open = { openToUnits: true, openToPublic: true }

beforeAll(async () => {
  ;[city, centre, agent] = await Promise.all([foundCity(), as('centre'), as('agent')])
})

describe('公开 and 不公开', () => {
  it('19.1 an approver opens a text to units, then to the public, and closes it again', async () => {
    const entry = await publish(city, city.bureau)
    await expectHidden(entry, city.stranger)
    await take(city.approver, entry, 'open', { to: 'units' })
    await expectVisible(entry, city.stranger)
    await expectHidden(entry, anyone())
    await take(city.approver, entry, 'open', { to: 'public' })
    await expectVisible(entry, anyone())
    await take(city.approver, entry, 'close', { to: 'units' })
    await expectHidden(entry, anyone())
    await expectHidden(entry, city.stranger)
    await expectVisible(entry, agent)
  })

  it('19.2 acts on the text online and on the copy alike, and makes no new revision', async () => {
    const entry = await publish(city, city.bureau)
    await take(city.approver, entry, 'open', { to: 'public' })
    expect((await copyOf(city.editor, entry)).body).toMatchObject({ ...open, revision: 1 })
  })

  it('19.13 says nothing of the other switch: what a revision proposes for it stays proposed', async () => {
    const entry = await publish(city, city.bureau)
    await take(city.editor, entry, 'revise')
    const next = await saved(city.editor, entry, open)
    await take(city.approver, next, 'open', { to: 'units' })
    expect((await copyOf(city.editor, entry)).body).toMatchObject(open)
    await expectHidden(next, anyone())
    await take(city.approver, next, 'open', { to: 'public' })
    const closed = { openToUnits: false, openToPublic: false }
    const again = await saved(city.editor, next, closed)
    await take(city.approver, again, 'close', { to: 'public' })
    expect((await copyOf(city.editor, entry)).body).toMatchObject(closed)
    await expectVisible(again, city.stranger)
  })

  it('19.3 a 不公开 given while a revision waits is kept when the revision is approved', async () => {
    const entry = await publish(city, city.bureau, open)
    await take(city.editor, entry, 'revise')
    const next = await saved(city.editor, entry, { summary: '新答复。' })
    await take(city.approver, next, 'close', { to: 'public' })
    const again = await saved(city.editor, next, { openToPublic: true })
    await approve(city.approver, await submit(city.editor, again))
    await expectHidden(again, anyone())
    await expectVisible(again, city.stranger)
    expect((await copyOf(city.editor, entry)).body).toMatchObject({ openToPublic: false })
  })

  it('19.4 … unless the approver says otherwise, having been shown it', async () => {
    const entry = await publish(city, city.bureau, open)
    await take(city.editor, entry, 'revise')
    await take(city.approver, entry, 'close', { to: 'public' })
    const next = await submit(city.editor, await saved(city.editor, entry, { openToPublic: true }))
    const { body } = await review(city.approver, next)
    expect(body).toMatchObject({ closedMeanwhile: 'public' })
    await take(city.approver, next, 'approve', { confirmed: true, reopen: true })
    await expectVisible(next, anyone())
  })

  it('19.5 is for approvers of the unit and nobody else, and only while a text is online', async () => {
    const entry = await publish(city, city.bureau, open)
    for (const person of [city.editor, centre, agent, city.stranger]) {
      const answer = await step(person, entry, 'close', { to: 'units' })
      expect(answer).toMatchObject(refusal(403, 'notAllowed'))
    }
    const draft = await write(city.editor, city.bureau)
    expect(await step(city.approver, draft, 'open', { to: 'units' })).toMatchObject(
      refusal(409, 'wrongState'),
    )
    expect(await step(city.approver, entry, 'open', { to: 'all' })).toMatchObject(
      refusal(400, 'invalid'),
    )
  })

  it('19.6 goes for several at once, a result per entry', async () => {
    const entries = [await publish(city, city.bureau), await publish(city, city.bureau)]
    const items = entries.map(({ id, revision }) => ({ id, revision }))
    const sent = { items: [...items, { id: 'nothing', revision: 1 }], to: 'units' }
    const { body } = await city.approver.post<Body>('/api/knowledge/open', sent)
    expect(body.results.map(({ status }) => status)).toEqual([200, 200, 404])
    for (const entry of entries) await expectVisible(entry, city.stranger)
  })
})

describe('下架 and 重新上架', () => {
  const withdrawal = { kind: 'inError', sentence: '内容有误，正在更正' }

  it('19.7 takes a text offline at once, and tells who could read it why', async () => {
    const entry = await publish(city, city.bureau, open)
    await take(city.approver, entry, 'withdraw', withdrawal)
    await expectHidden(entry, agent)
    await expectHidden(entry, anyone())
    const told = await anyone().get(`/api/public/entries/${entry.number}`)
    expect(told).toMatchObject({ status: 404, body: { sentence: withdrawal.sentence } })
    const page = await anyone().fetch(`/e/${entry.number}`)
    expect([page.status, (await page.text()).includes(withdrawal.sentence)]).toEqual([410, true])
    expect(await standing(city.editor, entry)).toMatchObject({ state: 'draft', isWithdrawn: true })
  })

  it('19.8 tells nothing to who could not read it', async () => {
    const entry = await publish(city, city.bureau)
    await take(city.approver, entry, 'withdraw', withdrawal)
    const told = await anyone().get(`/api/public/entries/${entry.number}`)
    expect(told.body).not.toHaveProperty('sentence')
    const stranger = await city.stranger.get(`/api/entries/${entry.number}`)
    expect(stranger.body).not.toHaveProperty('sentence')
  })

  it('19.9 sends readers of a merged text on to the other, along a chain too', async () => {
    const [first, second, third] = [
      await publish(city, city.bureau, open),
      await publish(city, city.bureau, open),
      await publish(city, city.bureau, open),
    ]
    const into = (successor: string) => ({ kind: 'merged', sentence: '已合并', successor })
    await take(city.approver, first, 'withdraw', into(second.id))
    const page = await anyone().fetch(`/e/${first.number}`)
    expect([page.status, page.headers.get('location')]).toEqual([301, `/e/${second.number}`])
    await take(city.approver, second, 'withdraw', into(third.id))
    const told = await anyone().get(`/api/public/entries/${first.number}`)
    expect(told.body).toMatchObject({ successor: third.number })
  })

  it('19.10 sends nobody to a text they may not read, and merges into nothing that is offline', async () => {
    const entry = await publish(city, city.bureau, open)
    const closed = await publish(city, city.bureau)
    const draft = await write(city.editor, city.bureau)
    const into = (successor: string) => ({ kind: 'merged', sentence: '已合并', successor })
    for (const id of [draft.id, entry.id, 'nothing']) {
      const answer = await step(city.approver, entry, 'withdraw', into(id))
      expect(answer).toMatchObject(refusal(400, 'incomplete'))
    }
    await take(city.approver, entry, 'withdraw', into(closed.id))
    const told = await anyone().get(`/api/public/entries/${entry.number}`)
    expect(told.body).toMatchObject({ sentence: '已合并', successor: null })
  })

  it('19.11 the centre withdraws a text of any unit; editors and other units do not', async () => {
    const entry = await publish(city, city.bureau, open)
    for (const person of [city.editor, city.stranger, agent]) {
      const answer = await step(person, entry, 'withdraw', withdrawal)
      expect(answer).toMatchObject(refusal(403, 'notAllowed'))
    }
    await take(centre, entry, 'withdraw', withdrawal)
    await expectHidden(entry, agent)
  })

  it('19.12 puts the withdrawn text online again unchanged, also beside a newer draft', async () => {
    const entry = await publish(city, city.bureau, open)
    await take(city.approver, entry, 'withdraw', withdrawal)
    const next = await saved(city.editor, entry, { title: '还没有审批的标题?' })
    expect(await step(centre, next, 'resume')).toMatchObject(refusal(403, 'notAllowed'))
    await take(city.approver, next, 'resume')
    await expectVisible(entry, anyone())
    expect(await step(city.approver, next, 'resume')).toMatchObject(refusal(409, 'wrongState'))
  })
})
