import { rebuildFacts } from '@/workflow/facts/keepFacts'
import type { CommandContext, CommandResult } from './commands'
import { stoppedText } from './stopped'

/** `npm run facts`: reads the facts of every live text anew, while others work. */
export async function rebuildAllFacts({
  payload,
  report,
  signal,
}: CommandContext): Promise<CommandResult> {
  const texts = await rebuildFacts(payload, { signal, report: (done) => report({ done }) })
  if (signal.aborted) return { exitCode: 130, output: stoppedText('facts') }
  return {
    exitCode: 0,
    output: `✓ 已重新读取 ${texts} 条内容的要素。Facts read anew: ${texts} texts`,
  }
}
