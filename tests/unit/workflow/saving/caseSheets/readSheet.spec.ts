import { describe, expect, it } from '@jest/globals'
import { casesOf } from '@/workflow/saving/caseSheets/caseOf'
import { readSheet } from '@/workflow/saving/caseSheets/readSheet'

const head = ['标题', '内容', '结果', '公开', '单位', '保密', '工单编号']
const bureau = '海州市城市管理局'
const order = (title: string, number = '00012345', content = '来电人反映井盖松动。') => [
  ...[title, content, '已更换。', '是', bureau, '否', number],
]
const units = new Map([[bureau, ['bureau']]])
const casesIn = async (bytes: Uint8Array | string) =>
  casesOf(await readSheet(Buffer.from(bytes)), units)
const sheet = (rows: readonly (readonly string[])[], between = ',', end = '\r\n') =>
  rows.map((row) => row.join(between) + end).join('')

function swapped(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16()
}

/** GB 18030 of the words used here; Node encodes no other than Unicode. */
const gb18030 = Buffer.from(
  [
    'b1eacce22cc4dac8dd2cbde1b9fb2cb5a5cebb0d0a',
    'beaeb8c7cbc9b6af2cbeaeb8c7cbc9b6af2cd2d1b8fcbbbb2cbaa3d6ddcad0b3c7cad0b9dcc0edbed60d0a',
  ].join(''),
  'hex',
)

describe('a sheet of closed orders', () => {
  const two = sheet([head, order('井盖松动一'), order('井盖松动二', '00012346')])
  it.each<[string, Uint8Array | string]>([
    ['UTF-8', two],
    ['UTF-8 with a byte order mark', `\ufeff${two}`],
    ['UTF-16, the small half first', Buffer.from(`\ufeff${two}`, 'utf16le')],
    ['UTF-16, the big half first', swapped(`\ufeff${two}`)],
    ['UTF-16 without a mark', Buffer.from(two, 'utf16le')],
    ['UTF-16 without a mark, the big half first', swapped(two)],
    ['“Unicode text” of Excel', Buffer.from(`\ufeff${two.replaceAll(',', '\t')}`, 'utf16le')],
    ['semicolons', two.replaceAll(',', ';')],
    ['line ends of old Macs', two.replaceAll('\r\n', '\r')],
    ['line ends of Unix', two.replaceAll('\r\n', '\n')],
    ['empty rows at the end', `${two},,,,,,\r\n,,,,,,\r\n\r\n`],
    ['empty columns at the end', two.replaceAll('\r\n', ',,\r\n')],
    ['empty rows before the head', `\r\n\r\n${two}`],
    ['stars at the columns one must fill', two.replace('标题', '*标题 ')],
    ['numbers kept as text by a formula', two.replace('00012345', '="00012345"')],
    ['numbers kept as text by an apostrophe', two.replace('00012345', "'00012345")],
  ])('is read as %s', async (_what, bytes) => {
    expect(
      (await casesIn(bytes)).map(({ line: _line, text }) => [text.title, text.orderNumber]),
    ).toEqual([
      ['井盖松动一', '00012345'],
      ['井盖松动二', '00012346'],
    ])
  })

  it('is read as GB 18030', async () => {
    expect(await casesIn(gb18030)).toMatchObject([{ line: 2, text: { title: '井盖松动' } }])
  })

  it('leaves columns alone that it does not know, wherever they stand', async () => {
    const more = [
      ['受理时间', ...head, '备注'],
      ['2024/1/5', ...order('井盖松动'), '无'],
    ]
    expect(await casesIn(sheet(more))).toMatchObject([
      { text: { title: '井盖松动', unit: 'bureau' } },
    ])
  })

  it('takes quotation marks as they stand, and what a vendor wrote as HTML without it', async () => {
    const html = '<p>第一段</p><p>第二段&nbsp;a&lt;b</p>'
    expect(await casesIn(sheet([head, order('井盖"松动"', '1', html)]))).toMatchObject([
      { text: { title: '井盖"松动"', content: '第一段\n第二段 a<b' } },
    ])
    expect((await casesIn(sheet([head, order('一', '1', '温度<30且>10')])))[0]?.text.content).toBe(
      '温度<30且>10',
    )
  })

  it.each(['6e347766', '1234e567', '12345e67'])(
    'takes %s, which nothing has shortened',
    async (number) => {
      expect(await casesIn(sheet([head, order('一', number)]))).toMatchObject([
        { text: { orderNumber: number } },
      ])
    },
  )

  it('takes numbers and yes or no as programs write them', async () => {
    const line = { title: '一', content: '二', result: '三', unit: bureau }
    const given = { ...line, orderNumber: 20240101, isConfidential: true, openToPublic: false }
    expect(await casesIn(`${JSON.stringify(given)}\r\n\r\n`)).toMatchObject([
      { line: 1, text: { orderNumber: '20240101', isConfidential: true, openToPublic: false } },
    ])
  })
})

