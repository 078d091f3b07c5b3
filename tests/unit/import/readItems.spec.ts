import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
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

  test('says in a sentence that there is no such file', async () => {
    await expect(readItems(join(folder, 'nowhere.ndjson'))).rejects.toThrow('There is no such file')
    await expect(readItems(join(folder, 'nowhere.ndjson.gz'))).rejects.toThrow('no such file')
  })
})
