import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { BaseDatabaseAdapter, CollectionSlug, PayloadRequest, Where } from 'payload'
import { entryQuestion, type EntryQuestion } from './entryQuestion'
import { modelOf } from './onServer'

export type Asker = {
  db: BaseDatabaseAdapter
  collection: CollectionSlug
  /** Whose transaction it belongs to. */
  req?: Partial<PayloadRequest>
}

/** So many ids may stand in a condition: more make it slower than to compare both sides here. */
const few = 100

/** The ids of all rows the question names, in its order, which is one of either side. */
export async function idsInOrder(asker: Asker, question: EntryQuestion): Promise<string[]> {
  const by = (side: 'register' | 'own') =>
    question.order?.of === side ? question.order.by : undefined
  const rows = await ask(asker, {
    where: { and: await ownConditions(asker, question) },
    by: by('own'),
  })
  // A message of no entry's is there too, where nothing must hold of an entry.
  if (question.register.length === 0 && !by('register')) return rows.map(({ _id }) => _id)
  const only: Where = rows.length <= few ? { id: { in: rows.map(({ entry }) => entry) } } : {}
  const standing = await ask(asker, {
    collection: 'register',
    where: { ...only, and: question.register },
    by: by('register'),
  })
  const rank = new Map(standing.map(({ _id }, at) => [_id, at]))
  const rankOf = ({ entry }: Found) => rank.get(entry ?? '') ?? -1
  const found = rows.filter((row) => rankOf(row) >= 0)
  if (by('register')) found.sort((one, other) => rankOf(one) - rankOf(other))
  return found.map(({ _id }) => _id)
}

/**
 * Where nearly all texts of the place answer the question, as a list without the trash does: the ids of those
 * that do not; null where they are many.
 */
export async function fewExceptions(
  { db, collection, req }: Asker,
  { register, shared }: EntryQuestion,
): Promise<string[] | null> {
  const model = modelOf(db, 'register')
  const over = (and: Where[]) => model.buildQuery({ payload: db.payload, where: { and } })
  const place = await over([{ library: { equals: collection } }, ...shared])
  const standing = await over(register)
  const found = await model
    .find({ $and: [place, { $nor: [standing] }] })
    .select(['_id'])
    .limit(few + 1)
    .session(await sessionOf(db, req))
    .lean<Found[]>()
  return found.length > few ? null : found.map(({ _id }) => _id)
}

/** The question as conditions over the rows alone: which entries they may point to is a list of ids. */
export async function overRows(asker: Asker, question: EntryQuestion): Promise<Where[]> {
  const own = await ownConditions(asker, question)
  if (question.register.length === 0) return own
  const standing = await ask(asker, {
    collection: 'register',
    where: { and: question.register },
  })
  return [{ entry: { in: standing.map(({ _id }) => _id) } }, ...own]
}

const ownConditions = async (asker: Asker, { own, mixed }: EntryQuestion): Promise<Where[]> => [
  ...own,
  ...(await Promise.all(mixed.map((where) => eitherOf(asker, where.or ?? [])))),
]

const eitherOf = async (asker: Asker, parts: readonly Where[]): Promise<Where> => ({
  or: await Promise.all(
    parts.map(async (where) => {
      const question = entryQuestion({ where, orders: [], isCopy: false })
      return question ? { and: await overRows(asker, question) } : where
    }),
  ),
})

type Asked = { collection?: CollectionSlug; where: Where; by?: readonly string[] }
type Found = { _id: string; entry?: string }

/** Ids alone, put in order when nothing else is left of the rows: texts would not fit into the server's memory. */
async function ask(asker: Asker, asked: Asked): Promise<Found[]> {
  const { db, collection, req } = asker
  const model = modelOf(db, asked.collection ?? collection)
  const columns = asked.by?.map((order) => order.replace(/^-/, '')) ?? []
  const names = ['entry', 'createdAt', ...columns].filter((name) => name !== 'id')
  const sort = asked.by && { $sort: sortOf(asked.by) }
  return model
    .aggregate<Found>([
      { $match: await model.buildQuery({ payload: db.payload, where: asked.where }) },
      { $project: Object.fromEntries(names.map((name) => [name, 1])) },
      ...(sort ? [sort] : []),
    ])
    .session(await sessionOf(db, req))
}

/** As Payload does it: rows alike come the last created first. */
function sortOf(by: readonly string[]): Record<string, 1 | -1> {
  const sort: Record<string, 1 | -1> = {}
  for (const order of [...by, '-createdAt']) {
    const name = order.replace(/^-/, '')
    sort[name === 'id' ? '_id' : name] ??= order.startsWith('-') ? -1 : 1
  }
  return sort
}

async function sessionOf(db: BaseDatabaseAdapter, req: Asker['req']) {
  const transaction = await req?.transactionID
  const session = transaction == null ? undefined : (db as MongooseAdapter).sessions[transaction]
  return session?.inTransaction() ? session : null
}
