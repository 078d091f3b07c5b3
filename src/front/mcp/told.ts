import type { EntrySummary } from '@/reading/entrySummary'
import { findLive, type Reader } from '@/reading/live'
import type { Entry } from '@/reading/readEntry'
import { readReliability, type Reliability } from '@/reading/reliability'
import { fullName } from '@/reading/spoken'

type Known = {
  revision: number
  validFrom: string | null
  reliability: Reliability | null
}

/** An entry with all one needs to say how far it can be relied on, under names that speak for themselves. */
function told(entry: EntrySummary, { revision, validFrom, reliability }: Known) {
  const { id, number, library, kind, title, summary, unit, category } = entry
  return {
    ...{ id, number, revision, library, kind, title, summary, unit, category },
    approval: { at: entry.approvedAt, by: fullName(unit) },
    validity: { from: validFrom, until: entry.validUntil },
    /** 可信度; null for who reads as the public. */
    confidence: reliability,
    openToUnits: entry.openToUnits,
    openToPublic: entry.openToPublic,
  }
}

const columns = [
  ...(['entry', 'revision', 'validFrom', 'approvedAt'] as const),
  ...(['confirmedAt', 'reviewBy', 'isUnreliable'] as const),
] as const

/** Entries of a list, in its order; what this reader may not see any more by now is left out. */
export async function toldOfAll(reader: Reader, entries: readonly EntrySummary[]) {
  if (entries.length === 0) return []
  const where = { slot: { in: entries.map(({ id }) => id) } }
  const { rows } = await findLive(reader, { columns, where, limit: 0 })
  const known = new Map(rows.map((row) => [row.entry, row]))
  const found = entries.map(async (entry) => {
    const row = known.get(entry.id)
    if (!row) return []
    const { revision, validFrom } = row
    return told(entry, {
      revision,
      validFrom: validFrom ?? null,
      reliability: await readReliability(reader, row),
    })
  })
  return (await Promise.all(found)).flat()
}

export const toldOfEntry = (entry: Entry) => ({
  ...told(entry, entry),
  spoken: entry.spoken,
  similarQuestions: entry.similarQuestions,
  basis: entry.basis,
  contact: entry.contact,
  attachments: entry.attachments,
  related: entry.related.map(({ number, title }) => ({ number, title })),
})
