import { beforeAll, describe, expect, it } from '@jest/globals'
import { as, type Person } from '../server/people'
import { refusal } from './answers'
import { foundCity } from './city'
import { complete, copyOf, history, publish, review, save, step, submit, write } from './entries'
import { cannotManage } from './limits'
import { expectHidden, expectVisible } from './visible'

let city: Awaited<ReturnType<typeof foundCity>>
let agent: Person
beforeAll(async () => {
  city = await foundCity()
  agent = await as('agent')
})

describe('an agent', () => {
  it('2.1 reads everything approved, also what is not open', async () => {
    await expectVisible(await publish(city, city.bureau), agent)
  })

  it('2.2 sees nothing that is not approved', async () => {
    await expectHidden(await submit(city.editor, await write(city.editor, city.bureau)), agent)
  })

  it('2.3 reads no working copy, version, review, history or worklist', async () => {
    const entry = await publish(city, city.bureau)
    expect((await copyOf(agent, entry)).status).toBe(403)
    expect((await agent.get('/api/knowledge')).status).toBe(403)
    expect((await agent.get('/api/knowledge/versions')).status).toBe(403)
    expect(await review(agent, entry)).toMatchObject(refusal(404, 'notFound'))
    expect(await agent.get(`/api/knowledge/${entry.id}/history`)).toMatchObject(
      refusal(404, 'notFound'),
    )
    expect(await agent.get('/api/worklist')).toMatchObject(refusal(403, 'notAllowed'))
    expect(await history(city.editor, entry)).toHaveLength(2)
  })

  it('2.4 changes nothing', async () => {
    const entry = await publish(city, city.bureau)
    expect(await agent.post('/api/knowledge', complete(city.bureau))).toMatchObject(
      refusal(403, 'notAllowed'),
    )
    expect(await save(agent, entry, { title: '改?' })).toMatchObject(refusal(404, 'notFound'))
    expect(await step(agent, entry, 'return', { reason: '不对' })).toMatchObject(
      refusal(403, 'notAllowed'),
    )
  })

  it('2.5 manages neither tree nor accounts nor keys, and reads no log', async () => {
    await cannotManage(agent)
  })
})
