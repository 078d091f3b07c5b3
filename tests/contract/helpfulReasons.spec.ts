import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { createLocalReq } from 'payload'
import { openDatabase, type Opened } from './openDatabase'
import { entryOf, first, loadUsage, minute, type Usage } from './usageRows'

let city: Opened
let usage: Usage

beforeAll(async () => {
  city = await openDatabase()
  usage = await loadUsage()
}, 120_000)

afterAll(() => city.close())

describe('why an answer did not help', () => {
  it('is counted by the day: of an address three count, those who say why first', async () => {
    const { entry, number } = entryOf(1)
    const says = (place: string, reason: string | null) => ({
      ...{ id: randomUUID(), entry, number, isHelpful: false, reason, place },
      at: new Date(first + minute).toISOString(),
    })
    const ofOne = [null, 'outdated', 'unclear', null, 'unclear'].map((why) => says('one', why))
    const rows = [...ofOne, says('other', 'unsolved'), says('other', null)]
    const { inTransaction } = await import('@/workflow/inTransaction')
    const req = await createLocalReq({}, city.payload)
    await inTransaction(req, () => usage.putRows({ req, collection: 'helpful', rows }))
    await usage.recount(city.payload)
    const why = ['unclear', 'outdated', 'notApplicable', 'unsolved']
    const asked = { collection: 'dayCounts', columns: ['unhelpful', ...why], limit: 0 } as const
    expect(await usage.readRows(city.payload, asked)).toEqual([
      { unhelpful: 5, unclear: 2, outdated: 1, notApplicable: 0, unsolved: 1 },
    ])
  })
})
