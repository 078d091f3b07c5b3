import { serve } from '@/threads/serve'
import { chunkLength, chunkRows } from './limits'
import { openSource } from './openSource'
import type { Survey } from './source'
import { UnreadableSheet, type Said, type SheetRow } from './types'

/** Runs in a thread of its own, which reads one file. */
export type SheetQuestion =
  | { do: 'survey'; bytes: Uint8Array }
  | { do: 'open'; bytes: Uint8Array; survey: Survey }
  | { do: 'next' }

export type SheetAnswer =
  | { unreadable: Said; line: number | null }
  | { survey: Survey }
  /** No more when there are none. */
  | { rows: SheetRow[] }

let rows: AsyncGenerator<SheetRow> | null = null

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
