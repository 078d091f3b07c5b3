import { Readable } from 'node:stream'
import type { IncomingMessage } from 'node:http'
import { describe, expect, test } from '@jest/globals'
import { LONGEST_QUERY } from '@/search/types'
import { openApi } from '@/front/openapi/openApi'
import { askedMembers, questionIn } from '@/front/questionIn'
import { Refused } from '@/workflow/Refused'

const sent = (...parts: (string | Buffer)[]) =>
  Readable.from(parts.map((part) => Buffer.from(part))) as unknown as IncomingMessage
const read = async (body: unknown) =>
  Object.fromEntries(await questionIn(sent(JSON.stringify(body))))
const refusal = async (...parts: (string | Buffer)[]) => {
  try {
    await questionIn(sent(...parts))
    return null
  } catch (problem) {
    if (!(problem instanceof Refused)) throw problem
    return { code: problem.code, status: problem.status, parameter: problem.details.parameter }
  }
}

describe('a question in a body', () => {
  test('asks what its address would have asked', async () => {
    const body = { q: '公积金 & 提取?', unit: 'u-1', page: 2, facets: true, freshness: 30 }
    expect(await read(body)).toEqual({
      ...{ q: '公积金 & 提取?', unit: 'u-1', page: '2', facets: 'true', freshness: '30' },
    })
    expect(await read({})).toEqual({})
    expect(await read({ q: null, library: null })).toEqual({})
  })

  test('comes in pieces that cut a character in two', async () => {
    const bytes = Buffer.from(JSON.stringify({ q: '停水' }))
    const query = await questionIn(sent(bytes.subarray(0, 8), bytes.subarray(8)))
    expect(query.get('q')).toBe('停水')
  })

  test.each(['', '{', '[]', '"停水"', 'null', '1', 'q=停水'])(
    'is refused where it is %j',
    async (body) => expect(await refusal(body)).toMatchObject({ code: 'badBody', status: 400 }),
  )

  test.each([
    ['words', { words: '停水' }],
    ['q', { q: 5 }],
    ['q', { q: ['停水'] }],
    ['page', { page: '2' }],
    ['facets', { facets: 'yes' }],
    ['toString', { toString: '停水' }],
    ['__proto__', JSON.parse('{"__proto__": {"q": "x"}}') as object],
  ])('is refused by name where %s is wrong', async (parameter, body) =>
    expect(await refusal(JSON.stringify(body))).toMatchObject({ code: 'badParameter', parameter }),
  )

  test('holds the longest query however it is written, and no book', async () => {
    const escaped = '\\u6c34'.repeat(LONGEST_QUERY)
    expect((await questionIn(sent(`{"q":"${escaped}"}`))).get('q')).toHaveLength(LONGEST_QUERY)
    const book = JSON.stringify({ q: '水'.repeat(30_000) })
    expect(await refusal(book.slice(0, 40_000), book.slice(40_000))).toMatchObject({
      ...{ code: 'tooLarge', status: 413 },
    })
  })

  test('is described with every member it may have', () => {
    const { post } = openApi.paths['/api/search'] as unknown as {
      post: { requestBody: { content: Record<string, { schema: { properties: object } }> } }
    }
    const { properties } = post.requestBody.content['application/json']!.schema
    expect(Object.keys(properties).sort()).toEqual([...askedMembers].sort())
  })
})
