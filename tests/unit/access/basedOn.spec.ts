import { describe, expect, test } from '@jest/globals'
import { isUnitAbove, type Placed } from '@/access/basedOn'

const unit = (id: string, more: Partial<Placed> = {}): Placed => ({
  ...{ id, kind: 'department', unitAbove: null, isOffice: false },
  ...more,
})
const civil = unit('civil')
const zone = unit('zone')
const office = unit('office', { unitAbove: 'county', isOffice: true })
const body = unit('body', { unitAbove: 'county' })
const town = unit('town', { kind: 'township', unitAbove: 'county' })
const elsewhere = unit('elsewhere', { unitAbove: 'other', isOffice: true })

describe('an entry may be based on one', () => {
  test.each([
    ['of a department of the city', civil, [zone, office, body, town]],
    ['of its county’s office', office, [body, town]],
    ['of a township’s county', body, [town]],
  ])('%s', (_, above, those) => {
    expect(those.map((own) => isUnitAbove(above, own))).toEqual(those.map(() => true))
  })

  test.each([
    ['of its own unit', civil, civil],
    ['of a body beside it', body, unit('body2', { unitAbove: 'county' })],
    ['of a unit below it', body, civil],
    ['of a body, as its county’s office', body, office],
    ['of a township', town, body],
    ['of another county', elsewhere, body],
  ])('but not %s', (_, above, own) => {
    expect(isUnitAbove(above, own)).toBe(false)
  })
})
