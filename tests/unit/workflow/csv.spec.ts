import { describe, expect, it } from '@jest/globals'
import { csvLine } from '@/sheets/csvLine'
import { csvFile } from '@/workflow/csv'

describe('a line of a CSV file', () => {
  it.each(['=1', '+1', '-1', '@a', ' =1', '＝1', '\t=1'])('makes %j harmless', (cell) => {
    expect(csvLine([cell])).toBe(`'${cell}\r\n`)
  })

  it('quotes what would end a cell, and leaves numbers as they are', () => {
    expect(csvLine([-3, '甲,乙', '“丙”"丁"'])).toBe('-3,"甲,乙","“丙”""丁"""\r\n')
  })
})

describe('a CSV file', () => {
  it('begins as a spreadsheet expects, and reads no page that nobody takes', async () => {
    const read: number[] = []
    let isOver = false
    async function* pages() {
      try {
        for (let page = 1; page <= 50; page += 1) {
          read.push(page)
          yield [[page, '甲']]
        }
      } finally {
        isOver = true
      }
    }
    const { body, headers } = csvFile({
      ...{ name: '记录.csv', plainName: 'record.csv' },
      ...{ head: ['页', '字'], pages: pages() },
    })
    expect(headers.get('content-disposition')).toContain("filename*=UTF-8''%E8%AE%B0%E5%BD%95.csv")
    const reader = body!.getReader()
    const taken = [await reader.read(), await reader.read()].map(({ value }) =>
      new TextDecoder('utf-8', { ignoreBOM: true }).decode(value),
    )
    expect(taken).toEqual(['\uFEFF页,字\r\n', '1,甲\r\n'])
    await reader.cancel()
    expect(read.length).toBeLessThan(5)
    expect(isOver).toBe(true)
  })
})
