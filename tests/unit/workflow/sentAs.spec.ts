import { describe, expect, it } from '@jest/globals'
import { z } from 'zod'
import { handover } from '@/workflow/accounts/keeping/handOver'
import { severalToCheck } from '@/workflow/findings/checkSeveral'
import { Refused } from '@/workflow/Refused'
import { similarAsked } from '@/workflow/reviewing/similarEndpoint'
import { pageAsked, said, sentAs } from '@/workflow/sentAs'

/** What a request is refused with; an empty object where it is taken. */
function refusal(schema: z.ZodObject, sent: Record<string, unknown>) {
  try {
    sentAs(schema, sent)
    return {}
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const { code, status, details } = error
    return { code, status, ...details }
  }
}

describe('a request', () => {
  const schema = z.object({
    ids: said(z.array(z.string()).min(1), '请列出内容。', 'List entries.'),
    note: z.string().optional(),
    page: pageAsked(20),
  })

  it('is taken as its schema says, without what that does not know', () => {
    expect(sentAs(schema, { ids: ['a'], page: '2', other: {} })).toEqual({ ids: ['a'], page: 2 })
    expect(sentAs(schema, { ids: ['a'], note: '' })).toEqual({ ids: ['a'], note: '', page: 1 })
  })

  const each = (values: unknown[]) => values.map((value) => ({ value }))

  it.each(each([undefined, null, 'a', {}, [], [1], ['a', {}]]))(
    'that lists $value is refused in the words of its field',
    ({ value }) => {
      expect(refusal(schema, { ids: value })).toEqual({
        ...{ code: 'invalid', status: 400, fields: ['ids'] },
        detail: { zh: '请列出内容。', en: 'List entries.' },
      })
    },
  )

  it.each(each([null, 1, [], {}, { toString: 1 }]))(
    'with the note $value is refused by its name',
    ({ value }) => {
      expect(refusal(schema, { ids: ['a'], note: value })).toEqual({
        ...{ code: 'invalid', status: 400, fields: ['note'] },
        detail: { zh: '参数 note 不正确。', en: 'The parameter note is not valid.' },
      })
    },
  )

  it('wrong in several fields is refused for the first of its schema', () => {
    expect(refusal(schema, { page: '0', note: 1, ids: 'a' })).toMatchObject({ fields: ['ids'] })
    expect(refusal(schema, { page: '0', note: 1, ids: ['a'] })).toMatchObject({ fields: ['note'] })
  })

  it.each(each(['', '0', '-1', '1.5', 'x', '1e300', '9007199254740991', ['1'], { gt: '1' }]))(
    'for the page $value is refused',
    ({ value }) => {
      expect(refusal(schema, { ids: ['a'], page: value })).toMatchObject({ fields: ['page'] })
    },
  )
})

const many = (count: number) => Array.from({ length: count }, (_, at) => String(at))

describe('wrong kinds are refused', () => {
  it.each<[z.ZodObject, string, Record<string, unknown>]>([
    [handover, 'items', { from: null, to: 'a' }],
    [handover, 'items', { from: null, to: 'a', items: {} }],
    [handover, 'items', { from: null, to: 'a', items: [{ id: 'a' }] }],
    [handover, 'items', { from: null, to: 'a', items: many(201) }],
    [handover, 'from', { from: {}, to: {}, items: ['a'] }],
    [handover, 'to', { to: {}, items: ['a'] }],
    [severalToCheck, 'ids', { ids: {} }],
    [severalToCheck, 'ids', { ids: many(51) }],
    [similarAsked, 'title', { title: { like: 'a' } }],
    [similarAsked, 'except', { title: '', except: ['a'] }],
  ])('%#: of %s', (schema, field, sent) => {
    expect(refusal(schema, sent)).toMatchObject({ code: 'invalid', status: 400, fields: [field] })
  })

  it('and right ones taken', () => {
    expect(sentAs(handover, { to: 'a', items: many(200) })).toMatchObject({ from: null })
    expect(sentAs(severalToCheck, { ids: many(50) }).ids).toHaveLength(50)
  })
})
