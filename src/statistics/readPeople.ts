import { setImmediate as breathe } from 'node:timers/promises'
import type { Payload } from 'payload'
import { countGroups, readRows } from '@/tables'
import { keptFor } from '@/tables/keptFor'
import { inTurns } from './inTurns'
import { readSteps, type Counted } from './readSteps'
import { partsOf, within, type Span } from './span'

export const doingKeys = [
  ...(['submitted', 'approved', 'returned', 'changed', 'withdrawn', 'deleted', 'uses'] as const),
] as const
export type DoingKey = (typeof doingKeys)[number]

/** What a person did in a span: steps they took, and answers they told callers. */
export type Doing = { id: string; name: string; unit: string } & Record<DoingKey, number>

const doings = keptFor<Doing[]>({ name: 'doings', time: 60_000, most: 60 })

/** Of everybody who did something; at most a minute old. Of approvals what came of them is not counted again. */
export const readPeople = (payload: Payload, span: Span): Promise<Doing[]> =>
  doings.now(payload, () => read(payload, span), { key: `${span.from}:${span.to}` })

/** Is it what somebody did, and not what came of an approval? */
export const isOwnStep = ({ counts, step }: Pick<Counted, 'counts' | 'step'>): boolean =>
  counts !== 'added' && (counts !== 'changed' || step === 'saveDirectly')

async function read(payload: Payload, span: Span): Promise<Doing[]> {
  const all = new Map<string, Doing>()
  const of = (id: string) => {
    const known = all.get(id)
    if (known) return known
    const none = Object.fromEntries(doingKeys.map((key) => [key, 0])) as Record<DoingKey, number>
    const made = { id, name: '', unit: '', ...none }
    all.set(id, made)
    return made
  }
  for await (const some of inTurns(await readSteps(payload, span)))
    for (const counted of some) {
      const { by, counts } = counted
      const key = isOwnStep(counted) && doingKeys.find((one) => one === counts)
      if (by && key) of(by)[key] += 1
    }
  for (const part of partsOf(span, 'month')) {
    await breathe()
    const uses = await countGroups(payload, {
      ...{ collection: 'uses', by: ['reader'], where: { and: within('at', part) } },
    })
    for (const { reader, count } of uses) of(String(reader)).uses += count
  }
  const people = await readRows(payload, {
    ...{ collection: 'users', columns: ['id', 'name', 'unit'], limit: 0 },
    where: { id: { in: [...all.keys()] } },
  })
  const known = new Map(people.map((row) => [row.id, row]))
  return [...all.values()].flatMap((doing) => {
    const person = known.get(doing.id)
    return person ? [{ ...doing, name: String(person.name), unit: String(person.unit) }] : []
  })
}
