import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { PayloadRequest } from 'payload'
import { idOf, type Actor } from '@/access/actor'
import { editableStates, fields, type CategoryKey, type Library } from '@/access/rules'
import { nextNumber } from '../counters'
import { findEntry, writersOf, type Entry } from '../entry'
import { faultPoint } from '../step/faultPoint'
import { keeperAfterSave, keeperAtFirst } from '../accounts/keeping/keeper'
import { placeOfText, type FiledAt } from './placeOfText'
import { Refused } from '../Refused'
import { saveContextOf } from './saveContext'
import { byId, insert, swap } from '../store'
import { noteMove } from './takeBack'

type Text = Record<string, unknown>
const collection = 'register'

/** A save killed between register and text is taken over by the next one after this long. */
const abandonedAfter = 60_000

/** The first text of an entry: writes its register row and returns what the text row needs. */
export async function createEntry(given: {
  req: PayloadRequest
  library: Library
  actor: Actor | null
  data: Text
}): Promise<Text> {
  const { req, library, actor, data } = given
  const place = await placeOfText({ req, library, ownUnit: ownUnitOf(library, actor), text: data })
  noteFiled(req, place)
  // An import chooses its ids beforehand, so that what a kill interrupts is found again.
  const id = saveContextOf(req).entryId ?? randomUUID()
  const number = await nextNumber(req, library)
  const row = {
    id,
    library,
    number,
    title: data.title,
    ...place,
    topic: data.topic ?? null,
    state: 'draft',
    stateSince: new Date().toISOString(),
    revision: 1,
    lock: 1,
    writers: JSON.stringify(actor ? [actor.id] : []),
    ...keeperAtFirst(actor),
    isWithdrawn: false,
  }
  await insert({ req, collection, data: row })
  await noteMove(req, row)
  const { unit, unitAbove } = place
  faultPoint('save.moved')
  return { id, entry: id, number, revision: 1, unit, unitAbove }
}

/** Told before anything in the text is looked at: who saves second first needs the newer one. */
export async function refuseStale(
  req: PayloadRequest,
  given: { before: Text; startedFrom: number },
): Promise<void> {
  if (given.before.revision === given.startedFrom) return
  const entry = await findEntry(req, String(given.before.id))
  throw entry ? changedMeanwhile(entry) : new Refused('notFound')
}

type Save = {
  req: PayloadRequest
  actor: Actor | null
  /** The register's row as it was read when the save was let in. */
  entry?: Entry
  before: Text
  after: Text
  startedFrom: number
}

/** A later text: moves the register from the revision the person started from, or refuses. */
export async function moveEntry(save: Save): Promise<Text> {
  const moved = save.entry ? await tryToMove(save, save.entry) : null
  if (moved) return moved
  const entry = await findEntry(save.req, String(save.before.id))
  if (!entry) throw new Refused('notFound')
  return (await tryToMove(save, entry)) ?? refuseMove(save.req, entry)
}

async function refuseMove(req: PayloadRequest, entry: Entry): Promise<never> {
  throw changedMeanwhile((await findEntry(req, entry.id)) ?? entry)
}

/** From where the row was read; null where somebody wrote to it since. */
async function tryToMove(save: Save, entry: Entry): Promise<Text | null> {
  const { req, actor, before, after, startedFrom } = save
  const { library } = entry
  const text = { ...before, ...after }
  const ownUnit = ownUnitOf(library, actor)
  const place =
    placeKept(entry, text, ownUnit) ?? (await placeOfText({ req, library, ownUnit, text }))
  noteFiled(req, place)
  const revision = startedFrom + (isChanged(library, before, after) ? 1 : 0)
  const isAbandoned =
    entry.revision === startedFrom + 1 && Date.now() - Date.parse(entry.updatedAt) > abandonedAfter
  if (entry.revision !== startedFrom && !isAbandoned) throw changedMeanwhile(entry)
  const writers = new Set([...writersOf(entry), ...(actor ? [actor.id] : [])])
  const moved = await swap<Entry>({
    req,
    collection,
    where: {
      ...byId(entry.id),
      lock: { equals: entry.lock },
      state: { in: [...editableStates] },
      intent: { exists: false },
      deletionRequestedBy: { exists: false },
      trashedAt: { exists: false },
    },
    data: {
      title: after.title ?? before.title,
      ...place,
      revision,
      writers: revision === startedFrom ? entry.writers : JSON.stringify([...writers]),
      ...keeperAfterSave(entry, actor),
      lock: { $inc: 1 },
    },
  })
  if (!moved) return null
  await noteMove(req, { id: moved.id, lock: moved.lock, writers: entry.writers })
  const { unit, unitAbove } = place
  faultPoint('save.moved')
  return { revision, unit, unitAbove }
}

/**
 * The place the register has, where the text stays there and the writer may file there: whatever the tree does to it
 * moves the register too, and a register that moved since lets no save pass.
 */
function placeKept(entry: Entry, text: Text, ownUnit: string | null): FiledAt | null {
  const { unit, unitAbove, category, categoryKey } = entry
  const isCategorised = entry.library === 'knowledge'
  const isKept = isCategorised
    ? category !== null && idOf(text.category) === category
    : idOf(text.unit) === unit
  if (!isKept || (ownUnit && ownUnit !== unit)) return null
  return { unit, unitAbove, category, categoryKey: categoryKey as CategoryKey | null }
}

/** For the field's own check, which would look the same node up again. */
function noteFiled(req: PayloadRequest, { category, unit }: FiledAt): void {
  saveContextOf(req).filedUnder = category ?? unit
}

/** An editor files under the own unit; the centre files a case under the unit that handled it. */
const ownUnitOf = (library: Library, actor: Actor | null) =>
  library === 'cases' ? null : (actor?.unit ?? null)

/** Both texts are kept for the person to merge: the latest is named, theirs is still in their hands. */
const changedMeanwhile = (entry: Entry) =>
  new Refused('changedMeanwhile', { latest: entry.revision })

/** Does the save change what readers would read? Only such a save makes a new revision. */
function isChanged(library: Library, before: Text, after: Text): boolean {
  return fields[library]
    .filter(({ name, read }) => read && name in after)
    .some(({ name }) => !isDeepStrictEqual(comparable(before[name]), comparable(after[name])))
}

function comparable(value: unknown): unknown {
  if (value === undefined || value === null || value === '') return null
  if (Array.isArray(value)) return value.length === 0 ? null : value.map(comparable)
  if (value instanceof Date) return value.toISOString()
  if (typeof value === 'object') return 'root' in value ? JSON.stringify(value) : idOrFields(value)
  return value
}

function idOrFields(value: object): unknown {
  if ('id' in value) return value.id
  const filled = Object.entries(value).filter(([, part]) => comparable(part) !== null)
  return filled.length === 0 ? null : Object.fromEntries(filled)
}
