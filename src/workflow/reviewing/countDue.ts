import type { PayloadRequest } from 'payload'
import { dueIn, dues, placeConditions, viewConditions, type Due } from '@/access/listFilter'

const none = { category: null, keeper: null, kind: null, state: null, flag: null }

/**
 * How many texts of a unit, with what lies below it, run out, as the list of its knowledge counts them for this person.
 * Rejects as Payload's `count` with access does.
 */
export async function countDue(
  req: PayloadRequest,
  unit: string,
): Promise<{ due: Due; n: number }[]> {
  return Promise.all(
    dues.map(async (due) => {
      const { totalDocs } = await req.payload.count({
        collection: 'knowledge',
        where: {
          and: [
            ...viewConditions(none, 'entry.'),
            ...placeConditions({ ...none, unit }, 'entry.'),
            ...dueIn('knowledge', { due }),
          ],
        },
        overrideAccess: false,
        user: req.user,
        req,
      })
      return { due, n: totalDocs }
    }),
  )
}
