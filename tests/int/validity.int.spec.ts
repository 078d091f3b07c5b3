import { beforeAll, describe, expect, it } from '@jest/globals'
import { anyone, as, type Person } from '../server/people'
import { refusal } from './answers'
import { foundCity, type Worker } from './city'
import { complete, copyOf, publish, save, standing, write } from './entries'
import { expectHidden, expectVisible } from './visible'

let city: Awaited<ReturnType<typeof foundCity>>
let editor: Worker
let agent: Person
const open = { openToUnits: true, openToPublic: true }

/** A day of the calendar in China, counted from today. */
function day(offset: number): string {
  const at = new Date(Date.now() + offset * 24 * 60 * 60 * 1000)
  return at.toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' })
}

beforeAll(async () => {
  city = await foundCity()
  editor = city.editor
  agent = await as('agent')
})

describe('validity in days of Asia/Shanghai', () => {
  it('16.1 is kept from the first instant of the first day to the last of the last', async () => {
    const days = { validFrom: '2030-01-01', validUntil: '2030-01-31' }
    const { body } = await copyOf(editor, await write(editor, city.bureau, days))
    expect(body).toMatchObject({
      validFrom: '2029-12-31T16:00:00.000Z',
      validUntil: '2030-01-31T15:59:59.999Z',
    })
  })

  it('16.2 is the same whether a day or any instant of it was sent', async () => {
    const sent = { validFrom: '2030-01-01T03:04:05+08:00', validUntil: '2030-01-31T15:00:00Z' }
    const { body } = await copyOf(editor, await write(editor, city.bureau, sent))
    expect(body).toMatchObject({
      validFrom: '2029-12-31T16:00:00.000Z',
      validUntil: '2030-01-31T15:59:59.999Z',
    })
  })

  it.each([
    ['it ends before it begins', { validFrom: '2030-02-01', validUntil: '2030-01-31' }],
    ['the beginning is no day', { validFrom: 'morgen' }],
    ['the end is no day', { validUntil: '2030-13-45' }],
  ])('16.3 is refused where %s', async (_why, days) => {
    const answer = await editor.post('/api/knowledge', complete(city.bureau, days))
    expect(answer).toMatchObject(refusal(400, 'invalid'))
  })

  it('16.4 may be one day long', async () => {
    const today = { validFrom: day(0), validUntil: day(0), ...open }
    const entry = await publish(city, city.bureau, today)
    await expectVisible(entry, agent)
    await expectVisible(entry, anyone())
  })

  it('16.7 may begin after an end that is emptied in the same save, and is refused while the end stays', async () => {
    const entry = await write(editor, city.bureau, { validUntil: '2030-01-31' })
    const later = { validFrom: '2030-02-01' }
    expect(await save(editor, entry, later)).toMatchObject(refusal(400, 'invalid'))
    expect((await save(editor, entry, { ...later, validUntil: null })).status).toBe(200)
    const { body } = await copyOf(editor, entry)
    expect(body).toMatchObject({ validFrom: '2030-01-31T16:00:00.000Z', validUntil: null })
  })
})

describe('what is approved but not valid now', () => {
  it.each([
    ['begins tomorrow', 1, 30],
    ['ended yesterday', -30, -1],
  ])(
    '16.5 is seen by nobody, not even where everything is read: it %s',
    async (_when, from, until) => {
      const days = { validFrom: day(from), validUntil: day(until), ...open }
      const entry = await publish(city, city.bureau, days)
      for (const reader of [agent, editor, await as('centre'), anyone()]) {
        await expectHidden(entry, reader)
      }
      expect(await standing(editor, entry)).toMatchObject({ state: 'approved', liveRevision: 1 })
    },
  )

  it('16.6 what ends today is still seen today', async () => {
    const entry = await publish(city, city.bureau, { validUntil: day(0), ...open })
    await expectVisible(entry, anyone())
  })
})
