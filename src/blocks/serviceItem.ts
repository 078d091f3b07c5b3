import { isLexicalText, type LexicalText, nodesOf } from '@/blocks/lexical'

/**
 * The nine blocks with which an entry of 行政权力 or 公共服务 opens, in the procedure's order: one that is
 * missing or empty is a finding. The further ones of the 办事指南 are in `furtherParts`.
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
    hint: {
      zh: '承诺时限写工作日，即办的写“当场办结”；法定时限与承诺不同的也写',
      en: 'What is promised, in working days or “at once”; and what the law allows, if that differs',
    },
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

/** Further blocks of the 办事指南, put in where they apply; an entry without them lacks nothing. */
export const furtherParts = [
  {
    slug: 'scope',
    label: { zh: '适用范围', en: 'Scope' },
    hint: { zh: '哪些人、哪些情形适用', en: 'Whom and which situations it is for' },
  },
  {
    slug: 'quota',
    label: { zh: '数量限制', en: 'Quota' },
    hint: { zh: '有名额、次数限制的写明，没有的不用加', en: 'How many or how often, if limited' },
  },
  {
    slug: 'channels',
    label: { zh: '办理方式与结果获取', en: 'Ways to apply and to get the result' },
    hint: {
      zh: '每种办理方式一行：窗口、网上（写网址）、自助、邮寄、上门',
      en: 'A line for each way: at a counter, online (with the site), self-service, by mail, at home',
    },
  },
  {
    slug: 'outcome',
    label: { zh: '办理结果', en: 'Result' },
    hint: {
      zh: '办成以后拿到什么：证照、批文、款项',
      en: 'What one gets: a licence, a document, a payment',
    },
  },
  {
    slug: 'refusal',
    label: { zh: '不予办理的情形与理由', en: 'When it is refused, and why' },
    hint: { zh: '一种情形一行，写明依据', en: 'One situation a line, with its basis' },
  },
  {
    slug: 'cautions',
    label: { zh: '注意事项', en: 'Points to note' },
    hint: { zh: '市民常常忽略的', en: 'What people often overlook' },
  },
  {
    slug: 'complaints',
    label: { zh: '监督投诉电话', en: 'Phone for complaints' },
    hint: {
      zh: '单位的监督投诉电话，带区号',
      en: 'The unit’s phone for complaints, with area code',
    },
  },
  {
    slug: 'remedies',
    label: { zh: '救济渠道', en: 'Remedies' },
    hint: {
      zh: '行政复议、行政诉讼：向谁提出，多少日内',
      en: 'Reconsideration and lawsuit: with whom, within how many days',
    },
  },
  {
    slug: 'free',
    label: { zh: '自拟标题', en: 'Own heading' },
    hint: { zh: '以上都不合适时，自己写标题', en: 'Where none of the others fits' },
  },
] as const

export const parts = [...serviceItemParts, ...furtherParts] as const

export type Part = (typeof parts)[number]['slug']

/** Categories whose entries open with these blocks. */
export const isServiceCategory = (key: unknown): boolean => key === 'powers' || key === 'services'

export const hasBlocks = (body: unknown): boolean =>
  isLexicalText(body) && [...nodesOf(body.root)].some(({ type }) => type === 'block')

/** The text with an empty block of each kind before it; what was written stays, after them. */
export function withServiceBlocks(body: unknown): LexicalText {
  const written = isLexicalText(body) ? (body.root.children ?? []) : []
  const blocks = serviceItemParts.map(({ slug }) => ({
    type: 'block',
    version: 2,
    format: '',
    fields: {
      ...{ id: crypto.randomUUID(), blockName: '', blockType: slug },
      ...(slug === 'materials' ? { items: [] } : { content: '' }),
    },
  }))
  return {
    root: {
      ...{ type: 'root', version: 1, format: '', indent: 0, direction: 'ltr' },
      children: [...blocks, ...written],
    },
  }
}
