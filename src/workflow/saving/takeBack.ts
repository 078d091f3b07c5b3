import type { PayloadRequest } from 'payload'
import { editableStates } from '@/access/rules'
import { findEntry, type Entry } from '../entry'
import { moveText, placeOfText } from './placeOfText'
import { saveContextOf, type Moved } from './saveContext'
import { byId, findOne, isAtomic, swap } from '../store'

type Text = { id: string; revision: number } & Record<string, unknown>

const collection = 'register'

/** Remembers a move of the register until its text is written. */
export async function noteMove(req: PayloadRequest, moved: Moved): Promise<void> {
  if (!(await isAtomic(req))) saveContextOf(req).moved = moved
}

/** After a failed save: without transactions the register is put back to the text by hand. */
export async function takeBack(req: PayloadRequest): Promise<void> {
  const context = saveContextOf(req)
  const { moved } = context
  if (!moved) return
  delete context.moved
  const entry = await findEntry(req, moved.id)
  if (entry?.lock === moved.lock) await alignWithText(req, entry, moved.writers)
}

/** The text is written. Without transactions the tree may have changed meanwhile: it follows. */
export async function settle(req: PayloadRequest): Promise<void> {
  const context = saveContextOf(req)
  const { moved } = context
  if (!moved) return
  delete context.moved
  const entry = await findEntry(req, moved.id)
  if (entry && entry.lock !== moved.lock) await moveText(req, entry)
}

/**
 * A register that is ahead of its text says again what the text says; without any text, the entry never
 * came to be. Returns whether there was something to put right.
 */
export async function alignWithText(
  req: PayloadRequest,
  entry: Entry,
  writers = entry.writers,
): Promise<boolean> {
  if (entry.intent || !(editableStates as readonly string[]).includes(entry.state)) return false
  const where = { ...byId(entry.id), lock: { equals: entry.lock } }
  const text = await findOne<Text>({
    req,
    collection: entry.library,
    where: byId(entry.id),
  })
  if (!text) {
    const isNew = entry.revision === 1 && !entry.submittedAt && !entry.trashedAt
    if (isNew) await req.payload.db.deleteOne({ collection, where, req })
    return isNew
  }
  const said = await saidBy(req, entry, text)
  const isAligned = Object.entries(said).every(
    ([name, value]) => (entry[name as keyof Entry] ?? null) === value,
  )
  if (isAligned || text.revision > entry.revision) return false
  const data = { ...said, writers: text.revision < entry.revision ? writers : entry.writers }
  return (await swap({ req, collection, where, data: { ...data, lock: { $inc: 1 } } })) !== null
}

/** The part of the register that a save takes from the text. */
export async function saidBy(req: PayloadRequest, entry: Entry, text: Text) {
  const { library } = entry
  const place = await placeOfText({ req, library, ownUnit: null, text })
  return { ...place, title: text.title ?? null, revision: text.revision }
}
