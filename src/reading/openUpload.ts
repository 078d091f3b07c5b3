import type { ReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Payload } from 'payload'
import { env } from '@/env'

/** The port to where files lie: a folder. Null where the file is not there. */
export async function openUpload(
  payload: Payload,
  hash: string,
): Promise<{ size: number; stream: ReadStream } | null> {
  const { docs } = await payload.find({
    collection: 'media',
    where: { hash: { equals: hash } },
    select: { filename: true },
    limit: 1,
    pagination: false,
    depth: 0,
    overrideAccess: true,
  })
  const filename = (docs[0] as unknown as { filename?: string } | undefined)?.filename
  if (!filename) return null
  const path = join(env.dataDir, 'uploads', basename(filename))
  try {
    const file = await open(path)
    const { size } = await file.stat()
    return { size, stream: file.createReadStream() }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
