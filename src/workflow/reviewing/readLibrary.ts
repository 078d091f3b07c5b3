import type { PayloadRequest, Where } from 'payload'
import { idOf } from '@/access/actor'
import {
  dueIn,
  placeConditions,
  viewConditions,
  type Due,
  type ListAsked,
} from '@/access/listFilter'
import type { Library, State } from '@/access/rules'
import { readRows } from '@/tables'
import { namesOf } from '../namesOf'

export type LibraryRow = {
  id: string
  number: string
  title: string
  kind: string | null
  unitName: string
  categoryName: string | null
  openToUnits: boolean | null
  openToPublic: boolean | null
  state: State
  /** The copy is ahead of what readers see. */
  isAhead: boolean
  isWithdrawn: boolean
  isReturnAsked: boolean
  deletionAskedAt: string | null
  /** Why its deletion or return is asked for. */
  note: string | null
  trashedAt: string | null
  keeperName: string | null
  views: number
  publishedAt: string | null
}

/** What is wanted of a library: narrowed to, words in title or number (empty for none), in which order, which page. */
type LibraryWanted = ListAsked & {
  due: Due | null
  search: string
  sort: string
  page: number
  limit: number
}

/** One page of the working copies in this person's reach. Rejects as Payload's `find` with access does. */
export async function readLibrary(req: PayloadRequest, library: Library, asked: LibraryWanted) {
  const { docs, totalDocs, totalPages } = await req.payload.find({
    collection: library,
    where: { and: conditionsOf(library, asked) },
    sort: orderOf(asked.sort),
    context: { isOwnOrder: true },
    page: asked.page,
    limit: asked.limit,
    depth: 0,
    select: columns as Record<string, true>,
    overrideAccess: false,
    user: req.user,
    req,
  })
  const texts = docs as unknown as Text[]
  return { rows: await rowsOf(req, texts), total: totalDocs, pages: totalPages }
}

/** Its register row says since when an entry stands where it does or is to be deleted, and how often it was read. */
const orderOf = (sort: string): string =>
  sort
    .replace('stateSince', 'entry.stateSince')
    .replace('deletionState', 'entry.deletionRequestedAt')
    .replace('views', 'entry.views')

const columns = {
  ...{ number: true, title: true, unit: true, category: true, kind: true },
  ...{ openToUnits: true, openToPublic: true },
}

type Text = {
  id: string
  number: string
  title: string
  unit?: unknown
  category?: unknown
  kind?: string | null
  openToUnits?: boolean | null
  openToPublic?: boolean | null
}

type Standing = {
  id: string
  state: State
  revision: number
  liveRevision: number | null
  isWithdrawn: boolean | null
  returnRequestedBy: string | null
  deletionRequestedAt: string | null
  deletionReason: string | null
  returnReason: string | null
  trashedAt: string | null
  keeper: string | null
  views: number | null
}

function conditionsOf(library: Library, asked: LibraryWanted): Where[] {
  const { kind, search } = asked
  return [
    ...viewConditions(asked, 'entry.'),
    ...placeConditions(asked, 'entry.'),
    ...dueIn(library, asked),
    ...(kind ? [{ kind: { equals: kind } }] : []),
    ...(search ? [{ or: [{ title: { like: search } }, { number: { like: search } }] }] : []),
  ]
}

/** With what stands in other tables: one question for each of them. */
async function rowsOf({ payload }: PayloadRequest, texts: readonly Text[]): Promise<LibraryRow[]> {
  if (texts.length === 0) return []
  const ids = texts.map(({ id }) => id)
  const register = (await readRows(payload, {
    collection: 'register',
    where: { id: { in: ids } },
    columns: standing,
    limit: 0,
  })) as Standing[]
  const [nodes, keepers, published] = await Promise.all([
    namesOf(
      payload,
      texts.flatMap(({ unit, category }) => [idOf(unit), idOf(category)]),
      'nodes',
    ),
    namesOf(
      payload,
      register.map(({ keeper }) => keeper),
    ),
    approvedAt({ payload, ids }),
  ])
  return texts.flatMap((text) => {
    const entry = register.find(({ id }) => id === text.id)
    if (!entry) return []
    const { state, revision, liveRevision } = entry
    return {
      ...{ id: text.id, number: text.number, title: text.title, kind: text.kind ?? null },
      unitName: nodes.get(idOf(text.unit) ?? '') ?? '',
      categoryName: nodes.get(idOf(text.category) ?? '') ?? null,
      openToUnits: text.openToUnits ?? null,
      openToPublic: text.openToPublic ?? null,
      state,
      isAhead: state !== 'approved' && typeof liveRevision === 'number' && revision > liveRevision,
      isWithdrawn: entry.isWithdrawn === true,
      isReturnAsked: Boolean(entry.returnRequestedBy),
      deletionAskedAt: entry.deletionRequestedAt ?? null,
      note: noteOf(entry),
      trashedAt: entry.trashedAt ?? null,
      keeperName: keepers.get(entry.keeper ?? '') ?? null,
      views: entry.views ?? 0,
      publishedAt: published.get(text.id) ?? null,
    }
  })
}

const standing = [
  ...(['id', 'state', 'revision', 'liveRevision', 'isWithdrawn', 'keeper', 'views'] as const),
  ...(['returnRequestedBy', 'deletionRequestedAt', 'trashedAt'] as const),
  ...(['deletionReason', 'returnReason'] as const),
]

const noteOf = (entry: Standing): string | null => {
  if (entry.deletionRequestedAt) return entry.deletionReason
  return entry.returnRequestedBy ? entry.returnReason : null
}

/** 发布时间: since when readers have the text that is online. */
async function approvedAt(given: Pick<PayloadRequest, 'payload'> & { ids: string[] }) {
  const rows = await readRows(given.payload, {
    collection: 'publications',
    columns: ['entry', 'approvedAt'],
    where: { slot: { in: given.ids } },
    limit: 0,
  })
  return new Map(rows.map(({ entry, approvedAt }) => [String(entry), String(approvedAt)]))
}
