import { beforeAll, describe, expect, it } from '@jest/globals'
import { as, type Person } from '../server/people'
import { refusal, type Body, type Row } from './answers'
import { childrenOf, found, hire, unique, type Unit } from './city'
import { write } from './entries'

let centre: Person
let county: Unit
let bureau: Unit
let village: Unit
let department: Unit
beforeAll(async () => {
  centre = await as('centre')
  county = await found('region', '乙县')
  bureau = await found('department', '县教育局', county)
  village = await found('township', '西乡', county)
  department = await found('department', '市教育局')
})

const add = (node: object) => centre.post<Body>('/api/nodes', { name: `新${unique()}`, ...node })
const change = (unit: Unit, data: object) => centre.patch<Body>(`/api/nodes/${unit.id}`, data)
const entriesOf = async (unit: Unit) => {
  const { body } = await centre.get<Body>(
    `/api/knowledge?where[unit][equals]=${unit.id}&sort=number&depth=0&limit=0`,
  )
  return body.docs
}
const log = async (subject: string) => {
  const auditor = await as('auditor')
  const { body } = await auditor.get<Body>(`/api/audit?where[subject][equals]=${subject}&sort=at`)
  return body.docs
}

describe('what a new unit gets by itself', () => {
  it('15.1 a department of the city gets six categories, in the order of the procedure', async () => {
    expect((await childrenOf(department.id)).map(({ name }) => name)).toEqual([
      '部门详情',
      '职能职责',
      '行政权力',
      '公共服务',
      '政策法规解读',
      '热点信息',
    ])
  })

  it('15.2 a county body gets five, a township one, a county none', async () => {
    expect((await childrenOf(bureau.id)).map(({ name }) => name)).toEqual([
      '部门详情',
      '行政权力',
      '公共服务',
      '政策法规解读',
      '热点信息',
    ])
    expect((await childrenOf(village.id)).map(({ name }) => name)).toEqual(['乡镇详情'])
    const below = await childrenOf(county.id)
    expect(below.filter(({ kind }) => kind === 'category')).toEqual([])
  })

  it.each(['bureau', 'village', 'department'])(
    '15.3 and the four entries every unit owes, as empty drafts: %s',
    async (which) => {
      const unit = { bureau, village, department }[which] as Unit
      const entries = await entriesOf(unit)
      expect(entries.map(({ topic }) => topic)).toEqual([
        'organisation',
        'leaders',
        'office',
        'contact',
      ])
      expect(entries.map(({ title }) => title)).toEqual([
        `${unit.name}的机构设置是怎样的？`,
        `${unit.name}的班子成员有哪些？`,
        `${unit.name}的办公地址在哪里？`,
        `${unit.name}的联络方式是什么？`,
      ])
      expect(entries.map(({ category }) => category)).toEqual(
        entries.map(() => unit.categories.details),
      )
    },
  )

  it('15.4 a new unit is on record, with who made it', async () => {
    expect(await log(bureau.id)).toMatchObject([{ action: 'node.create', by: centre.id }])
  })
})

