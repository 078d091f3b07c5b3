import { describe, expect, it } from '@jest/globals'
import { listAsked, placeConditions, viewConditions } from '@/access/listFilter'
import { reachQuery } from '@/access/reach'
import { overRegister } from '@/access/overRegister'

const editor = { id: 'e', name: '', roles: ['editor'] as const, unit: 'u' }
const asked = listAsked({ unit: 'v', category: 'services', keeper: 'k', state: 'draft' })

describe('what a list is narrowed to, asked of the register alone', () => {
  it('is reach, place, keeper and view without the way through the entry', () => {
    const reach = reachQuery(editor)
    const over = (prefix: '' | 'entry.') => [
      ...(typeof reach === 'boolean' ? [] : [reach]),
      ...placeConditions(asked, prefix),
      ...viewConditions(asked, prefix),
    ]
    expect(overRegister(over('entry.'))).toEqual(over(''))
  })

  it('is nothing the register could answer where a text’s own column is asked for', () => {
    expect(overRegister([{ kind: { equals: 'news' } }])).toBeNull()
    expect(
      overRegister([{ or: [{ unit: { equals: 'u' } }, { kind: { equals: 'n' } }] }]),
    ).toBeNull()
  })
})
