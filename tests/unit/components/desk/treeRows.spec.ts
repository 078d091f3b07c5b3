import { describe, expect, it } from '@jest/globals'
import { rowsOf, unitsAbove } from '@/components/desk/treeRows'
import type { TreeUnit } from '@/reading/readTree'

const unit = (id: string, units: TreeUnit[] = [], keys: string[] = []): TreeUnit => ({
  ...{ id, name: id, kind: 'department', form: null, isCentre: false, count: 1, hotspots: null },
  categories: keys.map((key) => ({ id: `${id}-${key}`, key, name: key, count: 1 })),
  units,
})
const tree = [
  unit('bureau', [], ['details', 'services']),
  { ...unit('county', [unit('office', [], ['details']), unit('town')]), hotspots: 3 },
]
const seen = (...opened: string[]) =>
  rowsOf(tree, new Set(opened)).map(({ id, level, place, size, isOpen }) => {
    return `${id.trim()} ${level} ${place}/${size} ${isOpen}`
  })

describe('lines of the tree', () => {
  it('are units until one is opened', () => {
    expect(seen()).toEqual(['bureau 1 1/2 false', 'county 1 2/2 false'])
  })

  it('count categories and units below one together, and know what has nothing below', () => {
    expect(seen('county')).toEqual([
      ...['bureau 1 1/2 false', 'county 1 2/2 true', 'county hotspots 2 1/3 null'],
      ...['office 2 2/3 false', 'town 2 3/3 null'],
    ])
  })

  it('lead to a unit through all above it', () => {
    expect(unitsAbove(tree, 'office')).toEqual(['county', 'office'])
    expect(unitsAbove(tree, 'nowhere')).toEqual([])
  })
})
