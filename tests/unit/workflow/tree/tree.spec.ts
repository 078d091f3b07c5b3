import { describe, expect, it } from '@jest/globals'
import { placeInTree, standardCategories, type TreeNode } from '@/workflow/tree/tree'

const base = {
  form: null,
  category: null,
  isCentre: false,
  isOffice: false,
  order: 0,
  parent: null,
} as const
const region: TreeNode = {
  ...base,
  id: 'r',
  kind: 'region',
  name: '甲县',
  level: 1,
  unit: 'r',
  unitAbove: null,
}
const municipal: TreeNode = {
  ...base,
  id: 'm',
  kind: 'department',
  name: '市民政局',
  level: 1,
  unit: 'm',
  unitAbove: null,
}
const body: TreeNode = {
  ...base,
  id: 'b',
  kind: 'department',
  name: '县民政局',
  level: 2,
  unit: 'b',
  unitAbove: 'r',
}
const township: TreeNode = {
  ...base,
  id: 't',
  kind: 'township',
  name: '东乡',
  level: 2,
  unit: 't',
  unitAbove: 'r',
}
const category: TreeNode = {
  ...base,
  id: 'c',
  kind: 'category',
  name: '部门详情',
  category: 'details',
  level: 3,
  unit: 'b',
  unitAbove: 'r',
}

const put = (kind: TreeNode['kind'], above: TreeNode | null, more: Partial<TreeNode> = {}) =>
  placeInTree({ id: 'new', kind, name: ' 新节点 ', ...more }, above)

describe('where a node belongs', () => {
  it('a region stands at the first level and is its own unit', () => {
    expect(put('region', null)).toMatchObject({ level: 1, unit: 'new', unitAbove: null })
  })

  it('a department without a node above is a municipal one, unless it says otherwise', () => {
    expect(put('department', null)).toMatchObject({ level: 1, form: 'municipal', unitAbove: null })
    expect(put('department', null, { form: 'zone' })).toMatchObject({ form: 'zone' })
  })

  it('county bodies and townships stand below a region', () => {
    expect(put('department', region)).toMatchObject({ level: 2, unit: 'new', unitAbove: 'r' })
    expect(put('township', region)).toMatchObject({ level: 2, unit: 'new', unitAbove: 'r' })
  })

  it('only departments of the city have a form', () => {
    expect(put('department', region, { form: 'park' })).toMatchObject({ form: null })
  })

  it('a category belongs to its unit and to what is above it', () => {
    const given = { category: 'powers' } as const
    expect(put('category', body, given)).toMatchObject({ level: 3, unit: 'b', unitAbove: 'r' })
    expect(put('category', municipal, given)).toMatchObject({
      level: 2,
      unit: 'm',
      unitAbove: null,
    })
  })

  it('names lose the blanks around them; a category without one gets the standard name', () => {
    expect(put('region', null)).toMatchObject({ name: '新节点' })
    const unnamed = { name: '  ', category: 'details' } as const
    expect(put('category', body, unnamed)).toMatchObject({ name: '部门详情' })
    expect(put('category', township, unnamed)).toMatchObject({ name: '乡镇详情' })
  })
})

describe('where a node does not belong', () => {
  it.each([
    ['a region below a region', put('region', region), 'parent'],
    ['a region below a department', put('region', municipal), 'parent'],
    ['a township at the first level', put('township', null), 'parent'],
    ['a township below a department', put('township', municipal), 'parent'],
    ['a township below a township', put('township', township), 'parent'],
    ['a department below a department', put('department', municipal), 'parent'],
    ['a department below a county body: a fourth level', put('department', body), 'parent'],
    ['a department below a category', put('department', category), 'parent'],
    ['a category at the first level', put('category', null, { category: 'details' }), 'parent'],
    ['a category below a category', put('category', category, { category: 'details' }), 'parent'],
    ['a category of a region itself', put('category', region, { category: 'details' }), 'parent'],
    ['a category of no standard kind', put('category', body), 'category'],
    [
      'a township’s category other than its details',
      put('category', township, { category: 'powers' }),
      'category',
    ],
    ['a node of no kind', placeInTree({ name: 'x' }, null), 'kind'],
  ])('%s, and it is said why in both languages', (_what, placed, field) => {
    expect(placed).toEqual({
      field,
      problem: {
        zh: expect.stringMatching(/\p{Script=Han}.*。$/u),
        en: expect.stringMatching(/^[A-Z].*\.$/),
      },
    })
  })
})

describe('the categories a new unit gets by itself', () => {
  const names = (unit: TreeNode) => standardCategories(unit).map(({ name }) => name)

  it('six for a municipal department, in the order of the procedure', () => {
    expect(names(municipal)).toEqual([
      '部门详情',
      '职能职责',
      '行政权力',
      '公共服务',
      '政策法规解读',
      '热点信息',
    ])
  })

  it('five for a county body', () => {
    expect(names(body)).toEqual(['部门详情', '行政权力', '公共服务', '政策法规解读', '热点信息'])
  })

  it('one for a township, none for a region', () => {
    expect(names(township)).toEqual(['乡镇详情'])
    expect(names(region)).toEqual([])
  })
})
