import type { Endpoint, PayloadRequest, Where } from 'payload'
import { actorOf } from '@/access/actor'
import { filedIn, listFlags, viewConditions } from '@/access/listFilter'
import { readQuery, unansweredQuery } from '@/access/reach'
import { libraries, states } from '@/access/rules'
import { z } from 'zod'

import { countRows, readRows } from '@/tables'
import { answer } from '../answer'
import { answersOf, type Entry } from '../entry'
import { registerCounts } from './countsOf'
import { Refused } from '../Refused'
import { chosenFrom, pageAsked, sentAs } from '../sentAs'

const pageSize = 20

/** Marks the list can be narrowed to; `consulted` is what other units' texts ask of the reader's unit. */
const flags = [...listFlags, 'consulted'] as const

export const worklistAsked = z.object({
  library: chosenFrom(libraries),
  state: chosenFrom(states),
  unit: z.string().optional(),
  category: z.string().optional(),
  keeper: z.string().optional(),
  flag: chosenFrom(flags),
  page: pageAsked(pageSize),
  sort: chosenFrom(['views']),
})

/**
 * `GET /api/worklist?library&state&unit&category&keeper&flag&sort&page`: entries with their states for those who may
 * read the working copies, what waits longest first, or with `sort=views` what is read most. `unit` includes what lies
 * below; 20 a page.
 */
export const worklistEndpoint: Endpoint = answer('get', '/worklist', async (req) => {
  const actor = actorOf(req.user)
  if (!actor) throw new Refused('notSignedIn')
  const asked = filtersOf(req.query)
  const reach = asked.flag === 'consulted' ? unansweredQuery(actor) : readQuery(actor)
  if (reach === false) throw new Refused('notAllowed')
  const conditions: Where[] = [...(reach === true ? [] : [reach]), ...asked.where]
  const where: Where = { and: [...conditions, ...asked.narrowed] }
  const [rows, totalDocs, counts] = await Promise.all([
    readRows(req.payload, {
      collection: 'register',
      where,
      columns,
      sort: asked.sort ? `-${asked.sort}` : asked.isWaiting ? 'stateSince' : '-stateSince',
      limit: pageSize,
      offset: (asked.page - 1) * pageSize,
    }),
    countRows(req.payload, { collection: 'register', where }),
    registerCounts(req.payload, conditions),
  ])
  const entries = rows as Pick<Entry, Column>[]
  return {
    docs: entries.map(shown),
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
  ...(['deletionRequestedBy', 'deletionReason', 'returnReason', 'isWithdrawn', 'views'] as const),
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
  views: entry.views ?? 0,
})

function filtersOf(query: PayloadRequest['query']) {
  const { library, state, unit, category, keeper, flag, page, sort } = sentAs(worklistAsked, query)
  const where: Where[] = []
  if (library) where.push({ library: { equals: library } })
  if (unit) where.push(filedIn(unit))
  if (category) where.push({ categoryKey: { equals: category } })
  if (keeper) where.push({ keeper: { equals: keeper } })
  const view = {
    state: state ?? null,
    flag: listFlags.find((each) => each === flag) ?? null,
  }
  return {
    ...{ where, flag, page, sort },
    narrowed: viewConditions(view),
    isWaiting: Boolean(state ?? flag),
  }
}
