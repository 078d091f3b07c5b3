import { isLongDue } from '@/access/taskDays'
import { keysIn } from '@/access/themes'
import { fileAddress } from '@/blocks/webAddress'
import { entrySummary, summaryColumns, type EntrySummary } from './entrySummary'
import { findLive, type LiveAttachment, type LiveRow, type Reader } from './live'
import { readContact, type Contact } from './readContact'
import { readReliability, type Reliability } from './reliability'
import { spokenAnswer } from './spoken'
import { themesInUse } from './themes'

type EntryAttachment = { name: string; size: number; mime: string; url: string }

/** What of an entry stands in its own text, and changes with nothing else. */
export type OwnText = EntrySummary & {
  /** Which of its texts it is, counted from its first. */
  revision: number
  html: string
  similarQuestions: string[]
  basis: string | null
  validFrom: string | null
  attachments: EntryAttachment[]
}

/** An entry as its page and the API give it. */
export type Entry = OwnText & {
  /** Plain Chinese to be read aloud or pasted. */
  spoken: string
  /** The entry of a unit above it is based on, where this audience may read that too. */
  basedOn: EntrySummary | null
  /** 主题, those in use. */
  themes: { key: string; name: string }[]
  /** When its unit last said that nothing in it has to change; null where it never did. */
  confirmedAt: string | null
  /** 待复核: its day of review went by a month ago and nobody looked. */
  awaitsReview: boolean
  /** 不可靠: three corrections of it were right within ninety days, and nobody looked at all of it since. */
  isUnreliable: boolean
  /** 可信度, for who is told of it. */
  reliability: Reliability | null
  contact: Contact | null
  /** Only those this audience may read too. */
  related: EntrySummary[]
}

export const ownColumns = [
  ...summaryColumns,
  'revision',
  'html',
  'similarQuestions',
  'basis',
  'validFrom',
  'attachments',
] as const satisfies readonly (keyof LiveRow)[]

const columns = [
  ...ownColumns,
  'basedOn',
  'themes',
  'reviewBy',
  'confirmedAt',
  'isUnreliable',
  'related',
] as const satisfies readonly (keyof LiveRow)[]

/** The entry of this number if the audience may read it now, else null. */
export async function readEntry(reader: Reader, number: string): Promise<Entry | null> {
  const { rows } = await findLive(reader, {
    columns,
    where: { number: { equals: number.toUpperCase() } },
    limit: 1,
  })
  const [row] = rows
  if (!row) return null
  const [entry, reliability] = await Promise.all([
    entryFrom(reader, row),
    readReliability(reader, row),
  ])
  return { ...entry, reliability }
}

/** What nobody but readers' own rows has. */
type Reviewed = 'confirmedAt' | 'reviewBy' | 'isUnreliable'

/** What of a publication its page shows. */
type EntryRow = Pick<LiveRow, Exclude<(typeof columns)[number], Reviewed>> &
  Partial<Pick<LiveRow, Reviewed>>

/** The same of a row that may not be published yet, with what this audience may read around it. */
export async function entryFrom(reader: Reader, row: EntryRow): Promise<Entry> {
  const [contact, related, basedOn, themes] = await Promise.all([
    readContact(reader, row.unit),
    readRelated(reader, row.related ?? []),
    readOriginal(reader, row.basedOn),
    readThemesOf(reader, row.themes),
  ])
  const text = ownText(row)
  return {
    ...text,
    spoken: spokenAnswer({ ...text, contact }),
    basedOn,
    themes,
    confirmedAt: row.confirmedAt ?? null,
    awaitsReview: isLongDue(row.reviewBy, reader.now),
    isUnreliable: row.isUnreliable === true,
    // Nobody has used a text that is not online yet.
    reliability: null,
    contact,
    related,
  }
}

export const ownText = (row: Pick<LiveRow, (typeof ownColumns)[number]>): OwnText => ({
  ...entrySummary(row),
  revision: row.revision,
  html: row.html,
  similarQuestions: row.similarQuestions ?? [],
  basis: row.basis ?? null,
  validFrom: row.validFrom ?? null,
  attachments: (row.attachments ?? [])
    .filter(({ isInline }) => !isInline)
    .map(({ hash, name, size, mime, address }) => {
      return { name, size, mime, url: address ?? fileAddress(hash, name) }
    }),
})

async function readOriginal(reader: Reader, number: string | null | undefined) {
  if (!number) return null
  const { rows } = await findLive(reader, {
    ...{ columns: summaryColumns, where: { number: { equals: number } }, limit: 1 },
  })
  return rows[0] ? entrySummary(rows[0]) : null
}

async function readThemesOf({ payload }: Reader, themes: string | null | undefined) {
  const keys = keysIn(themes)
  if (keys.length === 0) return []
  return (await themesInUse(payload)).filter(({ key }) => keys.includes(key))
}

async function readRelated(reader: Reader, ids: readonly string[]): Promise<EntrySummary[]> {
  if (ids.length === 0) return []
  const { rows } = await findLive(reader, {
    columns: summaryColumns,
    where: { slot: { in: [...ids] } },
    limit: ids.length,
  })
  const byId = new Map(rows.map((row) => [row.entry, row]))
  return ids.flatMap((id) => byId.get(id) ?? []).map(entrySummary)
}

/** An attachment, and a text that lists it. */
export type FoundFile = LiveAttachment & { entry: string; number: string }

/** The attachment of this content hash, if a text this audience may read lists it. */
export async function readFile(reader: Reader, hash: string): Promise<FoundFile | null> {
  if (!/^[0-9a-f]{32,128}$/.test(hash)) return null
  const { rows } = await findLive(reader, {
    columns: ['attachments', 'entry', 'number'],
    where: { files: { contains: hash } },
    limit: 1,
  })
  const [row] = rows
  const file = row?.attachments?.find((attachment) => attachment.hash === hash)
  return row && file ? { ...file, entry: row.entry, number: row.number } : null
}
