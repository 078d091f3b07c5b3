import { createHash } from 'node:crypto'
import type { Audience } from '@/access/audience'
import type { Change, Changes } from '@/reading/changes/readChanges'
import type { Opened } from './openDatabase'

/** A number from 0 to below 1, from a seed: the same each time. */
export function chances(seed: string) {
  let drawn = 0
  return () => {
    drawn += 1
    return createHash('sha256').update(`${seed}:${drawn}`).digest().readUInt32BE() / 2 ** 32
  }
}

export const audiences: Record<string, Audience> = {
  citizens: { sees: 'public' },
  agents: { sees: 'everything' },
  'the bureau': { sees: 'units', own: 'bureau', below: false },
  'the county': { sees: 'units', own: 'county', below: true },
}

/** What a system holds that does what it is told. */
export type Copy = Map<string, unknown>

export function apply(copy: Copy, changes: readonly Change[]): void {
  for (const change of changes) {
    if (change.kind === 'remove') copy.delete(change.id)
    else copy.set(change.entry.id, change.entry)
  }
}

export const load = async () => ({
  ...(await import('@/reading/changes/readChanges')),
  ...(await import('@/reading/live')),
  ...(await import('@/reading/readEntry')),
})
type House = Awaited<ReturnType<typeof load>>

const day = 24 * 60 * 60 * 1000
const iso = (at: number) => new Date(at).toISOString()

type Live = { id: string; entry: string } & Record<string, unknown>

/**
 * A city in which one thing happens after the other, by a clock of its own: rows as the workflow writes them, a closing
 * and an opening being two changes of one decision.
 */
export function createCity({ payload }: Opened, house: House, chance: () => number) {
  let now = Date.parse('2026-03-02T01:30:00.000Z')
  let change = 0
  let decisions = 0
  const live = new Map<string, Live>()
  let entries = 0
  const one = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)]!
  const switches = () =>
    one([
      { openToUnits: false, openToPublic: false },
      { openToUnits: true, openToPublic: false },
      { openToUnits: true, openToPublic: true },
    ])
  const place = () =>
    one([
      { unit: 'bureau', unitName: '县民政局', unitAbove: 'county', unitAboveName: '试点县' },
      { unit: 'tax', unitName: '市税务局', unitAbove: null, unitAboveName: null },
    ])
  const validity = () => ({
    validFrom: chance() < 0.3 ? iso(now + Math.floor(chance() * 6) * day) : null,
    validUntil: chance() < 0.3 ? iso(now + Math.floor(chance() * 9) * day) : null,
  })
  const decide = async () => {
    decisions += 1
    const id = `decision-${decisions}`
    const known = { entry: 'x', library: 'knowledge', number: 'x', step: 'approve', revision: 1 }
    await payload.db.create({ collection: 'decisions', data: { id, ...known, at: iso(now) } })
    return id
  }
  const close = async (row: Live, decision: string) => {
    change += 1
    const data = { slot: row.id, isLive: false, until: iso(now), closedBy: decision }
    const where = { id: { equals: row.id } }
    await payload.db.updateOne({
      ...{ collection: 'publications', where, data: { ...data, changeSeq: change } },
    })
    live.delete(row.entry)
  }
  const open = async (entry: string, text: Record<string, unknown>, decision: string) => {
    const { at: changeSeq = (change += 1) } = text as { at?: number }
    const row = { ...text, id: decision, entry, slot: entry, isLive: true, openedBy: decision }
    const written = { ...row, from: iso(now), until: null, closedBy: null, changeSeq }
    await payload.db.create({ collection: 'publications', data: { ...written, dirty: false } })
    live.set(entry, row)
  }
  const write = (number: string, revision: number) => ({
    ...{ library: 'knowledge', number, revision, hash: `hash ${number} ${revision}` },
    ...{ title: `第${number}问`, summary: `第${revision}版`, html: `<p>${number}</p>`, plain: '' },
    ...{ approvedAt: iso(now), ...switches(), ...place(), ...validity() },
    ...{ categoryKey: 'services', categoryName: '公共服务', isUnreliable: null },
  })
  const steps = {
    approve: async (more: object = {}) => {
      entries += 1
      const number = `ZS${String(entries).padStart(6, '0')}`
      const entry = `entry-${entries}`
      await open(entry, { ...write(number, 1), ...more }, await decide())
      return entry
    },
    revise: async () => again((row) => write(String(row.number), Number(row.revision) + 1)),
    switch: async () => again((row) => ({ ...row, ...switches() })),
    move: async () => again((row) => ({ ...row, ...place() })),
    rename: async () => again((row) => ({ ...row, unitName: `${String(row.unitName)}改` })),
    withdraw: async () => {
      if (live.size > 0) await close(one([...live.values()]), await decide())
    },
    wait: () => {
      now += Math.floor(chance() * 3 * day)
      return Promise.resolve()
    },
  }
  const again = async (next: (row: Live) => Record<string, unknown>) => {
    if (live.size === 0) return
    const row = one([...live.values()])
    const decision = await decide()
    await close(row, decision)
    await open(row.entry, next(row), decision)
  }
  const reader = (audience: Audience) => ({ payload, audience, now: new Date(now) })
  return {
    steps,
    reader,
    live,
    /** A number that somebody has taken and not written yet. */
    take: () => (change += 1),
    /** One thing that happens, most often that a text comes. */
    happen: async () => {
      now += 1 + Math.floor(chance() * 60_000)
      const names = Object.keys(steps) as (keyof typeof steps)[]
      await steps[one<keyof typeof steps>([...names, 'approve', 'wait'])]()
    },
    async read(audience: Audience, after: string | undefined, limit: number): Promise<Changes> {
      const asked = { after, limit, mayComeLate: false }
      const found = await house.readChanges(reader(audience), asked)
      if (!found) throw new Error('The place is not known.')
      return found
    },
    /** Everything this audience may read now. */
    async all(audience: Audience): Promise<Copy> {
      const asked = { columns: house.ownColumns, limit: 0 }
      const { rows } = await house.findLive(reader(audience), asked)
      return new Map(rows.map((row) => [row.entry, house.ownText(row)]))
    },
  }
}
