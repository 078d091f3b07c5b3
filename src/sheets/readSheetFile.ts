import { Mutex } from 'async-mutex'
import { once } from '@/once'
import { beginThread } from './inThread'
import type { Survey } from './source'
import type { Sheet, SheetRow } from './types'

/** One file is looked through at a time, however many are sent. */
const turns = () => once('sheets', () => new Mutex())

/**
 * Reads a table: xlsx, csv, tsv, JSON array or NDJSON, each also by gzip, known by what it contains. The file is read
 * to its end in a thread before this is answered, and once more each time its rows are gone through.
 * @throws UnreadableSheet with a sentence that says why it can't be read
 */
export async function readSheetFile(bytes: Uint8Array, signal?: AbortSignal): Promise<Sheet> {
  const survey = await turns().runExclusive(() => surveyOf(bytes, signal))
  const { headings, headLine, notes, count } = survey
  const rows = { [Symbol.asyncIterator]: () => rowsOf(bytes, survey, signal) }
  return { headings, headLine, notes, count, rows }
}

async function surveyOf(bytes: Uint8Array, signal: AbortSignal | undefined): Promise<Survey> {
  const { ask, end } = beginThread(signal)
  try {
    const answer = await ask({ do: 'survey', bytes })
    if ('survey' in answer) return answer.survey
    throw new Error('A sheet was to be surveyed.')
  } finally {
    await end()
  }
}

async function* rowsOf(
  bytes: Uint8Array,
  survey: Survey,
  signal: AbortSignal | undefined,
): AsyncGenerator<SheetRow[]> {
  const { ask, end } = beginThread(signal)
  try {
    await ask({ do: 'open', bytes, survey })
    for (;;) {
      const answer = await ask({ do: 'next' })
      if (!('rows' in answer) || answer.rows.length === 0) return
      yield answer.rows
    }
  } finally {
    await end()
  }
}
