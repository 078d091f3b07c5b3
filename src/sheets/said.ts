import { mostColumns, mostRows, mostText, widest } from './limits'
import { UnreadableSheet } from './types'

const unreadable = (zh: string, en: string, line?: number) => new UnreadableSheet({ zh, en }, line)

export const nothingIn = () => unreadable('文件是空的。', 'The file is empty.')

export const noRows = () =>
  unreadable('表里除了表头没有任何内容。', 'There is nothing in the sheet but its headings.')

const MB = 2 ** 20
export const tooLarge = () =>
  unreadable(
    `文件太大：解压后最多 ${mostText / MB} MB。请按行分成几个文件，逐个导入。`,
    `The file is too large when unpacked (at most ${mostText / MB} MB): split it by rows.`,
  )

export const tooManyRows = () =>
  unreadable(
    `超过 ${mostRows} 行。请分成几个文件，逐个导入。`,
    `More than ${mostRows} rows: split the file.`,
  )

export const tooManyColumns = () =>
  unreadable(
    `表头超过 ${mostColumns} 列。请删去不用的列。`,
    `More than ${mostColumns} columns: delete those not needed.`,
  )

export const tooWide = (line: number) =>
  unreadable(
    `第 ${line} 行在 ${widest} 列以外还有内容，请检查并删去。`,
    `Line ${line} holds something beyond column ${widest}: delete it.`,
    line,
  )

export const damaged = () =>
  unreadable(
    '文件已损坏或没有传完，无法读取。请重新另存一份后再导入。',
    'The file is damaged or incomplete: save it again.',
  )

export const unknownEncoding = () =>
  unreadable(
    '文件的编码无法识别，可能没有传完。请另存为“CSV UTF-8（逗号分隔）”或 xlsx 后再导入。',
    'The encoding cannot be told; the file may be incomplete. Save it as “CSV UTF-8” or xlsx.',
  )

export const openQuote = (line: number) =>
  unreadable(
    `第 ${line} 行的英文双引号没有成对，请检查。`,
    `A quotation mark in line ${line} is not closed.`,
    line,
  )

export const twice = (name: string, columns: readonly string[], line: number) =>
  unreadable(
    `表头有两个“${name}”列${columns.length > 0 ? `（${columns.join('、')} 列）` : ''}。请改名或删去一列。`,
    `The heading “${name}” stands there twice: rename or delete one of the columns.`,
    line,
  )

export const noObjects = () =>
  unreadable(
    '这个 JSON 文件里没有可读的记录：需要一个由对象组成的数组，或每行一个对象（NDJSON）。',
    'There are no records in this JSON file: an array of objects, or one object a line (NDJSON), is needed.',
  )

export const webPage = () =>
  unreadable(
    '这是网页或 XML 格式的表格（有些系统导出的“.xls”其实是它）。请用 Excel 或 WPS 打开，另存为 xlsx 后再导入。',
    'This is a table in the form of a web page or XML: open it in a spreadsheet and save it as xlsx.',
  )

export const oldWorkbook = () =>
  unreadable(
    '这是旧格式的 Excel 或 WPS 表格（.xls、.et）。请打开后另存为 xlsx，再导入。',
    'This is a workbook of the old format (.xls, .et): save it as xlsx.',
  )

export const locked = () =>
  unreadable(
    '这个文件设有打开密码，读不了。请取消密码后另存为 xlsx，再导入。',
    'The file needs a password to open: remove it and save as xlsx.',
  )

export const wordOrPdf = () =>
  unreadable(
    '这是 Word 或 PDF 文档，目前还不能导入。请把内容整理成表格（xlsx 或 csv）后再导入。',
    'Word and PDF documents cannot be imported yet: put their content into a table (xlsx or csv).',
  )

export const otherKind = () =>
  unreadable(
    '这不是表格。可以导入 xlsx、csv、tsv、JSON 和 NDJSON（也可以用 gzip 压缩）。',
    'This is no table: xlsx, csv, tsv, JSON and NDJSON are taken, also packed by gzip.',
  )

export const packedFiles = () =>
  unreadable(
    '这是压缩包，请解压后逐个导入里面的表格。',
    'This is an archive: unpack it and send the sheets in it one by one.',
  )

export const binaryWorkbook = () =>
  unreadable(
    '这是二进制格式的 Excel 表格（.xlsb）。请打开后另存为 xlsx，再导入。',
    'This is a binary workbook (.xlsb): save it as xlsx.',
  )