describe('what is wrong with a sheet', () => {
  const refusal = async (bytes: Uint8Array | string) => {
    try {
      await casesIn(bytes)
    } catch (error) {
      return (error as { details: unknown }).details
    }
    return 'taken'
  }
  const bad = ['', ...order('').slice(1)]

  it.each<[string, string, number, RegExp]>([
    ['between others', sheet([head, order('一', '1'), bad, order('三', '3')]), 3, /标题/],
    ['after empty rows', sheet([head, [], [], order('一', '1'), bad]), 5, /标题/],
    [
      'after a cell of three lines',
      sheet([head, order('一', '1', '"甲\r\n乙\r\n丙"'), bad]),
      3,
      /标题/,
    ],
    ['under a head that is not first', sheet([[], head, bad]), 3, /标题/],
    ['a number that was shortened', sheet([head, order('一', '2.02401E+13')]), 2, /科学计数/],
    ['one that Java has shortened', sheet([head, order('一', '2.02401E13')]), 2, /科学计数/],
    ['one in thousands', sheet([head, order('一', '202.401E+12')]), 2, /科学计数/],
    ['one of zeros', sheet([head, order('一', '2E13')]), 2, /科学计数/],
    ['the same number twice', sheet([head, order('一', '7'), order('二', '7')]), 3, /第 2 行/],
    ['a secrecy nobody understands', sheet([head, order('一').with(5, '机密')]), 2, /保密.*机密/],
    ['a comma that is not quoted', sheet([head, order('一', '1', '甲,乙')]), 2, /8 列.*7 列/],
    [
      'a quotation mark that stays open',
      sheet([head, order('一'), order('二', '2', '"甲')]),
      3,
      /双引号/,
    ],
    ['a head without units', sheet([head.with(4, '部门'), order('一')]), 1, /表头缺少“单位”/],
    ['a head with two titles', sheet([head.with(3, '标题'), order('一')]), 1, /两个“标题”/],
    ['no head', sheet([order('一'), order('二', '2')]), 1, /表头缺少/],
  ])('is said by the row the spreadsheet shows: %s', async (_what, text, line, sentence) => {
    expect(await refusal(text)).toMatchObject({
      rows: [{ line, zh: expect.stringMatching(sentence) }],
    })
  })

  it.each<[string, Uint8Array, RegExp]>([
    ['a workbook that was cut off', Buffer.from('504b030414000600', 'hex'), /已损坏/],
    ['a workbook of before', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /另存为 xlsx/],
    ['bytes of no encoding', Buffer.from('b1ea80ff2cff', 'hex'), /编码/],
    ['too many', Buffer.from(sheet([head, ...Array<string[]>(2001).fill(order('一'))])), /2000/],
    ['nothing', Buffer.alloc(0), /是空的/],
  ])('is said of the whole: %s', async (_what, bytes, sentence) => {
    expect(await refusal(bytes)).toMatchObject({ detail: { zh: expect.stringMatching(sentence) } })
  })
})
