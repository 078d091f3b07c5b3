import type { Endpoint, PayloadRequest, Where } from 'payload'
import { actorOf } from '@/access/actor'
import { reachQuery } from '@/access/reach'
import { libraries, states, type Library, type State } from '@/access/rules'
import { answer } from './answer'
import type { Entry } from './entry'
import { Refused } from './Refused'

const pageSize = 20

/**
 * `GET /api/worklist?library&state&unit&category&page`: entries with their states for those who may read
 * the working copies, what waits longest first. `unit` includes what lies below; 20 a page.
 */
export const worklistEndpoint: Endpoint = answer('get', '/worklist', async (req) => {
  const actor = actorOf(req.user)
  if (!actor) throw new Refused('notSignedIn')
  const reach = reachQuery(actor)
  if (reach === false) throw new Refused('notAllowed')
  const asked = filtersOf(req)
  const conditions: Where[] = [...(reach === true ? [] : [reach]), ...asked.where]
  const { docs, totalDocs, totalPages, page } = await req.payload.find({
    collection: 'register',
    where: { and: [...conditions, ...asked.state] },
    overrideAccess: true,
    depth: 0,
    req,
    sort: asked.state.length > 0 ? 'stateSince' : '-stateSince',
    limit: pageSize,
    page: asked.page,
  })
  const counts = await Promise.all(
    states.map(async (state) => {
      const counted = await req.payload.count({
        collection: 'register',
        where: { and: [...conditions, { state: { equals: state } }] },
        overrideAccess: true,
        req,
      })
      return [state, counted.totalDocs] as const
    }),
  )
  return {
    docs: (docs as unknown as Entry[]).map(shown),
    totalDocs,
    totalPages,
    page,
    counts: Object.fromEntries(counts),
  }
})

const shown = (entry: Entry) => ({
  id: entry.id,
  number: entry.number,
  library: entry.library,
  title: entry.title,
  unit: entry.unit,
  category: entry.categoryKey,
  state: entry.state,
  stateSince: entry.stateSince,
  revision: entry.revision,
  liveRevision: entry.liveRevision ?? null,
  // 已更新未发布: the copy is ahead of what readers see.
  isAhead: typeof entry.liveRevision === 'number' && entry.revision > entry.liveRevision,
})

function filtersOf(req: PayloadRequest) {
  const { library, state, unit, category, page } = Object.fromEntries(
    (['library', 'state', 'unit', 'category', 'page'] as const).map((name) => [name, one(name)]),
  )
  if (library && !libraries.includes(library as Library)) throw wrong('library')
  if (state && !states.includes(state as State)) throw wrong('state')
  const number = page === undefined ? 1 : Number(page)
  if (!Number.isInteger(number) || number < 1) throw wrong('page')
  const where: Where[] = []
  if (library) where.push({ library: { equals: library } })
  if (unit) where.push({ or: [{ unit: { equals: unit } }, { unitAbove: { equals: unit } }] })
  if (category) where.push({ categoryKey: { equals: category } })
  return { where, state: state ? [{ state: { equals: state } }] : [], page: number }

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
