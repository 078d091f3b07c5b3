import { recount } from '@/workflow/usage/counts'
import { rebuildHours } from '@/workflow/usage/demand/rebuildHours'
import type { CommandContext, CommandResult } from './commands'
import { stoppedText } from './stopped'

/**
 * `npm run recount`: counts readings and uses of every day, and what is usual for each hour of the week, anew from what is
 * on record, while others work.
 */
export async function recountAll({
  payload,
  report,
  signal,
}: CommandContext): Promise<CommandResult> {
  const days = await recount(payload, {
    signal,
    report: (day, done, total) => report({ done, total, text: day }),
  })
  const reportMeans = (day: string) => report({ done: days, total: days, text: day })
  if (!signal.aborted) await rebuildHours(payload, new Date(), { signal, report: reportMeans })
  if (signal.aborted) return { exitCode: 130, output: stoppedText('recount') }
  return {
    exitCode: 0,
    output: `✓ 已按记录重新计数 ${days} 天。Counted anew from the record: ${days} days`,
  }
}
