import type { CollectionSlug, Payload, Where } from 'payload'
import { standingQuery } from '@/statistics/readLive'
import { readGrave } from '@/statistics/readCity'
import { isOwnStep } from '@/statistics/readPeople'
import { readSteps } from '@/statistics/readSteps'
import { isOfTasks } from '@/statistics/readTasks'
import { within, type Span } from '@/statistics/span'
import { countRows, readRows, type Row } from '@/tables'
import { calendarNow } from '../calendar/calendarNow'
import { countedAs, looksDue } from '../promoting/reviewsDone'
import { blank, rowsOnPage, type Counted, type CountedPage, type Within } from './countedPage'
import type { RowsWanted } from './rowsWanted'
import { readTasksCounted } from './tasksCounted'

type Asked = RowsWanted & { span: Span; page: number }

/** Which rows a figure counts, of these units and this person alone. Rejects as the database does. */
export async function readCounted(
  payload: Payload,
  asked: Asked,
  of: Within,
): Promise<CountedPage> {
  const { figure, span, page, person } = asked
  if (isOfTasks(figure)) {
    // Tasks are counted by unit alone.
    const isNarrower = person ?? asked.library ?? asked.category ?? asked.entry
    return isNarrower
      ? { shown: [], total: 0, hidden: 0 }
      : readTasksCounted(payload, { figure, span, page }, of)
  }
  switch (figure) {
    case 'live':
    case 'expired':
    case 'unreviewed':
    case 'late': {
      const where = standingQuery(figure, span, new Date())
      const columns = ['id', 'entry', 'title', 'approvedAt']
      const stored = { collection: 'publications', where, columns, sort: '-approvedAt' } as const
      const found = await pageOver(payload, stored, { of, page })
      const shown = found.rows.map(({ entry, title, approvedAt }) => ({
        ...blank,
        ...{
          id: String(entry),
          entry: String(entry),
          title: String(title),
          at: String(approvedAt),
        },
      }))
      return { shown, total: found.total, hidden: 0 }
    }
    case 'uses':
    case 'helpful':
    case 'unhelpful':
      return readRecords(payload, asked, of)
    case 'copies':
      return readCopies(payload, asked, of)
    case 'toLook':
    case 'looked':
    case 'noEditor':
      return onPage(await readLooks(payload, asked, of), page)
    case 'grave': {
      const grave = await readGrave(payload, span)
      return onPage(
        grave
          .filter(({ entry }) => of.isWithin(entry))
          .map(({ id, entry, byName, at, sentence }) => ({
            ...{ ...blank, id, entry, by: byName, at, reason: sentence },
          })),
        page,
      )
    }
    default: {
      const steps = (await readSteps(payload, span)).filter(
        (step) => step.counts === figure && (!person || (step.by === person && isOwnStep(step))),
      )
      const seen = steps.filter(({ entry }) => of.isWithin(entry))
      const rows = seen.map(({ id, entry, at }) => ({ ...blank, id: `${id}:${figure}`, entry, at }))
      return { ...onPage(rows, page), hidden: person ? steps.length - seen.length : 0 }
    }
  }
}

function onPage(found: readonly Counted[], page: number): CountedPage {
  const sorted = found.toSorted((one, other) => (one.at > other.at ? -1 : 1))
  const shown = sorted.slice((page - 1) * rowsOnPage, page * rowsOnPage)
  return { shown, total: found.length, hidden: 0 }
}

/** What was told callers, and what citizens said; of these there are many. */
async function readRecords(
  payload: Payload,
  { figure, span, page, person }: Asked,
  of: Within,
): Promise<CountedPage> {
  const isOfUses = figure === 'uses'
  const conditions = [
    ...within('at', span),
    ...(isOfUses ? [] : [{ isHelpful: { equals: figure === 'helpful' } }]),
    ...(isOfUses && person ? [{ reader: { equals: person } }] : []),
  ]
  const stored: Stored = {
    ...{
      where: { and: conditions },
      sort: '-at',
      collection: isOfUses ? 'uses' : ('helpful' as const),
    },
    columns: ['id', 'entry', 'at', ...(isOfUses ? ['title', 'readerName'] : ['reason'])],
  }
  const { rows, total } = await pageOver(payload, stored, { of, page })
  const shown = rows.map(({ id, entry, at, title, readerName, reason }) => ({
    ...{ ...blank, id: String(id), entry: String(entry), at: String(at) },
    ...{ title: String(title ?? ''), by: String(readerName ?? ''), reason: String(reason ?? '') },
  }))
  const all = person ? await countRows(payload, stored) : total
  return { shown, total, hidden: all - total }
}

async function readCopies(
  payload: Payload,
  { library, state, page }: Asked,
  { units }: Within,
): Promise<CountedPage> {
  const conditions: Where[] = [
    { trashedAt: { exists: false } },
    ...(units ? [{ unit: { in: [...units] } }] : []),
    ...(library ? [{ library: { equals: library } }] : []),
    ...(state ? [{ state: { equals: state } }] : []),
  ]
  const asked = { collection: 'register' as const, where: { and: conditions } }
  const rows = await readRows(payload, {
    ...{ ...asked, columns: ['id', 'title', 'updatedAt'], sort: '-updatedAt' },
    ...{ limit: rowsOnPage, offset: (page - 1) * rowsOnPage },
  })
  const shown = rows.map(({ id, title, updatedAt }) => ({
    ...{ ...blank, id: String(id), entry: String(id) },
    ...{ title: String(title ?? ''), at: String(updatedAt ?? '') },
  }))
  return { shown, total: await countRows(payload, asked), hidden: 0 }
}

/** Each period that counts in the figure, with who looked first. */
async function readLooks(payload: Payload, { figure, span }: Asked, { units }: Within) {
  const calendar = await calendarNow(payload)
  const now = new Date()
  const due = await looksDue(payload, { ...span, calendar, units: units ?? [], now })
  return due
    .filter(({ state }) => countedAs[state].some((counted) => counted === figure))
    .map(({ unit, period, look }) => ({
      ...{ ...blank, id: `${unit}:${period.first}`, entry: '', unit },
      ...{ title: `${period.first} — ${period.until}`, by: look?.byName ?? '', at: look?.at ?? '' },
    }))
}

type Stored = { collection: CollectionSlug; where: Where; columns: readonly string[]; sort: string }

/** Only the rows of the page are read: first those of entries that the register knows. */
async function pageOver(payload: Payload, stored: Stored, { of, page }: OnPage) {
  const { ofEntries, purged } = of
  const parts = [
    { ...stored, ...(ofEntries ? { ofEntries } : {}) },
    ...slices(purged, namedAtOnce).map((some) => ({
      ...{ ...stored, where: { and: [stored.where, { entry: { in: some } }] } },
    })),
  ]
  const rows: Row[] = []
  let [total, offset] = [0, (page - 1) * rowsOnPage]
  for (const part of parts) {
    const count = await countRows(payload, part)
    const limit = rowsOnPage - rows.length
    if (limit > 0 && offset < count)
      rows.push(...(await readRows(payload, { ...part, limit, offset })))
    offset = Math.max(0, offset - count)
    total += count
  }
  return { rows, total }
}

type OnPage = { of: Within; page: number }

/** Entries named in one question: SQLite takes 32,766 values. */
const namedAtOnce = 10_000

const slices = (all: readonly string[], size: number): string[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, n) =>
    all.slice(n * size, (n + 1) * size),
  )
