import type { PayloadRequest, Where } from 'payload'
import { isGranted } from '@/access/granted'
import type { AuditAction } from '@/i18n/auditActions'
import { startOfDay } from '@/shanghaiDay'
import { countRows } from '@/tables'

/** How many lines of the log tell of this since a day (`2026-11-22`); none to whoever may not read the log. */
export async function countLines(
  { payload, user }: PayloadRequest,
  action: AuditAction,
  since: string,
): Promise<number> {
  if (!isGranted(user, 'audit', 'read')) return 0
  const at = { greater_than_equal: startOfDay(since)?.toISOString() }
  const where: Where = { and: [{ action: { equals: action } }, { at }] }
  return countRows(payload, { collection: 'audit', where })
}
