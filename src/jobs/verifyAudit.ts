import type { CommandContext, CommandResult } from './commands'
import { examine } from './examining/examine'

/** Flaws told one by one. */
const most = 200

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
