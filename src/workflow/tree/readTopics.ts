import type { Payload, Where } from 'payload'
import { topics, type State, type Topic } from '@/access/rules'
import type { TopicState } from '@/i18n/unitTexts'
import { readRows } from '@/tables'

export type OwedTopic = { topic: Topic; state: TopicState; entry: string | null }

type Asked = {
  units: readonly string[]
  /** These units and no others, or nothing where they are all there are. */
  within: Where
}

/** The four entries of 部门详情 of each unit, as readers find them: three queries for all units together. */
export async function readTopics(
  payload: Payload,
  { units, within }: Asked,
  now = Date.now(),
): Promise<Map<string, OwedTopic[]>> {
  const owed: Where = { and: [{ topic: { in: [...topics] } }, within] }
  const [rows, live, texts] = await Promise.all([
    rowsOf(payload, owed),
    liveOf(payload, owed),
    reviewsOf(payload, owed),
  ])
  const found = new Map<string, { row: OwedRow; state: TopicState }>()
  for (const row of rows) {
    const key = `${row.unit} ${row.topic}`
    const state = topicStateOf(row, live.get(row.id), texts.get(row.id) ?? null, now)
    // After a merge a unit may have two of a kind: the one readers find counts.
    if (!found.has(key) || state === 'good') found.set(key, { row, state })
  }
  return new Map(
    units.map((unit) => [
      unit,
      topics.map((topic) => {
        const owed = found.get(`${unit} ${topic}`)
        return { topic, state: owed?.state ?? 'missing', entry: owed?.row.id ?? null }
      }),
    ]),
  )
}

async function rowsOf(payload: Payload, owed: Where): Promise<OwedRow[]> {
  const rows = await readRows(payload, {
    collection: 'register',
    where: { and: [owed, { trashedAt: { exists: false } }] },
    columns: ['id', 'unit', 'topic', 'state', 'isWithdrawn'],
    limit: 0,
  })
  return rows as OwedRow[]
}

async function liveOf(payload: Payload, owed: Where): Promise<Map<string, LiveText>> {
  const rows = await readRows(payload, {
    collection: 'publications',
    where: { and: [owed, { isLive: { equals: true } }] },
    columns: ['entry', 'validFrom', 'validUntil'],
    limit: 0,
  })
  return new Map((rows as (LiveText & { entry: string })[]).map((row) => [row.entry, row]))
}

async function reviewsOf(payload: Payload, owed: Where): Promise<Map<string, string>> {
  const rows = await readRows(payload, {
    collection: 'knowledge',
    where: { and: [owed, { reviewBy: { exists: true } }] },
    columns: ['id', 'reviewBy'],
    limit: 0,
  })
  return new Map(rows.map(({ id, reviewBy }) => [String(id), String(reviewBy)]))
}

type OwedRow = {
  id: string
  unit: string
  topic: Topic
  state: State
  isWithdrawn: boolean | null
}
type LiveText = { validFrom: string | null; validUntil: string | null }

const day = 24 * 60 * 60 * 1000

/** Readers count: a newer draft beside a good live text is no gap. `reviewBy` is the first instant of a day. */
function topicStateOf(
  row: Pick<OwedRow, 'state' | 'isWithdrawn'> | undefined,
  live: LiveText | undefined,
  reviewBy: string | null,
  now: number,
): TopicState {
  if (!row) return 'missing'
  if (!live) {
    if (row.isWithdrawn) return 'withdrawn'
    return row.state === 'approved' ? 'missing' : row.state
  }
  if (live.validUntil && Date.parse(live.validUntil) < now) return 'expired'
  if (live.validFrom && Date.parse(live.validFrom) > now) return 'early'
  return reviewBy && Date.parse(reviewBy) + day <= now ? 'overdue' : 'good'
}
