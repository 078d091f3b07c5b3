import { describe, expect, test } from '@jest/globals'
import { audienceQuery, type Audience } from '@/access/audience'
import { listEntries } from '@/reading/listEntries'
import { readEntry, readFile } from '@/reading/readEntry'
import { liveRow, publicationsAnswering } from './publications'

const now = new Date('2026-05-01T00:00:00.000Z')
const audiences: Audience[] = [
  { sees: 'public' },
  { sees: 'everything' },
  { sees: 'units', own: 'housing', below: true },
]

describe('reading an entry', () => {
  test.each(audiences)(
    'asks every time as %j, for related entries and contacts too',
    async (audience) => {
      const row = liveRow({ related: ['other'] })
      const { payload, asked } = publicationsAnswering([row])
      await readEntry({ payload, audience, now }, 'ZS000001')
      const texts = asked.filter(({ collection }) => collection === 'publications')
      expect(texts).toHaveLength(3)
      for (const { where } of texts) expect(where.and?.[0]).toEqual(audienceQuery(audience, now))
    },
  )

  test('takes a number in small letters', async () => {
    const { payload, asked } = publicationsAnswering([])
    await readEntry({ payload, audience: { sees: 'public' }, now }, 'zs000001')
    expect(asked[0]?.where.and?.[1]).toEqual({ number: { equals: 'ZS000001' } })
  })

  test('names only those related entries the reader may see, in the order of the writer', async () => {
    const row = liveRow({ related: ['second', 'hidden', 'first'] })
    const seen = [liveRow({ entry: 'first' }), liveRow({ entry: 'second' })]
    const { payload } = publicationsAnswering([row], [], seen)
    const entry = await readEntry({ payload, audience: { sees: 'public' }, now }, 'ZS000001')
    expect(entry?.related.map(({ id }) => id)).toEqual(['second', 'first'])
  })

  test('takes phone and address from the two entries of the unit that give them', async () => {
    const contacts = [
      liveRow({ topic: 'office', contact: { address: '滨河路 88 号' } }),
      liveRow({ topic: 'contact', number: 'ZS000007', contact: { phone: '0550-3012345' } }),
    ]
    const { payload } = publicationsAnswering([liveRow({})], contacts)
    const entry = await readEntry({ payload, audience: { sees: 'public' }, now }, 'ZS000001')
    expect(entry?.contact).toEqual({
      phone: '0550-3012345',
      address: '滨河路 88 号',
      hours: null,
      number: 'ZS000007',
    })
  })

  test('lists attachments, but not the images of the text', async () => {
    const file = { name: '申请表.docx', size: 3, mime: 'application/msword' }
    const attachments = [
      { ...file, hash: 'a'.repeat(64), isInline: false },
      { ...file, hash: 'b'.repeat(64), isInline: true },
    ]
    const { payload } = publicationsAnswering([liveRow({ attachments })])
    const entry = await readEntry({ payload, audience: { sees: 'public' }, now }, 'ZS000001')
    expect(entry?.attachments).toEqual([
      { ...file, url: `/files/${'a'.repeat(64)}/${encodeURIComponent(file.name)}` },
    ])
  })

  test('answers nothing where nothing is visible, and asks no further', async () => {
    const { payload, asked } = publicationsAnswering([])
    expect(await readEntry({ payload, audience: { sees: 'public' }, now }, 'ZS000009')).toBeNull()
    expect(asked).toHaveLength(1)
  })
})

describe('lists', () => {
  test('a unit includes what lies below it', async () => {
    const { payload, asked } = publicationsAnswering([])
    await listEntries({ payload, audience: { sees: 'public' }, now }, { unit: 'county' })
    expect(asked[0]?.where.and?.[1]).toEqual({
      and: [{ or: [{ unit: { equals: 'county' } }, { unitAbove: { equals: 'county' } }] }],
    })
  })
})

describe('files', () => {
  test.each(["a' OR 1=1 --", '', '../secret', 'A'.repeat(64)])(
    'a hash that is none (%j) asks the database nothing',
    async (hash) => {
      const { payload, asked } = publicationsAnswering([liveRow({})])
      expect(await readFile({ payload, audience: { sees: 'everything' }, now }, hash)).toBeNull()
      expect(asked).toHaveLength(0)
    },
  )
})
