import { describe, expect, it } from '@jest/globals'
import { unzipSync, strFromU8 } from 'fflate'
import { writeResultSheet } from '@/sheets/writeSheet'
import { readAll } from './made'

const headings = ['标题', '内容', '结果']
const rows = [
  { line: 4, cells: ['=1+1', '甲,"乙"\n丙', '已导入'] },
  { line: 7, cells: ['-5 元', '<a>&_x000D_', ''] },
  { line: 8, cells: ['00012345678901234567', '＝现金', '第 8 行：缺少标题。'] },
]
async function* given() {
  yield rows.slice(0, 2)
  yield await Promise.resolve(rows.slice(2))
}
const written = async (headLine: number, as: 'xlsx' | 'csv') =>
  new Uint8Array(
    await new Response(writeResultSheet({ headings, headLine, rows: given() }, as)).arrayBuffer(),
  )

describe.each(['xlsx', 'csv'] as const)('a result sheet as %s', (as) => {
  it('is read back as it was given, each row where it stood', async () => {
    const { all, headLine, headings: read } = await readAll(await written(3, as))
    expect({ all, headLine, read }).toEqual({ all: rows, headLine: 3, read: headings })
  })

  it('has its headings in the first row where the file was JSON', async () => {
    const { all, headLine } = await readAll(await written(0, as))
    expect([headLine, ...all.map(({ line }) => line)]).toEqual([1, 5, 8, 9])
  })
})

it('holds nothing that a spreadsheet would compute', async () => {
  const csv = Buffer.from(await written(3, 'csv')).toString('utf8')
  expect(csv.startsWith('\ufeff')).toBe(true)
  expect(csv).toContain("\r\n'=1+1,")
  const sheet = strFromU8(unzipSync(await written(3, 'xlsx'))['xl/worksheets/sheet1.xml']!)
  expect(sheet).toContain('<c r="A4" s="3" t="inlineStr">')
  expect(sheet).not.toContain('<f>')
})
