import type { PayloadRequest } from 'payload'
import { answersOf, type Entry } from '../entry'
import type { Intent } from '../step/intent'
import { byId, swap } from '../store'

type Asking = { id: string; asks?: string | null; unit?: string | null }

/** What waited and does no longer needs nobody's attention: somebody decided, or it was taken back. */
export async function settle(req: PayloadRequest, entry: Entry, { at }: Intent): Promise<void> {
  const { docs } = await req.payload.find({
    collection: 'messages',
    where: {
      and: [
        { entry: { equals: entry.id } },
        { asks: { exists: true } },
        { settledAt: { exists: false } },
      ],
    },
    select: { asks: true, unit: true },
    overrideAccess: true,
    depth: 0,
    pagination: false,
    limit: 0,
    req,
  })
  for (const message of docs as Asking[]) {
    if (stillWaits(entry, message)) continue
    await swap({ req, collection: 'messages', where: byId(message.id), data: { settledAt: at } })
  }
}

function stillWaits(entry: Entry, { asks, unit }: Asking): boolean {
  if (entry.trashedAt) return false
  switch (asks) {
    case 'approve':
      return entry.state === 'pending'
    case 'agree':
      return entry.state === 'pending' && !answersOf(entry).some((one) => one.unit === unit)
    case 'approveDeletion':
      return Boolean(entry.deletionRequestedBy)
    case 'return':
      return Boolean(entry.returnRequestedBy)
    default:
      return false
  }
}
