import { setTimeout as pause } from 'node:timers/promises'
import { searchEngine } from '@/search'
import { lastReconciled } from '@/search/sync/reconcile'
import { lastYearOfHolidays } from '@/workflow/workingDays'
import type { CommandContext, CommandResult } from '../commands'
import { violationsOf } from './checks'
import { readFacts } from './facts'

/** `npm run doctor`: is what readers see what approvers approved? Reads only; says each flaw in a sentence. */
export async function doctor(context: CommandContext): Promise<CommandResult> {
  let { lines, counted } = await examine(context)
  // What changes while it is read looks wrong for a moment; what is wrong stays so.
  for (let again = 0; context.isServing && lines.length > 0 && again < 2; again += 1) {
    await pause(1000)
    const next = await examine(context)
    counted = next.counted
    lines = lines.filter((line) => next.lines.includes(line))
  }
  counted = [counted, reconciled(), holidaysKnown].filter(Boolean).join('\n')
  if (lines.length === 0)
    return { exitCode: 0, output: `✓ 没有发现问题。No violation.\n${counted}` }
  const found = `发现 ${lines.length} 处问题。${lines.length} violations.`
  return { exitCode: 1, output: [...lines, found, counted].join('\n') }
}

/** Each year's holidays are announced in the autumn before, and come with an update of Zhiku. */
const holidaysKnown = `节假日安排已知至 ${lastYearOfHolidays} 年，此后只按周一至周五计工作日。Holidays are known until ${lastYearOfHolidays}; after it, Monday to Friday are working days.`

/** What the server's own hourly look found last; nothing where no server runs. */
function reconciled(): string {
  const last = lastReconciled()
  if (!last) return ''
  const { at, missing, stale, surplus, ahead, isRebuilt } = last
  const found = `缺 missing ${missing}，旧 stale ${stale}，多 surplus ${surplus}，超前 ahead ${ahead}`
  const anew = isRebuilt ? '，已重建索引 the index was made anew' : ''
  return `索引上次核对 The index was last compared: ${new Date(at).toISOString()}，${found}${anew}`
}

async function examine({ payload, isServing }: CommandContext) {
  const facts = await readFacts(payload, isServing ? searchEngine() : null)
  const { register, publications, decisions, index } = facts
  const notChecked = isServing
    ? '索引未查，检索引擎没有应答 index not checked: the engine does not answer'
    : '索引未查，服务器未运行 index not checked: no server runs'
  const inIndex = index ? `${index.length} 条索引 in the index` : notChecked
  return {
    lines: violationsOf(facts).map(({ zh, en }) => `✗ ${zh} ${en}`),
    counted: `${register.length} 条知识 entries,${publications.length} 条发布记录 publications,${decisions.length} 条审批记录 decisions,${inIndex}`,
  }
}
