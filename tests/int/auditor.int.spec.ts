import { beforeAll, describe, expect, it } from '@jest/globals'
import { as, type Person } from '../server/people'
import { refusal, type Body } from './answers'
import { foundCity } from './city'
import { complete, copyOf, publish, review, step, submit, write } from './entries'
import { cannotChangeTree, cannotManageAccounts } from './limits'
import { expectHidden, expectVisible } from './visible'

let city: Awaited<ReturnType<typeof foundCity>>
let auditor: Person
beforeAll(async () => {
  city = await foundCity()
  auditor = await as('auditor')
})

describe('the auditor', () => {
  it('8.1 reads the log: who opened which revision, and who changed the tree', async () => {
    const entry = await submit(city.editor, await write(city.editor, city.bureau))
    await review(city.approver, entry)
    const opened = await auditor.get<Body>(
      `/api/audit?where[subject][equals]=${entry.id}&where[action][equals]=review`,
    )
    expect(opened.body.docs).toMatchObject([
      { action: 'review', by: city.approver.id, byName: '某人', revision: 1 },
    ])
    const founded = await auditor.get<Body>(`/api/audit?where[subject][equals]=${city.bureau.id}`)
    expect(founded.body.docs).toMatchObject([{ action: 'node.create' }])
  })

  it('8.2 changes nothing in the log, nor does anybody else', async () => {
    const { body } = await auditor.get<Body>('/api/audit?limit=1')
    const line = `/api/audit/${body.docs[0]?.id}`
    const people = [auditor, await as('centre'), await as('operator')]
    for (const person of people) {
      expect((await person.patch(line, { byName: '别人' })).status).toBe(403)
      expect((await person.delete(line)).status).toBe(403)
      expect((await person.post('/api/audit', { action: 'x', at: new Date() })).status).toBe(403)
    }
  })

  it('8.3 sees of the content only what citizens see', async () => {
    await expectHidden(await publish(city, city.bureau, { openToUnits: true }), auditor)
    const open = await publish(city, city.bureau, { openToUnits: true, openToPublic: true })
    await expectVisible(open, auditor)
  })

  it('8.4 reads no working copy and takes no step', async () => {
    const entry = await submit(city.editor, await write(city.editor, city.bureau))
    expect((await copyOf(auditor, entry)).status).toBe(403)
    const answer = await step(auditor, entry, 'approve', { confirmed: true })
    expect(answer).toMatchObject(refusal(404, 'notFound'))
    const created = await auditor.post('/api/knowledge', complete(city.bureau))
    expect(created.status).toBe(403)
    expect(await auditor.get('/api/worklist')).toMatchObject(refusal(403, 'notAllowed'))
  })

  it('8.5 manages neither tree nor accounts nor keys', async () => {
    await cannotChangeTree(auditor)
    await cannotManageAccounts(auditor)
  })
})
