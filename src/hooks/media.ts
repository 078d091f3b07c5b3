import { createHash, randomUUID } from 'node:crypto'
import sharp from 'sharp'
import type {
  CollectionBeforeOperationHook,
  CollectionBeforeChangeHook,
  CollectionAfterChangeHook,
  PayloadRequest,
} from 'payload'
import { fileKind, fileName, refused } from '@/files/fileKind'
import { actorOf } from '@/access/actor'
import { byId, findOne } from '@/workflow/store'
import type { TreeNode } from '@/workflow/tree/tree'
import { withoutNumbers } from '@/workflow/findings/personalNumbers'
import { vouched } from '@/workflow/audit/digests'
import { recordAudit, whoAsks } from '@/workflow/audit/append'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { answerFile } from '@/files/answerFile'
import { readRows } from '@/tables'
import { noteReading } from '@/workflow/audit/readings'
import { Refused } from '@/workflow/Refused'

const longest = 20 * 1024 * 1024

/**
 * Files are judged by what they contain, not by their name. Images are written anew, which removes
 * where and with what they were taken; the stored name is the content's hash.
 */
export const acceptFile: CollectionBeforeOperationHook = async ({ operation, req }) => {
  const { file } = req
  if (operation !== 'create') return
  // Payload 3.90 would otherwise fetch a file from an address in the body, past these rules.
  if (!file) throw refused('请附上文件。', 'Attach a file.')
  if (file.size > longest) throw refused('文件不能超过 20 MB。', 'A file may have 20 MB at most.')
  const { ending, mime } = await fileKind(file.data, file.name)
  if (mime.startsWith('image/')) {
    file.data = await sharp(file.data, { limitInputPixels: 50_000_000 })
      .rotate()
      .toBuffer()
      .catch(() => {
        throw refused('图片无法读取，可能已损坏。', 'The image cannot be read.')
      })
  }
  const hash = createHash('sha256').update(file.data).digest('hex')
  req.context.file = { hash, name: fileName(file.name, ending) }
  Object.assign(file, { name: `${hash}.${ending}`, mimetype: mime, size: file.data.length })
}

/** What the server knows of a file: its hash, the name people gave it, the unit whose it is. */
export const describeFile: CollectionBeforeChangeHook = async ({ data, operation, req }) => {
  if (operation !== 'create') return data
  const file = req.context.file as { hash: string; name: string } | undefined
  const unit = actorOf(req.user)?.unit ?? null
  const node = unit
    ? await findOne<TreeNode>({ req, collection: 'nodes', where: byId(unit) })
    : null
  return { ...data, id: randomUUID(), ...file, unit, unitAbove: node?.unitAbove ?? null }
}

export const recordUpload: CollectionAfterChangeHook = async ({ doc, operation, req }) => {
  if (operation !== 'create') return
  const file = doc as { id: string; name: string; hash: string }
  const { id: subject, name, hash } = file
  await recordAudit({
    req,
    action: 'media.create',
    subject,
    subjectName: withoutNumbers(name),
    details: { hash, vouches: vouched('media', file) },
  })
}

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
