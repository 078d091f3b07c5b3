import type { PayloadRequest } from 'payload'
import type { Actor } from '@/access/actor'
import { stepsFor } from '@/access/can'
import type { EntryFacts } from '@/access/entryFacts'
import { factsOfAll, keptEntries, type Entry } from '../entry'
import { askedFor, askings, type AskedFor } from './askings'
import { waitingSince } from './waitingSince'

export type Waiting = { step: AskedFor; entries: (Entry & { since: string })[] }

/** What this approver may decide now, what waits longest first; of other units only where they act for them. */
export const waitingFor = (req: PayloadRequest, actor: Actor): Promise<Waiting[]> =>
  Promise.all(
    askedFor.map(async (step) => {
      const { where, near } = askings[step]
      const theirs = near(actor)
      const found = theirs === false ? [] : await keptEntries(req, { and: [where, theirs] })
      const facts = await factsOfAll(req, found)
      // Not `isFor`: an approver is told while other units are still to agree, and decides once they did.
      const open = found.filter((_, index) =>
        stepsFor(actor, facts[index] as EntryFacts).includes(step),
      )
      return { step, entries: await waitingSince(req, step, open) }
    }),
  )
