import { setImmediate as breathe } from 'node:timers/promises'
import type { Payload, Where } from 'payload'
import { audienceQuery, type Audience } from '@/access/audience'
import { contradictionsAmong, contradictionsWith } from '@/facts/comparedTexts'
import type { Contradiction, Stating } from '@/facts/contradictions'
import type { Fact, FactField, FactKind, Matter } from '@/facts/fact'
import type { Library } from '@/access/rules'
import { countGroups, readRows } from '@/tables'
import { passageOf, type Passage } from '../findings/findingsOf'
import { districtsNow } from '../usage/districts'
import { factsOfRow, readColumns, subjectsNow, type FactRow, type ReadRow } from './factRows'

/** Two live texts, or one that is being written and a live one, that say otherwise about one thing. */
export type ToldContradiction = {
  /** The same as long as both say what they say of it. */
  id: string
  kind: FactKind
  matter: Matter
  /** The text that is asked about comes first. */
  one: Side
  other: Side
}

/** What one of them says, and where. */
export type Side = Passage & {
  entry: string
  number: string
  library: Library
  title: string
  revision: number
  unit: { id: string; name: string }
  /** The value in the one form by which two are compared, and the characters there. */
  value: string
  text: string
  field: FactField
  from: number
  to: number
}

/** Notices and cases tell what was on a day. */
const compared: readonly string[] = ['knowledge', 'plans'] satisfies Library[]
/** So many texts of one subject are looked at. */
const mostOfSubject = 200
/** Subjects that are read at a time. */
const subjectsAtOnce = 50

type Asked = { payload: Payload; audience: Audience; now?: Date }

/**
 * What this text and live ones that the audience may read say otherwise: a text that is live, or one that is written now
 * and stands where it is filed. Of what may not be read nothing is told, nor that there is any.
 */
export async function contradictionsOf(
  { payload, audience, now = new Date() }: Asked,
  text: ReadRow,
): Promise<ToldContradiction[]> {
  if (!compared.includes(text.library)) return []
  const subjects = await subjectsNow(payload)
  const { key } = subjects(text.title, text.unitName)
  const facts = key === null ? [] : factsOfRow(text)
  if (facts.length === 0) return []
  const rows = await readFacts(payload, { subject: { equals: key } })
  const others = rows.filter(({ entry }) => entry !== text.entry)
  if (others.length === 0) return []
  const entries = [...new Set(others.map(({ entry }) => entry))].slice(0, mostOfSubject)
  const live = await readLive(payload, entries, audienceQuery(audience, now))
  const stating = await statingsOf(payload)
  const found = contradictionsWith(
    stating(text, facts),
    live.map((row) => stating(row, rowsOf(row, others))),
  )
  return toldFrom(found, [text, ...live])
}

/** All contradictions among live texts; of one unit those in which it or a unit below it takes part. */
export async function allContradictions(
  payload: Payload,
  { unit, now = new Date() }: { unit?: string; now?: Date } = {},
): Promise<ToldContradiction[]> {
  const subjects = await sharedSubjects(payload)
  const stating = await statingsOf(payload)
  const told: ToldContradiction[] = []
  for (let at = 0; at < subjects.length; at += subjectsAtOnce) {
    const rows = await readFacts(payload, {
      subject: { in: subjects.slice(at, at + subjectsAtOnce) },
    })
    const entries = [...new Set(rows.map(({ entry }) => entry))]
    const live = await readLive(payload, entries, audienceQuery({ sees: 'everything' }, now))
    const texts = live.map((row) => stating(row, rowsOf(row, rows)))
    const found: Contradiction[] = []
    for (const some of contradictionsAmong(texts)) {
      found.push(...some)
      if (some.length > 0) await breathe()
    }
    const ofUnit = new Set(live.filter((row) => !unit || isOf(unit, row)).map(({ entry }) => entry))
    const those = found.filter(({ one, other }) => ofUnit.has(one.entry) || ofUnit.has(other.entry))
    told.push(...toldFrom(those, live))
    await breathe()
  }
  return told
}

const isOf = (unit: string, row: ReadRow) => row.unit === unit || row.unitAbove === unit

/** Subjects of several texts. */
async function sharedSubjects(payload: Payload): Promise<string[]> {
  const groups = await countGroups(payload, {
    ...{ collection: 'facts', by: ['subject', 'entry'] },
    where: { and: [{ subject: { exists: true } }, { library: { in: compared } }] },
  })
  const entries = new Map<string, number>()
  for (const { subject } of groups) {
    const key = String(subject)
    entries.set(key, (entries.get(key) ?? 0) + 1)
  }
  return [...entries].filter(([, count]) => count > 1).map(([key]) => key)
}

/** These and live rows are put in order here: SQLite would walk a whole table in that order. */
const readFacts = async (payload: Payload, where: Where) => {
  const rows = (await readRows(payload, {
    ...{ collection: 'facts', limit: 0 },
    where: { and: [where, { library: { in: compared } }] },
  })) as FactRow[]
  return rows.sort((one, other) => (one.id < other.id ? -1 : 1))
}

const readLive = async (payload: Payload, entries: readonly string[], visible: Where) => {
  const rows = (await readRows(payload, {
    ...{ collection: 'publications', columns: readColumns, limit: 0 },
    where: { and: [{ slot: { in: entries } }, visible] },
  })) as ReadRow[]
  return rows.sort((one, other) => (one.number < other.number ? -1 : 1))
}

const rowsOf = ({ entry }: ReadRow, rows: readonly FactRow[]) =>
  rows.filter((row) => row.entry === entry)

async function statingsOf(payload: Payload) {
  const [subjects, districtOf] = await Promise.all([subjectsNow(payload), districtsNow(payload)])
  return (row: ReadRow, facts: readonly Fact[]): Stating => ({
    entry: row.entry,
    unitName: row.unitName,
    region: districtOf(row.unit),
    subject: subjects(row.title, row.unitName),
    validFrom: row.validFrom ? Date.parse(row.validFrom) : null,
    validUntil: row.validUntil ? Date.parse(row.validUntil) : null,
    facts,
  })
}

function toldFrom(found: readonly Contradiction[], texts: readonly ReadRow[]): ToldContradiction[] {
  const byEntry = new Map(texts.map((row) => [row.entry, row]))
  return found.flatMap(({ one, other, ...told }) => {
    const sides = [one, other].flatMap(({ entry, fact }) => {
      const row = byEntry.get(entry)
      return row ? [sideOf(row, fact)] : []
    })
    const [first, second] = sides
    return first && second ? [{ ...told, one: first, other: second }] : []
  })
}

function sideOf(row: ReadRow, { value, text, field, from, to }: Fact): Side {
  const { entry, number, title, revision, unit, unitName } = row
  const whole = { title, summary: row.summary ?? '', body: row.plain ?? '' }[field]
  return {
    ...{ entry, number, library: row.library as Library, title, revision },
    unit: { id: unit, name: unitName },
    ...{ value, text, field, from, to },
    ...passageOf(whole, [from, to]),
  }
}
