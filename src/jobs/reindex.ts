import { closeSearchEngine, searchEngine } from '@/search'
import { rebuildIndex } from '@/search/sync/rebuildIndex'
import type { CommandContext, CommandResult } from './commands'

/** `npm run reindex`: makes the search index anew; readers go on searching in the old one meanwhile. */
export async function reindex({
  payload,
  report,
  isServing,
}: CommandContext): Promise<CommandResult> {
  const { indexed } = await rebuildIndex(payload, searchEngine(), (done) => report({ done }))
  if (!isServing) await closeSearchEngine()
  return { exitCode: 0, output: `✓ 索引已重建。The index was made anew: ${indexed}` }
}
