import { describe, expect, it } from '@jest/globals'
import type { PayloadRequest } from 'payload'
import { bodyOf, readSent } from '@/workflow/answer'

const sent = (text: string) =>
  ({
    json: () => Promise.resolve().then(() => JSON.parse(text) as unknown),
  }) as unknown as PayloadRequest
const nested = (levels: number) => `{"a":${'['.repeat(levels)}${']'.repeat(levels)}}`
const invalid = { status: 400, code: 'invalid' }

describe('the body of a request', () => {
  it('is an object, its texts cleaned', async () => {
    expect(await bodyOf(sent('{"a":"甲\\u200b乙","b":[1]}'))).toEqual({ a: '甲乙', b: [1] })
    expect(await bodyOf(sent(nested(900)))).toHaveProperty('a')
  })

  it.each(['', '{', '[]', '"text"', '7', 'null'])('is refused where it is %j', async (text) => {
    await expect(bodyOf(sent(text))).rejects.toMatchObject(invalid)
  })

  it.each([1500, 5000, 500_000])('is refused where it is %i levels deep', async (levels) => {
    await expect(bodyOf(sent(nested(levels)))).rejects.toMatchObject(invalid)
  })

  it('is refused as deep, too, where Payload reads it', async () => {
    const body = nested(5000)
    const headers = new Headers({ 'content-type': 'application/json' })
    const request = new Request('http://zhiku/api/knowledge', { method: 'POST', headers, body })
    const req = Object.assign(request, { payload: { config: {} } }) as unknown as PayloadRequest
    await expect(readSent(req)).rejects.toMatchObject(invalid)
  })
})
