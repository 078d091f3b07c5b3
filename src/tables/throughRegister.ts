import type {
  BaseDatabaseAdapter,
  CollectionSlug,
  DatabaseAdapterObj,
  FindArgs,
  PaginatedDocs,
  Where,
} from 'payload'
import { libraries } from '@/access/rules'
import { entryQuestion, type EntryQuestion } from './entryQuestion'
import { fewExceptions, idsInOrder, overRows } from './entryRows'

/** The adapter with its own way to find and count. */
type Own = Pick<BaseDatabaseAdapter, 'find' | 'count'> & { db: BaseDatabaseAdapter }

/**
 * On MongoDB Payload 3.90 hands the server a list of ids for each condition behind `entry.`, each up to as
 * long as the register and twice for a page, and leaves `exists` out. Here the register is asked once, for one
 * page where it can answer everything; the rows of the page are then read by their ids.
 */
export const throughRegister = <Adapter extends BaseDatabaseAdapter>(
  adapter: DatabaseAdapterObj<Adapter>,
): DatabaseAdapterObj<Adapter> => ({
  ...adapter,
  init(args) {
    const db = adapter.init(args)
    const own: Own = { db, find: db.find.bind(db), count: db.count.bind(db) }
    db.find = <T>(asked: FindArgs) => {
      const { defaultSort } = args.payload.collections[asked.collection].config
      const orders = [asked.sort ?? defaultSort ?? '-createdAt'].flat()
      const question = questionTo(db, { ...asked, orders })
      return question ? findThrough<T>(own, asked, question) : own.find<T>(asked)
    }
    db.count = async (asked) => {
      const question = questionTo(db, { ...asked, orders: [] })
      if (!question) return own.count(asked)
      if (question.isRegisterAlone) return own.count({ ...asked, ...ofRegister(asked, question) })
      return { totalDocs: (await idsInOrder({ db, ...asked }, question)).length }
    }
    return db
  },
})

function questionTo(
  db: BaseDatabaseAdapter,
  asked: { collection: CollectionSlug; where?: Where; orders: readonly string[] },
): EntryQuestion | null {
  const { flattenedFields } = db.payload.collections[asked.collection].config
  const pointsToEntry = flattenedFields.some(
    (field) =>
      field.type === 'relationship' && field.relationTo === 'register' && field.name === 'entry',
  )
  return pointsToEntry ? entryQuestion({ ...asked, isCopy: isLibrary(asked.collection) }) : null
}

const isLibrary = (collection: string) => libraries.some((library) => library === collection)

const ofRegister = ({ collection }: Pick<FindArgs, 'collection'>, { register }: EntryQuestion) => ({
  collection: 'register' as const,
  where: { and: [{ library: { equals: collection } }, ...register] },
})

async function findThrough<T>(
  { db, find }: Own,
  asked: FindArgs,
  question: EntryQuestion,
): Promise<PaginatedDocs<T>> {
  const asker = { db, ...asked }
  if (!question.order) return find({ ...asked, where: { and: await overRows(asker, question) } })
  if (question.isRegisterAlone && question.order.of === 'register') {
    const { page, limit, pagination, req } = asked
    const found = await find({
      ...{ page, limit, pagination, req },
      ...ofRegister(asked, question),
      sort: question.order.by,
      select: { library: true },
    })
    return { ...found, docs: await rowsOf(found.docs.map(({ id }) => String(id))) }
  }
  const isPlain = isLibrary(asked.collection) && question.mixed.length === 0
  const exceptions =
    isPlain && question.order.of === 'own' ? await fewExceptions(asker, question) : null
  if (exceptions) {
    const others: Where[] = exceptions.length > 0 ? [{ id: { not_in: exceptions } }] : []
    return find({ ...asked, where: { and: [...others, ...question.own] } })
  }
  const page = pageOf(await idsInOrder(asker, question), asked)
  return { ...page, docs: await rowsOf(page.docs) }

  /** Put in the order of the ids. */
  async function rowsOf(ids: readonly string[]): Promise<T[]> {
    if (ids.length === 0) return []
    const { docs } = await find<T & { id: string }>({
      ...asked,
      ...{ page: 1, limit: 0, pagination: false, sort: 'id' },
      where: { id: { in: ids } },
    })
    const byId = new Map(docs.map((row) => [row.id, row]))
    return ids.flatMap((id) => byId.get(id) ?? [])
  }
}

/** A part of them with the figures Payload's own pages have; 0 is no limit. */
export function pageOf(
  ids: readonly string[],
  asked: Pick<FindArgs, 'limit' | 'page' | 'pagination'>,
): PaginatedDocs<string> {
  const limit = asked.limit ?? 0
  if (asked.pagination === false || limit === 0) {
    const docs = limit === 0 ? [...ids] : ids.slice(0, limit)
    return {
      docs,
      ...figures(docs.length, { page: 1, limit: docs.length || 1 }),
      limit: docs.length,
    }
  }
  const page = Math.max(1, asked.page ?? 1)
  const docs = ids.slice((page - 1) * limit, page * limit)
  return { docs, ...figures(ids.length, { page, limit }), limit }
}

function figures(totalDocs: number, { page, limit }: { page: number; limit: number }) {
  const totalPages = Math.max(1, Math.ceil(totalDocs / limit))
  const hasPrevPage = page > 1
  const hasNextPage = page < totalPages
  return {
    ...{ totalDocs, totalPages, page, hasPrevPage, hasNextPage },
    pagingCounter: (page - 1) * limit + 1,
    prevPage: hasPrevPage ? page - 1 : null,
    nextPage: hasNextPage ? page + 1 : null,
  }
}
