import type { Payload } from 'payload'
import type { Actor } from '@/access/actor'
import { filedIn } from '@/access/listFilter'
import { viewsSeen } from '@/access/views'
import { countGroups } from '@/tables'
import { daysWanted, filedAs, whereAll } from './daysWanted'
import type { ViewsWanted } from './viewsWanted'

/**
 * How many readers (人次: of each day and entry) the readings that are wanted are of; null where they are not those that
 * count, are narrowed to one reader, or this person is told of their own alone. Rejects as the database does.
 */
export async function readReaders(
  payload: Payload,
  actor: Actor,
  wanted: ViewsWanted,
): Promise<number | null> {
  const { unit, entry, to } = wanted
  const seen = viewsSeen(actor)
  if (!wanted.counted || wanted.reader || seen === 'none') return null
  const { from } = daysWanted(wanted)
  const filed = [
    ...(typeof seen === 'object' ? [filedIn(seen.unit)] : []),
    ...(unit ? [filedAs(unit, wanted.alone)] : []),
  ]
  const groups = await countGroups(payload, {
    collection: 'dayCounts',
    where: whereAll([
      entry && { number: { equals: entry.toUpperCase() } },
      { day: { greater_than_equal: from } },
      to && { day: { less_than_equal: to } },
    ]),
    ...(filed.length > 0 ? { ofEntries: whereAll(filed) } : {}),
    ...{ by: ['day'], sums: ['readers'] },
  })
  return groups.reduce((sum, { readers }) => sum + Number(readers), 0)
}
