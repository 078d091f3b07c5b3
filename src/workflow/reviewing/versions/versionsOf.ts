import type { Payload, PayloadRequest, Where } from 'payload'
import { mayReadVersions } from '@/access/granted'
import type { Library } from '@/access/rules'
import { readRows } from '@/tables'
import { whoAsks } from '../../audit/append'
import { noteReading } from '../../audit/readings'
import { findEntry, type Entry } from '../../entry'
import { nameOfEntry } from '../../findings/personalNumbers'
import type { WorkingText } from '../../step/publication'

/** A text as somebody saved it. */
export type SavedVersion = {
  id: string
  revision: number
  title: string
  at: string
  byName: string | null
}

type Asked = { req: PayloadRequest; library: Library; id: string }
type Row = { id: string; updatedAt: string; version: Partial<WorkingText> & { title?: string } }

/** So many versions on a page. */
const limit = 50

/** The entry whose versions this person may read; null where there is none, or it is not theirs to read. */
export async function entryOfVersions({ req, library, id }: Asked): Promise<Entry | null> {
  const entry = await findEntry(req, id)
  return entry?.library === library && mayReadVersions(req.user, library, entry) ? entry : null
}

/** A page of an entry's versions, what was saved last on top. That somebody looked is on record. */
export async function versionsOf({ page, ...asked }: Asked & { page: number }) {
  const entry = await entryOfVersions(asked)
  if (!entry) return null
  const { req, library, id } = asked
  const [found, saver] = await Promise.all([
    req.payload.findVersions({
      collection: library,
      where: { parent: { equals: id } },
      sort: '-updatedAt',
      select: { updatedAt: true, version: { revision: true, title: true } },
      ...{ page, limit, depth: 0, overrideAccess: true, req },
    }),
    savedBy(req.payload, asked),
  ])
  const subject = { subject: id, subjectName: nameOfEntry(entry) }
  noteReading(req.payload, { ...whoAsks(req), action: `${library}.history`, ...subject })
  const versions = (found.docs as unknown as Row[]).map((row) => shownOf(row, saver))
  return { entry, versions, total: found.totalDocs, pages: found.totalPages }
}

/** One version with its whole text; null where there is none such of this entry. */
export async function savedText(
  { req, library, id }: Asked,
  which: Where,
): Promise<{ saved: SavedVersion; text: WorkingText } | null> {
  const { docs } = await req.payload.findVersions({
    collection: library,
    where: { and: [{ parent: { equals: id } }, which] },
    sort: '-updatedAt',
    ...{ limit: 1, pagination: false, depth: 0, overrideAccess: true, req },
  })
  const [row] = docs as unknown as Row[]
  if (!row) return null
  const saver = await savedBy(req.payload, { library, id })
  return { saved: shownOf(row, saver), text: { ...row.version, id } as WorkingText }
}

type Saver = Awaited<ReturnType<typeof savedBy>>

function shownOf({ id, updatedAt, version }: Row, saver: Saver): SavedVersion {
  const revision = Number(version.revision ?? 0)
  const at = new Date(updatedAt).toISOString()
  const title = String(version.title ?? '')
  return { id: String(id), revision, title, at, byName: saver({ revision, at }) }
}

type Line = { byName: string | null; revision: number | null; at: string }
type Saved = { revision: number; at: string }

/**
 * Who saved which version: the log knows, in which each save left a line of the same revision a moment before or
 * after. Null where the system did, or nothing tells.
 */
async function savedBy(
  payload: Payload,
  { library, id }: { library: Library; id: string },
): Promise<(version: Saved) => string | null> {
  const saves = ['create', 'save', 'saveDirectly'].map((action) => `${library}.${action}`)
  const lines = (await readRows(payload, {
    collection: 'audit',
    where: { and: [{ subject: { equals: id } }, { action: { in: saves } }] },
    columns: ['byName', 'revision', 'at'],
    sort: 'seq',
    limit: 0,
  })) as Line[]
  return ({ revision, at }) => {
    const apart = (line: Line) => Math.abs(Date.parse(line.at) - Date.parse(at))
    const [nearest] = lines
      .filter((line) => line.revision === revision)
      .toSorted((one, other) => apart(one) - apart(other))
    return nearest?.byName ?? null
  }
}
