import { open, type FileHandle } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { env } from '@/env'

export type Upload = { size: number; changedAt: Date; handle: FileHandle }

/**
 * The port to where files lie: a folder. Null where the file is not there; whoever opens it closes it.
 * @param filename as `media` keeps it
 */
export async function openUpload(filename: string): Promise<Upload | null> {
  try {
    const handle = await open(join(env.dataDir, 'uploads', basename(filename)))
    const { size, mtime } = await handle.stat()
    return { size, changedAt: mtime, handle }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
