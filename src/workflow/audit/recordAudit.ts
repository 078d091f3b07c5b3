import type { PayloadRequest } from 'payload'
import { appendAudit, type NewLine } from './append'

/**
 * Leaves a line in the audit log under the name of whoever asks, in the transaction of what it tells; true
 * where it is new. No text of an entry and no personal data in `details`.
 */
export async function recordAudit({
  req,
  ...line
}: NewLine & { req: PayloadRequest }): Promise<boolean> {
  return (await appendAudit(req, [{ ...whoAsks(req), ...line }])) > 0
}

/** A person or a system, whether or not the account counts for anything yet. */
export function whoAsks({ user }: PayloadRequest): { by: string | null; byName: string | null } {
  const { id, name } = (user ?? {}) as { id?: string; name?: string | null }
  return { by: id ?? null, byName: name ?? null }
}
