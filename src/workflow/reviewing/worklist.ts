import type { Endpoint, PayloadRequest, Where } from 'payload'
import { actorOf } from '@/access/actor'
import { listFlags, viewConditions } from '@/access/listFilter'
import { readQuery, unansweredQuery } from '@/access/reach'
import { libraries, states, type Library, type State } from '@/access/rules'
import { countRows, readRows } from '@/tables'
import { answer } from '../answer'
import { answersOf, type Entry } from '../entry'
import { registerCounts } from './registerCounts'
import { Refused } from '../Refused'
import { viewCounts } from '../usage/views/viewCounts'

const pageSize = 20

/** Marks the list can be narrowed to; `consulted` is what other units' texts ask of the reader's unit. */
export const flags = [...listFlags, 'consulted'] as const
type Flag = (typeof flags)[number]

/**
 * `GET /api/worklist?library&state&unit&category&keeper&flag&page`: entries with their states for those who may
 * read the working copies, what waits longest first. `unit` includes what lies below; 20 a page.
 */
export const worklistEndpoint: Endpoint = answer('get', '/worklist', async (req) => {
  const actor = actorOf(req.user)
  if (!actor) throw new Refused('notSignedIn')
  const asked = filtersOf(req)
  const reach = asked.flag === 'consulted' ? unansweredQuery(actor) : readQuery(actor)
  if (reach === false) throw new Refused('notAllowed')
  const conditions: Where[] = [...(reach === true ? [] : [reach]), ...asked.where]
  const where: Where = { and: [...conditions, ...asked.narrowed] }
  const [rows, totalDocs, counts] = await Promise.all([
    readRows(req.payload, {
      collection: 'register',
      where,
      columns,
      sort: asked.isWaiting ? 'stateSince' : '-stateSince',
      limit: pageSize,
      offset: (asked.page - 1) * pageSize,
    }),
    countRows(req.payload, { collection: 'register', where }),
    registerCounts(req.payload, conditions),
  ])
  const entries = rows as Pick<Entry, Column>[]
  const views = await viewCounts(
    req.payload,
    entries.map(({ id }) => id),
  )
  return {
    docs: entries.map((entry) => ({ ...shown(entry), views: views.get(entry.id) ?? 0 })),
    totalDocs,
    totalPages: Math.max(1, Math.ceil(totalDocs / pageSize)),
    page: asked.page,
    counts,
  }
})

/** What `shown` tells of, and nothing else of a row. */
const columns = [
  ...(['id', 'number', 'library', 'title', 'unit', 'categoryKey', 'keeper'] as const),
  ...(['state', 'stateSince', 'revision', 'liveRevision', 'trashedAt', 'answers'] as const),
  ...(['deletionRequestedBy', 'deletionReason', 'returnReason', 'isWithdrawn'] as const),
]
type Column = (typeof columns)[number]

const shown = (entry: Pick<Entry, Column>) => ({
  id: entry.id,
  number: entry.number,
  library: entry.library,
  title: entry.title,
  unit: entry.unit,
  category: entry.categoryKey,
  keeper: entry.keeper ?? null,
  state: entry.state,
  stateSince: entry.stateSince,
  revision: entry.revision,
  liveRevision: entry.liveRevision ?? null,
  // 已更新未发布: the copy is ahead of what readers see.
  isAhead: typeof entry.liveRevision === 'number' && entry.revision > entry.liveRevision,
  deletionRequestedBy: entry.deletionRequestedBy ?? null,
  deletionReason: entry.deletionReason ?? null,
  returnReason: entry.returnReason ?? null,
  isWithdrawn: entry.isWithdrawn === true,
  trashedAt: entry.trashedAt ?? null,
  answers: answersOf(entry),
})

function filtersOf(req: PayloadRequest) {
  const names = ['library', 'state', 'unit', 'category', 'keeper', 'flag', 'page'] as const
  const { library, state, unit, category, keeper, flag, page } = Object.fromEntries(
    names.map((name) => [name, one(name)]),
  )
  if (library && !libraries.includes(library as Library)) throw wrong('library')
  if (state && !states.includes(state as State)) throw wrong('state')
  if (flag && !flags.includes(flag as Flag)) throw wrong('flag')
  const number = page === undefined ? 1 : Number(page)
  if (!Number.isSafeInteger(number * pageSize) || number < 1) throw wrong('page')
  const where: Where[] = []
  if (library) where.push({ library: { equals: library } })
  if (unit) where.push({ or: [{ unit: { equals: unit } }, { unitAbove: { equals: unit } }] })
  if (category) where.push({ categoryKey: { equals: category } })
  if (keeper) where.push({ keeper: { equals: keeper } })
  const view = {
    state: states.find((each) => each === state) ?? null,
    flag: listFlags.find((each) => each === flag) ?? null,
  }
  return {
    where,
    narrowed: viewConditions(view),
    isWaiting: Boolean(state ?? flag),
    flag: flag as Flag | undefined,
    page: number,
  }

  /** `unit[like]=a` and the like arrive as objects. */
  function one(name: string): string | undefined {
    const value: unknown = req.query[name]
    if (value === undefined || typeof value === 'string') return value
    throw wrong(name)
  }
}

const wrong = (field: string) =>
  new Refused('invalid', {
    fields: [field],
    detail: { zh: `参数 ${field} 不正确。`, en: `The parameter ${field} is not valid.` },
  })
