import type { Payload } from 'payload'
import type { Actor } from '@/access/actor'
import { isSeen, rowsSeen } from '@/access/statistics'
import { figureKeys, type FigureKey } from '@/statistics/figures'
import { readFiling, readGrave, readLive } from '@/statistics/readCity'
import { readSteps } from '@/statistics/readSteps'
import { within, type Span } from '@/statistics/span'
import { countRows, readRows, type Row as Stored } from '@/tables'
import { Refused } from '../Refused'
import { readTreeOfUnits, scopeOf } from './readStatistics'

/** Figures that have rows of their own here; readings, looks and questions have theirs on pages of their own. */
const elsewhere = ['reads', 'readers', 'toLook', 'looked', 'noEditor'] as const
export const figuresWithRows = figureKeys.filter(
  (key): key is FigureWithRows => !elsewhere.some((one) => one === key),
)
export type FigureWithRows = Exclude<FigureKey, (typeof elsewhere)[number]>

/** What a figure counts, one by one. */
export type RowBehind = {
  id: string
  entry: string
  library: string
  number: string
  title: string
  unit: string
  /** It was purged: there is nothing to open. */
  isGone: boolean
  /** Who did it and when, of what was done; and why, where that was said. */
  by: string
  at: string
  reason: string
}

type Wanted = { figure: FigureWithRows; unit?: string; span: Span; page: number }

export const rowsOnPage = 50

/** A page of what a figure counts, the newest first, of units whose rows this person sees; refuses all others. */
export async function readRowsBehind(payload: Payload, actor: Actor | null, wanted: Wanted) {
  const { figure, span, page } = wanted
  const seen = rowsSeen(actor)
  if (seen === 'none') throw new Refused('notAllowed')
  const tree = await readTreeOfUnits(payload)
  const { units } = scopeOf(actor, tree, wanted.unit)
  const filing = await readFiling(payload)
  const names = new Map(
    units.filter((unit) => isSeen(seen, unit)).map(({ id, name }) => [id, name]),
  )
  const { shown, total } =
    figure === 'uses'
      ? await usesOn(payload, { span, page, within: names.keys() })
      : pageOf(
          (await happened(payload, figure, span)).filter(({ entry }) =>
            names.has(filing.get(entry)?.unit ?? ''),
          ),
          page,
        )
  const entries = await entriesOf(
    payload,
    shown.map(({ entry }) => entry),
  )
  const decisions = await decisionsOf(
    payload,
    shown.map(({ id }) => decisionOf(id)),
  )
  const rows = shown.map((row): RowBehind => {
    const [entry, decision] = [entries.get(row.entry), decisions.get(decisionOf(row.id))]
    return {
      ...row,
      by: row.by || String(decision?.byName ?? ''),
      reason: row.reason || String(decision?.reason ?? ''),
      library: String(entry?.library ?? decision?.library ?? ''),
      number: String(entry?.number ?? decision?.number ?? ''),
      isGone: !entry,
      title: row.title || String(decision?.title ?? entry?.title ?? ''),
      unit: names.get(filing.get(row.entry)?.unit ?? '') ?? '',
    }
  })
  return { rows, total, page, pageSize: rowsOnPage }
}

function pageOf(found: readonly Happened[], page: number) {
  const sorted = found.toSorted((one, other) => (one.at > other.at ? -1 : 1))
  const shown = sorted.slice((page - 1) * rowsOnPage, page * rowsOnPage)
  return { shown, total: found.length }
}

type Happened = Pick<RowBehind, 'id' | 'entry' | 'title' | 'by' | 'at' | 'reason'>

async function happened(
  payload: Payload,
  figure: Exclude<FigureWithRows, 'uses'>,
  span: Span,
): Promise<Happened[]> {
  switch (figure) {
    case 'live':
    case 'expired':
    case 'unreviewed':
    case 'late': {
      const is = {
        live: 'entry',
        expired: 'isExpired',
        unreviewed: 'isUnreviewed',
        late: 'isLate',
      } as const
      const live = await readLive(payload, span, new Date())
      return live.filter((one) => one[is[figure]]).map(({ entry }) => standing(entry))
    }
    case 'grave': {
      const grave = await readGrave(payload, span)
      return grave.map(({ id, entry, byName, at, sentence }) => ({
        ...{ ...standing(entry), id, by: byName, at, reason: sentence },
      }))
    }
    default: {
      const steps = await readSteps(payload, span)
      return steps
        .filter(({ counts }) => counts === figure)
        .map(({ id, entry, at }) => ({ ...standing(entry), id: `${id}:${figure}`, at }))
    }
  }
}

/** The decision a row is of, where it is of one. */
export const decisionOf = (id: string): string => id.split(':')[0] ?? ''

const standing = (entry: string): Happened => ({
  ...{ id: entry, entry, title: '', by: '', at: '', reason: '' },
})

/** Of these there are many: only those of the page are read. */
async function usesOn(payload: Payload, { span, page, within: units }: UsesWanted) {
  const asked = {
    collection: 'uses',
    where: { and: within('at', span) },
    ofEntries: { unit: { in: [...units] } },
  } as const
  const [rows, total] = await Promise.all([
    readRows(payload, {
      ...{ ...asked, columns: ['id', 'entry', 'title', 'readerName', 'at'], sort: '-at' },
      ...{ limit: rowsOnPage, offset: (page - 1) * rowsOnPage },
    }),
    countRows(payload, asked),
  ])
  const shown = rows.map(({ readerName, ...row }) => ({ ...row, by: readerName ?? '', reason: '' }))
  return { shown: shown as Happened[], total }
}

type UsesWanted = { span: Span; page: number; within: Iterable<string> }

const decisionsOf = (payload: Payload, ids: readonly string[]) =>
  byTheirIds(payload, 'decisions', ids, ['id', 'library', 'number', 'title', 'byName', 'reason'])

const entriesOf = (payload: Payload, ids: readonly string[]) =>
  byTheirIds(payload, 'register', ids, ['id', 'library', 'number', 'title'])

async function byTheirIds(
  payload: Payload,
  collection: 'decisions' | 'register',
  ids: readonly string[],
  columns: string[],
): Promise<Map<unknown, Stored>> {
  const where = { id: { in: [...new Set(ids)] } }
  const rows = await readRows(payload, { collection, columns, where, limit: 0 })
  return new Map(rows.map((row) => [row.id, row]))
}
