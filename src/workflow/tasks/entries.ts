import type { PayloadRequest } from 'payload'
import type { Actor } from '@/access/actor'
import { audienceOf, audienceQuery } from '@/access/audience'
import { readQuery } from '@/access/reach'
import { readRows } from '@/tables'
import type { Entry } from '../entry'
import { invalid } from './refuse'

type Named = Pick<Entry, 'id' | 'number' | 'title' | 'unit' | 'unitAbove'> & {
  /** Of the text that is online; null where none is. */
  liveRevision: number | null
}

/** The entry of this number, where this person reads its text online; null else. */
export async function readableEntry(
  { payload }: PayloadRequest,
  actor: Actor | null,
  number: string,
  now = new Date(),
): Promise<Named | null> {
  const visible = audienceQuery(audienceOf(actor), now)
  const [row] = (await readRows(payload, {
    ...{ collection: 'publications', limit: 1 },
    columns: ['entry', 'number', 'title', 'revision', 'unit', 'unitAbove'],
    where: { and: [visible, { number: { equals: number.trim().toUpperCase() } }] },
  })) as (Omit<Named, 'id' | 'liveRevision'> & { entry: string; revision: number })[]
  if (!row) return null
  const { entry, revision, ...rest } = row
  return { id: entry, liveRevision: revision, ...rest }
}

/** What answers a gap: an entry in this person's reach, be it a draft, or one they read online. Throws `Refused` (400). */
export async function answerNamed(
  req: PayloadRequest,
  actor: Actor,
  number: string | undefined,
): Promise<Pick<Named, 'id' | 'number'>> {
  if (!number) throw invalid('entry', 'entry')
  const read = readQuery(actor)
  const named = { number: { equals: number.toUpperCase() } }
  const [copy] =
    read === false
      ? []
      : ((await readRows(req.payload, {
          ...{ collection: 'register', columns: ['id', 'number'], limit: 1 },
          where: {
            and: [named, { trashedAt: { exists: false } }, ...(read === true ? [] : [read])],
          },
        })) as Pick<Named, 'id' | 'number'>[])
  const found = copy ?? (await readableEntry(req, actor, number))
  if (!found) throw invalid('entry', 'noEntry')
  return { id: found.id, number: found.number }
}
