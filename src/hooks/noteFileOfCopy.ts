import type { PayloadRequest } from 'payload'
import { noteReading } from '@/workflow/audit/readings'
import { withoutNumbers } from '@/workflow/findings/maskNumbers'
import { whoAsks } from '@/workflow/recordAudit'

/** Runs when Payload has found that this person may have the file, and lets Payload send it. */
export function noteFileOfCopy(req: PayloadRequest, { doc }: { doc: unknown }): void {
  const { id, name } = doc as { id: string; name?: string }
  noteReading(req.payload, {
    ...whoAsks(req),
    action: 'media.read',
    subject: id,
    subjectName: withoutNumbers(name ?? ''),
  })
}
