import { categories, categoryKeys, type CategoryKey } from '@/access/rules'
import { categoryNames, townshipDetails } from '@/i18n/names'

export type TreeNode = {
  id: string
  kind: 'region' | 'department' | 'township' | 'category'
  name: string
  parent: unknown
  form: 'municipal' | 'zone' | 'park' | null
  category: CategoryKey | null
  level: number
  unit: string
  unitAbove: string | null
  isCentre: boolean
  /** 县（市、区）政府办公室: decides in the place of bodies that cannot. */
  isOffice: boolean
  order: number
}

type Placed = Pick<TreeNode, 'level' | 'unit' | 'unitAbove' | 'form' | 'category' | 'name'>
type Wrong = { problem: { zh: string; en: string }; field: string }

/** Where a node belongs, from what it is and what is above it; or why it can't be there. */
export function placeInTree(node: Partial<TreeNode>, parent: TreeNode | null): Placed | Wrong {
  const id = node.id ?? ''
  const name = (node.name ?? '').trim()
  switch (node.kind) {
    case 'region':
      if (parent) return wrong('县（市、区）在第一级，没有上级。', 'A region has nothing above it.')
      return { level: 1, unit: id, unitAbove: null, form: null, category: null, name }
    case 'department':
      if (!parent) {
        const form = node.form ?? 'municipal'
        return { level: 1, unit: id, unitAbove: null, form, category: null, name }
      }
      if (parent.kind !== 'region') {
        return wrong('县直部门的上级必须是县（市、区）。', 'A county body stands below a region.')
      }
      return { level: 2, unit: id, unitAbove: parent.id, form: null, category: null, name }
    case 'township':
      if (parent?.kind !== 'region') {
        return wrong('乡镇的上级必须是县（市、区）。', 'A township stands below a region.')
      }
      return { level: 2, unit: id, unitAbove: parent.id, form: null, category: null, name }
    case 'category':
      return placeCategory(node, parent, name)
    // Hooks run before Payload validates: anything may have been sent.
    default:
      return wrong('请选择节点类型。', 'Choose the kind of node.', 'kind')
  }
}

function placeCategory(
  node: Partial<TreeNode>,
  parent: TreeNode | null,
  name: string,
): Placed | Wrong {
  if (!parent) return wrong('类别必须属于一个单位。', 'A category belongs to a unit.')
  if (parent.kind === 'category') {
    return wrong(
      '类别下不能再设类别，知识树最多三级。',
      'A category has no children; three levels at most.',
    )
  }
  if (parent.kind === 'region') {
    return wrong(
      '县（市、区）本级没有类别，请设在县政府办等部门下。',
      'A region has no categories of its own.',
    )
  }
  const key = node.category
  if (!key || !categoryKeys.includes(key)) {
    return wrong('请选择标准类别。', 'Choose a standard category.', 'category')
  }
  if (parent.kind === 'township' && key !== 'details') {
    return wrong('乡镇只设“乡镇详情”。', 'A township has only its details.', 'category')
  }
  return {
    level: parent.level + 1,
    unit: parent.id,
    unitAbove: parent.unitAbove ?? null,
    form: null,
    category: key,
    name: name || nameOfCategory(key, parent),
  }
}

/** The categories a new unit gets by itself, in the procedure's order. */
export function standardCategories(unit: TreeNode): { category: CategoryKey; name: string }[] {
  return keysFor(unit).map((category) => ({ category, name: nameOfCategory(category, unit) }))
}

function keysFor(unit: TreeNode): readonly CategoryKey[] {
  if (unit.kind === 'township') return categories.township
  if (unit.kind === 'region') return categories.region
  return unit.level === 1 ? categories.municipal : categories.county
}

const nameOfCategory = (key: CategoryKey, unit: TreeNode) =>
  unit.kind === 'township' ? townshipDetails.zh : categoryNames[key].zh

const wrong = (zh: string, en: string, field = 'parent'): Wrong => ({ problem: { zh, en }, field })
