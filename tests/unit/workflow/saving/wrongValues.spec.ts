import { describe, expect, it } from '@jest/globals'
import type { FlattenedField } from 'payload'
import { refuseWrongValues, wrongValues } from '@/workflow/saving/textSent'

const nested = { type: 'text', name: 'phone' }
const fields = [
  { type: 'text', name: 'title', label: { zh: '标题', en: 'Title' } },
  { type: 'textarea', name: 'summary' },
  { type: 'text', name: 'words', hasMany: true },
  { type: 'number', name: 'order' },
  { type: 'checkbox', name: 'isOpen' },
  { type: 'date', name: 'validFrom' },
  { type: 'select', name: 'roles', hasMany: true },
  { type: 'relationship', name: 'category', relationTo: 'nodes' },
  { type: 'relationship', name: 'related', relationTo: 'nodes', hasMany: true },
  { type: 'richText', name: 'body' },
  { type: 'group', name: 'contact', flattenedFields: [nested] },
  { type: 'array', name: 'rows', flattenedFields: [nested] },
  { type: 'json', name: 'value' },
] as unknown as FlattenedField[]

const wrong = (values: Record<string, unknown>) =>
  wrongValues(fields, values).map(({ path }) => path)

describe('values that a field does not take', () => {
  it.each([
    ['title', {}],
    ['title', ['a']],
    ['title', 1],
    ['title', true],
    ['summary', { a: 1 }],
    ['words', 'a'],
    ['words', [1]],
    ['words', { a: 1 }],
    ['order', 'many'],
    ['order', { $inc: 1 }],
    ['order', [1]],
    ['order', Number.NaN],
    ['isOpen', 'yes'],
    ['isOpen', 1],
    ['validFrom', 'soon'],
    ['validFrom', 20261128],
    ['validFrom', {}],
    ['roles', 'staff'],
    ['roles', [{}]],
    ['category', { x: 1 }],
    ['category', 7],
    ['category', ['a']],
    ['related', 'a'],
    ['related', [{ x: 1 }]],
    ['body', 'text'],
    ['body', []],
    ['contact', 'text'],
    ['contact', []],
    ['rows', 'text'],
    ['rows', ['text']],
    ['rows', { $push: [] }],
  ])('%s: %j', (name, value) => {
    expect(wrong({ [name]: value })).toEqual([name])
  })

  it('are named with their place', () => {
    expect(wrong({ contact: { phone: {} }, rows: [{ phone: '1' }, { phone: 2 }] })).toEqual([
      'contact.phone',
      'rows.1.phone',
    ])
  })

  it.each([
    { title: 'a', summary: '', words: ['a'], order: 3, isOpen: true, validFrom: '2026-11-28' },
    { order: '3', isOpen: 'false', validFrom: '2026-11-28T00:00:00.000Z', roles: ['staff'] },
    { category: 'id', related: ['id', { id: 'other' }], body: { root: {} }, value: [1, {}] },
    { category: { id: 'id' }, contact: { phone: '1' }, rows: [{ phone: '1' }] },
    { title: null, words: null, rows: 0, unknown: { any: 'thing' } },
  ])('are none of these: %j', (values) => {
    expect(wrong(values)).toEqual([])
  })

  it('are refused by the names people know', () => {
    const refusal = () => refuseWrongValues(fields, { title: {}, summary: [] })
    expect(refusal).toThrow('以下内容的格式不正确：标题、summary。')
  })
})
