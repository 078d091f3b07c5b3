import type { Payload } from 'payload'
import { readChanges, type Change } from '@/reading/changes/readChanges'
import { keptFor } from '@/tables/keptFor'
import { hasTransactions } from '@/workflow/inTransaction'
import { Refused } from '@/workflow/Refused'
import type { Asked } from './client'
import { changesIn } from './parameters'

/** What other systems do to hold what they may read; what is not open to the public is on record, text by text. */
export async function changes({ payload, query, session, reader, note }: Asked) {
  const mayComeLate = !(await isTransactional(payload))
  const found = await readChanges(reader, { ...changesIn(query), mayComeLate })
  if (!found) throw new Refused('readAnew')
  const numbers = found.changes.flatMap(closedIn)
  if (session && numbers.length > 0) {
    const by = { by: session.id, byName: session.name }
    note(payload, { action: 'changes.read', ...by, details: { numbers } })
  }
  return found
}

const closedIn = (change: Change): string[] =>
  change.kind === 'remove' || change.entry.openToPublic
    ? []
    : [`${change.entry.number}/${change.entry.revision}`]

const isTransactional = (payload: Payload): Promise<boolean> =>
  known.now(payload, () => hasTransactions(payload))

const known = keptFor<boolean>({ name: 'transactions', time: Infinity })