describe('the form of the tree', () => {
  const below = (unit: Unit) => ({ parent: unit.id })
  it.each<[string, () => object, string]>([
    [
      'a county below a county',
      () => ({ kind: 'region', ...below(county) }),
      '县（市、区）在第一级',
    ],
    ['a township at the top', () => ({ kind: 'township' }), '乡镇的上级必须是县'],
    [
      'a township below a department',
      () => ({ kind: 'township', ...below(department) }),
      '乡镇的上级',
    ],
    [
      'a body below a body',
      () => ({ kind: 'department', ...below(bureau) }),
      '县直部门的上级必须是县',
    ],
    [
      'a body below a township',
      () => ({ kind: 'department', ...below(village) }),
      '县直部门的上级',
    ],
    [
      'a category of a county',
      () => ({ kind: 'category', category: 'details', ...below(county) }),
      '本级没有类别',
    ],
    [
      'a category of nothing',
      () => ({ kind: 'category', category: 'details' }),
      '类别必须属于一个单位',
    ],
    [
      'a category of a category',
      () => ({ kind: 'category', category: 'duties', parent: bureau.categories.details }),
      '知识树最多三级',
    ],
    ['a category of no kind', () => ({ kind: 'category', ...below(bureau) }), '请选择标准类别'],
    [
      'powers of a township',
      () => ({ kind: 'category', category: 'powers', ...below(village) }),
      '乡镇只设“乡镇详情”',
    ],
    [
      'something below nothing that exists',
      () => ({ kind: 'department', parent: 'nowhere' }),
      '上级',
    ],
  ])('15.5 %s is refused, and it is said why', async (_what, node, sentence) => {
    const { status, body } = await add(node())
    expect([status, body.code]).toEqual([400, 'invalid'])
    expect(body.detail).toContain(sentence)
  })

  it.each([
    { kind: 'planet' },
    {},
    { kind: 'region', name: '' },
    { kind: 'region', name: '长'.repeat(61) },
  ])('15.6 a node needs a kind and a name: %j', async (node) => {
    expect(await add(node)).toMatchObject(refusal(400, 'invalid'))
  })

  it('15.7 a name stands once at its place, and so does a category', async () => {
    const twin = { kind: 'department', name: bureau.name, parent: county.id }
    expect(await add(twin)).toMatchObject(refusal(400, 'invalid'))
    const again = { kind: 'category', category: 'powers', parent: bureau.id }
    expect(await add(again)).toMatchObject(refusal(400, 'invalid'))
    expect((await add({ ...twin, parent: undefined })).status).toBe(201)
  })

  it('15.8 the centre may give a county body its duties too', async () => {
    const added = await add({
      kind: 'category',
      category: 'duties',
      parent: bureau.id,
      name: '职能职责',
    })
    expect(added).toMatchObject({ status: 201, body: { doc: { level: 3, unit: bureau.id } } })
    expect((await centre.delete(`/api/nodes/${added.body.doc.id}`)).status).toBe(200)
  })

  it('15.9 what the tree keeps itself is not taken from what is sent', async () => {
    const wishes = { id: 'mine', level: 9, unit: 'x', unitAbove: 'y', isCentre: true }
    const { body } = await add({ kind: 'department', parent: county.id, ...wishes })
    expect(body.doc.id).not.toBe('mine')
    expect(body.doc).toMatchObject({ level: 2, unit: body.doc.id, isCentre: false })
    const changed = await centre.patch<Body>(`/api/nodes/${body.doc.id}`, {
      ...wishes,
      kind: 'region',
    })
    expect(changed.body.doc).toMatchObject({ kind: 'department', level: 2, isCentre: false })
  })

  it('15.10 a category is not moved to another unit, and a unit not below itself', async () => {
    const category = { ...bureau, id: bureau.categories.powers }
    expect(await change(category, { parent: department.id })).toMatchObject(refusal(400, 'invalid'))
    expect(await change(county, { parent: county.id })).toMatchObject(refusal(400, 'invalid'))
    expect(await change(bureau, { parent: bureau.id })).toMatchObject(refusal(400, 'invalid'))
    expect(await change(village, { parent: null })).toMatchObject(refusal(400, 'invalid'))
  })

  it('15.11 the order of nodes is changed by the centre, and is on record', async () => {
    const category = { ...bureau, id: bureau.categories.hotspots }
    expect((await change(category, { order: -1 })).status).toBe(200)
    expect((await childrenOf(bureau.id))[0]).toMatchObject({ name: '热点信息' })
    expect((await log(category.id)).map(({ action }) => action)).toContain('node.order')
    await change(category, { order: 4 })
  })
})

describe('what is still in use stays', () => {
  it('15.12 a unit with categories, a county with bodies and a category with entries are not deleted', async () => {
    const editor = await hire(bureau, 'editor')
    await write(editor, bureau)
    for (const id of [bureau.id, county.id, bureau.categories.services]) {
      const { status, body } = await centre.delete<Body>(`/api/nodes/${id}`)
      expect([status, body.code]).toEqual([409, 'wrongState'])
      expect(body.detail).toContain('不能删除')
    }
  })

  it('15.13 nodes are not changed or deleted by the dozen, nor duplicated', async () => {
    const many = `/api/nodes?where[parent][equals]=${county.id}`
    expect((await centre.patch(many, { name: '同名' })).status).toBe(403)
    await centre.delete(many)
    const copy = await centre.post(`/api/nodes/${bureau.id}/duplicate`, {})
    expect(copy.status).toBeGreaterThanOrEqual(400)
    expect((await childrenOf(county.id)).map(({ id }) => id)).toEqual(
      expect.arrayContaining([bureau.id, village.id]),
    )
  })

  it('15.14 an empty category goes, and that is on record', async () => {
    const { body } = await add({
      kind: 'category',
      category: 'duties',
      parent: bureau.id,
      name: '职责',
    })
    expect((await centre.delete<Row>(`/api/nodes/${body.doc.id}`)).status).toBe(200)
    expect((await log(body.doc.id)).map(({ action }) => action)).toEqual([
      'node.create',
      'node.delete',
    ])
  })
})
