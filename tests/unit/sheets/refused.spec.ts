import { strToU8, zipSync } from 'fflate'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from '@jest/globals'
import { mostMarkup, mostText } from '@/sheets/limits'
import { readSheetFile } from '@/sheets/readSheetFile'
import { UnreadableSheet } from '@/sheets/types'
import { partsOfWorkbook, readAll, row, workbook } from './made'

const rows = row(1, '标题', '值') + row(2, '一', '二')
const whole = workbook({ sheets: [{ rows }] })
const compound = (...names: string[]) =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(512),
    ...names.map((name) => Buffer.from(name, 'utf16le')),
  ])
const part = (name: string, text: string) => zipSync({ [name]: strToU8(text) })
const relating = (target: string) =>
  part(
    '_rels/.rels',
    `<Relationships><Relationship Id="a" Type="x/officeDocument" Target="${target}"/></Relationships>`,
  )
const withPart = (name: string, text: string) =>
  zipSync({ ...partsOfWorkbook({ sheets: [{ rows }] }), [name]: strToU8(text) })

/** The directory at the end says another length of the first sheet than it has. */
function sized(bytes: Uint8Array, size: number): Uint8Array {
  const file = Buffer.from(bytes)
  const name = file.lastIndexOf('xl/worksheets/sheet0.xml')
  file.writeUInt32LE(size, name - 46 + 24)
  return file
}

const png = Buffer.from('89504e470d0a1a0a0000000d4948445200000001000000010802000000', 'hex')

describe('a file that cannot be read', () => {
  it.each<[string, Uint8Array | string, RegExp]>([
    ['nothing', '', /文件是空的/],
    ['nothing but spaces', ' \r\n \r\n', /文件是空的/],
    ['headings alone', '标题,内容\r\n', /除了表头没有任何内容/],
    ['an empty array', '[]', /文件是空的/],
    ['JSON that is no list', '{"data":\n[1,2]\n}', /没有可读的记录/],
    ['a JSON array that breaks off', '[{"标题":"一"},', /没有可读的记录/],
    ['a workbook of before', compound('Workbook'), /旧格式.*另存为 xlsx/],
    ['one with a password', compound('EncryptedPackage'), /打开密码/],
    ['a Word document of before', compound('WordDocument'), /Word 或 PDF.*还不能导入/],
    ['a Word document', relating('word/document.xml'), /Word 或 PDF.*还不能导入/],
    ['a PDF', '%PDF-1.7\n%âãÏÓ', /Word 或 PDF.*还不能导入/],
    ['a binary workbook', relating('xl/workbook.bin'), /二进制/],
    ['slides', relating('ppt/presentation.xml'), /不是表格/],
    ['an archive of files', part('a.csv', '标题'), /压缩包.*解压/],
    ['a picture', png, /不是表格/],
    ['a web page that is called .xls', '<html><table><tr><td>一</td></tr></table></html>', /网页/],
    ['a workbook that was cut off', whole.subarray(0, whole.length - 30), /已损坏或没有传完/],
    ['a packed file that was cut off', gzipSync('标题,内容\n一,二').subarray(0, 30), /已损坏/],
    ['UTF-8 that was cut off', Buffer.from('标题,内容\n一,二').subarray(0, -1), /编码无法识别/],
    ['a heading twice', '标题,答案,标 题*\n一,二,三', /两个“标题”列（A、C 列）/],
    ['a heading of JSON twice', '[{"标题":1,"标 题":2}]', /两个“标题”列/],
    [
      'too many columns',
      Array.from({ length: 501 }, (_, at) => `列${at}`).join(',') + '\n1',
      /500 列/,
    ],
    [
      'a cell far out',
      withPart(
        'xl/worksheets/sheet0.xml',
        `<worksheet><row r="3"><c r="XFD3"><v>1</v></c></row></worksheet>`,
      ),
      /第 3 行.*以外/,
    ],
    [
      'entities that grow',
      withPart(
        'xl/sharedStrings.xml',
        '<!DOCTYPE s [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><sst><si><t>&b;</t></si></sst>',
      ),
      /已损坏/,
    ],
    ['markup that does not close', withPart('xl/styles.xml', '<styleSheet><cellXfs>'), /已损坏/],
    [
      'rows that go back',
      withPart('xl/worksheets/sheet0.xml', '<worksheet><row r="3"/><row r="2"/></worksheet>'),
      /已损坏/,
    ],
    ['what says to be larger than it may', sized(whole, mostMarkup + 1), /文件太大/],
    ['what is larger than it says', sized(whole, 10), /已损坏/],
    ['what unpacks to too much', gzipSync(Buffer.alloc(mostText + 1, 'a')), /文件太大/],
    ['too many rows', `标题\n${'一\n'.repeat(100_001)}`, /超过 100000 行/],
    ['too many rows of JSON', '{"a":1}\n'.repeat(100_001), /超过 100000 行/],
  ])('is refused with a sentence: %s', async (_what, bytes, sentence) => {
    const reading = readAll(bytes)
    await expect(reading).rejects.toThrow(UnreadableSheet)
    await expect(reading).rejects.toThrow(sentence)
  })

  it('is none because of macros in it, which are not read', async () => {
    const bytes = zipSync({
      ...partsOfWorkbook({ sheets: [{ rows }] }),
      'xl/vbaProject.bin': png,
    })
    expect(await readAll(bytes)).toMatchObject({ count: 1 })
  })

  it('is given up when nobody waits any more', async () => {
    const stop = new AbortController()
    const { rows: read } = await readSheetFile(
      Buffer.from(`标题\n${'一\n'.repeat(90_000)}`),
      stop.signal,
    )
    const going = (async () => {
      for await (const _some of read) stop.abort()
    })()
    await expect(going).rejects.toMatchObject({ name: 'AbortError' })
    await expect(readSheetFile(Buffer.from('标题\n一'), stop.signal)).rejects.toMatchObject({
      name: 'AbortError',
    })
  })
})

describe('a row that is not written as the others are', () => {
  it('is told with the row, and the others are read', async () => {
    const { all, count } = await readAll('标题,内容\n一,二,三\n四,五\n六\n')
    expect(count).toBe(3)
    expect(all).toMatchObject([
      { line: 2, wrong: { zh: expect.stringMatching(/有 3 列，表头有 2 列/) } },
      { line: 3, cells: ['四', '五'] },
      { line: 4, wrong: { zh: expect.stringMatching(/有 1 列/) } },
    ])
    expect(all[1]).not.toHaveProperty('wrong')
    const { all: lines } = await readAll('{"标题":"一"}\n{oops}\n[1]\n{"标题":"二"}')
    expect(lines.map(({ line, wrong }) => [line, Boolean(wrong)])).toEqual([
      [1, false],
      [2, true],
      [3, true],
      [4, false],
    ])
  })
})
