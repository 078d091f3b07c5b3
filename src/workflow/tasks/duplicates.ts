import { setImmediate as breathe } from 'node:timers/promises'
import type { Payload } from 'payload'
import type { Actor } from '@/access/actor'
import { audienceOf, isVisibleTo } from '@/access/audience'
import { keepsReaders, mayProposeMerge } from '@/access/merging'
import { reviewedLibraries, type Library } from '@/access/rules'
import { isSameSubject } from '@/facts/subjects'
import { once } from '@/once'
import { languageNow } from '@/search/language'
import { nearEnough, nearness, questionOf } from '@/search/text/nearness'
import { liveInOrder, readRows } from '@/tables'
import { subjectsNow } from '../facts/factRows'
import { namesOf } from '../namesOf'
import { districtsNow } from '../usage/districts'
import { textsOnline, type OnlineText } from './mergeable'
import { mergingOf } from './task'

/** 疑似重复: two texts online that ask one thing, as one person may read them. */
export type Duplicate = { one: DuplicateText; other: DuplicateText }
export type DuplicateText = Pick<OnlineText, 'entry' | 'number' | 'library' | 'title'> & {
  unit: { id: string; name: string }
}

/** Two entries with their units; the nearer their questions, the more likely it is. */
type Pair = { one: string; other: string; units: readonly [string, string]; near: number }
type Found = { pairs: readonly Pair[] }
/** Looked for each day; a proposal that is read and not a task, so it is kept for the process alone. */
const found = once<Found>('duplicates', () => ({ pairs: [] }))

type Row = {
  entry: string
  number: string
  library: Library
  categoryKey: string | null
  title: string
  unit: string
  unitName: string
  basedOn: string | null
  openToUnits: boolean
  openToPublic: boolean
}
const columns = [
  ...(['entry', 'number', 'library', 'categoryKey'] as const),
  ...(['title', 'unit', 'unitName', 'basedOn'] as const),
  ...(['openToUnits', 'openToPublic'] as const),
]

/** Notices are of their day, and 部门详情 asks the same of each unit. */
const isCompared = ({ library, categoryKey }: Row): boolean =>
  reviewedLibraries.includes(library) && categoryKey !== 'details'

const rowsAtOnce = 100
/** Titles that so many texts have are what each unit is asked. */
const mostAlike = 8
/** So many are shown to one person, and so many looked through in one question. */
const mostPairs = 200

const canMerge = (one: Parameters<typeof keepsReaders>[0], other: typeof one): boolean =>
  keepsReaders(one, other) || keepsReaders(other, one)

/**
 * Looks which texts online ask one thing in one place, of one unit or several: the same words tell what they are about, no word sets
 * one case apart, and neither is based on the other. Resolves to how many pairs.
 */
export async function findDuplicates(payload: Payload): Promise<number> {
  const [language, subjects, districtOf] = await Promise.all([
    languageNow(payload),
    subjectsNow(payload),
    districtsNow(payload),
  ])
  const groups = new Map<string, Row[]>()
  for await (const row of liveInOrder<Row>(payload, { columns, limit: rowsAtOnce })) {
    const { key } = subjects(row.title, row.unitName)
    if (key === null || !isCompared(row)) continue
    const place = `${row.library} ${districtOf(row.unit) ?? ''} ${key}`
    const there = groups.get(place)
    if (there) there.push(row)
    else groups.set(place, [row])
  }
  const pairs: Pair[] = []
  for (const rows of groups.values()) {
    if (rows.length < 2 || rows.length > mostAlike) continue
    for (const [at, one] of rows.entries())
      for (const other of rows.slice(at + 1)) {
        const isSame = isSameSubject(
          subjects(one.title, one.unitName),
          subjects(other.title, other.unitName),
        )
        if (!isSame || !canMerge(one, other)) continue
        if (one.basedOn === other.number || other.basedOn === one.number) continue
        const near = nearness(questionOf(one.title, language), questionOf(other.title, language))
        const units = [one.unit, other.unit] as const
        if (near >= nearEnough) pairs.push({ one: one.entry, other: other.entry, units, near })
      }
    await breathe()
  }
  pairs.sort((one, other) => other.near - one.near || (one.one < other.one ? -1 : 1))
  found.pairs = pairs
  return pairs.length
}

/**
 * Those this person may propose to merge now: both online, in force and theirs to read, neither proposed nor declined before.
 * Rejects as the database does.
 */
export async function duplicatesFor(
  payload: Payload,
  actor: Actor,
  now = new Date(),
): Promise<Duplicate[]> {
  const theirs = found.pairs.filter(({ units }) => mayProposeMerge(actor, units))
  if (theirs.length === 0) return []
  const decided = await proposedBefore(payload)
  const pairs = theirs.filter((pair) => !decided.has(keyOf(pair)))
  const both: (readonly [OnlineText, OnlineText])[] = []
  for (let at = 0; at < pairs.length && both.length < mostPairs; at += mostPairs)
    both.push(...(await proposable(payload, pairs.slice(at, at + mostPairs), { actor, now })))
  both.splice(mostPairs)
  const names = await namesOf(
    payload,
    both.flat().map(({ unit }) => unit),
    'nodes',
  )
  const told = ({ entry, number, library, title, unit }: OnlineText): DuplicateText => ({
    ...{ entry, number, library, title },
    unit: { id: unit, name: names.get(unit) ?? '' },
  })
  return both.map(([one, other]) => ({ one: told(one), other: told(other) }))
}

/** Those of these that are as they were found, and theirs to read. */
async function proposable(
  payload: Payload,
  pairs: readonly Pair[],
  { actor, now }: { actor: Actor; now: Date },
): Promise<(readonly [OnlineText, OnlineText])[]> {
  const texts = await textsOnline(
    { payload },
    pairs.flatMap(({ one, other }) => [one, other]),
  )
  const audience = audienceOf(actor)
  const isReadable = (text: OnlineText) =>
    isVisibleTo(audience, { ...text, unitAbove: null }, now.getTime())
  return pairs.flatMap((pair) => {
    const [one, other] = [texts.get(pair.one), texts.get(pair.other)]
    const isProposable =
      one &&
      other &&
      mayProposeMerge(actor, [one.unit, other.unit]) &&
      [one, other].every(isReadable) &&
      canMerge(one, other)
    return isProposable ? [[one, other] as const] : []
  })
}

const keyOf = ({ one, other }: Pick<Pair, 'one' | 'other'>) => [one, other].sort().join()

/** Pairs of which there is or was a merge: what a unit declined is not proposed to it again. */
async function proposedBefore(payload: Payload): Promise<Set<string>> {
  const rows = await readRows(payload, {
    ...{ collection: 'tasks', columns: ['matter'], limit: 0 },
    where: { kind: { equals: 'merge' } },
  })
  return new Set(
    rows.flatMap(({ matter }) => {
      const merging = mergingOf({ kind: 'merge', matter: String(matter) })
      return merging ? [keyOf({ one: merging.goes, other: merging.stays })] : []
    }),
  )
}
