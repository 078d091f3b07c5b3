import { describe, expect, it } from '@jest/globals'
import type { Entry } from '@/reading/readEntry'
import type { TreeUnit } from '@/reading/readTree'
import { doing, openWindow, use } from './inBrowser'

openWindow()
const { useContact } = await import('@/components/desk/useContact')

const units = [{ id: 'u2', name: '市民政局', units: [] }] as unknown as TreeUnit[]
const entry = { number: 'ZS000001', unit: { id: 'u1', name: '市城管局' } } as Entry

describe('联络方式', () => {
  it('of the empty result and of the open entry are each of their own unit, and stand once each', async () => {
    const nothing = { asked: 'q=a', unit: 'u2' }
    const contact = await use(() =>
      useContact({ language: 'zh', entry, nothing, units, say: () => undefined }),
    )
    const shown = () => [contact.of().ofEntry.unit?.id, contact.of().ofNothing.unit?.id]
    await doing(() => contact.of().ofNothing.toggle?.())
    expect(shown()).toEqual([undefined, 'u2'])
    await doing(() => contact.of().toggle?.())
    expect(shown()).toEqual(['u1', 'u2'])
    await doing(() => contact.of().ofEntry.close())
    expect(shown()).toEqual([undefined, 'u2'])
  })

  it('by its key is that of the empty result where no entry is open', async () => {
    const nothing = { asked: 'q=a', unit: 'u2' }
    const contact = await use(() =>
      useContact({ language: 'zh', entry: null, nothing, units, say: () => undefined }),
    )
    await doing(() => contact.of().toggle?.())
    expect(contact.of().ofNothing.unit).toEqual({ id: 'u2', name: '市民政局' })
  })
})
