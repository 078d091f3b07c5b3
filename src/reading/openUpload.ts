import type { ReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Payload } from 'payload'
import { env } from '@/env'
import { readRows } from '@/tables'

/** The port to where files lie: a folder. Null where the file is not there. */
export async function openUpload(
  payload: Payload,
  hash: string,
): Promise<{ size: number; stream: ReadStream } | null> {
  const [media] = await readRows(payload, {
    collection: 'media',
    columns: ['filename'],
    where: { hash: { equals: hash } },
    limit: 1,
  })
  if (typeof media?.filename !== 'string') return null
  const path = join(env.dataDir, 'uploads', basename(media.filename))
  try {
    const file = await open(path)
    const { size } = await file.stat()
    return { size, stream: file.createReadStream() }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
