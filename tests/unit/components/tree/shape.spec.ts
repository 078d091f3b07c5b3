import { describe, expect, it } from '@jest/globals'
import {
  dropOf,
  foundBy,
  keptBy,
  mergeTargets,
  type Move,
  moveTargets,
  peersOf,
  placed,
  placesNow,
  placingsOf,
  shifted,
} from '@/components/admin/tree/shape'
import type { ShownNode } from '@/workflow/tree/shownTree'

const node = (id: string, more: Partial<ShownNode> = {}): ShownNode => ({
  ...{ id, name: id, kind: 'department', parent: null, order: 0, entries: 0 },
  ...{
    form: null,
    isCentre: false,
    isOffice: false,
    category: null,
    held: { entries: 0, people: 0, keys: 0 },
  },
  ...more,
})

const county = (id: string, order: number) => node(id, { kind: 'region', order })
const body = (id: string, parent: string, order: number) => node(id, { parent, order })

const tree = [
  node('centre', { order: 0, isCentre: true }),
  node('police', { order: 1 }),
  node('housing', { order: 2 }),
  county('east', 3),
  county('west', 4),
  body('east-office', 'east', 0),
  body('east-health', 'east', 1),
  body('west-office', 'west', 0),
  node('east-town', { kind: 'township', parent: 'east', order: 2 }),
  node('details', { kind: 'category', category: 'details', parent: 'police', order: 0 }),
  node('powers', { kind: 'category', category: 'powers', parent: 'police', order: 1 }),
]
const at = (id: string) => tree.find((one) => one.id === id)!
const namesAfter = (move: Move, nodes = tree) =>
  peersOf(placed(nodes, placingsOf(nodes, move)), {
    ...move.node,
    parent: move.parent,
  }).map(({ id }) => id)

describe('ordering a node among its peers', () => {
  it('puts it one place up or down, and not beyond the end', () => {
    expect(namesAfter(shifted(tree, at('housing'), -1)!)).toEqual(['centre', 'housing', 'police'])
    expect(namesAfter(shifted(tree, at('centre'), 1)!)).toEqual(['police', 'centre', 'housing'])
    expect(shifted(tree, at('centre'), -1)).toBeNull()
    expect(shifted(tree, at('housing'), 1)).toBeNull()
  })

  it('writes one node, however many there are', () => {
    const many = Array.from({ length: 200 }, (_, order) => node(`unit-${order}`, { order }))
    const move = { node: many[199]!, parent: null, before: 'unit-0' }
    expect(placingsOf(many, move)).toHaveLength(1)
    expect(namesAfter(move, many).slice(0, 2)).toEqual(['unit-199', 'unit-0'])
  })

  it('numbers all anew where several have the same number', () => {
    const same = ['a', 'b', 'c'].map((id) => node(id, { order: 100 }))
    const move = { node: same[2]!, parent: null, before: 'b' }
    expect(namesAfter(move, same)).toEqual(['a', 'c', 'b'])
  })

  it('is undone by the places from before', () => {
    const changed = placingsOf(tree, shifted(tree, at('housing'), -1)!)
    const back = placed(placed(tree, changed), placesNow(tree, changed))
    expect(back).toEqual(tree)
  })
})

describe('letting go of a node over another', () => {
  it('above and below a peer orders it', () => {
    expect(namesAfter(dropOf(tree, at('housing'), at('centre'), 'above')!)[0]).toBe('housing')
    expect(namesAfter(dropOf(tree, at('centre'), at('police'), 'below')!)).toEqual([
      'police',
      'centre',
      'housing',
    ])
  })

  it('over another county, or over a body of it, moves a body there', () => {
    const body = at('east-office')
    expect(dropOf(tree, body, at('west'), 'above')).toMatchObject({ parent: 'west', before: null })
    const beside = dropOf(tree, body, at('west-office'), 'above')
    expect(beside).toMatchObject({ parent: 'west', before: 'west-office' })
    expect(namesAfter(beside!)).toEqual(['east-office', 'west-office'])
  })

  it.each([
    ['a body over its own county', 'east-office', 'east'],
    ['itself', 'police', 'police'],
    ['a department of the city over a county', 'police', 'east'],
    ['a department of the city over a county’s body', 'police', 'east-office'],
    ['a body over a department of the city', 'east-office', 'police'],
    ['a category over a unit', 'details', 'housing'],
    ['a township over a body', 'east-town', 'west-office'],
  ])('means nothing: %s', (_, dragged, over) => {
    expect(dropOf(tree, at(dragged), at(over), 'below')).toBeNull()
  })

  it('a body goes to other counties only, a department and a category nowhere', () => {
    expect(moveTargets(tree, at('east-office')).map(({ id }) => id)).toEqual(['west'])
    expect(moveTargets(tree, at('police'))).toEqual([])
    expect(moveTargets(tree, at('details'))).toEqual([])
  })
})

describe('deleting and merging', () => {
  it('says what keeps a node, and nothing where it may go', () => {
    expect(keptBy(tree, at('east')).map(({ what, count }) => [what, count])).toEqual([
      ['children', 3],
    ])
    const busy = node('busy', { held: { entries: 4, people: 2, keys: 1 } })
    expect(keptBy([busy], busy).map(({ what }) => what)).toEqual(['entries', 'people', 'keys'])
    expect(keptBy(tree, at('powers'))).toEqual([])
  })

  it('merges into nodes of the same kind, the hotline centre into none', () => {
    expect(mergeTargets(tree, at('east')).map(({ id }) => id)).toEqual(['west'])
    expect(mergeTargets(tree, at('centre'))).toEqual([])
  })
})

describe('searching the tree', () => {
  it('shows what is found with what is above it, opened', () => {
    const found = foundBy(tree, ' WEST-off ')
    expect(found.nodes.map(({ id }) => id)).toEqual(['west', 'west-office'])
    expect([...found.open]).toEqual(['west'])
    expect(found.count).toBe(1)
  })

  it('lets one open what was found and see what lies below', () => {
    const found = foundBy(tree, 'police')
    expect(found.nodes.map(({ id }) => id)).toEqual(['police', 'details', 'powers'])
    expect([...found.open]).toEqual([])
    expect(found.count).toBe(1)
  })

  it('shows nothing where nothing is found', () => {
    expect(foundBy(tree, '没有').nodes).toEqual([])
  })
})
