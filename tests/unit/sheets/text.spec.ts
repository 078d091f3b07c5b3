import { gzipSync } from 'node:zlib'
import { describe, expect, it } from '@jest/globals'
import { UnreadableSheet } from '@/sheets/types'
import { readAll } from './made'

const csv = '问答标题,问答答案\r\n如何缴费,"网上,\r\n或窗口"\r\n,\r\n如何退费,窗口\r\n'
const swapped = (text: string) => Buffer.from(text, 'utf16le').swap16()

/** GB 18030 of 标题,内容 and 井盖,松动; Node encodes no other than Unicode. */
const gb18030 = Buffer.from('b1eacce22cc4dac8dd0d0abeaeb8c72ccbc9b6af0d0a', 'hex')

describe('a table as text', () => {
  it.each<[string, Uint8Array | string]>([
    ['UTF-8', csv],
    ['UTF-8 with a byte order mark', `\ufeff${csv}`],
    ['UTF-16, the small half first', Buffer.from(`\ufeff${csv}`, 'utf16le')],
    ['UTF-16, the big half first', swapped(`\ufeff${csv}`)],
    ['UTF-16, the big half first, without a mark', swapped(csv)],
    [
      'tabs',
      csv
        .replaceAll('题,', '题\t')
        .replace('费,"', '费\t"')
        .replace('费,窗', '费\t窗')
        .replace('\n,', '\n\t'),
    ],
    ['line ends of old Macs', csv.replaceAll('\r\n', '\r').replace('\r或', '\r\n或')],
    ['packed by gzip', gzipSync(csv)],
  ])('is read as %s', async (_what, bytes) => {
    expect(await readAll(bytes)).toMatchObject({
      headings: ['问答标题', '问答答案'],
      headLine: 1,
      count: 2,
      all: [
        { line: 2, cells: ['如何缴费', '网上,\n或窗口'] },
        { line: 4, cells: ['如何退费', '窗口'] },
      ],
    })
  })

  it('is read as GB 18030', async () => {
    expect(await readAll(gb18030)).toMatchObject({ all: [{ cells: ['井盖', '松动'] }] })
  })

  it('is read as an array of JSON and as one object a line', async () => {
    const objects = [
      { 标题: '一', 公开: true },
      { 标题: '二', 编号: 3, 关键词: ['甲', '乙'] },
    ]
    const all = [
      { line: 1, cells: ['一', '是', '', ''] },
      { line: 2, cells: ['二', '', '3', '甲\n乙'] },
    ]
    const lines = objects.map((one) => JSON.stringify(one)).join('\r\n')
    for (const text of [
      lines,
      Buffer.from(`\ufeff${lines}`, 'utf16le'),
      Buffer.from(`\ufeff${JSON.stringify(objects)}`),
    ])
      expect(await readAll(text)).toMatchObject({ headLine: 0, count: 2, all })
    for (const text of [
      JSON.stringify(objects),
      objects.map((one) => JSON.stringify(one)).join('\r\n'),
    ])
      expect(await readAll(text)).toMatchObject({ headLine: 0, count: 2, all })
  })

  it('is refused with a sentence where it is none', async () => {
    await expect(readAll('')).rejects.toThrow(UnreadableSheet)
    await expect(readAll('标题,标 题\n一,二')).rejects.toThrow('表头有两个“标题”列（A、B 列）')
    await expect(readAll('标题,内容\n"一,二')).rejects.toThrow('第 2 行的英文双引号')
    await expect(readAll('%PDF-1.7 ')).rejects.toThrow('目前还不能导入')
  })
})
