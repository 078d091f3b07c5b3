import { describe, expect, it } from '@jest/globals'
import { nameIn } from '@/components/desk/useTransfer'
import type { TreeUnit } from '@/reading/readTree'

const unit = (id: string, name: string, units: TreeUnit[] = []) =>
  ({ id, name, units }) as unknown as TreeUnit

const units = [
  unit('bureau', '市民政局'),
  unit('county', '青山县', [unit('body', '民政局'), unit('office', '青山县政府办')]),
]

describe('the unit a call is passed on to', () => {
  it.each([
    ['bureau', '市民政局'],
    ['county', '青山县'],
    ['body', '青山县民政局'],
    ['office', '青山县政府办'],
  ])('%s is called %s', (id, name) => {
    expect(nameIn(units, id)).toBe(name)
  })

  it('is none where none was chosen, or it is gone', () => {
    expect(nameIn(units, '')).toBeNull()
    expect(nameIn(units, 'gone')).toBeNull()
  })
})
