import type { PayloadRequest } from 'payload'
import { actorOf } from '@/access/actor'
import { entrySituation, type EntrySituation } from '@/workflow/reviewing/entrySituation'
import { inboxOf, placeIn, type InboxPlace } from './inbox/inboxOf'

/** An entry as its page shows it; where it was opened from the inbox, with its place in there. */
export type Situation = EntrySituation & { inbox?: InboxPlace }

/** As `entrySituation`, with what is opened after it where the address says that it was opened from the inbox. */
export async function situationFrom(
  req: PayloadRequest,
  id: string,
  query: Record<string, unknown> | undefined,
): Promise<Situation | null> {
  const situation = await entrySituation(req, id)
  const actor = actorOf(req.user)
  if (!situation || !actor || query?.inbox !== '1') return situation
  return { ...situation, inbox: placeIn(await inboxOf(req, actor), id) }
}
