import type { Payload } from 'payload'
import type { SearchDocument, SearchEngine } from '../types'
import { liveRows } from './rows'
import { toSearchDocument } from './toSearchDocument'

/** Makes the index anew from the live rows; search goes on answering from the old one meanwhile. */
export async function rebuildIndex(
  payload: Payload,
  engine: SearchEngine,
  report: (done: number) => void = () => undefined,
): Promise<{ indexed: number }> {
  return engine.rebuild(documents(payload, report))
}

async function* documents(
  payload: Payload,
  report: (done: number) => void,
): AsyncGenerator<SearchDocument> {
  let done = 0
  for await (const row of liveRows(payload)) {
    yield toSearchDocument(row)
    report(++done)
  }
}
