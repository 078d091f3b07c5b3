import { Mutex } from 'async-mutex'
import { once } from '@/once'
import { startThread, type Thread } from '@/threads/startThread'
import { tooLarge } from './said'
import type { Survey } from './source'
import type { SheetAnswer, SheetQuestion } from './thread'
import { UnreadableSheet, type Sheet, type SheetRow } from './types'

/** Megabytes for what a thread makes of a file, beside the file. */
const mostMemory = 768

/** One file is looked through at a time, however many are sent. */
const turns = () => once('sheets', () => new Mutex())

/**
 * Reads a table: xlsx, csv, tsv, JSON array or NDJSON, each also by gzip, known by what it contains. The file is read
 * to its end in a thread before this is answered, and once more each time its rows are gone through.
 * @throws UnreadableSheet with a sentence that says why it can't be read
 */
export async function readSheetFile(bytes: Uint8Array, signal?: AbortSignal): Promise<Sheet> {
  const survey = await turns().runExclusive(() =>
    inThread(signal, async (ask) => {
      const answer = await ask({ do: 'survey', bytes })
      if ('survey' in answer) return answer.survey
      throw new Error('A sheet was to be surveyed.')
    }),
  )
  const { headings, headLine, notes, count } = survey
  return { headings, headLine, notes, count, rows: { [Symbol.asyncIterator]: () => rows() } }

  async function* rows(): AsyncGenerator<SheetRow[]> {
    yield* rowsOf(bytes, survey, signal)
  }
}

async function* rowsOf(
  bytes: Uint8Array,
  survey: Survey,
  signal: AbortSignal | undefined,
): AsyncGenerator<SheetRow[]> {
  const { ask, end } = begin(signal)
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

type Ask = (question: SheetQuestion) => Promise<SheetAnswer>

async function inThread<Value>(
  signal: AbortSignal | undefined,
  work: (ask: Ask) => Promise<Value>,
): Promise<Value> {
  const { ask, end } = begin(signal)
  try {
    return await work(ask)
  } finally {
    await end()
  }
}

function begin(signal: AbortSignal | undefined): { ask: Ask; end: () => Promise<void> } {
  signal?.throwIfAborted()
  const thread = startThread(process.cwd(), { script: 'sheets', data: {}, mostMemory })
  const stop = () => void thread.end()
  signal?.addEventListener('abort', stop)
  return {
    ask: (question) => answerOf(thread, question, signal),
    end: async () => {
      signal?.removeEventListener('abort', stop)
      await thread.end()
    },
  }
}

async function answerOf(
  thread: Thread,
  question: SheetQuestion,
  signal: AbortSignal | undefined,
): Promise<SheetAnswer> {
  try {
    await thread.ready
    const answer = (await thread.ask(question)) as SheetAnswer
    if ('unreadable' in answer) throw new UnreadableSheet(answer.unreadable, answer.line)
    return answer
  } catch (error) {
    signal?.throwIfAborted()
    const { code } = error as { code?: unknown }
    throw code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooLarge() : error
  }
}
