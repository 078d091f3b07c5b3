import type { ArrayField, Block } from 'payload'

/**
 * The blocks with which an entry of 行政权力 or 公共服务 opens, in the procedure's order. All but the
 * materials hold one text.
 */
export const serviceItemParts = [
  { slug: 'conditions', label: { zh: '办理条件', en: 'Conditions' } },
  { slug: 'materials', label: { zh: '所需材料', en: 'Materials' } },
  { slug: 'procedure', label: { zh: '办理流程', en: 'Procedure' } },
  { slug: 'timeLimit', label: { zh: '办理时限', en: 'Time limit' } },
  { slug: 'fee', label: { zh: '收费标准', en: 'Fee' } },
  { slug: 'place', label: { zh: '办理地点', en: 'Place' } },
  { slug: 'hours', label: { zh: '办理时间', en: 'Hours' } },
  { slug: 'phone', label: { zh: '咨询电话', en: 'Phone' } },
  { slug: 'basis', label: { zh: '办理依据', en: 'Basis' } },
] as const

export type ServiceItemPart = (typeof serviceItemParts)[number]['slug']

const materials: ArrayField = {
  name: 'items',
  type: 'array',
  label: { zh: '材料清单', en: 'List of materials' },
  labels: { singular: { zh: '材料', en: 'Material' }, plural: { zh: '材料', en: 'Materials' } },
  required: true,
  minRows: 1,
  fields: [
    { name: 'name', type: 'text', required: true, label: { zh: '材料名称', en: 'Name' } },
    {
      type: 'row',
      fields: [
        { name: 'original', type: 'number', min: 0, label: { zh: '原件（份）', en: 'Originals' } },
        { name: 'copies', type: 'number', min: 0, label: { zh: '复印件（份）', en: 'Copies' } },
      ],
    },
    { name: 'note', type: 'text', label: { zh: '说明', en: 'Note' } },
  ],
}

export const serviceItemBlocks: Block[] = serviceItemParts.map(({ slug, label }) => ({
  slug,
  interfaceName: `ServiceItem${slug.charAt(0).toUpperCase()}${slug.slice(1)}`,
  labels: { singular: label, plural: label },
  admin: { disableBlockName: true },
  fields:
    slug === 'materials'
      ? [materials]
      : [{ name: 'content', type: 'textarea', label, required: true }],
}))
