import { setTimeout as pause } from 'node:timers/promises'
import { createLocalReq } from 'payload'
import { searchEngine } from '@/search'
import { flushReadings } from '@/workflow/audit/readings'
import type { CommandContext } from '../commands'
import { violationsOf } from './checks'
import { readFacts, type Facts } from './facts'
import { chainTold } from './chainTold'
import { readLog, type Log } from './readLog'
import { recordFlaws } from './records'

/** All that is looked at by `doctor` and `audit:verify`, and what is wrong, a line each. */
export type Examined = { lines: string[]; facts: Facts; log: Log }

/**
 * Is what readers see what approvers approved, and is every record as the log says? What changes while it is read
 * looks wrong for a moment; what is wrong stays so, and only that is told.
 */
export async function examine(context: CommandContext): Promise<Examined> {
  let examined = await look(context)
  for (let again = 0; context.isServing && examined.lines.length > 0 && again < 2; again += 1) {
    await pause(1000)
    const next = await look(context)
    examined = { ...next, lines: examined.lines.filter((line) => next.lines.includes(line)) }
  }
  return examined
}

async function look({ payload, isServing, report }: CommandContext): Promise<Examined> {
  if (isServing) await flushReadings(payload)
  const req = await createLocalReq({}, payload)
  // First, so that no step of a running server can be newer than the log that is read after it.
  const facts = await readFacts(payload, isServing ? searchEngine() : null)
  const log = await readLog(req, (done) => report({ done, text: '审计记录 Audit rows' }))
  const records = await recordFlaws(payload, log, (done) => report({ done, text: '记录 Records' }))
  const unlogged = facts.decisions.filter(({ id }) => !log.steps.has(id))
  const lines = [
    ...chainTold(log),
    ...unlogged.map(withoutLine),
    ...[...violationsOf(facts, log), ...records].map(({ zh, en }) => `✗ ${zh}${en}`),
  ]
  return { lines, facts, log }
}

const withoutLine = ({ id, number }: Facts['decisions'][number]) =>
  `✗ ${number}：审批记录 ${id} 没有审计记录。${number}: the decision ${id} has no line in the log.`
