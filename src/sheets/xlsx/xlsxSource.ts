import { gridSource } from '../grid'
import { letters } from '../headings'
import { nothingIn } from '../said'
import type { Source } from '../source'
import type { Said } from '../types'
import { nothingBeside, rowsIn } from './rows'
import { readWorkbook, type Workbook } from './workbook'
import { partsOf } from './zip'

/** The first sheet of a workbook that holds something; macros and what is linked lie in parts that are not read. */
export async function xlsxSource(bytes: Uint8Array): Promise<Source> {
  const workbook = await readWorkbook(partsOf(bytes))
  const held: Workbook['sheets'] = []
  for (const sheet of workbook.sheets) {
    if (sheet.isHidden && held.length > 0) break
    if (await holdsSomething(sheet, workbook)) held.push(sheet)
  }
  const [taken, ...others] = held
  if (!taken) throw nothingIn()
  let beside = nothingBeside()
  return gridSource({
    lines: () => rowsIn(taken.part, workbook, (beside = nothingBeside())),
    isExact: false,
    merges: () => beside.merges,
    notes: () => [
      ...(others.length > 0 ? [onlyOne(taken, others)] : []),
      ...(beside.cutShort.size > 0 ? [cutShort([...beside.cutShort])] : []),
    ],
  })
}

async function holdsSomething(
  { part }: Workbook['sheets'][number],
  workbook: Workbook,
): Promise<boolean> {
  for await (const lines of rowsIn(part, workbook, nothingBeside())) return lines.length > 0
  return false
}

type Named = { name: string }

const onlyOne = (taken: Named, others: readonly Named[]): Said => ({
  zh: `读取的是工作表“${taken.name}”；另外 ${others.length} 张没有读取：${others.map(({ name }) => `“${name}”`).join('、')}。`,
  en: `The sheet “${taken.name}” was read; not read: ${others.map(({ name }) => `“${name}”`).join(', ')}.`,
})

function cutShort(places: readonly string[]): Said {
  const [first = ''] = places
  const [column, line] = first.split(' ')
  const cell = `${letters(Number(column))}${line}`
  return {
    zh: `有 ${places.length} 个单元格是超过 15 位的数字（第一个在 ${cell}），表格软件已把后面的位数变成 0；请把这一列设为文本，重新填写。`,
    en: `${places.length} cells are numbers of more than 15 digits (the first is ${cell}), whose last digits the spreadsheet has lost: format the column as text and fill it in again.`,
  }
}
