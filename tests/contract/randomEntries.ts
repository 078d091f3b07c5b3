import fc from 'fast-check'
import { isVisibleTo, type Audience, type Visible } from '@/access/audience'

export const NOW = Date.parse('2026-11-20T04:00:00Z')
const DAY = 24 * 3_600_000

/** Words of which no two sound alike. */
export const words = ['公积金', '居住证', '教材', '停水', '彗星']

const units = [
  { unit: 'county', unitAbove: null },
  { unit: 'north', unitAbove: 'county' },
  { unit: 'south', unitAbove: 'county' },
  { unit: 'bureau', unitAbove: null },
]
const openness = [
  { openToUnits: false, openToPublic: false },
  { openToUnits: true, openToPublic: false },
  { openToUnits: true, openToPublic: true },
]
const instants = [NOW - 400 * DAY, NOW - DAY, NOW - 1, NOW, NOW + 1, NOW + DAY]

export const readers: Audience[] = [
  { sees: 'everything' },
  { sees: 'public' },
  ...['county', 'north', 'bureau', 'elsewhere'].flatMap((own) =>
    [true, false].map((below): Audience => ({ sees: 'units', own, below })),
  ),
]

export type Entry = {
  /** Its words, wherever they stand. */
  holds: readonly string[]
  library: string
  visible: Visible
  /** As the database has it. */
  columns: Record<string, unknown>
}

const written = fc.record({
  inTitle: fc.option(fc.constantFrom(...words)),
  inText: fc.option(fc.constantFrom(...words)),
  inQuestion: fc.option(fc.constantFrom(...words), { freq: 2 }),
  library: fc.constantFrom('knowledge', 'plans', 'notices', 'cases'),
  place: fc.constantFrom(...units),
  open: fc.constantFrom(...openness),
  validFrom: fc.option(fc.constantFrom(...instants), { freq: 2 }),
  validUntil: fc.option(fc.constantFrom(...instants), { freq: 2 }),
})

/** So many random entries of all libraries, places, switches and periods; the same each time. */
export function drawn(size: number): Entry[] {
  return fc.sample(written, { numRuns: size, seed: 12_345 }).map(asEntry)
}

type Written = typeof written extends fc.Arbitrary<infer Each> ? Each : never

function asEntry({ place, open, library, validFrom, validUntil, ...said }: Written, at: number) {
  const { inTitle, inText, inQuestion } = said
  return {
    holds: [inTitle, inText, inQuestion].filter((word) => word !== null),
    library,
    visible: { ...place, ...open, validFrom, validUntil },
    columns: {
      ...{ ...place, ...open, library, number: `ZS${at}` },
      title: `${inTitle ?? ''}登记第${at}号`,
      plain: `本文说明${inText ?? '流程'}。`,
      similarQuestions: inQuestion ? [`${inQuestion}在哪里登记？`] : [],
      validFrom: validFrom === null ? null : new Date(validFrom).toISOString(),
      validUntil: validUntil === null ? null : new Date(validUntil).toISOString(),
      approvedAt: new Date(NOW - at * 60_000).toISOString(),
    },
  }
}

export const anyText = fc.constantFrom('', ...words)

type Asked = { audience: Audience; library?: string; unit?: string }

/** May they read it, and did they ask for its library and place? By looking at it, without any query. */
export function isVisibleAt({ audience, library, unit }: Asked, entry: Entry): boolean {
  if (library !== undefined && entry.library !== library) return false
  if (unit !== undefined && entry.visible.unit !== unit && entry.visible.unitAbove !== unit)
    return false
  return isVisibleTo(audience, entry.visible, NOW)
}

export const holdsAll = (text: string, { holds }: Entry): boolean =>
  text === '' || holds.includes(text)
