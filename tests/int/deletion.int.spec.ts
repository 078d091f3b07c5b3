import { beforeAll, describe, expect, it } from '@jest/globals'
import { as, type Person } from '../server/people'
import { refusal, type Body } from './answers'
import { foundCity, hire } from './city'
import { history, publish, save, saved, standing, step, submit, take, write } from './entries'
import { type Entry } from './entries'
import { expectHidden, expectVisible } from './visible'

let city: Awaited<ReturnType<typeof foundCity>>
let centre: Person
let agent: Person
const open = { openToUnits: true, openToPublic: true }
const reason = { reason: '事项已取消' }

beforeAll(async () => {
  ;[city, centre, agent] = await Promise.all([foundCity(), as('centre'), as('agent')])
})

const flagged = async (person: Person, flag: string): Promise<unknown[]> =>
  (await person.get<Body>(`/api/worklist?flag=${flag}`)).body.docs.map(({ id }) => id)

const requested = async (more: object = {}): Promise<Entry> => {
  const entry = await publish(city, city.bureau, { ...open, ...more })
  return take(city.editor, entry, 'requestDeletion', reason)
}

describe('a deletion that is asked for', () => {
  it('18.1 needs a reason, and leaves the text as visible as it was', async () => {
    const entry = await publish(city, city.bureau, open)
    expect(await step(city.editor, entry, 'requestDeletion')).toMatchObject(
      refusal(400, 'reasonMissing'),
    )
    await take(city.editor, entry, 'requestDeletion', reason)
    expect(await flagged(city.approver, 'deletion')).toContain(entry.id)
    await expectVisible(entry, agent)
  })

  it('18.2 holds submit, revise and every save until it is decided', async () => {
    const draft = await write(city.editor, city.bureau)
    await take(city.editor, draft, 'requestDeletion', reason)
    const held = refusal(409, 'wrongState')
    expect(await step(city.editor, draft, 'submit')).toMatchObject(held)
    expect(await save(city.editor, draft, { title: '改' })).toMatchObject(held)
    const approved = await requested()
    expect(await step(city.editor, approved, 'revise')).toMatchObject(held)
    expect(await step(centre, approved, 'saveDirectly', { summary: '改。' })).toMatchObject(held)
  })

  it('18.3 does not hold 公开, 下架 and 删除', async () => {
    const entry = await requested()
    await take(city.approver, entry, 'close', { to: 'public' })
    await take(city.approver, entry, 'withdraw', { kind: 'expired', sentence: '已停办' })
    await take(city.approver, entry, 'delete')
  })

  it('18.4 is taken back by an editor of the unit', async () => {
    const entry = await requested()
    await take(city.editor, entry, 'withdrawRequest')
    expect(await flagged(city.approver, 'deletion')).not.toContain(entry.id)
    await take(city.editor, entry, 'revise')
  })

  it('18.5 is approved by an approver who did not ask for it: offline at once, in the trash', async () => {
    const both = await hire(city.bureau, 'editor', 'approver')
    const entry = await publish(city, city.bureau, open)
    await take(both, entry, 'requestDeletion', reason)
    expect(await step(both, entry, 'approveDeletion')).toMatchObject(refusal(403, 'ownSubmission'))
    await take(city.approver, entry, 'approveDeletion')
    await expectHidden(entry, agent)
    await expectHidden(entry, city.editor)
    expect(await flagged(city.editor, 'trash')).toContain(entry.id)
    expect(await standing(city.editor, entry)).toBeUndefined()
  })

  it('18.6 is refused with a reason, which changes nothing but the request', async () => {
    const entry = await requested()
    expect(await step(city.approver, entry, 'refuseDeletion')).toMatchObject(
      refusal(400, 'reasonMissing'),
    )
    await take(city.approver, entry, 'refuseDeletion', { reason: '仍在办理' })
    expect(await standing(city.editor, entry)).toMatchObject({
      state: 'approved',
      deletionRequestedBy: null,
    })
    await expectVisible(entry, agent)
  })

  it('18.7 is not asked for while the text waits for approval', async () => {
    const entry = await submit(city.editor, await write(city.editor, city.bureau))
    expect(await step(city.editor, entry, 'requestDeletion', reason)).toMatchObject(
      refusal(409, 'wrongState'),
    )
  })

  it('18.8 is asked for several entries at once, each with its own result', async () => {
    const draft = await write(city.editor, city.bureau)
    const pending = await submit(city.editor, await write(city.editor, city.bureau))
    const items = [draft, pending].map(({ id, revision }) => ({ id, revision }))
    const { body } = await city.editor.post<Body>('/api/knowledge/requestDeletion', {
      items,
      ...reason,
    })
    expect(body.results.map(({ ok, status }) => [ok, status])).toEqual([
      [true, 200],
      [false, 409],
    ])
  })
})

describe('deleting and restoring', () => {
  it('18.9 an approver deletes from any state, several at once, and what was online is offline', async () => {
    const live = await publish(city, city.bureau, open)
    const draft = await write(city.editor, city.bureau)
    const pending = await submit(city.editor, await write(city.editor, city.bureau))
    const items = [live, draft, pending].map(({ id, revision }) => ({ id, revision }))
    const { body } = await city.approver.post<Body>('/api/knowledge/delete', { items })
    expect(body.results.map(({ ok }) => ok)).toEqual([true, true, true])
    await expectHidden(live, agent)
  })

  it('18.10 nobody else deletes: not the editor, not the centre, not by Payload’s own delete', async () => {
    const entry = await publish(city, city.bureau, open)
    for (const person of [city.editor, centre, agent]) {
      expect(await step(person, entry, 'delete')).toMatchObject(refusal(403, 'notAllowed'))
    }
    const answer = await city.approver.delete(`/api/knowledge/${entry.id}`)
    expect(answer.status).toBeGreaterThanOrEqual(400)
    await expectVisible(entry, agent)
  })

  it('18.11 what is in the trash takes no step but being restored by the centre', async () => {
    const entry = await publish(city, city.bureau, open)
    await take(city.approver, entry, 'delete')
    const held = refusal(409, 'wrongState')
    expect(await step(city.editor, entry, 'revise')).toMatchObject(held)
    expect(await step(city.approver, entry, 'delete')).toMatchObject(held)
    expect(await save(city.editor, entry, { title: '改' })).toMatchObject(held)
    expect(await step(city.approver, entry, 'restore')).toMatchObject(refusal(403, 'notAllowed'))
  })

  it('18.12 comes back as an offline draft that goes through the approval again', async () => {
    const entry = await publish(city, city.bureau, open)
    await take(city.approver, entry, 'delete')
    await take(centre, entry, 'restore')
    await expectHidden(entry, agent)
    expect(await standing(city.editor, entry)).toMatchObject({ state: 'draft', liveRevision: null })
    const next = await submit(city.editor, await saved(city.editor, entry, { summary: '恢复。' }))
    expect(next.number).toBe(entry.number)
    const steps = (await history(city.editor, entry)).map((row) => row.step)
    expect(steps).toEqual(['submit', 'restore', 'delete', 'approve', 'submit'])
  })

  it('18.13 an editor discards a draft that was never submitted, and no other', async () => {
    const draft = await write(city.editor, city.bureau)
    await take(city.editor, draft, 'discard')
    expect(await flagged(city.editor, 'trash')).toContain(draft.id)
    const known = await submit(city.editor, await write(city.editor, city.bureau))
    await take(city.editor, known, 'recall')
    expect(await step(city.editor, known, 'discard')).toMatchObject(refusal(409, 'wrongState'))
  })
})
