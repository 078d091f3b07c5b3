/** What a closed order is given by. */
export type CaseField =
  'title' | 'content' | 'result' | 'openToPublic' | 'unit' | 'isConfidential' | 'orderNumber'

const chinese: Record<string, CaseField> = {
  标题: 'title',
  内容: 'content',
  结果: 'result',
  公开: 'openToPublic',
  单位: 'unit',
  保密: 'isConfidential',
  工单编号: 'orderNumber',
}

/** What a column is called: in the hotline's own sheets, or as the field. Others are left alone. */
export const columns: Record<string, CaseField | undefined> = {
  ...chinese,
  ...Object.fromEntries(Object.values(chinese).map((field) => [field, field])),
}

/** Columns without which there is no case. */
export const needed = Object.entries(chinese)
  .map(([zh, field]) => ({ zh, field }))
  .filter(({ field }) => ['title', 'content', 'result', 'unit'].includes(field))
