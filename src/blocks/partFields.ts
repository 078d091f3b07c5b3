export type Names = Record<string, { zh: string; en: string }>

/** What is said of a material beside how many of it: each may be left open. */
export const materialChoices = {
  form: {
    paper: { zh: '纸质', en: 'Paper' },
    electronic: { zh: '电子', en: 'Electronic' },
    either: { zh: '纸质或电子', en: 'Paper or electronic' },
  },
  use: {
    collected: { zh: '收取', en: 'Kept' },
    inspected: { zh: '查验', en: 'Shown only' },
  },
  relief: {
    reduced: { zh: '可减', en: 'Reduced' },
    waived: { zh: '免提交', en: 'Waived' },
    pledged: { zh: '告知承诺', en: 'Pledge instead' },
  },
} as const satisfies Record<string, Names>

export type MaterialChoice = keyof typeof materialChoices

export const materialChoiceNames: Record<MaterialChoice, { zh: string; en: string }> = {
  form: { zh: '形式', en: 'Form' },
  use: { zh: '收取方式', en: 'Kept or shown' },
  relief: { zh: '减免', en: 'Relief' },
}

/** In which ways something is applied for. */
export const channelWays = {
  window: { zh: '窗口办理', en: 'At a counter' },
  online: { zh: '网上办理', en: 'Online' },
  selfService: { zh: '自助办理', en: 'Self-service' },
  mail: { zh: '邮寄办理', en: 'By mail' },
  home: { zh: '上门办理', en: 'At home' },
} as const satisfies Names

/** Names of the parts of a block, for its form and for readers. */
export const partFieldNames = {
  name: { zh: '材料名称', en: 'Name' },
  original: { zh: '原件（份）', en: 'Originals' },
  copies: { zh: '复印件（份）', en: 'Copies' },
  counts: { zh: '份数', en: 'How many' },
  note: { zh: '说明', en: 'Note' },
  statutory: { zh: '法定时限', en: 'Allowed by law' },
  promised: { zh: '承诺时限', en: 'Promised' },
  way: { zh: '办理方式', en: 'Way' },
  detail: { zh: '地点或网址', en: 'Where, or which site' },
  result: { zh: '结果获取', en: 'How to get the result' },
  heading: { zh: '标题', en: 'Heading' },
} as const satisfies Names
