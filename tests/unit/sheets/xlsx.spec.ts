import { describe, expect, it } from '@jest/globals'
import writeXlsxFile from 'write-excel-file/node'
import { readAll, row, workbook } from './made'

const head = row(1, '标题', '值')
const oneCell = (cell: string, formats: string[] = [], more = {}) =>
  readAll(
    workbook({
      sheets: [
        { rows: `${head}<row r="2"><c r="A2" t="inlineStr"><is><t>一</t></is></c>${cell}</row>` },
      ],
      formats,
      ...more,
    }),
  )

describe('a workbook', () => {
  it('is read as another program wrote it', async () => {
    const bytes = await writeXlsxFile([
      ['标题', '生效', '公开', '数'],
      [
        '甲\n乙',
        { value: new Date(Date.UTC(2026, 2, 1)), type: Date, format: 'yyyy/mm/dd' },
        true,
        1.5,
      ],
    ]).toBuffer()
    expect(await readAll(bytes)).toMatchObject({
      headings: ['标题', '生效', '公开', '数'],
      all: [{ line: 2, cells: ['甲\n乙', '2026-03-01', '是', '1.5'] }],
    })
  })

  it.each<[string, string, string]>([
    ['<c t="inlineStr"><is><t>2.02401E+13</t></is></c>', '', '2.02401E+13'],
    ['<c><v>2.0240101000012E+13</v></c>', '', '20240101000012'],
    ['<c><v>20240101000012345678</v></c>', '', '20240101000012345678'],
    ['<c><v>0.30000000000000004</v></c>', '', '0.3'],
    ['<c><v>1E-7</v></c>', '', '0.0000001'],
    ['<c s="1"><v>46082</v></c>', 'yyyy"年"m"月"d"日"', '2026-03-01'],
    ['<c s="1"><v>46082</v></c>', '[$-804]m/d', '2026-03-01'],
    ['<c s="1"><v>46082.375</v></c>', 'yyyy-mm-dd hh:mm', '2026-03-01 09:00'],
    ['<c s="1"><v>46082</v></c>', 'yyyy-mm-dd hh:mm', '2026-03-01'],
    ['<c s="1"><v>0.375</v></c>', 'h:mm:ss', '09:00'],
    ['<c s="1"><v>1.5</v></c>', '[h]:mm', '36:00'],
    ['<c s="1"><v>59</v></c>', 'yyyy-mm-dd', '1900-02-28'],
    ['<c s="1"><v>-1</v></c>', 'yyyy-mm-dd', '-1'],
    ['<c s="1"><v>12345</v></c>', '00000000', '00012345'],
    ['<c s="1"><v>0.155</v></c>', '0.0%', '15.5%'],
    ['<c s="1"><v>12</v></c>', '0.00"元/day"', '12'],
    ['<c s="1"><v>12</v></c>', '[Red]General', '12'],
    ['<c s="1"><v>12</v></c>', '0.00E+00', '12'],
    ['<c t="b"><v>0</v></c>', '', '否'],
    ['<c t="d"><v>2026-03-01T00:00:00</v></c>', '', '2026-03-01'],
    ['<c t="e"><v>#N/A</v></c>', '', '#N/A'],
    ['<c t="str"><f>A1&amp;"x"</f><v>算出来的</v></c>', '', '算出来的'],
    ['<c><f>SUM(1,2)</f><v>3</v></c>', '', '3'],
    [
      '<c t="inlineStr"><is><r><rPr><b/></rPr><t>粗</t></r><r><t>细</t></r><rPh><t>cu</t></rPh></is></c>',
      '',
      '粗细',
    ],
    ['<c t="inlineStr"><is><t>一_x000D_\n二_x005F_x</t></is></c>', '', '一\n二_x'],
    ['<c t="inlineStr"><is><t><![CDATA[a<b]]>&amp;c</t></is></c>', '', 'a<b&c'],
  ])('says what a cell says: %s shown as %s is %s', async (cell, format, said) => {
    expect((await oneCell(cell, format ? [format] : [])).all[0]?.cells).toEqual(['一', said])
  })

  it('counts days from 1904 where it says so', async () => {
    const { all } = await oneCell('<c s="1"><v>44620</v></c>', ['yyyy-mm-dd'], { is1904: true })
    expect(all[0]?.cells[1]).toBe('2026-03-01')
  })

  it('says which cells are numbers that lost their end', async () => {
    const { notes } = await oneCell('<c><v>2.02401010000123E+16</v></c>')
    expect(notes[0]?.zh).toMatch(/1 个单元格是超过 15 位的数字（第一个在 B2）/)
  })

  it('finds its headings below a title, and says so', async () => {
    const rows = [
      row(1, '海州市知识库'),
      row(2, '填报单位：', '城管局'),
      row(4, '标题*', '答 案', '单位', '备注'),
      row(7, '一', '二', '三'),
    ]
    expect(await readAll(workbook({ sheets: [{ rows: rows.join('') }] }))).toMatchObject({
      headings: ['标题', '答案', '单位', '备注'],
      headLine: 4,
      notes: [{ zh: '表头取自第 4 行，上面的内容没有读取。' }],
      all: [{ line: 7, cells: ['一', '二', '三', ''] }],
    })
  })

  it('reads headings that were merged over two rows, and those below a merged group', async () => {
    const rows = [
      row(1, '标题', '单位', '有效期', ''),
      row(2, '', '', '生效', '失效'),
      row(3, '一', '甲', '1', '2'),
    ]
    const merged = ['A1:A2', 'B1:B2', 'C1:D1'].map((ref) => `<mergeCell ref="${ref}"/>`)
    const after = `<mergeCells>${merged.join('')}</mergeCells>`
    expect(await readAll(workbook({ sheets: [{ rows: rows.join(''), after }] }))).toMatchObject({
      headings: ['标题', '单位', '生效', '失效'],
      all: [{ line: 3, cells: ['一', '甲', '1', '2'] }],
    })
  })

  it('takes the first sheet that holds something, and names the others', async () => {
    const rows = head + row(2, '一', '二')
    const sheets = [
      { name: '名单', state: 'hidden', rows },
      { name: '空', rows: '<row r="1"><c r="A1" s="0"/></row>' },
      { name: '问答', rows },
      { name: '旧', rows },
    ]
    const { notes, count } = await readAll(workbook({ sheets }))
    expect([count, notes[0]?.zh]).toEqual([1, '读取的是工作表“问答”；另外 1 张没有读取：“旧”。'])
  })

  it('says which columns have no heading', async () => {
    const rows = head + row(2, '一', '二', '', '三')
    const { notes, all } = await readAll(workbook({ sheets: [{ rows }] }))
    expect(notes[0]?.zh).toBe('D 列没有表头，里面的内容没有读取。')
    expect(all[0]?.cells).toEqual(['一', '二'])
  })

  it('is not disturbed by a million empty rows', async () => {
    const empty = Array.from(
      { length: 1_000_000 },
      (_, at) => `<row r="${at + 3}"><c s="0"/></row>`,
    )
    const rows = head + row(2, '一', '二') + empty.join('')
    expect(await readAll(workbook({ sheets: [{ rows }] }))).toMatchObject({
      count: 1,
      all: [{ line: 2 }],
    })
  })
})
