import { strToU8, Zip, ZipDeflate } from 'fflate'
import { isRisky } from '../csvLine'
import { letters } from '../headings'

/** A row under the number it has. */
export type WrittenRow = { line: number; cells: readonly string[] }

/** A workbook of one sheet, handed on as it is written; each call gives the bytes that are ready. */
export type XlsxWriter = {
  add(rows: readonly WrittenRow[]): Uint8Array
  end(): Uint8Array
}

/** Looks of cells, by their number in the styles below; the last are those a spreadsheet would compute. */
const looks = { heading: 1, text: 2, quoted: 3 }

const declared = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006'
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const parts = {
  '[Content_Types].xml': `<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${spreadsheet}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${spreadsheet}.styles+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="结果" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
  // Format 49 is text: what is typed into such a cell keeps its zeros and digits.
  'xl/styles.xml': `<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>`,
}

/** @param head the headings, under the number of their row */
export function writeXlsx(head: WrittenRow): XlsxWriter {
  let ready: Uint8Array[] = []
  const taken = () => {
    const bytes = Buffer.concat(ready)
    ready = []
    return bytes
  }
  const zip = new Zip((error, bytes) => {
    if (error) throw error
    ready.push(bytes)
  })
  const begin = (name: string) => {
    const file = new ZipDeflate(name, { level: 6 })
    zip.add(file)
    return file
  }
  for (const [name, content] of Object.entries(parts)) {
    begin(name).push(strToU8(declared + content), true)
  }
  const sheet = begin('xl/worksheets/sheet1.xml')
  const below = `<pane ySplit="${head.line}" topLeftCell="A${head.line + 1}" activePane="bottomLeft" state="frozen"/>`
  sheet.push(
    strToU8(
      `${declared}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">${below}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols><col min="1" max="${Math.max(1, head.cells.length)}" width="24" customWidth="1"/></cols><sheetData>${rowOf(head, looks.heading)}`,
    ),
  )
  return {
    add: (rows) => {
      sheet.push(strToU8(rows.map((row) => rowOf(row, looks.text)).join('')))
      return taken()
    },
    end: () => {
      sheet.push(strToU8('</sheetData></worksheet>'), true)
      zip.end()
      return taken()
    },
  }
}

function rowOf({ line, cells }: WrittenRow, look: number): string {
  const written = cells.map((cell, column) =>
    cell === ''
      ? ''
      : `<c r="${letters(column)}${line}" s="${isRisky(cell) ? looks.quoted : look}" t="inlineStr"><is><t xml:space="preserve">${textOf(cell)}</t></is></c>`,
  )
  return `<row r="${line}">${written.join('')}</row>`
}

/** Characters that a cell holds at most. */
const longest = 32_767
const more = '……（超过表格软件的上限，后面略去）'

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' }

const textOf = (cell: string): string =>
  (cell.length > longest ? cell.slice(0, longest - more.length) + more : cell)
    // A text that looks like a sign written by its number.
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    .replace(/[&<>\r]/g, (sign) => entities[sign] ?? sign)
    .replace(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      '',
    )
