import { setTimeout as pause } from 'node:timers/promises'
import { createLocalReq } from 'payload'
import { env } from '@/env'
import { searchEngine } from '@/search'
import type { Flaw } from '@/workflow/audit/chain'
import { flushReadings } from '@/workflow/audit/readings'
import type { CommandContext } from '../commands'
import { violationsOf } from './checks'
import { readFacts, type Facts } from './facts'
import { readLog, type Log } from './readLog'
import { recordFlaws } from './records'
import { siteFlaws } from './site'

/** All that is looked at by `doctor` and `audit:verify`, and what is wrong, a line each. */
export type Examined = { lines: string[]; facts: Facts; log: Log }

/**
 * Is what readers see what approvers approved, and is every record as the log says? What changes while it is read
 * looks wrong for a moment; what is wrong stays so, and only that is told.
 */
export async function examine(context: CommandContext): Promise<Examined> {
  let examined = await look(context)
  for (let again = 0; context.isServing && examined.lines.length > 0 && again < 2; again += 1) {
    await pause(between)
    const next = await look(context)
    examined = { ...next, lines: examined.lines.filter((line) => next.lines.includes(line)) }
  }
  return examined
}

/** What others have under way is over by then, in milliseconds; where a test waits for it, nobody has. */
const between = env.hasFaultPoints ? 50 : 1_000

async function look({ payload, isServing, report }: CommandContext): Promise<Examined> {
  if (isServing) await flushReadings(payload)
  const req = await createLocalReq({}, payload)
  // First, so that no step of a running server can be newer than the log that is read after it.
  const facts = await readFacts(payload, isServing ? searchEngine() : null)
  const log = await readLog(req, (done) => report({ done, text: '审计记录 Audit rows' }))
  const records = await recordFlaws(payload, log, (done) => report({ done, text: '记录 Records' }))
  const ofSite = await siteFlaws(payload)
  const unlogged = facts.decisions.filter(({ id }) => !log.steps.has(id))
  const lines = [
    ...chainTold(log),
    ...unlogged.map(withoutLine),
    ...[...violationsOf(facts, log), ...records, ...ofSite].map(({ zh, en }) => `✗ ${zh}${en}`),
  ]
  return { lines, facts, log }
}

const withoutLine = ({ id, number }: Facts['decisions'][number]) =>
  `✗ ${number}：审批记录 ${id} 没有审计记录。${number}: the decision ${id} has no line in the log.`

/** What is wrong with the chain of the audit log, a sentence each. */
export const chainTold = ({ flaws, isRepeated }: Pick<Log, 'flaws' | 'isRepeated'>): string[] => [
  ...flaws.map(toldOf),
  ...(isRepeated ? [repeated] : []),
]

const repeated = '✗ 有序号重复的记录。Some rows share a number.'

function toldOf({ kind, seq, until, id }: Flaw): string {
  const [zh, en] = sentences[kind]
  const rows = until === undefined || until === seq ? `${seq}` : `${seq}–${until}`
  const named = (text: string) => text.replace('{rows}', id ? `${rows} (${id})` : rows)
  return `✗ ${named(zh)}${named(en)}`
}

const sentences: Record<Flaw['kind'], [zh: string, en: string]> = {
  changed: [
    '第 {rows} 条被改动，或不是本系统写入的。',
    'Row {rows} was changed or not written by this system.',
  ],
  missing: ['第 {rows} 条缺失。', 'Row {rows} is missing.'],
  inserted: ['第 {rows} 条是插入的。', 'Row {rows} was inserted.'],
  outOfChain: ['第 {rows} 条与前一条接不上。', 'Row {rows} does not follow the row before it.'],
  cutOff: ['末尾的第 {rows} 条被截去。', 'Row {rows} was cut off at the end.'],
  headLost: [
    '在第 {rows} 条之前，链头曾缺失或被改动。',
    'Before row {rows} the head was lost or changed.',
  ],
  headChanged: [
    '链头缺失或被改动，或更换密钥后未设 ZHIKU_FORMER_SECRETS。',
    'The head is lost or changed, or the secret was changed without ZHIKU_FORMER_SECRETS.',
  ],
}
