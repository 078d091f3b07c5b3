import type { Payload, Where } from 'payload'
import { topics, type Topic } from '@/access/rules'
import type { TopicState } from '@/i18n/unitTexts'
import { topicStateOf, type LiveText, type OwedRow } from './topicState'

export type OwedTopic = { topic: Topic; state: TopicState; entry: string | null }

const all = { overrideAccess: true, depth: 0, pagination: false, limit: 0 } as const

/** The four entries of 部门详情 of each unit, as readers find them: three queries for all units together. */
export async function readTopics(
  payload: Payload,
  units: readonly string[],
  now = Date.now(),
): Promise<Map<string, OwedTopic[]>> {
  const [rows, live, texts] = await Promise.all([
    rowsOf(payload),
    liveOf(payload),
    reviewsOf(payload),
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

const isOwed: Where = { topic: { in: [...topics] } }

async function rowsOf(payload: Payload): Promise<OwedRow[]> {
  const { docs } = await payload.find({
    ...all,
    collection: 'register',
    where: { and: [isOwed, { trashedAt: { exists: false } }] },
    select: { unit: true, topic: true, state: true, isWithdrawn: true },
    overrideAccess: true,
  })
  return docs as unknown as OwedRow[]
}

async function liveOf(payload: Payload): Promise<Map<string, LiveText>> {
  const { docs } = await payload.find({
    ...all,
    collection: 'publications',
    where: { and: [isOwed, { isLive: { equals: true } }] },
    select: { entry: true, validFrom: true, validUntil: true },
    overrideAccess: true,
  })
  return new Map(docs.map((row) => [row.entry, row as unknown as LiveText]))
}

async function reviewsOf(payload: Payload): Promise<Map<string, string>> {
  const { docs } = await payload.find({
    ...all,
    collection: 'knowledge',
    where: { and: [isOwed, { reviewBy: { exists: true } }] },
    select: { reviewBy: true },
    overrideAccess: true,
  })
  return new Map(docs.flatMap(({ id, reviewBy }) => (reviewBy ? [[id, reviewBy]] : [])))
}
