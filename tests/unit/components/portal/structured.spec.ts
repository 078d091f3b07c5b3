import { describe, expect, test } from '@jest/globals'
import { safeJson, entryData, unitData } from '@/components/portal/StructuredData'
import type { Entry } from '@/reading/readEntry'

const site = 'https://zhiku.example'
const entry: Entry = {
  ...{ id: 'one', number: 'ZS000007', library: 'knowledge', kind: null, revision: 1 },
  title: '怎样补办居住证？',
  summary: '带身份证到派出所补办。',
  unit: { id: 'police', name: '市公安局', above: null },
  category: { key: 'policies', name: '政策法规解读' },
  ...{ openToUnits: true, openToPublic: true, validFrom: null, validUntil: null },
  ...{ approvedAt: '2026-11-22T02:00:00.000Z', html: '<p>详情</p>', spoken: '' },
  ...{ similarQuestions: [], basis: null, basedOn: null, themes: [], attachments: [], related: [] },
  ...{ confirmedAt: null, awaitsReview: false, isUnreliable: false, reliability: null },
  contact: { phone: '0640-1234567；110', address: '长江路1号', hours: null, number: null },
}

describe('what a page says to search engines', () => {
  test('is the question, with the answer of its unit and how to reach it', () => {
    expect(entryData(entry, site)).toMatchObject({
      '@type': 'FAQPage',
      url: 'https://zhiku.example/e/ZS000007',
      mainEntity: [
        {
          '@type': 'Question',
          name: '怎样补办居住证？',
          acceptedAnswer: { text: '带身份证到派出所补办。' },
        },
      ],
      publisher: { name: '市公安局', telephone: ['0640-1234567', '110'], address: '长江路1号' },
    })
  })

  test('is a service too where it tells how something is done', () => {
    const category = { key: 'services', name: '公共服务' }
    const { '@graph': graph } = entryData({ ...entry, category }, site) as { '@graph': unknown[] }
    expect(graph).toMatchObject([{ '@type': 'FAQPage' }, { '@type': 'GovernmentService' }])
  })

  test('is an article for a case, with its result', () => {
    const html = '<h2>内容</h2><p>路灯不亮</p><h2>结果</h2><p>已修好</p>'
    const said = entryData({ ...entry, library: 'cases', summary: '', category: null, html }, site)
    expect(said).toMatchObject({ '@type': 'Article', headline: entry.title, description: '已修好' })
  })

  test('says until when an answer holds, and only where it ends', () => {
    const validUntil = '2026-12-31T15:59:59.999Z'
    expect(entryData({ ...entry, validUntil }, site)).toMatchObject({ expires: validUntil })
    expect(entryData(entry, site)).not.toHaveProperty('expires')
  })

  test('is nothing about what citizens may not read', () => {
    expect(entryData({ ...entry, openToPublic: false }, site)).toBeNull()
  })

  test('names no phone and no address where the unit has published none', () => {
    expect(unitData({ id: 'police', name: '市公安局', contact: null }, site)).toEqual({
      ...{ '@type': 'GovernmentOrganization', name: '市公安局' },
      url: 'https://zhiku.example/units/police',
    })
  })

  test('cannot be ended by what people wrote, and reads as they wrote it', () => {
    const evil = { title: '</script><script>alert(1)</script><!--&amp;\u2028\u2029"\\' }
    const json = safeJson(evil)
    expect(json).not.toMatch(/[<>&\u2028\u2029]/)
    expect(JSON.parse(json)).toEqual(evil)
  })
})
