import { serve } from '@/threads/serve'
import { chunkLength, chunkRows } from './limits'
import { openSource } from './openSource'
import type { Survey } from './source'
import { UnreadableSheet, type Said, type SheetRow } from './types'
import { writeXlsx, type WrittenRow, type XlsxWriter } from './xlsx/writeXlsx'

/** Asked of a thread of its own, which reads or writes one file. */
export type SheetQuestion =
  | { do: 'survey'; bytes: Uint8Array }
  | { do: 'open'; bytes: Uint8Array; survey: Survey }
  | { do: 'next' }
  | { do: 'write'; head: WrittenRow }
  | { do: 'add'; rows: WrittenRow[] }
  | { do: 'end' }

export type SheetAnswer =
  | { unreadable: Said; line: number | null }
  | { survey: Survey }
  /** No more when there are none. */
  | { rows: SheetRow[] }
  | { bytes: Uint8Array }

let rows: AsyncGenerator<SheetRow> | null = null
let writer: XlsxWriter | null = null

serve<SheetQuestion>(async (question): Promise<SheetAnswer> => {
  try {
    return await answerTo(question)
  } catch (error) {
    if (!(error instanceof UnreadableSheet)) throw error
    return { unreadable: error.said, line: error.line }
  }
})

async function answerTo(question: SheetQuestion): Promise<SheetAnswer> {
  switch (question.do) {
    case 'survey':
      return { survey: await (await openSource(question.bytes)).survey() }
    case 'open':
      rows = (await openSource(question.bytes)).rows(question.survey)
      return { rows: [] }
    case 'next':
      return { rows: await chunk() }
    case 'write':
      writer = writeXlsx(question.head)
      return { bytes: writer.add([]) }
    case 'add':
      return { bytes: writer?.add(question.rows) ?? new Uint8Array() }
    case 'end':
      return { bytes: writer?.end() ?? new Uint8Array() }
  }
}

async function chunk(): Promise<SheetRow[]> {
  const some: SheetRow[] = []
  let length = 0
  while (some.length < chunkRows && length < chunkLength) {
    const next = await rows?.next()
    if (!next || next.done) break
    some.push(next.value)
    for (const cell of next.value.cells) length += cell.length
  }
  return some
}
