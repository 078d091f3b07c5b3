import type { Payload } from 'payload'
import type { Actor } from '@/access/actor'
import { audienceOf, audienceQuery, type Audience } from '@/access/audience'
import { isUnitAbove, type NotBasedOn, type Placed } from '@/access/basedOn'
import { readRows } from '@/tables'

type Named = {
  /** The number of the entry it is to be based on. */
  basedOn: string
  /** The entry's own number; null while it has none. */
  number: string | null
  unit: string
  /** Nobody: the server itself, which reads everything. */
  actor: Actor | null
}

/** Why an entry of this unit may not be based on the one that is named, or null. */
export async function whyNotBasedOn(payload: Payload, named: Named): Promise<NotBasedOn | null> {
  const { basedOn, number, unit, actor } = named
  if (basedOn === number) return 'itself'
  const audience: Audience = actor ? audienceOf(actor) : { sees: 'everything' }
  const [original] = await readRows(payload, {
    ...{ collection: 'publications', columns: ['unit'], limit: 1 },
    where: {
      and: [
        audienceQuery(audience, new Date()),
        { number: { equals: basedOn } },
        { library: { equals: 'knowledge' } },
      ],
    },
  })
  if (!original) return 'notOnline'
  const nodes = (await readRows(payload, {
    ...{ collection: 'nodes', columns: ['id', 'kind', 'unitAbove', 'isOffice'], limit: 2 },
    where: { id: { in: [unit, String(original.unit)] } },
  })) as Placed[]
  const [own, above] = [unit, original.unit].map((id) => nodes.find((node) => node.id === id))
  if (!own || !above || !isUnitAbove(above, own)) return 'notAbove'
  return number !== null && (await leadsTo(payload, basedOn, number)) ? 'circle' : null
}

/** As they are written now: what two drafts would make of each other is seen by the second of them. */
async function leadsTo(payload: Payload, from: string, to: string): Promise<boolean> {
  const seen = new Set<string>()
  for (let next: string | null = from; next && !seen.has(next);) {
    if (next === to) return true
    seen.add(next)
    const [copy] = await readRows(payload, {
      ...{ collection: 'knowledge', columns: ['basedOn'], limit: 1 },
      where: { number: { equals: next } },
    })
    next = (copy?.basedOn as string | null | undefined) ?? null
  }
  return false
}
