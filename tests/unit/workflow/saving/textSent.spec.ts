import { describe, expect, it } from '@jest/globals'
import type { Payload } from 'payload'
import { missingFields } from '@/workflow/step/missingFields'
import { findingsOf } from '@/workflow/findings/findingsOf'
import { textSent } from '@/workflow/saving/textSent'

const field = (type: string, name: string) => ({ type, name })
const flattenedFields = [field('text', 'title'), field('richText', 'body'), field('text', 'unit')]
const payload = {
  collections: {
    knowledge: { config: { flattenedFields } },
    cases: { config: { flattenedFields } },
  },
} as unknown as Payload
const sent = (text: Record<string, unknown>) => textSent({ payload }, 'knowledge', text)

const words = { type: 'text', version: 1, text: '到窗口办理', format: 0 }
const textOf = (...children: unknown[]) => ({ root: { type: 'root', children } })

describe('a text that is sent to be looked at, or saved at once', () => {
  it('is its own fields alone', () => {
    expect(sent({ title: '题', revision: 3, check: true, state: 'approved' })).toEqual({
      title: '题',
    })
    const body = textOf()
    expect(textSent({ payload }, 'cases', { title: '题', body })).toEqual({ title: '题' })
    expect(sent({ title: '题', body: null })).toEqual({ title: '题', body: null })
  })

  it.each<{ body: unknown }>([
    { body: 'text' },
    { body: [] },
    { body: {} },
    { body: { root: {} } },
    { body: { root: { children: 'x' } } },
    { body: { root: { children: { toString: 1 } } } },
  ])('is refused where its body is $body', ({ body }) => {
    expect(() => sent({ body })).toThrow(expect.objectContaining({ status: 400, code: 'invalid' }))
  })

  const odd: unknown[] = [null, 'x', 7, [], {}, { toString: 1 }, [null], ['x']]
  const bodies = odd.flatMap((value) => [
    textOf(value),
    textOf({ type: 'paragraph', children: value }),
    textOf({ type: 'paragraph', children: [value, words] }),
    ...['text', 'format', 'type', 'children'].map((name) => textOf({ ...words, [name]: value })),
    ...['text', 'format'].map((name) =>
      textOf({ type: 'paragraph', children: [{ ...words, [name]: value }] }),
    ),
    ...['list', 'table', 'link', 'upload', 'block', 'heading'].flatMap((type) => [
      textOf({ type, children: value, fields: value, value }),
      textOf({ type, children: [value], fields: { content: value, items: value, url: value } }),
    ]),
  ])

  it.each(bodies.map((body) => ({ body })))('can be looked through: $body', ({ body }) => {
    const text = sent({ title: '怎样办理？', body })
    expect(Array.isArray(missingFields('knowledge', text))).toBe(true)
    expect(Array.isArray(findingsOf({ library: 'knowledge', text, categoryKey: 'services' }))).toBe(
      true,
    )
  })
})
