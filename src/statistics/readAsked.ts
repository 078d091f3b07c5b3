import { setImmediate as breathe } from 'node:timers/promises'
import type { Payload } from 'payload'
import { popular } from '@/access/searching'
import { countGroups } from '@/tables'
import { keptFor } from '@/tables/keptFor'
import { ofDays, partsOf, type Span } from './span'

export const askedKeys = ['asked', 'inVain', 'abandoned', 'reformulated', 'opened', 'used'] as const
export type AskedKey = (typeof askedKeys)[number]
/** Questions asked, and what became of them. */
export type Asked = Record<AskedKey, number>

export type AskedOften = { query: string; asked: number; askers: number; inVain: number }

const time = 60_000
const sums = keptFor<ReadonlyMap<string, Asked>>({ name: 'asked', time, most: 60 })
const often = keptFor<AskedOften[]>({ name: 'askedOften', time, most: 60 })

/** Questions of whole days that are over, by the unit of who asked; under '' those of citizens and systems. */
export const readAsked = (payload: Payload, span: Span): Promise<ReadonlyMap<string, Asked>> =>
  sums.now(
    payload,
    async () => {
      const groups = await countGroups(payload, {
        ...{ collection: 'daySearches', where: { and: ofDays(span) } },
        ...{ by: ['unit'], sums: askedKeys },
      })
      return new Map(groups.map((group) => [String(group.unit ?? ''), askedIn(group)]))
    },
    { key: `${span.from}:${span.to}` },
  )

export const noneAsked = (): Asked => askedIn({})

export const askedTogether = (all: readonly Asked[]): Asked => {
  const sum = noneAsked()
  for (const one of all) for (const key of askedKeys) sum[key] += one[key]
  return sum
}

const askedIn = (group: Record<string, unknown>): Asked =>
  Object.fromEntries(askedKeys.map((key) => [key, Number(group[key] ?? 0)])) as Asked

/** So many are told. */
const most = 10

/** What was asked most often, and in vain, by three or more askers (of each day, added up). */
export async function readAskedOften(payload: Payload, span: Span) {
  const all = await often.now(payload, () => readOften(payload, span), {
    key: `${span.from}:${span.to}`,
  })
  const first = (key: 'asked' | 'inVain') =>
    all
      .filter((one) => one[key] > 0)
      .toSorted((one, other) => other[key] - one[key])
      .slice(0, most)
  return { most: first('asked'), inVain: first('inVain') }
}

async function readOften(payload: Payload, span: Span): Promise<AskedOften[]> {
  const all = new Map<string, AskedOften>()
  for (const part of partsOf(span, 'month')) {
    await breathe()
    const groups = await countGroups(payload, {
      ...{ collection: 'dayQueries', where: { and: ofDays(part) } },
      ...{ by: ['form'], sums: ['asked', 'askers', 'inVain'] },
    })
    for (const { form, asked, askers, inVain } of groups) {
      const query = String(form)
      const known = all.get(query) ?? { query, asked: 0, askers: 0, inVain: 0 }
      all.set(query, known)
      known.asked += Number(asked)
      known.askers += Number(askers)
      known.inVain += Number(inVain)
    }
  }
  return [...all.values()].filter(({ askers }) => askers >= popular.askers)
}
