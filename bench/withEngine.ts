import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createEmbeddedEngine } from '@/search/engines/embedded/createEmbeddedEngine'
import type { SearchDocument, SearchEngine } from '@/search/types'

/** Fills an engine of its own, lets `work` use it and takes everything away again. */
export async function withEngine(
  documents: readonly SearchDocument[],
  work: (engine: SearchEngine, secondsToFill: number) => Promise<void>,
): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'zhiku-bench-'))
  const engine = createEmbeddedEngine({ root: resolve('.'), dir })
  try {
    await engine.ping()
    const begun = performance.now()
    await engine.rebuild(stream(documents))
    await work(engine, (performance.now() - begun) / 1_000)
  } finally {
    await engine.close()
    rmSync(dir, { recursive: true, force: true })
  }
}

async function* stream<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  yield* items
}
