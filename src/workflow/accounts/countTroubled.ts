import type { PayloadRequest } from 'payload'
import { isGranted } from '@/access/granted'
import { countRows } from '@/tables'
import { countPeople } from './readPeople'

/**
 * What of accounts and mails needs the operator: accounts that are locked, and those whose first password was not changed;
 * mails that have not gone out. Null for whoever keeps no accounts.
 */
export async function countTroubled({ payload, user }: PayloadRequest) {
  if (!isGranted(user, 'users', 'read') || !isGranted(user, 'mails', 'read')) return null
  const [locked, first, unsent] = await Promise.all([
    countPeople(payload, 'locked'),
    countPeople(payload, 'first'),
    countRows(payload, { collection: 'mails', where: { state: { equals: 'waiting' } } }),
  ])
  return { locked, first, unsent }
}
