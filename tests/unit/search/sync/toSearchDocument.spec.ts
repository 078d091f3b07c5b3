import { describe, expect, test } from '@jest/globals'
import { toSearchDocument, type IndexedRow } from '@/search/sync/toSearchDocument'

const row = (more: object): IndexedRow => ({
  ...{ entry: 'e', library: 'knowledge', number: 'ZS000001', title: '怎样申请?', changeSeq: 3 },
  ...{ unit: 'u', unitName: '市民政局', approvedAt: '2026-03-02T01:30:00.000Z' },
  ...more,
})

describe('what the index gets of a publication', () => {
  test('holds the document it rests on and the names of the files readers are offered', () => {
    const attachments = [
      { hash: 'a', name: '申请表.docx', size: 1, mime: 'x', isInline: false },
      { hash: 'b', name: '流程图.png', size: 1, mime: 'image/png', isInline: true },
    ]
    expect(toSearchDocument(row({ basis: '滨民发〔2025〕3号', attachments }))).toMatchObject({
      basis: '滨民发〔2025〕3号',
      attachments: ['申请表.docx'],
    })
    expect(toSearchDocument(row({}))).toMatchObject({ basis: '', attachments: [], contact: '' })
  })

  test('holds an address and a telephone only where readers are shown them', () => {
    const contact = { phone: '0550-3187654', address: '鼓楼街15号', hours: null }
    expect(toSearchDocument(row({ topic: 'contact', contact })).contact).toBe(
      '0550-3187654\n鼓楼街15号',
    )
    expect(toSearchDocument(row({ topic: 'duties', contact })).contact).toBe('')
    expect(toSearchDocument(row({ contact })).contact).toBe('')
  })
})
