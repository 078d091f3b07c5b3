import { lastReconciled } from '@/search/sync/reconcile'
import { calendarNow } from '@/workflow/calendar/calendarNow'
import { lastKnown } from '@/workflow/calendar/workingDays'
import type { CommandContext, CommandResult } from '../commands'
import { examine } from './examine'
import type { Facts } from './facts'

/** Flaws told one by one. */
const most = 200

/** `npm run doctor`: is what readers see what approvers approved? Reads only; says each flaw in a sentence. */
export async function doctor(context: CommandContext): Promise<CommandResult> {
  const { lines, facts, log } = await examine(context)
  const known = holidaysKnown(lastKnown(await calendarNow(context.payload)))
  const counted = [countsOf(facts, log.count, context), reconciled(), known]
    .filter(Boolean)
    .join('\n')
  if (lines.length === 0)
    return { exitCode: 0, output: `✓ 没有发现问题。No violation.\n${counted}` }
  const more = lines.length > most ? [`… ${lines.length - most}`] : []
  const found = `发现 ${lines.length} 处问题。${lines.length} violations.`
  return { exitCode: 1, output: [...lines.slice(0, most), ...more, found, counted].join('\n') }
}

/** Each year's holidays are announced in the autumn before; the centre enters the notice, or they come with an update. */
const holidaysKnown = (year: number) =>
  `节假日安排已知至 ${year} 年，此后只按周一至周五计工作日。Holidays are known until ${year}; after it, Monday to Friday are working days.`

/** What the server's own hourly look found last; nothing where no server runs. */
function reconciled(): string {
  const last = lastReconciled()
  if (!last) return ''
  const { at, missing, stale, surplus, ahead, isRebuilt } = last
  const found = `缺 missing ${missing}，旧 stale ${stale}，多 surplus ${surplus}，超前 ahead ${ahead}`
  const anew = isRebuilt ? '，已重建索引 the index was made anew' : ''
  return `索引上次核对 The index was last compared: ${new Date(at).toISOString()}，${found}${anew}`
}

function countsOf(facts: Facts, rows: number, { isServing }: CommandContext): string {
  const { register, publications, decisions, index } = facts
  const notChecked = isServing
    ? '索引未查，检索引擎没有应答 index not checked: the engine does not answer'
    : '索引未查，服务器未运行 index not checked: no server runs'
  const inIndex = index ? `${index.length} 条索引 in the index` : notChecked
  return `${register.length} 条知识 entries,${publications.length} 条发布记录 publications,${decisions.length} 条审批记录 decisions,${rows} 条审计记录 audit rows,${inIndex}`
}

/**
 * `npm run audit:verify [-- ROW:HASH]`: is the audit log as it was written, and is every record as the log says?
 * With what an auditor noted of an earlier run, also whether that row is still in it.
 */
export async function verifyAudit(context: CommandContext): Promise<CommandResult> {
  const { args } = context
  const noted = args[0] === undefined ? null : notedOf(args[0])
  if (noted === undefined) return { exitCode: 2, output: usage }
  const { lines: found, log } = await examine(context)
  const isThere = noted === null || log.hashes.get(noted.seq) === noted.hash
  const lines = isThere ? found : [...found, notThere(noted.seq)]
  const summary = `共 ${log.count} 条，链头 ${log.head}\n${log.count} rows, head ${log.head}`
  if (lines.length === 0) return { exitCode: 0, output: `${whole}\n${summary}` }
  const more = lines.length > most ? [`… ${lines.length - most}`] : []
  const told = `发现 ${lines.length} 处问题。${lines.length} flaws.`
  return { exitCode: 1, output: [...lines.slice(0, most), ...more, told, summary].join('\n') }
}

const usage = '用法 Usage: npm run audit:verify [-- 序号ROW:校验值HASH]'

function notedOf(given: string): { seq: number; hash: string } | undefined {
  const [, seq, hash] = /^(\d+):([0-9a-f]{64})$/.exec(given) ?? []
  return seq && hash ? { seq: Number(seq), hash } : undefined
}

const whole =
  '✓ 审计日志完整，各项记录均与之相符。The audit log is whole and unchanged, and the records are as it says.'

const notThere = (seq: number) =>
  `✗ 第 ${seq} 条与记下的校验值不符。Row ${seq} is not as it was noted.`
