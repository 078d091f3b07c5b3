import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import type { PayloadRequest } from 'payload'
import { answerFile } from '@/files/answerFile'
import { readRows } from '@/tables'
import { noteReading } from '@/workflow/audit/readings'
import { withoutNumbers } from '@/workflow/findings/maskNumbers'
import { whoAsks } from '@/workflow/audit/recordAudit'
import { Refused } from '@/workflow/Refused'

type Sent = { params: { filename: string } }

/**
 * Runs when Payload has found that this person may have the file of a working copy. Payload would send it without
 * its name, and answers 500 where none is stored.
 */
export async function sendCopy(req: PayloadRequest, { params }: Sent): Promise<Response> {
  const { filename } = params
  const [row] = await readRows(req.payload, {
    collection: 'media',
    columns: ['id', 'hash', 'name', 'mimeType'],
    where: { filename: { equals: filename } },
    limit: 1,
  })
  const { id, hash, mimeType: mime } = row ?? {}
  const name = String(row?.name ?? filename)
  const file = { filename, hash: String(hash), name, mime: String(mime) }
  const answer = row
    ? await answerFile(file, {
        method: req.method,
        header: (header) => req.headers.get(header),
        mayKeep: false,
      })
    : null
  if (!answer) throw new Refused('notFound')
  noteReading(req.payload, {
    ...whoAsks(req),
    action: 'media.read',
    subject: String(id),
    subjectName: withoutNumbers(name),
  })
  const body = answer.body && (Readable.toWeb(answer.body) as ReadableStream<Uint8Array>)
  return new Response(body as BodyInit | null, answer)
}
