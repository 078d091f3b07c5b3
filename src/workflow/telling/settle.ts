import type { PayloadRequest } from 'payload'
import type { Entry } from '../entry'
import type { Intent } from '../step/intent'
import { byId, findAll, swap } from '../store'
import { askedFor, askings } from './askings'

type Asking = { id: string; asks?: string | null; unit?: string | null }

/** What waited and does no longer needs nobody's attention: somebody decided, or it was taken back. */
export async function settle(req: PayloadRequest, entry: Entry, { at }: Intent): Promise<void> {
  const docs = await findAll({
    req,
    collection: 'messages',
    where: {
      and: [
        { entry: { equals: entry.id } },
        { asks: { exists: true } },
        { settledAt: { exists: false } },
      ],
    },
    select: { asks: true, unit: true },
  })
  for (const message of docs as Asking[]) {
    if (stillWaits(entry, message)) continue
    await swap({ req, collection: 'messages', where: byId(message.id), data: { settledAt: at } })
  }
}

function stillWaits(entry: Entry, { asks, unit }: Asking): boolean {
  const known = askedFor.find((one) => one === asks)
  return !entry.trashedAt && known !== undefined && askings[known].isAskedOf(entry, unit ?? null)
}
