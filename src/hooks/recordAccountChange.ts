import type { CollectionAfterChangeHook } from 'payload'
import { idOf } from '@/access/actor'
import { vouched } from '@/workflow/audit/digests'
import { recordAudit } from '@/workflow/audit/recordAudit'
import { byId, findOne } from '@/workflow/store'

const traced = [
  ...['username', 'name', 'roles', 'unit', 'isActive', 'mustChangePassword', 'email', 'mailChoice'],
  ...['audience', 'responsible', 'purpose', 'mayDeliverCases', 'rate', 'enableAPIKey'],
]

/** Who may sign in, as what, is on record; sign-ins themselves (sessions, failed attempts) are not changes. */
export const recordAccountChange: CollectionAfterChangeHook = async ({
  collection,
  doc,
  previousDoc,
  operation,
  req,
}) => {
  const account = doc as Record<string, unknown>
  const before = (previousDoc ?? {}) as Record<string, unknown>
  const plain = (value: unknown) => JSON.stringify(idOf(value) ?? value ?? null)
  const changed: string[] = traced.filter((name) => plain(account[name]) !== plain(before[name]))
  if (operation === 'update' && req.context.isPasswordSet) changed.push('password')
  if (operation === 'update' && req.context.isKeySet) changed.push('apiKey')
  if (operation === 'update' && changed.length === 0) return
  const kind = collection.slug as 'users' | 'systems'
  // With what no reader is shown: the password’s hash is vouched for too.
  const where = byId(String(account.id))
  const row = (await findOne({ req, collection: kind, where })) ?? { id: String(account.id) }
  await recordAudit({
    req,
    action: `${kind}.${operation}`,
    subject: String(account.id),
    subjectName: String(account.username ?? account.name),
    details: { changed, vouches: vouched(kind, row) },
  })
}
