import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import type { Payload } from 'payload'
import { answerFile } from '@/files/answerFile'
import { readFile } from '@/reading/readEntry'
import { readRows } from '@/tables'
import { Refused } from '@/workflow/Refused'
import type { Asked } from './client'
import { noteFile } from './noteReadings'

/** Streams an attachment if a text this reader may read lists it; its name in the address is only for people. */
export async function streamFile(
  asked: Asked,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  const { params, reader, session } = asked
  const file = await readFile(reader, params.hash ?? '')
  const filename = file && (await storedAs(reader.payload, file.hash))
  const answer =
    filename &&
    (await answerFile(
      { ...file, filename },
      {
        method: req.method,
        header: (name) => req.headers[name]?.toString(),
        mayKeep: !session,
      },
    ))
  if (!answer) throw new Refused('notFound')
  await noteFile(asked, file)
  res.writeHead(answer.status, answer.headers)
  if (answer.body) await pipeline(answer.body, res).catch(leftEarly)
  else res.end()
}

async function storedAs(payload: Payload, hash: string): Promise<string | null> {
  const [media] = await readRows(payload, {
    collection: 'media',
    columns: ['filename'],
    where: { hash: { equals: hash } },
    limit: 1,
  })
  return typeof media?.filename === 'string' ? media.filename : null
}

/** Whoever closes the page or the connection needs nothing more. */
function leftEarly(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error
}
