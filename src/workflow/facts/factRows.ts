import type { Payload } from 'payload'
import { heartOf } from '@/facts/compatible'
import type { Fact } from '@/facts/fact'
import { factsOfText } from '@/facts/factsIn'
import { subjectOf } from '@/facts/subjects'
import type { Publication } from '@/payload-types'
import { languageNow } from '@/search/language'
import { readRows } from '@/tables'
import { follow } from '@/tables/follow'

/** A row of `facts`. */
export type FactRow = Fact & {
  id: string
  entry: string
  number: string
  unit: string
  unitAbove: string | null
  library: string
  revision: number
  heart: string
  subject: string | null
}

/** What of a live row facts are made of. */
export const readColumns = [
  ...(['entry', 'number', 'library', 'revision', 'unit', 'unitAbove', 'unitName'] as const),
  ...(['title', 'summary', 'plain', 'validFrom', 'validUntil'] as const),
] as const satisfies readonly (keyof Publication)[]

export type ReadRow = Pick<Publication, (typeof readColumns)[number]>

/** A longer text would hold the others up; nobody writes one into a knowledge base. In UTF-16 units. */
const mostRead = 60_000

export const factsOfRow = ({
  title,
  summary,
  plain,
}: Pick<ReadRow, 'title' | 'summary' | 'plain'>) =>
  factsOfText({ title, summary, plain: plain?.slice(0, mostRead) })

/** The subject of a title, by the hotline's language and the names of units as they are now. */
export type SubjectOf = (title: string, unitName: string) => ReturnType<typeof subjectOf>

export async function subjectsNow(payload: Payload): Promise<SubjectOf> {
  const [language, names] = await Promise.all([languageNow(payload), unitNames.now(payload)])
  return (title, unitName) => subjectOf(title, [unitName, ...names], language)
}

/** Longest first: 青溪县民政局 before 民政局. */
const unitNames = follow('unitNames', ['nodes'], async (payload) => {
  const nodes = await readRows(payload, {
    ...{ collection: 'nodes', columns: ['name'], limit: 0 },
    where: { kind: { in: ['department', 'township'] } },
  })
  return [...new Set(nodes.map(({ name }) => String(name)))].sort(
    (one, other) => other.length - one.length,
  )
})

/** The rows of a live text, in its order and under ids that stay as long as it does. */
export function factRowsOf(row: ReadRow, subjects: SubjectOf): FactRow[] {
  const facts = factsOfRow(row)
  if (facts.length === 0) return []
  const { entry, number, library, revision, unit, unitAbove = null } = row
  const { key: subject } = subjects(row.title, row.unitName)
  return facts.map((fact, at) => ({
    ...{ id: `${entry}:${at}`, entry, number, library, revision, unit, unitAbove, subject },
    ...{ ...fact, heart: heartOf(fact.kind, fact.value) },
  }))
}
