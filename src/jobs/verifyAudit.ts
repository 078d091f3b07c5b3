import { setImmediate as breathe } from 'node:timers/promises'
import { createLocalReq, type PayloadRequest } from 'payload'
import { settleAudit } from '@/workflow/audit/append'
import type { ChainedRow } from '@/workflow/audit/chain'
import { createCheck, type Flaw } from '@/workflow/audit/checkChain'
import { readHead } from '@/workflow/audit/head'
import { auditKeys } from '@/workflow/audit/keys'
import { flushReadings } from '@/workflow/audit/readings'
import type { CommandContext, CommandResult } from './commands'

/** Rows read at once. */
const page = 500
/** Flaws told one by one. */
const most = 200

/**
 * `npm run audit:verify [-- ROW:HASH]`: is the audit log as it was written? With what an auditor noted of an
 * earlier run, also whether that row is still in it.
 */
export async function verifyAudit(context: CommandContext): Promise<CommandResult> {
  const { payload, args } = context
  const noted = args[0] === undefined ? null : notedOf(args[0])
  if (noted === undefined) return { exitCode: 2, output: usage }
  if (context.isServing) await flushReadings(payload)
  const req = await createLocalReq({}, payload)
  // First, so that no step of a running server can be newer than the log that is read after it.
  const decisions = await findDecisions(req)
  const rows = await readRows(req, context)
  const lines = [
    ...rows.flaws.map(toldOf),
    ...(rows.isRepeated ? [repeated] : []),
    ...decisions.filter(({ id }) => !rows.steps.has(id)).map(unlogged),
    ...(noted && rows.hashes.get(noted.seq) !== noted.hash ? [notThere(noted.seq)] : []),
  ]
  const summary = `共 ${rows.count} 条，链头 ${rows.head}\n${rows.count} rows, head ${rows.head}`
  if (lines.length === 0) return { exitCode: 0, output: `${whole}\n${summary}` }
  const more = lines.length > most ? [`… ${lines.length - most}`] : []
  const found = `发现 ${lines.length} 处问题。${lines.length} flaws.`
  return { exitCode: 1, output: [...lines.slice(0, most), ...more, found, summary].join('\n') }
}

/** Row by row through the chain, and what is beside it. */
async function readRows(req: PayloadRequest, { report }: CommandContext) {
  const check = createCheck(auditKeys())
  const steps = new Set<string>()
  const hashes = new Map<number, string>()
  let count = 0
  const look = (row: ChainedRow) => {
    check.row(row)
    count += 1
    hashes.set(row.seq, row.hash)
    if (row.id.startsWith('step:')) steps.add(row.id.slice('step:'.length))
    if (count % page === 0) report({ done: count, text: '审计记录 Audit rows' })
  }
  await walk(req, { after: null, look })
  const head = await readHead(req)
  const end = head?.seq ?? 0
  // What a killed process had only promised, and what a running server wrote meanwhile.
  await settleAudit(req)
  await walk(req, { after: check.tip().seq, until: end, look })
  check.end(head)
  const beyond = [...hashes.keys()].filter((seq) => seq > end).length
  const isRepeated = (await countUntil(req, end)) > count - beyond
  return {
    ...{ flaws: check.flaws, steps, hashes, count, isRepeated },
    head: `${end}:${head?.hash ?? ''}`,
  }
}

/** Rows with the same number may hide behind the end of a page. */
async function countUntil(req: PayloadRequest, end: number): Promise<number> {
  const where = { seq: { greater_than: end } }
  const all = await req.payload.count({ collection: 'audit', overrideAccess: true, req })
  const after = await req.payload.count({ collection: 'audit', where, overrideAccess: true, req })
  return all.totalDocs - after.totalDocs
}

const usage = '用法 Usage: npm run audit:verify [-- 序号ROW:校验值HASH]'

function notedOf(given: string): { seq: number; hash: string } | undefined {
  const [, seq, hash] = /^(\d+):([0-9a-f]{64})$/.exec(given) ?? []
  return seq && hash ? { seq: Number(seq), hash } : undefined
}

/** Page by page in the order of the chain; a row without a number of its own comes first. */
async function walk(
  req: PayloadRequest,
  range: { after: number | null; until?: number; look: (row: ChainedRow) => void },
): Promise<void> {
  let { after } = range
  for (;;) {
    const above = after === null ? [] : [{ seq: { greater_than: after } }]
    const below = range.until === undefined ? [] : [{ seq: { less_than_equal: range.until } }]
    const { docs } = await req.payload.find({
      collection: 'audit',
      where: { and: [...above, ...below] },
      sort: 'seq',
      limit: page,
      pagination: false,
      depth: 0,
      overrideAccess: true,
      req,
    })
    for (const row of docs as unknown as ChainedRow[]) range.look(row)
    const last = docs.at(-1)?.seq
    if (docs.length < page || typeof last !== 'number') return
    after = last
    // SQLite answers without leaving the event loop: a running server answers between two pages.
    await breathe()
  }
}

async function findDecisions(req: PayloadRequest): Promise<{ id: string; number: string }[]> {
  const { docs } = await req.payload.find({
    collection: 'decisions',
    select: { number: true },
    pagination: false,
    depth: 0,
    overrideAccess: true,
    req,
  })
  return docs
}

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

const whole = '✓ 审计日志完整，未被改动。The audit log is whole and unchanged.'

const repeated = '✗ 有序号重复的记录。Some rows share a number.'

const unlogged = ({ id, number }: { id: string; number: string }) =>
  `✗ ${number}：审批记录 ${id} 没有审计记录。${number}: the decision ${id} has no line in the log.`

const notThere = (seq: number) =>
  `✗ 第 ${seq} 条与记下的校验值不符。Row ${seq} is not as it was noted.`
