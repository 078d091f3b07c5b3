import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { openUpload } from '@/reading/openUpload'
import { readFile } from '@/reading/readFile'
import { Problem } from './problem'
import { noteFile } from './noteReadings'
import type { Asked } from './routes'

const shownInPlace = /^(application\/pdf|image\/(png|jpeg|gif|webp|avif))$/

/** Streams an attachment if a text this reader may read lists it; its name in the address is only for people. */
export async function streamFile(
  asked: Asked,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  const { params, reader, session } = asked
  const file = await readFile(reader, params.hash ?? '')
  const content = file && (await openUpload(reader.payload, file.hash))
  if (!content) throw new Problem('notFound')
  await noteFile(asked, file)
  const way = shownInPlace.test(file.mime) ? 'inline' : 'attachment'
  res.writeHead(200, {
    'content-type': file.mime,
    'content-length': content.size,
    'content-disposition': `${way}; filename*=UTF-8''${encodeRFC5987(file.name)}`,
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    'x-content-type-options': 'nosniff',
    'cache-control': session ? 'no-store' : 'no-cache',
  })
  if (req.method === 'HEAD') {
    content.stream.destroy()
    res.end()
    return
  }
  await pipeline(content.stream, res)
}

const encodeRFC5987 = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
