import { constants } from 'node:buffer'
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, test } from '@jest/globals'
import { readItems } from '@/jobs/import/readItems'
import { line } from './sampleRow'

const folder = mkdtempSync(join(tmpdir(), 'zhiku-items-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const rows = (count: number) =>
  Array.from({ length: count }, (_, at) => line({ TASK_CODE: `A${at}` })).join('\n')

describe('reading the whole file before anything is written', () => {
  test('counts lines as an editor shows them, empty ones too', async () => {
    const path = file(
      'lines.ndjson',
      `\ufeff${line()}\r\n\r\n{oops}\r\n${line({ TASK_CODE: 'A2' })}\r\n`,
    )
    const { items, faults } = await readItems(path)
    expect(items.map((item) => [item.line, item.code])).toEqual([
      [1, 'A1'],
      [4, 'A2'],
    ])
    expect(faults).toMatchObject([{ line: 3 }])
  })

  test('takes the first of two rows with the same code', async () => {
    const { items, faults } = await readItems(file('twice.ndjson', `${line()}\n${line()}`))
    expect(items).toHaveLength(1)
    expect(faults).toMatchObject([{ line: 2, code: 'A1' }])
  })

  test('unpacks a compressed file', async () => {
    const { items } = await readItems(file('rows.ndjson.gz', gzipSync(rows(250))))
    expect(items).toHaveLength(250)
  })

  test('takes nothing of an archive that breaks off', async () => {
    const whole = gzipSync(rows(250))
    const path = file('broken.ndjson.gz', whole.subarray(0, whole.length - 20))
    await expect(readItems(path)).rejects.toThrow('The archive is broken')
  })

  test('unpacks what is packed whatever it is called, and reads UTF-16', async () => {
    const packed = file('packed.ndjson', gzipSync(line()))
    const utf16 = file('utf16.ndjson', Buffer.from(`\ufeff${line()}\n`, 'utf16le'))
    for (const path of [packed, utf16]) expect((await readItems(path)).items).toHaveLength(1)
  })

  test('ends no line at a sign that JSON takes within a text', async () => {
    const { items, faults } = await readItems(
      file('separators.ndjson', line({ accept_standard: '一\u2028二' })),
    )
    expect([items.length, faults]).toEqual([1, []])
  })

  test.each([
    ['nothing', '', '文件是空的'],
    ['blank lines', '\ufeff\n \r\n', '文件是空的'],
    ['an array', `[${line()},\n${line()}]`, '每行一个对象（NDJSON）'],
    ['one object over several lines', JSON.stringify({ TASK_CODE: 'A1' }, null, 2), '每行一个对象'],
    ['a sheet as text', '编码,名称\nA1,办证\n', 'CSV 或表格'],
    ['a sheet in GB 18030', Buffer.from([0xb1, 0xe0, 0xc2, 0xeb, 0x2c, 0x31]), 'CSV 或表格'],
    ['a workbook', Buffer.from('504b030414000600', 'hex'), 'Excel'],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'Excel'],
    [
      'GB 18030',
      Buffer.from([0x7b, 0x22, 0xb1, 0xe0, 0xc2, 0xeb, 0x22, 0x3a, 0x31, 0x7d]),
      'UTF-8',
    ],
    ['UTF-8 that breaks off', Buffer.from(line({ TASK_NAME: '办证' })).subarray(0, -40), null],
  ])('says in one sentence what %s is', async (name, content, sentence) => {
    const reading = readItems(file(`${name}.ndjson`, content))
    await expect(reading).rejects.toThrow(sentence ?? /UTF-8|NDJSON/)
    await expect(reading).rejects.not.toThrow('\n')
  })

  test('says in one sentence that a file is larger than one text can be, packed or not', async () => {
    const plain = file('large.ndjson', '{')
    truncateSync(plain, constants.MAX_STRING_LENGTH + 1)
    await expect(readItems(plain)).rejects.toThrow('文件太大')
    // An archive of many parts, of 32 MB each when unpacked.
    const part = gzipSync(Buffer.alloc(2 ** 25))
    const packed = file('large.ndjson.gz', Buffer.concat(Array<Buffer>(17).fill(part)))
    await expect(readItems(packed)).rejects.toThrow('文件太大')
  }, 60_000)

  test('says in one sentence that what is called an archive is none', async () => {
    await expect(readItems(file('plain.ndjson.gz', line()))).rejects.toThrow('不是 gzip 压缩文件')
  })

  test('says in a sentence that there is no such file', async () => {
    await expect(readItems(join(folder, 'nowhere.ndjson'))).rejects.toThrow('There is no such file')
    await expect(readItems(join(folder, 'nowhere.ndjson.gz'))).rejects.toThrow('no such file')
  })
})
