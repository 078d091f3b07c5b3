import { beforeAll, describe, expect, it } from '@jest/globals'
import { as, type Person } from '../server/people'
import { refusal, type Body } from './answers'
import { foundCity, hire } from './city'
import { approve, copyOf, history, publish, review, save, saved, standing } from './entries'
import { step, submit, take, write, type Entry } from './entries'
import { expectHidden, expectVisible } from './visible'

let city: Awaited<ReturnType<typeof foundCity>>
let centre: Person
let agent: Person
const open = { openToUnits: true, openToPublic: true }
const online = async (entry: Entry) =>
  (await agent.get<Body>(`/api/entries/${entry.number}`)).body.title

beforeAll(async () => {
  ;[city, centre, agent] = await Promise.all([foundCity(), as('centre'), as('agent')])
})

async function returnFirst(isOn: boolean) {
  const sent = { returnFirst: { knowledge: isOn } }
  expect(await centre.post('/api/globals/settings', sent)).toMatchObject({ status: 200 })
}

describe('a revision of an approved text', () => {
  it('17.1 leaves the approved text online until the revision is approved, and replaces it then', async () => {
    const { editor, approver } = city
    const entry = await publish(city, city.bureau, open)
    await take(editor, entry, 'revise')
    const next = await saved(editor, entry, { title: `${entry.title}新` })
    expect(await online(entry)).toBe(entry.title)
    await approve(approver, await submit(editor, next))
    expect(await online(entry)).toBe(next.title)
    await expectVisible(next, agent)
  })

  it('17.2 is saved only once it was begun', async () => {
    const entry = await publish(city, city.bureau)
    expect(await save(city.editor, entry, { title: '改' })).toMatchObject(
      refusal(409, 'wrongState'),
    )
    await take(city.editor, entry, 'revise')
    expect((await save(city.editor, entry, { title: '改' })).status).toBe(200)
  })

  it('17.3 shows the approver what differs from the text online', async () => {
    const entry = await publish(city, city.bureau)
    await take(city.editor, entry, 'revise')
    const next = await submit(city.editor, await saved(city.editor, entry, { summary: '换一句。' }))
    const { body } = await review(city.approver, next)
    expect(body).toMatchObject({ difference: [{ field: 'summary', after: '换一句。' }] })
  })

  it('17.4 is not begun by who is no editor of the unit', async () => {
    const entry = await publish(city, city.bureau, open)
    for (const person of [city.approver, centre, agent, city.stranger]) {
      expect(await step(person, entry, 'revise')).toMatchObject(refusal(403, 'notAllowed'))
    }
  })
})

describe('an approved text that is returned', () => {
  it('17.5 stays online unless the approver says otherwise', async () => {
    const entry = await publish(city, city.bureau, open)
    await take(city.approver, entry, 'return', { reason: '电话有误' })
    expect(await standing(city.editor, entry)).toMatchObject({ state: 'returned' })
    await expectVisible(entry, agent)
  })

  it('17.6 goes offline at once where the approver says so', async () => {
    const entry = await publish(city, city.bureau, open)
    await take(city.approver, entry, 'return', { reason: '已作废', online: false })
    await expectHidden(entry, agent)
    const [last] = await history(city.editor, entry)
    expect(last).toMatchObject({ step: 'return', reason: '已作废', details: { online: false } })
  })

  it('17.7 is not returned without a reason, nor with an answer that is none to 保持在线', async () => {
    const entry = await publish(city, city.bureau)
    expect(await step(city.approver, entry, 'return')).toMatchObject(refusal(400, 'reasonMissing'))
    const vague = { reason: '改', online: 'no' }
    expect(await step(city.approver, entry, 'return', vague)).toMatchObject(refusal(400, 'invalid'))
  })
})

describe('修改已审批信息须先退回', () => {
  it('17.8 is set by the centre alone', async () => {
    const sent = { returnFirst: { knowledge: true } }
    for (const person of [city.editor, city.approver, agent, await as('operator')]) {
      expect((await person.post('/api/globals/settings', sent)).status).toBe(403)
    }
  })

  it('17.9 switches revising off; the editor asks to have it returned, and the approver does', async () => {
    const entry = await publish(city, city.bureau)
    await returnFirst(true)
    try {
      const refused = await step(city.editor, entry, 'revise')
      expect(refused).toMatchObject(refusal(409, 'wrongState'))
      expect(refused.body.detail).toContain('申请退回修改')
      const asking = { reason: '收费标准变了' }
      await take(city.editor, entry, 'requestReturn', asking)
      const { body } = await city.approver.get<Body>('/api/worklist?flag=returnRequested')
      expect(body.docs.find(({ id }) => id === entry.id)).toMatchObject({
        returnReason: '收费标准变了',
      })
      expect(await step(city.editor, entry, 'requestReturn', asking)).toMatchObject(
        refusal(409, 'wrongState'),
      )
      await take(city.approver, entry, 'return', { reason: '同意修改' })
      expect((await save(city.editor, entry, { summary: '新标准。' })).status).toBe(200)
      const after = await city.approver.get<Body>('/api/worklist?flag=returnRequested')
      expect(after.body.docs.map(({ id }) => id)).not.toContain(entry.id)
    } finally {
      await returnFirst(false)
    }
  })

  it('17.17 is asked for until the text is returned or revised; a correction by the centre does not answer it', async () => {
    const entry = await publish(city, city.bureau)
    await returnFirst(true)
    try {
      await take(city.editor, entry, 'requestReturn', { reason: '收费标准变了' })
    } finally {
      await returnFirst(false)
    }
    const corrected = await take(await as('centre'), entry, 'saveDirectly', {
      summary: '中心已更正。',
    })
    const asked = async () => {
      const { body } = await city.approver.get<Body>('/api/worklist?flag=returnRequested')
      return body.docs.map(({ id }) => id)
    }
    expect(await asked()).toContain(entry.id)
    await take(city.editor, corrected, 'revise')
    expect(await asked()).not.toContain(entry.id)
  })
})

