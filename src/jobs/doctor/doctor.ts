import type { CommandContext, CommandResult } from '../commands'
import { violationsOf } from './checks'
import { readFacts } from './facts'

/** `npm run doctor`: is what readers see what approvers approved? Reads only; says each flaw in a sentence. */
export async function doctor({ payload }: CommandContext): Promise<CommandResult> {
  const facts = await readFacts(payload, null)
  const violations = violationsOf(facts)
  if (violations.length > 0) {
    const lines = violations.map(({ zh, en }) => `✗ ${zh} ${en}`)
    const count = violations.length
    return {
      exitCode: 1,
      output: [...lines, `发现 ${count} 处问题。${count} violations.`].join('\n'),
    }
  }
  const counted = `${facts.register.length} 条知识 entries,${facts.publications.length} 条发布记录 publications,${facts.decisions.length} 条审批记录 decisions`
  return { exitCode: 0, output: `✓ 没有发现问题。No violation. (${counted})` }
}
