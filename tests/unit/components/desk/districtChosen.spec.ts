import { describe, expect, it } from '@jest/globals'
import { districtChosen } from '@/components/desk/districtChosen'
import type { TreeUnit } from '@/reading/readTree'

const unit = (id: string, more: object = {}) =>
  ({ id, kind: 'department', form: null, units: [], ...more }) as unknown as TreeUnit

const units = [
  unit('bureau', { form: 'municipal' }),
  unit('zone', { form: 'zone' }),
  unit('county', { kind: 'region', units: [unit('body'), unit('town', { kind: 'township' })] }),
]

describe('the district chosen at the desk', () => {
  it.each(['county', 'zone'])('is a county, a zone or a park: %s', (id) => {
    expect(districtChosen(units, id)?.id).toBe(id)
  })

  it.each(['bureau', 'body', 'town', 'gone', ''])('is none where %p was chosen', (id) => {
    expect(districtChosen(units, id)).toBeNull()
  })
})
