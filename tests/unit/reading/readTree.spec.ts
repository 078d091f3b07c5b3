import { describe, expect, test } from '@jest/globals'
import { growTree, findUnit } from '@/reading/readTree'

type Row = Parameters<typeof growTree>[0][number]

const node = (id: string, more: Partial<Row>): Row => ({
  id,
  kind: 'department',
  form: null,
  name: id,
  parent: null,
  category: null,
  order: 0,
  isCentre: null,
  isOffice: null,
  ...more,
})

const nodes: Row[] = [
  node('housing', { form: 'municipal' }),
  node('housing-services', { kind: 'category', category: 'services', parent: 'housing' }),
  node('county', { kind: 'region' }),
  node('office', { parent: 'county' }),
  node('office-policies', { kind: 'category', category: 'policies', parent: 'office' }),
  node('office-hotspots', { kind: 'category', category: 'hotspots', parent: 'office' }),
  node('town', { kind: 'township', parent: 'county' }),
]

const tree = growTree(nodes, {
  byUnit: new Map([
    ['housing', 3],
    ['office', 2],
    ['town', 1],
  ]),
  byCategory: new Map([
    ['housing-services', 3],
    ['office-policies', 2],
    ['office-hotspots', 1],
  ]),
  // The office's went there from a township.
  forCounty: new Map([
    ['town', 1],
    ['office', 5],
  ]),
})

describe('the tree readers see', () => {
  test('keeps the order of the nodes and hangs units below their region', () => {
    expect(tree.map(({ id }) => id)).toEqual(['housing', 'county'])
    expect(tree[1]?.units.map(({ id }) => id)).toEqual(['office', 'town'])
  })

  test('counts a region as everything below it', () => {
    expect(tree[1]?.count).toBe(3)
  })

  test('counts as hotspots of a region those of its bodies and what its townships marked', () => {
    expect(tree.map(({ hotspots }) => hotspots)).toEqual([null, 2])
  })

  test('shows a category with its key and its own count', () => {
    expect(tree[0]?.categories).toEqual([
      { id: 'housing-services', key: 'services', name: 'housing-services', count: 3 },
    ])
  })

  test('counts nothing where the audience sees nothing', () => {
    const empty = growTree(nodes, {
      ...{ byUnit: new Map(), byCategory: new Map(), forCounty: new Map() },
    })
    expect(empty[0]?.count).toBe(0)
    expect(empty[0]?.categories[0]?.count).toBe(0)
  })

  test('finds a unit below a region, and no category', () => {
    expect(findUnit(tree, 'town')?.kind).toBe('township')
    expect(findUnit(tree, 'housing-services')).toBeNull()
  })
})
