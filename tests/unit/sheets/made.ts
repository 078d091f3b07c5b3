import { strToU8, zipSync } from 'fflate'
import { readSheetFile } from '@/sheets/readSheetFile'
import type { SheetRow } from '@/sheets/types'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006/relationships'

export type Made = {
  /** What stands in each sheet: its rows, and what follows them. */
  sheets: { name?: string; state?: string; rows: string; after?: string }[]
  /** Shared texts, each as the inside of its `si`. */
  texts?: string[]
  /** Formats of numbers; a cell names one by its place among them, from 1. */
  formats?: string[]
  is1904?: boolean
  more?: Record<string, Uint8Array>
}

const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`

/** The parts of a workbook. */
export function partsOfWorkbook(made: Made): Record<string, Uint8Array> {
  const { sheets, texts = [], formats = [], is1904 = false, more = {} } = made
  const named = sheets.map(
    ({ name = `表${sheets.length}`, state = 'visible' }, at) =>
      `<sheet name="${name}" sheetId="${at + 1}" state="${state}" r:id="s${at}"/>`,
  )
  const parts: Record<string, string> = {
    '_rels/.rels': `<Relationships xmlns="${packaged}">${relation('r', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr date1904="${is1904 ? 1 : 0}"/><sheets>${named.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packaged}">${sheets.map((_, at) => relation(`s${at}`, 'worksheet', `worksheets/sheet${at}.xml`)).join('')}${relation('t', 'sharedStrings', 'sharedStrings.xml')}${relation('f', 'styles', '/xl/styles.xml')}</Relationships>`,
    'xl/sharedStrings.xml': `<sst xmlns="${main}">${texts.map((text) => `<si>${text}</si>`).join('')}</sst>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"><numFmts>${formats.map((code, at) => `<numFmt numFmtId="${200 + at}" formatCode="${code.replaceAll('"', '&quot;')}"/>`).join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${formats.map((_, at) => `<xf numFmtId="${200 + at}"/>`).join('')}</cellXfs></styleSheet>`,
  }
  sheets.forEach(({ rows, after = '' }, at) => {
    parts[`xl/worksheets/sheet${at}.xml`] =
      `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData>${after}</worksheet>`
  })
  const bytes = Object.entries(parts).map(([name, text]) => [name, strToU8(text)] as const)
  return { ...Object.fromEntries(bytes), ...more }
}

export const workbook = (made: Made): Uint8Array => zipSync(partsOfWorkbook(made))

/** A row of texts; what is empty is no cell. */
export const row = (line: number, ...cells: string[]): string =>
  `<row r="${line}">${cells
    .map((text, at) =>
      text === ''
        ? ''
        : `<c r="${String.fromCharCode(65 + at)}${line}" t="inlineStr"><is><t>${text}</t></is></c>`,
    )
    .join('')}</row>`

export async function readAll(bytes: Uint8Array | string) {
  const { rows, ...sheet } = await readSheetFile(Buffer.from(bytes))
  const all: SheetRow[] = []
  for await (const some of rows) all.push(...some)
  return { ...sheet, all }
}
