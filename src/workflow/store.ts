import type {
  CollectionSlug,
  PayloadRequest,
  SelectType,
  TransformCollectionWithSelect,
  Where,
} from 'payload'
import { noteChangeOf } from '@/tables/follow'

/**
 * Rows that only the workflow writes, below Payload's access and hooks. Every call passes `req`, so
 * that it belongs to the request's transaction.
 */
type Row = { id: string }
type Target = { req: PayloadRequest; collection: CollectionSlug }

/**
 * One conditional write (compare-and-set): the row that matched, as it is now, or null where nothing
 * did. Scalar fields of the main row only; a number may be `{ $inc: 1 }`.
 */
export async function swap<T extends Row = Row>(
  target: Target & { where: Where; data: Record<string, unknown> },
): Promise<T | null> {
  const { req, collection, where, data } = target
  const options = { atomic: true }
  noteChangeOf(collection)
  return (await req.payload.db.updateOne({
    collection,
    where,
    data,
    req,
    options,
  })) as unknown as T | null
}

export async function findOne<T extends Row = Row>(
  target: Target & { where: Where },
): Promise<T | null> {
  const { req, collection, where } = target
  return (await req.payload.db.findOne({ collection, where, req })) as unknown as T | null
}

/**
 * All rows of which `where` holds, on one page, relationships as ids; of no rights is asked, the caller did. Through
 * Payload, so that hooks read along; rejects as it does. `sort` as Payload takes it, `select` leaves columns out.
 */
export async function findAll<Slug extends CollectionSlug, Select extends SelectType>(asked: {
  req: PayloadRequest
  collection: Slug
  where: Where
  sort?: string
  select?: Select
}): Promise<TransformCollectionWithSelect<Slug, Select>[]> {
  const { docs } = await asked.req.payload.find<CollectionSlug, SelectType>({
    ...asked,
    overrideAccess: true,
    depth: 0,
    pagination: false,
    limit: 0,
  })
  return docs as TransformCollectionWithSelect<Slug, Select>[]
}

export async function insert(
  target: Target & { data: Row & Record<string, unknown> },
): Promise<void> {
  const { req, collection, data } = target
  noteChangeOf(collection)
  await req.payload.db.create({ collection, data, req, returning: false })
}

/** The same change to every row of which `where` holds, as `swap` writes it. */
export async function change(
  target: Target & { where: Where; data: Record<string, unknown> },
): Promise<void> {
  noteChangeOf(target.collection)
  await target.req.payload.db.updateMany({ ...target, returning: false })
}

/** Does the database undo all that this request has begun, or nothing of it? */
export const isAtomic = async (req: PayloadRequest): Promise<boolean> =>
  typeof (await req.transactionID) === 'string'

/**
 * Inserts unless a row of this id is there already: a repeated `finish` writes nothing twice, and of two that do so
 * at once, where no transaction makes one wait, both find the row there. `isNew`: an id made just now is not looked
 * for before.
 */
export async function insertOnce(
  target: Target & { data: Row & Record<string, unknown>; isNew?: boolean },
): Promise<void> {
  const isThere = () => findOne({ ...target, where: byId(target.data.id) })
  if (!target.isNew && (await isThere())) return
  try {
    await insert(target)
  } catch (error) {
    if (!(await isThere())) throw error
  }
}

export const byId = (id: string): Where => ({ id: { equals: id } })
