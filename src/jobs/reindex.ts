import { closeSearchEngine, searchEngine } from '@/search'
import { rebuildIndex } from '@/search/sync/rebuildIndex'
import type { CommandContext, CommandResult } from './commands'
import { stoppedText } from './stopped'

const REPORT_EVERY = 250

/**
 * `npm run reindex`: makes the search index anew; readers go on searching in the old one meanwhile. Stopped
 * or killed, the next one goes on where it was.
 */
export async function reindex(context: CommandContext): Promise<CommandResult> {
  const { payload, isServing, signal } = context
  let from = 0
  let indexed = 0
  const report = reporting(context)
  try {
    await rebuildIndex(payload, searchEngine(), {
      signal,
      resumed: (done) => (from = done),
      report: (done, total) => report((indexed = done), { total, from }),
    })
  } catch (error) {
    if (!signal.aborted) throw error
    return { exitCode: 130, output: stoppedText('reindex') }
  } finally {
    if (!isServing) await closeSearchEngine()
  }
  const goneOn = from > 0 ? `（从第 ${from} 条继续 going on after ${from}）` : ''
  return {
    exitCode: 0,
    output: `✓ 索引已重建。The index was made anew: ${Math.max(indexed, from)}${goneOn}`,
  }
}

/** A few times a second, with the rate since this run began. */
function reporting({ report }: CommandContext) {
  const begun = performance.now()
  let last = -Infinity
  return (done: number, { total, from }: { total: number; from: number }) => {
    const now = performance.now()
    if (now - last < REPORT_EVERY && done < total) return
    last = now
    const rate = Math.round((done - from) / Math.max(0.001, (now - begun) / 1_000))
    const since = from > 0 ? `，从第 ${from} 条继续 going on after ${from}` : ''
    report({ done, total, text: `${rate} 条/秒 entries/s${since}` })
  }
}
