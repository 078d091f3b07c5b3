import { describe, expect, test } from '@jest/globals'
import { indented, unitChoices } from '@/components/unitChoices'
import type { TreeUnit } from '@/reading/readTree'

const unit = (id: string, units: TreeUnit[] = []): TreeUnit => ({
  ...{
    id,
    kind: 'department',
    form: null,
    name: id,
    isCentre: false,
    count: 0,
    hotspots: null,
    categories: [],
  },
  units,
})
const tree = [unit('人社局'), unit('开发区'), unit('青溪县', [unit('县政府办'), unit('竹坪镇')])]

describe('the units one may choose', () => {
  test('are all of the tree in its order, also those where nothing was found', () => {
    const counts = [
      { id: '竹坪镇', count: 3 },
      { id: '人社局', count: 1 },
    ]
    expect(unitChoices(tree, counts).map(({ name, depth, count }) => [name, depth, count])).toEqual(
      [
        ['人社局', 0, 1],
        ['开发区', 0, undefined],
        ['青溪县', 0, undefined],
        ['县政府办', 1, undefined],
        ['竹坪镇', 1, 3],
      ],
    )
  })

  test('are more than were counted', () => {
    const many = Array.from({ length: 120 }, (_, at) => unit(`单位${at}`))
    const counts = many.slice(0, 50).map(({ id }) => ({ id, count: 1 }))
    expect(unitChoices(many, counts)).toHaveLength(120)
    expect(unitChoices(many, null)).toHaveLength(120)
  })

  test('stand further in below the unit they belong to', () => {
    expect(unitChoices(tree, null).map(indented)).toContain('\u3000县政府办')
  })
})
