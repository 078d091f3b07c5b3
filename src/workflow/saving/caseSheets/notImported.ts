import { Refused } from '../../Refused'

/** A row that is wrong, by its number in the spreadsheet, and what is wrong with it. */
export type Wrong = { line: number; zh: string; en: string }

/** Said in one sentence too, for whoever reads only that. */
const mostSaid = 5

export const notImported = (rows: readonly Wrong[]) =>
  new Refused('invalid', {
    rows,
    detail: {
      zh: `有 ${rows.length} 行不正确，没有导入任何一条：${rows
        .slice(0, mostSaid)
        .map(({ line, zh }) => `第 ${line} 行${zh}`)
        .join('')}`,
      en: `${rows.length} rows are wrong; nothing was imported: ${rows
        .slice(0, mostSaid)
        .map(({ line, en }) => `line ${line}: ${en}`)
        .join(' ')}`,
    },
  })
