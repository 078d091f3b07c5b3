import { createHmac } from 'node:crypto'
import { env } from '@/env'
import type { AuditAction } from '@/i18n/auditActions'

/** What a line of the log says. Names are plain text: the log outlives those it names. */
export type AuditLine = {
  id: string
  at: string
  action: AuditAction
  by: string | null
  byName: string | null
  subject: string | null
  subjectName: string | null
  revision: number | null
  details: Record<string, unknown> | null
}

/** A line at its place in the chain; `previous` is the hash of the row before, empty for the first. */
export type ChainedRow = AuditLine & { seq: number; previous: string; hash: string }

/** The last row of the chain. */
export type Tip = { seq: number; hash: string }

export const beginning: Tip = { seq: 0, hash: '' }

/** Puts lines behind the tip, in their order. */
export function chained(lines: readonly AuditLine[], tip: Tip, key: Buffer): ChainedRow[] {
  const rows: ChainedRow[] = []
  for (const line of lines) {
    const { seq, hash: previous } = rows.at(-1) ?? tip
    const row = { ...line, seq: seq + 1, previous }
    rows.push({ ...row, hash: hashOf(row, key) })
  }
  return rows
}

/** Over everything the row says and the hash before it: without the key nobody can compute it anew. */
function hashOf(row: Omit<ChainedRow, 'hash'>, key: Buffer): string {
  const { seq, previous, id, at, action, by, byName, subject, subjectName, revision, details } = row
  const told = [seq, previous, id, new Date(at).toISOString(), action]
  // Databases differ in what they keep of an empty text.
  const named = [by, byName, subject, subjectName].map((name) => name || null)
  return hmac(key, JSON.stringify([...told, ...named, revision ?? null, ordered(details ?? null)]))
}

/** Marks the tip as ours: an older row copied over it has no such seal unless somebody kept it. */
export const sealOf = ({ seq, hash }: Tip, key: Buffer): string => hmac(key, `${seq} ${hash}`)

/** Derived, so that what a hash might tell of the key tells nothing of the instance's secret. */
export const keyFrom = (secret: string): Buffer =>
  createHmac('sha256', secret).update('zhiku audit log').digest()

const hmac = (key: Buffer, text: string) => createHmac('sha256', key).update(text).digest('hex')

/** Keys in one order, whatever order the database gives them back in. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined)
  entries.sort(([one], [other]) => (one < other ? -1 : 1))
  return Object.fromEntries(entries.map(([name, inner]) => [name, ordered(inner)]))
}

let derived: readonly Buffer[] | undefined

/** Of the secrets this instance had, oldest first; the last one is in use. */
export const auditKeys = (): readonly Buffer[] =>
  (derived ??= [...env.formerSecrets, env.secret].map(keyFrom))

export const presentKey = (): Buffer => auditKeys().at(-1)!

/** What is wrong, and with which row; `missing` and `cutOff` may name several at once. */
export type Flaw = {
  kind: 'changed' | 'missing' | 'inserted' | 'outOfChain' | 'cutOff' | 'headLost' | 'headChanged'
  seq?: number
  until?: number
  id?: string
}

export type Head = Tip & { seal: string }

/**
 * Walks the chain row by row, ordered by `seq`. `keys` are the former ones and then the present one, oldest
 * first: once a row was made with a newer key, no older one counts.
 */
export function createCheck(keys: readonly Buffer[]) {
  const flaws: Flaw[] = []
  let last = { ...beginning, isSound: true }
  let oldest = 0

  const keyOf = (row: ChainedRow) =>
    keys.findIndex((key, at) => at >= oldest && hashOf(row, key) === row.hash)

  return {
    flaws,
    tip: (): Tip => ({ seq: last.seq, hash: last.hash }),

    row(row: ChainedRow): void {
      const { seq, id, previous, hash, action } = row
      if (!Number.isInteger(seq) || seq <= last.seq) {
        flaws.push({ kind: 'inserted', seq, id })
        return
      }
      const isNext = seq === last.seq + 1
      if (!isNext) flaws.push({ kind: 'missing', seq: last.seq + 1, until: seq - 1 })
      const key = keyOf(row)
      if (key < 0) flaws.push({ kind: 'changed', seq, id })
      else oldest = key
      const isAfter = !isNext || !last.isSound || previous === last.hash
      if (key >= 0 && !isAfter) flaws.push({ kind: 'outOfChain', seq, id })
      if (action === 'audit.headLost') flaws.push({ kind: 'headLost', seq, id })
      last = { seq, hash, isSound: key >= 0 }
    },

    /** `head` is what the database says the last row is. */
    end(head: Head | null): void {
      if (!head || !keys.some((key, at) => at >= oldest && sealOf(head, key) === head.seal)) {
        flaws.push({ kind: 'headChanged' })
        return
      }
      if (head.seq > last.seq) flaws.push({ kind: 'cutOff', seq: last.seq + 1, until: head.seq })
      if (head.seq < last.seq) {
        flaws.push({ kind: 'inserted', seq: head.seq + 1, until: last.seq })
      }
      if (head.seq === last.seq && head.hash !== last.hash && last.isSound) {
        flaws.push({ kind: 'outOfChain', seq: last.seq })
      }
    },
  }
}
