import { describe, expect, it } from '@jest/globals'
import { z } from 'zod'
import { passwordSent } from '@/workflow/accounts/passwords'
import { handoverSent } from '@/workflow/accounts/keeping/handOver'
import { severalSent } from '@/workflow/findings/checkText'
import { Refused } from '@/workflow/Refused'
import { similarAsked } from '@/workflow/reviewing/similarEntries'
import { worklistAsked } from '@/workflow/reviewing/worklist'
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
    ids: said(z.array(z.string()).min(1), { zh: '请列出内容。', en: 'List entries.' }),
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
    [handoverSent, 'items', { from: null, to: 'a' }],
    [handoverSent, 'items', { from: null, to: 'a', items: {} }],
    [handoverSent, 'items', { from: null, to: 'a', items: [{ id: 'a' }] }],
    [handoverSent, 'items', { from: null, to: 'a', items: many(201) }],
    [handoverSent, 'from', { from: {}, to: {}, items: ['a'] }],
    [handoverSent, 'to', { to: {}, items: ['a'] }],
    [severalSent, 'ids', { ids: {} }],
    [severalSent, 'ids', { ids: many(51) }],
    [similarAsked, 'title', { title: { like: 'a' } }],
    [similarAsked, 'except', { title: '', except: ['a'] }],
    [worklistAsked, 'library', { library: 'x' }],
    [worklistAsked, 'library', { library: ['plans'] }],
    [worklistAsked, 'state', { state: { in: ['draft'] } }],
    [worklistAsked, 'unit', { unit: { like: 'a' } }],
    [worklistAsked, 'flag', { flag: 'x' }],
    [worklistAsked, 'page', { page: '0' }],
    [passwordSent, 'current', { next: 'a' }],
    // One sentence asks for both, under the name of the first.
    [passwordSent, 'current', { current: 'a', next: { toString: 1 } }],
  ])('%#: of %s', (schema, field, sent) => {
    expect(refusal(schema, sent)).toMatchObject({ code: 'invalid', status: 400, fields: [field] })
  })

  it('and right ones taken', () => {
    expect(sentAs(handoverSent, { to: 'a', items: many(200) })).toMatchObject({ from: null })
    expect(sentAs(severalSent, { ids: many(50) }).ids).toHaveLength(50)
    expect(sentAs(worklistAsked, {})).toEqual({ page: 1 })
    const asked = { library: '', state: 'draft', unit: '', flag: 'consulted', page: '3' }
    expect(sentAs(worklistAsked, asked)).toMatchObject({ state: 'draft', unit: '', page: 3 })
  })
})
