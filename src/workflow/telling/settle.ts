import type { PayloadRequest, Where } from 'payload'
import { answersOf, type Entry } from '../entry'
import type { Intent } from '../step/intent'
import { change } from '../store'
import { askedFor, askings } from './askings'

/** What waited and does no longer needs nobody's attention: somebody decided, or it was taken back. */
export async function settle(req: PayloadRequest, entry: Entry, { at }: Intent): Promise<void> {
  await change({
    req,
    collection: 'messages',
    where: {
      and: [
        { entry: { equals: entry.id } },
        { asks: { exists: true } },
        { settledAt: { exists: false } },
        ...waitNoLonger(entry),
      ],
    },
    data: { settledAt: at },
  })
}

/** Of the messages that ask for something: all but for what is still asked, of the unit where it is one's to answer. */
function waitNoLonger(entry: Entry): Where[] {
  const open = entry.trashedAt
    ? []
    : askedFor.filter((asks) => askings[asks].isAskedOf(entry, null))
  if (open.length === 0) return []
  const units = answersOf(entry).map(({ unit }) => unit)
  const answered = open.flatMap((asks): Where[] => {
    const those = units.filter((unit) => !askings[asks].isAskedOf(entry, unit))
    return those.length === 0
      ? []
      : [{ and: [{ asks: { equals: asks } }, { unit: { in: those } }] }]
  })
  return [{ or: [{ asks: { not_in: open } }, ...answered] }]
}
