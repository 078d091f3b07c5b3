const headings = [
  ...['问答标题', '问答答案', '相似问法', '关键词', '问答提供部门', '内容生效时间', '内容失效时间'],
  ...['类目路径(多级类目用/分隔)', '适用地区', '办理链接'],
]

const example = (unit: string) => [
  '（示例，导入前请删除本行）灵活就业人员如何参加职工养老保险？',
  '持身份证到户籍所在地的社保经办窗口办理，也可以在网上办理。当场办结，不收费。',
  '个体户怎么交养老保险；没有单位怎么交社保',
  '养老保险；灵活就业',
  unit,
  '2026-01-01',
  '',
  '公共服务',
  '',
  '',
]

/** A sheet to begin with, as an address: the headings cities use, and one row to show how they are filled. */
export function templateOf(unit: string): string {
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`
  const lines = [headings, example(unit)].map((row) => row.map(quoted).join(','))
  // Office programs take a file for UTF-8 by this mark alone.
  return `data:text/csv;charset=utf-8,${encodeURIComponent(`\ufeff${lines.join('\r\n')}\r\n`)}`
}
