import type { Payload } from 'payload'
import { bulletinsFor, type Bulletin, type Posted } from '@/access/bulletins'
import type { Library } from '@/access/rules'
import { readRows, type Database } from '@/tables'
import type { Reader } from './live'

/** As one person's desk shows it. */
export type ShownBulletin = Bulletin & {
  /** They have confirmed it (已阅). */
  isRead: boolean
}

type Standing = {
  id: string
  activation: string | null
  activationSentence: string | null
  activatedAt: string | null
  activeUntil: string | null
  push: string | null
  pushedAt: string | null
}

type Live = {
  slot: string
  number: string
  library: Library
  title: string
  unit: string
  unitAbove: string | null
  unitName: string
  openToUnits: boolean | null
  openToPublic: boolean | null
  validFrom: string | null
  validUntil: string | null
}

/**
 * What stands on desks now, for whom it may be: two small questions by their indexes, whatever the database, asked anew
 * each time. The columns hold an id or nothing, and above the empty text is every id.
 */
export async function postedBulletins(payload: Database): Promise<Posted[]> {
  const [activated, pushed] = await Promise.all([
    standing(payload, 'activation'),
    standing(payload, 'push'),
  ])
  const ids = [...new Set([...activated, ...pushed].map(({ id }) => id))]
  if (ids.length === 0) return []
  const live = await liveOf(payload, ids)
  return [
    ...activated.flatMap((row) =>
      posted(live.get(row.id), {
        ...{ id: row.activation!, kind: 'activated', since: row.activatedAt ?? '' },
        ...{ sentence: row.activationSentence, until: row.activeUntil },
      }),
    ),
    ...pushed.flatMap((row) =>
      posted(live.get(row.id), {
        ...{ id: row.push!, kind: 'pushed', since: row.pushedAt ?? '' },
        ...{ sentence: null, until: null },
      }),
    ),
  ]
}

const standing = async (payload: Database, column: 'activation' | 'push') =>
  (await readRows(payload, {
    collection: 'register',
    columns: [
      ...['id', 'activation', 'activationSentence', 'activatedAt', 'activeUntil'],
      ...['push', 'pushedAt'],
    ],
    where: { [column]: { greater_than: '' } },
    limit: 0,
  })) as Standing[]

async function liveOf(payload: Database, ids: string[]): Promise<Map<string, Live>> {
  const rows = (await readRows(payload, {
    collection: 'publications',
    columns: [
      ...['slot', 'number', 'library', 'title', 'unit', 'unitAbove', 'unitName'],
      ...['openToUnits', 'openToPublic', 'validFrom', 'validUntil'],
    ],
    where: { and: [{ isLive: { equals: true } }, { slot: { in: ids } }] },
    limit: 0,
  })) as Live[]
  return new Map(rows.map((row) => [row.slot, row]))
}

type Put = Pick<Bulletin, 'id' | 'kind' | 'since' | 'sentence' | 'until'>

function posted(live: Live | undefined, put: Put): Posted[] {
  if (!live) return []
  const { number, library, title, unit, unitName } = live
  const instant = (at: string | null) => (at ? Date.parse(at) : null)
  return [
    {
      entry: live.slot,
      bulletin: { ...put, number, library, title, unit: { id: unit, name: unitName } },
      text: {
        ...{ unit, unitAbove: live.unitAbove ?? null },
        ...{ openToUnits: live.openToUnits === true, openToPublic: live.openToPublic === true },
        ...{ validFrom: instant(live.validFrom), validUntil: instant(live.validUntil) },
      },
    },
  ]
}

/** Those of these bulletins that this person has confirmed. */
export async function confirmedBy(
  payload: Payload,
  person: string,
  bulletins: readonly Pick<Bulletin, 'id'>[],
): Promise<ReadonlySet<string>> {
  if (bulletins.length === 0) return new Set()
  const rows = await readRows(payload, {
    collection: 'receipts',
    columns: ['bulletin'],
    where: { id: { in: bulletins.map(({ id }) => receiptId(id, person)) } },
    limit: 0,
  })
  return new Set(rows.map(({ bulletin }) => String(bulletin)))
}

/** One a bulletin and person. */
export const receiptId = (bulletin: string, person: string): string => `${bulletin}:${person}`

/** What stands on the desk of this person. */
export async function readBulletins(
  { payload, audience, now }: Reader,
  person: string,
): Promise<ShownBulletin[]> {
  const bulletins = bulletinsFor(await postedBulletins(payload), audience, now.getTime())
  const confirmed = await confirmedBy(payload, person, bulletins)
  return bulletins.map((one) => ({ ...one, isRead: confirmed.has(one.id) }))
}
