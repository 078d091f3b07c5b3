import type { ArrayField, Block } from 'payload'

/**
 * The blocks with which an entry of 行政权力 or 公共服务 opens, in the procedure's order. All but the
 * materials hold one text.
 */
export const serviceItemParts = [
  {
    slug: 'conditions',
    label: { zh: '办理条件', en: 'Conditions' },
    hint: { zh: '谁可以办、要符合什么条件', en: 'Who may apply, and under which conditions' },
  },
  {
    slug: 'materials',
    label: { zh: '所需材料', en: 'Materials' },
    hint: {
      zh: '一份材料一行，写明原件、复印件各几份，不写“其他材料”',
      en: 'One a line, with how many originals and copies; no “other materials”',
    },
  },
  {
    slug: 'procedure',
    label: { zh: '办理流程', en: 'Procedure' },
    hint: {
      zh: '按先后写：到哪里、做什么、多久有结果',
      en: 'Step by step: where, what, and when there is a result',
    },
  },
  {
    slug: 'timeLimit',
    label: { zh: '办理时限', en: 'Time limit' },
    hint: { zh: '写工作日，即办的写“当场办结”', en: 'In working days, or “at once”' },
  },
  {
    slug: 'fee',
    label: { zh: '收费标准', en: 'Fee' },
    hint: {
      zh: '不收费的写“不收费”；收费的写金额和依据',
      en: '“None”, or the amount and its basis',
    },
  },
  {
    slug: 'place',
    label: { zh: '办理地点', en: 'Place' },
    hint: {
      zh: '写到窗口：地址、楼层、窗口号，能网上办的写网址',
      en: 'Address, floor and counter; the site where it is done online',
    },
  },
  {
    slug: 'hours',
    label: { zh: '办理时间', en: 'Hours' },
    hint: {
      zh: '写工作日的起止时间，午休、周末是否办理',
      en: 'Opening hours; whether at noon and on weekends',
    },
  },
  {
    slug: 'phone',
    label: { zh: '咨询电话', en: 'Phone' },
    hint: { zh: '单位的办公电话，带区号', en: 'The unit’s office phone with area code' },
  },
  {
    slug: 'basis',
    label: { zh: '办理依据', en: 'Basis' },
    hint: { zh: '法规或文件的名称和文号', en: 'Name and number of the regulation' },
  },
] as const

export type ServiceItemPart = (typeof serviceItemParts)[number]['slug']

const materials: ArrayField = {
  name: 'items',
  type: 'array',
  label: { zh: '材料清单', en: 'List of materials' },
  labels: { singular: { zh: '材料', en: 'Material' }, plural: { zh: '材料', en: 'Materials' } },
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

/** May be empty while a text is written: that is a finding, and readers are shown nothing of it. */
export const serviceItemBlocks: Block[] = serviceItemParts.map(({ slug, label, hint }) => ({
  slug,
  interfaceName: `ServiceItem${slug.charAt(0).toUpperCase()}${slug.slice(1)}`,
  labels: { singular: label, plural: label },
  admin: { disableBlockName: true },
  fields:
    slug === 'materials'
      ? [{ ...materials, admin: { description: hint } }]
      : [{ name: 'content', type: 'textarea', label, admin: { description: hint } }],
}))

/** Categories whose entries open with these blocks. */
export const isServiceCategory = (key: unknown): boolean => key === 'powers' || key === 'services'
