import type {
  CollectionBeforeOperationHook,
  BaseFilter,
  CollectionAfterOperationHook,
} from 'payload'
import { Refused } from '@/workflow/Refused'
import { listAsked, placeConditions, viewConditions } from '@/access/listFilter'
import type { Library } from '@/access/rules'
import { noteReading, flushReadings } from '@/workflow/audit/readings'
import { nameOfEntry } from '@/workflow/findings/personalNumbers'
import { noteView } from '@/workflow/usage/views'
import { actorOf } from '@/access/actor'
import { whoAsks } from '@/workflow/audit/append'
import { isGranted } from '@/access/granted'

type Asked = { where?: unknown; sort?: unknown; overrideAccess?: boolean }

/**
 * Two kinds of question are not answered over an interface. An order by something of another entry would
 * tell about texts the asker may not read, for Payload 3.90 asks no access of the other row when it sorts.
 * And conditions on what lies inside a text are put together wrongly on SQLite, as raw SQL. Where our own page says so
 * in `context.isOwnOrder`, which no interface can, the order is one of its own.
 */
export const guardQuery: CollectionBeforeOperationHook = ({ args, context }) => {
  const { where, sort, overrideAccess } = args as Asked
  if (overrideAccess) return
  if (where && typeof where !== 'object') throw new Refused('invalid', { fields: ['where'] })
  const orders = [sort].flat().flatMap((order) => String(order ?? '').split(','))
  if (!context.isOwnOrder && orders.some(leadsElsewhere))
    throw new Refused('invalid', { fields: ['sort'] })
  if (pathsOf(where).some(looksInside)) throw new Refused('invalid', { fields: ['where'] })
}

const ownPath = (path: string) => path.replace(/__/g, '.').replace(/^-?(version\.)?/, '')

const leadsElsewhere = (order: string) => /\./.test(ownPath(order).replace(/^contact\./, ''))

const looksInside = (path: string) => ownPath(path).startsWith('body.')

function pathsOf(where: unknown): string[] {
  if (Array.isArray(where)) return where.flatMap(pathsOf)
  if (typeof where !== 'object' || where === null) return []
  return Object.entries(where).flatMap(([path, inner]) => [path, ...pathsOf(inner)])
}

/**
 * Narrows a library's list to what its address names. Not by `where`: Payload 3.90 writes the path behind
 * a virtual field back into the address, and its own filters then fail on it.
 */
export const narrowList: BaseFilter = ({ req }) => {
  const asked = listAsked(req.query)
  const kind = asked.kind ? [{ kind: { equals: asked.kind } }] : []
  return { and: [...viewConditions(asked, 'entry.'), ...placeConditions(asked, 'entry.'), ...kind] }
}

type Text = { id: string; number?: string; title?: string; revision?: number; body?: unknown }
type Version = { id: string; parent: string | { id: string }; version: Text }

/** A working copy or a version of it that somebody opened; what only the server itself looked at is not. */
export const noteCopyReading =
  (library: Library): CollectionAfterOperationHook =>
  ({ operation, overrideAccess, req, result }) => {
    if (overrideAccess) return result
    if (operation === 'findByID') {
      note(result as Text)
      noteOpening(result as Text)
    }
    if (operation === 'findVersionByID') noteVersion(result as unknown as Version)
    // The admin's list shows columns; over REST a list hands out the texts themselves.
    const isList = operation === 'find' && req.payloadAPI === 'REST'
    if (isList) noteList((result as unknown as { docs: Text[] }).docs)
    if (operation === 'findVersions') {
      for (const version of (result as unknown as { docs: Version[] }).docs) noteVersion(version)
    }
    return result

    function note({ id, number, title, revision }: Text) {
      const subjectName = nameOfEntry({ number, title })
      noteReading(req.payload, {
        ...whoAsks(req),
        action: `${library}.read`,
        subject: id,
        subjectName,
        revision,
      })
    }

    /** Whether there is a live text to be opened is looked at when it is written. */
    function noteOpening({ id, number = '', title = '' }: Text) {
      const actor = actorOf(req.user)
      if (!actor) return
      const { id: reader, name: readerName, unit } = actor
      const who = { channel: 'admin', reader, readerName, unit } as const
      noteView(req.payload, { entry: id, number, title, ...who })
    }

    function noteVersion({ parent, version }: Version) {
      if (version) note({ ...version, id: typeof parent === 'string' ? parent : parent.id })
    }

    function noteList(docs: readonly Text[]) {
      const texts = docs.filter((doc) => 'body' in doc)
      if (texts.length === 0) return
      const numbers = texts.map(({ id, number, revision }) => `${number ?? id}/${revision ?? '?'}`)
      noteReading(req.payload, { ...whoAsks(req), action: `${library}.list`, details: { numbers } })
    }
  }

/**
 * Whoever may read the log finds in it what was read a moment ago. Never inside a transaction: what waits is written
 * by another one, which would wait for this.
 */
export const showReadingsFirst: CollectionBeforeOperationHook = async ({ operation, req }) => {
  const isReading = operation === 'read' || operation === 'count'
  if (isReading && !req.transactionID && isGranted(req.user, 'audit', 'read')) {
    await flushReadings(req.payload)
  }
}
