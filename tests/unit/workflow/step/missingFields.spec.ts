import { describe, expect, it } from '@jest/globals'
import { missingFields } from '@/workflow/step/missingFields'
import { block, paragraph, textOf, words } from '../../blocks/lexicalText'

const whole = {
  id: 'a',
  revision: 1,
  category: 'c',
  title: '如何申请?',
  summary: '到乡镇。',
  openToUnits: false,
  openToPublic: false,
  body: textOf(paragraph(words('到乡镇。'))),
}
const missing = (more: object) => missingFields('knowledge', { ...whole, ...more })

describe('what is still missing before a text is submitted', () => {
  it('nothing, where all is filled in; both switches may say no', () => {
    expect(missing({})).toEqual([])
  })

  it('everything, in the order of the procedure, where there is nothing', () => {
    expect(missingFields('knowledge', { id: 'a', revision: 1 })).toEqual([
      ...['category', 'title', 'summary', 'openToUnits', 'openToPublic', 'body'],
    ])
  })

  it.each(['openToUnits', 'openToPublic'])('%s has no preset: it must have been chosen', (name) => {
    expect(missing({ [name]: null })).toEqual([name])
    expect(missing({ [name]: undefined })).toEqual([name])
  })

  it.each(['', '  \n', '\u3000'])('blanks are no summary: %j', (summary) => {
    expect(missing({ summary })).toEqual(['summary'])
  })

  it.each([
    ['no paragraph', textOf()],
    ['an empty paragraph', textOf(paragraph())],
    ['blanks', textOf(paragraph(words('  \u3000 ')))],
  ])('a text of %s is none', (_what, body) => {
    expect(missing({ body })).toEqual(['body'])
  })

  it.each([
    ['an image', textOf({ type: 'upload', value: 'm', fields: { alt: '流程图' } })],
    ['a block', textOf(block('fee', { content: '不收费' }))],
  ])('a text of %s alone is one', (_what, body) => {
    expect(missing({ body })).toEqual([])
  })

  it.each([undefined, {}, { alt: ' ' }])(
    'a picture without its words is missed, for those who do not see it: %j',
    (fields) => {
      expect(missing({ body: textOf({ type: 'upload', value: 'm', fields }) })).toEqual(['alt'])
    },
  )

  it('what is optional is never missing', () => {
    expect(missing({ keywords: [], validFrom: null, basis: '', attachments: null })).toEqual([])
  })
})
