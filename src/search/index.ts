import { join } from 'node:path'
import { env } from '@/env'
import { createEmbeddedEngine } from './engines/embedded/createEmbeddedEngine'
import type { SearchEngine } from './types'

const key = Symbol.for('zhiku.search')

type Holder = { [key]?: SearchEngine }

const holder = globalThis as Holder

/** The engine of this process, made at first use; one, although a bundle may hold this file twice. */
export function searchEngine(): SearchEngine {
  return (holder[key] ??= createEmbeddedEngine({
    root: process.cwd(),
    dir: join(env.dataDir, 'index'),
  }))
}

/** Closes the engine where one was made; the next use makes another. */
export async function closeSearchEngine(): Promise<void> {
  const engine = holder[key]
  delete holder[key]
  await engine?.close()
}
