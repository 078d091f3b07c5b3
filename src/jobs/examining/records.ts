import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as breathe } from 'node:timers/promises'
import type { Payload } from 'payload'
import { env } from '@/env'
import {
  contentHash,
  coveredCollections,
  isVouchedBy,
  keyOf,
  type Covered,
} from '@/workflow/audit/digests'
import { auditKeys } from '@/workflow/audit/chain'
import type { Violation } from './facts'
import type { Log } from './readLog'

type Row = { id: string } & Record<string, unknown>

const page = 200

/**
 * Holds each record against what the log says of it: records that were changed, put in or taken out by hand, texts
 * that are not what their hash says, publications that were opened or closed again, files whose content is another.
 */
export async function recordFlaws(
  payload: Payload,
  log: Log,
  report: (done: number) => void = () => {},
): Promise<Violation[]> {
  const found: Violation[] = []
  const seen = new Set<string>()
  let done = 0
  for (const kind of coveredCollections) {
    for await (const row of rowsOf(payload, kind)) {
      seen.add(keyOf(kind, row.id))
      found.push(...flawsOf(kind, row, log))
      if (kind === 'publications') found.push(...flawsOfPublication(row, log))
      if (kind === 'media') found.push(...(await flawsOfFile(row)))
      if ((done += 1) % page === 0) report(done)
    }
  }
  for (const [key, digest] of log.vouched) {
    if (digest !== null && !seen.has(key)) found.push(recordTold.gone(key))
  }
  return found
}

function flawsOf(kind: Covered, row: Row, { vouched }: Log): Violation[] {
  const digest = vouched.get(keyOf(kind, row.id))
  const name = nameOf(kind, row)
  if (digest === undefined) return [recordTold.unknown(name)]
  if (digest === null) return [recordTold.back(name)]
  const isAsTold = auditKeys().some((key) => isVouchedBy(digest, kind, row, key))
  return isAsTold ? [] : [recordTold.changed(name)]
}

/** Its words are those that were hashed when it was shown; it is live until a step closes it. */
function flawsOfPublication(row: Row, { closed }: Log): Violation[] {
  const name = nameOf('publications', row)
  const by = closed.get(row.id)
  const isLive = row.isLive === true && row.slot === row.entry
  const isClosed = row.isLive === false && row.slot === row.id && row.closedBy === by
  return [
    ...(contentHash(row) === row.hash ? [] : [recordTold.otherWords(name)]),
    ...((by ? isClosed : isLive) ? [] : [recordTold.otherStanding(name)]),
  ]
}

/** A file is named by the hash of what it contains. */
async function flawsOfFile(row: Row): Promise<Violation[]> {
  const hash = createHash('sha256')
  try {
    const path = join(env.dataDir, 'uploads', String(row.filename))
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  } catch {
    return [recordTold.noFile(nameOf('media', row))]
  }
  return hash.digest('hex') === row.hash ? [] : [recordTold.otherFile(nameOf('media', row))]
}

/** Below access and hooks, page by page in the order of ids. */
async function* rowsOf(payload: Payload, kind: Covered): AsyncGenerator<Row> {
  if (kind === 'settings') {
    const settings = (await payload.db.findGlobal({ slug: kind })) as Record<string, unknown> | null
    if (settings?.id ?? settings?.createdAt) yield { ...settings, id: kind }
    return
  }
  let after = ''
  for (;;) {
    const { docs } = await payload.db.find<Row>({
      collection: kind,
      where: { id: { greater_than: after } },
      sort: 'id',
      limit: page,
      pagination: false,
    })
    yield* docs
    const last = docs.at(-1)
    if (docs.length < page || !last) return
    after = last.id
    await breathe()
  }
}

const nameOf = (kind: Covered, row: Row): string =>
  [kind, row.number ?? row.username ?? row.name ?? row.query ?? row.title ?? '', row.id]
    .filter(Boolean)
    .join(' ')

/** What is wrong with a record, as sentences; `name` says which kind it is of, what it is called, and its id. */
export const recordTold = {
  changed: (name: string): Violation => ({
    zh: `记录被改动：${name}。`,
    en: `A record was changed: ${name}.`,
  }),
  unknown: (name: string): Violation => ({
    zh: `审计日志没有记载的记录：${name}。`,
    en: `A record the log knows nothing of: ${name}.`,
  }),
  back: (name: string): Violation => ({
    zh: `已删除的记录又出现：${name}。`,
    en: `A deleted record is there again: ${name}.`,
  }),
  gone: (name: string): Violation => ({
    zh: `记录缺失：${name}。`,
    en: `A record is missing: ${name}.`,
  }),
  otherWords: (name: string): Violation => ({
    zh: `发布的文字与其校验值不符：${name}。`,
    en: `A published text is not what its hash says: ${name}.`,
  }),
  otherStanding: (name: string): Violation => ({
    zh: `发布记录的上线或关闭与审批记录不符：${name}。`,
    en: `A publication is live or closed against the steps: ${name}.`,
  }),
  noFile: (name: string): Violation => ({
    zh: `附件文件缺失：${name}。`,
    en: `The file is missing: ${name}.`,
  }),
  otherFile: (name: string): Violation => ({
    zh: `附件文件的内容被改动：${name}。`,
    en: `The content of a file was changed: ${name}.`,
  }),
  ownWork: (name: string): Violation => ({
    zh: `${name}：审批人保存过所审批的文字。`,
    en: `${name}: the approver had saved the text that was approved.`,
  }),
} as const
