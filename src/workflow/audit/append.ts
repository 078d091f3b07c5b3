import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { PayloadRequest } from 'payload'
import { inTransaction } from '../inTransaction'
import { Refused } from '../Refused'
import { findOne, insert, insertOnce, isAtomic } from '../store'
import {
  auditKeys,
  beginning,
  chained,
  presentKey,
  sealOf,
  type AuditLine,
  type ChainedRow,
  type Tip,
} from './chain'
import { makeHead, moveHead, moveHeadBehind, readHead, type StoredHead } from './head'

/**
 * Leaves a line in the audit log under the name of whoever asks, in the transaction of what it tells; true
 * where it is new. No text of an entry and no personal data in `details`.
 */
export async function recordAudit({
  req,
  ...line
}: NewLine & { req: PayloadRequest }): Promise<boolean> {
  return (await appendAudit(req, [{ ...whoAsks(req), ...line }])) > 0
}

/** A person or a system, whether or not the account counts for anything yet. */
export function whoAsks({ user }: PayloadRequest): { by: string | null; byName: string | null } {
  const { id, name } = (user ?? {}) as { id?: string; name?: string | null }
  return { by: id ?? null, byName: name ?? null }
}

/**
 * A line as callers give it; one with an `id` is written once, however often it is given, and where it is known to be
 * new it is not looked for.
 */
export type NewLine = Pick<AuditLine, 'action'> & Partial<AuditLine>

const collection = 'audit'

/** How often a line is tried again where others write at the same time and nothing makes them wait. */
const most = 400

/**
 * Puts lines at the end of the log, in the transaction of what they tell; returns how many were new. Where
 * the database has no transactions, the head is moved first and carries the rows, and whoever appends next
 * writes what a killed process left out.
 */
export async function appendAudit(
  req: PayloadRequest,
  given: readonly NewLine[],
  { areNew } = { areNew: false },
): Promise<number> {
  const lines = given.map(complete)
  // Without transactions somebody may finish the same step at the same time.
  const named = new Set(areNew && (await isAtomic(req)) ? [] : given.map(({ id }) => id))
  return inTransaction(req, async () => {
    for (let attempt = 0; attempt < most; attempt += 1) {
      const appended = await tryAppend(req, lines, named)
      if (appended !== null) return appended
      await pause(Math.random() * Math.min(attempt, 25))
    }
    throw new Refused('busy')
  })
}

/** Writes what a killed process had only promised; at start-up and before the log is examined. */
export async function settleAudit(req: PayloadRequest): Promise<void> {
  for (const row of (await readHead(req))?.rows ?? [])
    await insertOnce({ req, collection, data: row })
}

async function tryAppend(
  req: PayloadRequest,
  lines: readonly AuditLine[],
  named: ReadonlySet<string | undefined>,
): Promise<number | null> {
  const isWhole = await isAtomic(req)
  const last = isWhole ? await lastRow(req, beginning.seq) : null
  const appended = last && (await appendBehind({ req, last, lines, named }))
  if (appended !== null) return appended
  const head = (await readHead(req)) ?? (await makeHead(req))
  for (const row of head.rows) await insertOnce({ req, collection, data: row })
  const fresh = await unknownOf(req, lines, named)
  if (fresh.length === 0) return 0
  const { tip, remark } = await continueFrom(req, head)
  const rows = chained([...remark, ...fresh], tip, presentKey())
  const to = rows.at(-1)!
  const isMoved = await moveHead({ req, from: head.seq, to, rows: isWhole ? [] : rows })
  if (!isMoved) return null
  for (const row of rows) {
    await (isWhole ? insert : insertOnce)({ req, collection, data: row })
  }
  return fresh.length
}

/** Where head and last row agree, as they nearly always do; null where they do not, and nothing was written. */
async function appendBehind(given: {
  req: PayloadRequest
  last: ChainedRow
  lines: readonly AuditLine[]
  named: ReadonlySet<string | undefined>
}): Promise<number | null> {
  const { req, last, lines, named } = given
  const fresh = await unknownOf(req, lines, named)
  if (fresh.length === 0) return 0
  const rows = chained(fresh, last, presentKey())
  if (!(await moveHeadBehind({ req, row: last, to: rows.at(-1)!, rows: [] }))) return null
  for (const row of rows) await insert({ req, collection, data: row })
  return fresh.length
}

/** Ids of our own making are new by themselves; the others may be there. */
async function unknownOf(
  req: PayloadRequest,
  lines: readonly AuditLine[],
  named: ReadonlySet<string | undefined>,
): Promise<AuditLine[]> {
  const unknown: AuditLine[] = []
  for (const line of lines) {
    const where = { id: { equals: line.id } }
    if (!named.has(line.id) || !(await findOne({ req, collection, where }))) unknown.push(line)
  }
  return unknown
}

/**
 * Where the chain goes on. A head that somebody else wrote, or that lies behind rows there are, is not
 * trusted: the log goes on behind its last row and says so in a line that stays.
 */
async function continueFrom(
  req: PayloadRequest,
  head: StoredHead,
): Promise<{ tip: Tip; remark: AuditLine[] }> {
  const isOurs = auditKeys().findIndex((key) => sealOf(head, key) === head.seal)
  const beyond = isOurs < 0 ? 0 : head.seq
  const last = await lastRow(req, beyond)
  if (isOurs >= 0 && !last) {
    const isPresent = isOurs === auditKeys().length - 1
    return { tip: head, remark: isPresent ? [] : [complete({ action: 'audit.newKey' })] }
  }
  if (!last && head.seq === beginning.seq) return { tip: beginning, remark: [] }
  const remark = complete({ action: 'audit.headLost', details: { head: head.seq } })
  return { tip: last ?? beginning, remark: [remark] }
}

async function lastRow(req: PayloadRequest, beyond: number): Promise<ChainedRow | null> {
  const { docs } = await req.payload.db.find<ChainedRow>({
    collection,
    where: { seq: { greater_than: beyond } },
    sort: '-seq',
    limit: 1,
    pagination: false,
    req,
  })
  return docs[0] ?? null
}

const complete = (line: NewLine): AuditLine => ({
  id: randomUUID(),
  at: new Date().toISOString(),
  by: null,
  byName: null,
  subject: null,
  subjectName: null,
  revision: null,
  details: null,
  ...line,
})
