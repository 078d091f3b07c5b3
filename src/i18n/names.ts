import type { Role, CategoryKey, Topic, noticeKinds } from '@/access/rules'

export const roleNames: Record<Role, { zh: string; en: string }> = {
  agent: { zh: '话务员', en: 'Agent' },
  staff: { zh: '基层工作人员', en: 'Staff' },
  editor: { zh: '知识库管理员', en: 'Editor' },
  approver: { zh: '分管领导', en: 'Approver' },
  centre: { zh: '中心管理员', en: 'Centre' },
  operator: { zh: '系统管理员', en: 'Operator' },
  auditor: { zh: '审计员', en: 'Auditor' },
  evaluator: { zh: '评估员', en: 'Evaluator' },
}

/** Standard categories; the only one of a township is called 乡镇详情. */
export const categoryNames: Record<CategoryKey, { zh: string; en: string }> = {
  details: { zh: '部门详情', en: 'About the department' },
  duties: { zh: '职能职责', en: 'Duties' },
  powers: { zh: '行政权力', en: 'Administrative powers' },
  services: { zh: '公共服务', en: 'Public services' },
  policies: { zh: '政策法规解读', en: 'Policies and regulations' },
  hotspots: { zh: '热点信息', en: 'Hot topics' },
}

export const townshipDetails = { zh: '乡镇详情', en: 'About the township' }

/** The questions of the four entries every unit begins with. */
export const topicTitles: Record<Topic, (unit: string) => string> = {
  organisation: (unit) => `${unit}的机构设置是怎样的？`,
  leaders: (unit) => `${unit}的班子成员有哪些？`,
  office: (unit) => `${unit}的办公地址在哪里？`,
  contact: (unit) => `${unit}的联络方式是什么？`,
}

export const noticeKindNames: Record<(typeof noticeKinds)[number], { zh: string; en: string }> = {
  announcement: { zh: '通知公告', en: 'Announcement' },
  letterStatistics: { zh: '来信统计', en: 'Letter statistics' },
  workBrief: { zh: '工作简报', en: 'Work brief' },
  news: { zh: '新闻公告', en: 'News' },
}

/** Names of the fields as people know them, for sentences that name one. */
export const fieldNames: Record<string, { zh: string; en: string }> = {
  category: { zh: '类别', en: 'category' },
  title: { zh: '标题', en: 'title' },
  summary: { zh: '概要/答复口径', en: 'summary' },
  openToUnits: { zh: '设置公开', en: 'open to units' },
  openToPublic: { zh: '网站公开', en: 'open to the public' },
  body: { zh: '正文', en: 'text' },
  alt: { zh: '图片说明', en: 'what pictures show' },
  similarQuestions: { zh: '相似问题', en: 'similar questions' },
  keywords: { zh: '关键词', en: 'keywords' },
  themes: { zh: '主题', en: 'themes' },
  validFrom: { zh: '有效期起', en: 'valid from' },
  validUntil: { zh: '有效期止', en: 'valid until' },
  basis: { zh: '依据', en: 'basis' },
  basedOn: { zh: '依据的上级事项', en: 'based on' },
  attachments: { zh: '附件', en: 'attachments' },
  unit: { zh: '单位', en: 'unit' },
  kind: { zh: '类型', en: 'kind' },
  content: { zh: '内容', en: 'content' },
  result: { zh: '结果', en: 'result' },
  coUnits: { zh: '会同单位', en: 'units to agree' },
  reviewBy: { zh: '下次复核日期', en: 'review by' },
  to: { zh: '公开范围', en: 'whom it is open to' },
  sentence: { zh: '给读者的说明', en: 'sentence for readers' },
  until: { zh: '结束时间', en: 'end' },
  successor: { zh: '并入的内容', en: 'the entry it was merged into' },
  related: { zh: '相关知识', en: 'related entries' },
  contact: { zh: '办公地址与联络方式', en: 'address and contact' },
  forCounty: { zh: '县级热点', en: 'for the county’s front list' },
}

/** Headings of the text of a case. They stand in what was published: other words would not be found there. */
export const caseHeadings = { content: '内容', result: '结果' } as const
