/** Names of the fields as people know them, for sentences that name one. */
export const fieldNames: Record<string, { zh: string; en: string }> = {
  category: { zh: '类别', en: 'category' },
  title: { zh: '标题', en: 'title' },
  summary: { zh: '概要/答复口径', en: 'summary' },
  openToUnits: { zh: '设置公开', en: 'open to units' },
  openToPublic: { zh: '网站公开', en: 'open to the public' },
  body: { zh: '正文', en: 'text' },
  similarQuestions: { zh: '相似问题', en: 'similar questions' },
  keywords: { zh: '关键词', en: 'keywords' },
  validFrom: { zh: '有效期起', en: 'valid from' },
  validUntil: { zh: '有效期止', en: 'valid until' },
  basis: { zh: '依据', en: 'basis' },
  attachments: { zh: '附件', en: 'attachments' },
  related: { zh: '相关知识', en: 'related entries' },
  contact: { zh: '办公地址与联络方式', en: 'address and contact' },
}
