import type { Payload } from 'payload'
import { languageNow } from '@/search/language'
import { askedForm } from '@/search/text/normalise'
import type { Language } from '@/search/text/vocabulary'
import type { Vocabulary } from '@/search/types'
import { readRows } from '@/tables'
import { follow } from '@/tables/follow'

/** 检索干预: a row of `placements`, as far as a search needs it. */
export type Placement = {
  id: string
  /** The query, in the form by which two are the same. */
  asked: string
  kind: string
  entry: string
  order: number | null
  until: string | null
}

/** By the query, each in the centre's order. */
export type Placements = ReadonlyMap<string, readonly Placement[]>

/** All placements as they stand now. Rejects as the database does. */
export const placementsNow = (payload: Payload): Promise<Placements> => followed.now(payload)

/** All placements as they would stand with this one, in place of the stored one of its id. */
export async function placementsWith(payload: Payload, one: Placement): Promise<Placements> {
  const stored = await readAll(payload)
  return byQuery([...stored.filter(({ id }) => id !== one.id), one])
}

/** What these mean for a query as typed: entries to put first, in order, and those to leave out. */
export function placedFor(placements: Placements, text: string, now: Date) {
  const own = (placements.get(askedForm(text)) ?? []).filter(
    ({ until }) => until === null || new Date(until) >= now,
  )
  const entriesOf = (kind: string) =>
    own.filter((one) => one.kind === kind).map(({ entry }) => entry)
  return { first: entriesOf('pin'), banned: entriesOf('ban') }
}

const followed = follow('placements', ['placements'], async (payload) =>
  byQuery(await readAll(payload)),
)

const readAll = async (payload: Payload) =>
  (await readRows(payload, {
    collection: 'placements',
    columns: ['id', 'asked', 'kind', 'entry', 'order', 'until'],
    limit: 0,
  })) as Placement[]

function byQuery(rows: readonly Placement[]): Placements {
  const grouped = new Map<string, Placement[]>()
  const inOrder = [...rows].sort((one, other) => (one.order ?? 1) - (other.order ?? 1))
  for (const row of inOrder) grouped.set(row.asked, [...(grouped.get(row.asked) ?? []), row])
  return grouped
}

/** What the centre keeps that touches one query. */
export type OwnOfCentre = {
  vocabulary: Vocabulary
  /** 置顶: ids of entries to put first, in this order. */
  first: string[]
  /** 屏蔽: ids of entries to leave out of this query. */
  banned: string[]
}

/** The centre's words and placements for a query as typed, as they stand now. Rejects as the database does. */
export async function centresOwn(asked: {
  payload: Payload
  text: string
  now: Date
}): Promise<OwnOfCentre> {
  const { payload, text, now } = asked
  const [language, placements] = await Promise.all([languageNow(payload), placementsNow(payload)])
  return ownFor({ language, placements }, text, now)
}

/** The same from a language and placements at hand. */
export const ownFor = (
  { language, placements }: { language: Language; placements: Placements },
  text: string,
  now: Date,
): OwnOfCentre => ({ vocabulary: language.touching(text), ...placedFor(placements, text, now) })
