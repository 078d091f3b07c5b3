import { setImmediate as breathe } from 'node:timers/promises'
import type { Payload, PayloadRequest } from 'payload'
import { libraries } from '@/access/rules'
import { settleAudit } from '@/workflow/audit/append'
import { type ChainedRow, createCheck, type Flaw, auditKeys } from '@/workflow/audit/chain'
import type { Vouched } from '@/workflow/audit/digests'
import { readHead } from '@/workflow/audit/head'

/** What the audit log says, read once from its first row to its last. */
export type Log = {
  flaws: readonly Flaw[]
  /** Do some rows share a number? */
  isRepeated: boolean
  count: number
  /** `ROW:HASH` of the last row, to be noted elsewhere. */
  head: string
  hashes: ReadonlyMap<number, string>
  /** Ids of decisions that have a line. */
  steps: ReadonlySet<string>
  /** The last digest of each record (`kind:id`); null of one that is gone. */
  vouched: ReadonlyMap<string, string | null>
  /** By the publication: the decision that closed it. */
  closed: ReadonlyMap<string, string>
  /** By the entry: who saved a new text since the last that was put online. */
  savers: ReadonlyMap<string, ReadonlySet<string>>
  /** Numbers and titles of entries whose approver had saved the text. */
  ownWork: readonly string[]
}

/** Rows read at once. */
const page = 500

export async function readLog(
  req: PayloadRequest,
  report: (done: number) => void = () => {},
): Promise<Log> {
  const check = createCheck(auditKeys())
  const told = createReading()
  const hashes = new Map<number, string>()
  let count = 0
  const look = (row: ChainedRow) => {
    check.row(row)
    count += 1
    hashes.set(row.seq, row.hash)
    told.row(row)
    if (count % page === 0) report(count)
  }
  await walk(req.payload, { after: null, look })
  const head = await readHead(req)
  const end = head?.seq ?? 0
  // What a killed process had only promised, and what a running server wrote meanwhile.
  await settleAudit(req)
  await walk(req.payload, { after: check.tip().seq, until: end, look })
  check.end(head)
  const beyond = [...hashes.keys()].filter((seq) => seq > end).length
  const isRepeated = (await countUntil(req, end)) > count - beyond
  return {
    ...told.facts,
    ...{ flaws: check.flaws, isRepeated, count, hashes },
    head: `${end}:${head?.hash ?? ''}`,
  }
}

/** What the lines tell of records, in their order. */
function createReading() {
  const steps = new Set<string>()
  const vouched = new Map<string, string | null>()
  const closed = new Map<string, string>()
  const savers = new Map<string, Set<string>>()
  const revisions = new Map<string, number>()
  const ownWork: string[] = []
  return {
    facts: { steps, vouched, closed, savers, ownWork },
    row({ id, action, subject, subjectName, by, revision, details }: ChainedRow): void {
      const told = (details ?? {}) as { vouches?: Vouched; closed?: string; isSystems?: boolean }
      const { vouches, closed: row } = told
      for (const [key, digest] of Object.entries(vouches ?? {})) vouched.set(key, digest)
      const entry = subject ?? ''
      if (isSave.test(action)) {
        if ((revision ?? 0) > (revisions.get(entry) ?? 0) && by && !told.isSystems) {
          savers.set(entry, (savers.get(entry) ?? new Set()).add(by))
        }
        revisions.set(entry, revision ?? 0)
      }
      if (!id.startsWith('step:')) return
      const decision = id.slice('step:'.length)
      steps.add(decision)
      if (row) closed.set(row, decision)
      if (!isOnline.test(action)) return
      const isOwn = action.endsWith('.approve') && by !== null && savers.get(entry)?.has(by)
      if (isOwn) ownWork.push(subjectName ?? entry)
      savers.delete(entry)
      revisions.set(entry, revision ?? 0)
    },
  }
}

const ofLibrary = (actions: string) => new RegExp(`^(?:${libraries.join('|')})\\.(?:${actions})$`)
const isSave = ofLibrary('create|save')
/** Steps that put a new text online. */
const isOnline = ofLibrary('approve|publish|saveDirectly')

/** Rows with the same number may hide behind the end of a page. */
async function countUntil(req: PayloadRequest, end: number): Promise<number> {
  const where = { seq: { greater_than: end } }
  const all = await req.payload.count({ collection: 'audit', overrideAccess: true, req })
  const after = await req.payload.count({ collection: 'audit', where, overrideAccess: true, req })
  return all.totalDocs - after.totalDocs
}

/** Page by page in the order of the chain; a row without a number of its own comes first. */
async function walk(
  payload: Payload,
  range: { after: number | null; until?: number; look: (row: ChainedRow) => void },
): Promise<void> {
  let { after } = range
  for (;;) {
    const above = after === null ? [] : [{ seq: { greater_than: after } }]
    const below = range.until === undefined ? [] : [{ seq: { less_than_equal: range.until } }]
    const { docs } = await payload.find({
      collection: 'audit',
      where: { and: [...above, ...below] },
      sort: 'seq',
      limit: page,
      pagination: false,
      depth: 0,
      overrideAccess: true,
    })
    for (const row of docs as unknown as ChainedRow[]) range.look(row)
    const last = docs.at(-1)?.seq
    if (docs.length < page || typeof last !== 'number') return
    after = last
    // SQLite answers without leaving the event loop: a running server answers between two pages.
    await breathe()
  }
}
