import type { PayloadRequest } from 'payload'
import { appendAudit } from '../audit/append'
import type { StoredBatch } from './batch'

/**
 * Who imported what when is on record with the file's hash; `begin` and `takeBack` in the name of whoever asked. A line
 * that a killed turn left already is not written again.
 */
export async function recordBatch(
  req: PayloadRequest,
  batch: StoredBatch,
  given: {
    what: 'begin' | 'end' | 'takeBack'
    counts?: object
    who?: { id: string; name: string }
  },
): Promise<void> {
  const { id, name, hash, lock } = batch
  const { what, counts = {}, who } = given
  const details = { hash, ...counts }
  await appendAudit(req, [
    {
      // What is stopped and begun again is on record each time.
      id: `import:${id}:${what}${what === 'begin' ? `:${lock}` : ''}`,
      action: `imports.${what}`,
      by: who?.id ?? batch.by ?? null,
      byName: who?.name ?? batch.byName ?? null,
      ...{ subject: id, subjectName: name, details },
    },
  ])
}
