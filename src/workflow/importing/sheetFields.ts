import type { Library } from '@/access/rules'

/** What a column of a sheet can fill, and what its heading is called in the sheets of this field. */
export type SheetField = {
  key: string
  zh: string
  en: string
  isNeeded: boolean
  /** As `plainHeading` writes them; the field's own names beside. */
  names: readonly string[]
}

const field = (
  key: string,
  zh: string,
  en: string,
  names: string,
  isNeeded = false,
): SheetField => ({
  ...{ key, zh, en, isNeeded },
  names: [zh, key, en, ...names.split(' ')].map(plainHeading).filter(Boolean),
})

const title = field(
  'title',
  '标题',
  'Title',
  '问答标题 问题 问答问题 标准问题 标准问 事项名称 知识标题 名称 问',
  true,
)
const summary = field('summary', '概要/答复口径', 'Summary', '概要 答复口径 口径 摘要')
const answer = field(
  'answer',
  '答案',
  'Answer',
  '问答答案 内容 正文 解答 答复 答复内容 回答 标准答案 知识内容 答',
  true,
)
const unit = field(
  'unit',
  '提供单位',
  'Unit',
  '问答提供部门 提供部门 单位 部门 单位名称 部门名称 责任单位 责任部门 归属部门 所属部门 来源部门 承办单位 发布单位',
)
const number = field('number', '编号', 'Number', '知识编号 条目编号')
const sourceKey = field(
  'sourceKey',
  '来源编号',
  'Source key',
  '来源标识 外部编号 业务编号 事项编码 唯一标识 主键 id',
)
const openToUnits = field(
  'openToUnits',
  '单位公开',
  'Open to units',
  '设置公开 对单位公开 各单位公开 内部公开',
)
const openToPublic = field(
  'openToPublic',
  '网站公开',
  'Open to the public',
  '公开 是否公开 对外公开 市民公开 公众公开',
)

const shared = [number, sourceKey]

/** The fields of each library's sheets, in the order in which they are offered. */
export const sheetFields: Record<Library, readonly SheetField[]> = {
  knowledge: [
    ...[title, answer, summary],
    field('similarQuestions', '相似问法', 'Similar questions', '相似问题 扩展问 扩展问法 同义问法'),
    field('keywords', '关键词', 'Keywords', '关键字 标签'),
    unit,
    field('validFrom', '生效时间', 'Valid from', '内容生效时间 生效日期 有效期起 开始时间'),
    field(
      'validUntil',
      '失效时间',
      'Valid until',
      '内容失效时间 失效日期 有效期止 截止时间 结束时间',
    ),
    field('category', '类目路径', 'Category', '类目 类别 分类 所属类目 知识类目 目录'),
    field('districts', '适用地区', 'Districts', '适用区域 适用范围 地区 区域'),
    field('link', '办理链接', 'Link', '链接 网址 办事链接 办理地址 网上办理'),
    field('basis', '依据', 'Basis', '文号 政策依据 办理依据 依据文号'),
    ...[openToUnits, openToPublic, ...shared],
  ],
  plans: [title, answer, summary, unit, openToUnits, ...shared],
  notices: [
    ...[title, answer],
    field('kind', '类型', 'Kind', '信息类型 类别 栏目'),
    ...[unit, openToUnits, openToPublic, ...shared],
  ],
  cases: [
    title,
    field('content', '内容', 'Content', '诉求内容 案件内容 反映内容', true),
    field('result', '结果', 'Result', '办理结果 处理结果 答复 回复', true),
    { ...unit, isNeeded: true },
    field('openToPublic', '公开', 'Open to the public', '网站公开 是否公开 对外公开'),
    field('isConfidential', '保密', 'Confidential', '是否保密 保密工单'),
    field('sourceKey', '工单编号', 'Order number', '工单号 来源编号 orderNumber'),
    number,
  ],
}

/** A heading as it is compared: full and half width alike, without what stands in brackets, blanks and stars. */
export function plainHeading(heading: string): string {
  return heading
    .normalize('NFKC')
    .replace(/\(.*?\)|\[.*?\]|【.*?】/g, '')
    .replace(/[\s*_:]/g, '')
    .toLowerCase()
}

/** The field each heading is known by; the first of several that mean the same has it. */
export function recognise(
  library: Library,
  headings: readonly string[],
): Record<string, string | null> {
  const taken = new Set<string>()
  const found = headings.map((heading) => {
    const name = plainHeading(heading)
    const known = sheetFields[library].find(
      ({ key, names }) => names.includes(name) && !taken.has(key),
    )
    if (known) taken.add(known.key)
    return [heading, known?.key ?? null] as const
  })
  return Object.fromEntries(found)
}

export const neededMissing = (library: Library, fields: readonly (string | null)[]): SheetField[] =>
  sheetFields[library].filter(({ key, isNeeded }) => isNeeded && !fields.includes(key))