describe('saved directly by the centre', () => {
  it('17.10 is live at once, with a new revision, and recorded as such', async () => {
    const entry = await publish(city, city.bureau, open)
    const next = await take(centre, entry, 'saveDirectly', { summary: '中心更正。' })
    expect(next.revision).toBe(entry.revision + 1)
    const { body } = await agent.get<Body>(`/api/entries/${entry.number}`)
    expect(body).toMatchObject({ summary: '中心更正。' })
    expect((await copyOf(city.editor, entry)).body).toMatchObject({
      summary: '中心更正。',
      revision: next.revision,
    })
    const [last] = await history(city.editor, entry)
    expect(last).toMatchObject({ step: 'saveDirectly', by: centre.id, revision: next.revision })
  })

  it('17.11 is refused while a revision is under way, and it is said who holds it', async () => {
    const entry = await publish(city, city.bureau)
    await take(city.editor, entry, 'revise')
    const next = await saved(city.editor, entry, { summary: '修订中。' })
    const refused = await step(centre, next, 'saveDirectly', { summary: '抢先改。' })
    expect(refused).toMatchObject(refusal(409, 'wrongState'))
    expect(refused.body.detail).toContain('某人')
  })

  it('17.12 leaves to the approver whom a text is open to', async () => {
    const entry = await publish(city, city.bureau)
    expect(await step(centre, entry, 'saveDirectly', { openToPublic: true })).toMatchObject(
      refusal(403, 'notAllowed'),
    )
    expect(await step(centre, entry, 'saveDirectly', {})).toMatchObject(refusal(400, 'invalid'))
    await expectHidden(entry, city.stranger)
  })

  it('17.13 what is not valid is refused whole: nothing changed, nothing half done', async () => {
    const entry = await publish(city, city.bureau, open)
    const long = { summary: '长'.repeat(201), title: '不该出现' }
    expect((await step(centre, entry, 'saveDirectly', long)).status).toBe(400)
    expect(await online(entry)).toBe(entry.title)
    expect((await step(centre, entry, 'saveDirectly', { summary: '短。' })).status).toBe(200)
  })

  it('17.14 is done by nobody else', async () => {
    const entry = await publish(city, city.bureau)
    for (const person of [city.editor, city.approver]) {
      const answer = await step(person, entry, 'saveDirectly', { summary: '改。' })
      expect(answer).toMatchObject(refusal(403, 'notAllowed'))
    }
  })
})

describe('会同校核', () => {
  it('17.15 waits for every named unit before the owner decides, and shows what they said', async () => {
    const other = await hire(city.elsewhere, 'approver')
    const coUnits = [city.elsewhere.id]
    const entry = await submit(city.editor, await write(city.editor, city.bureau, { coUnits }))
    await review(city.approver, entry)
    const early = await step(city.approver, entry, 'approve', { confirmed: true })
    expect(early).toMatchObject(refusal(409, 'wrongState'))
    expect(early.body.detail).toContain(city.elsewhere.name)
    const waiting = await other.get<Body>('/api/worklist?flag=consulted')
    expect(waiting.body.docs.map(({ id }) => id)).toEqual([entry.id])
    expect(await step(other, entry, 'agree')).toMatchObject(refusal(400, 'notOpened'))
    expect((await review(other, entry)).status).toBe(200)
    expect(await step(other, entry, 'object')).toMatchObject(refusal(400, 'reasonMissing'))
    await take(other, entry, 'object', { reason: '税率已调整' })
    await take(other, entry, 'agree', { reason: '已沟通' })
    const { body } = await review(city.approver, entry)
    expect(body).toMatchObject({ answers: [{ agrees: true, sentence: '已沟通' }] })
    await approve(city.approver, entry)
    expect((await review(other, entry)).status).toBe(404)
  })

  it('17.16 is answered by the approver of a named unit alone', async () => {
    const coUnits = [city.elsewhere.id]
    const entry = await submit(city.editor, await write(city.editor, city.bureau, { coUnits }))
    expect(await step(city.stranger, entry, 'agree')).toMatchObject(refusal(404, 'notFound'))
    expect(await step(city.approver, entry, 'agree')).toMatchObject(refusal(403, 'notAllowed'))
  })
})
