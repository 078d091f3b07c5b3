import type { Readable } from 'node:stream'
import { open, type FileHandle } from 'node:fs/promises'
import { basename, join } from 'node:path'
import parseRange from 'range-parser'
import { env } from '@/env'
import { encoded } from '@/workflow/attached'

/** A row of `media`, and what people call it. */
export type StoredFile = { filename: string; hash: string; name: string; mime: string }

export type Asking = {
  method: string | undefined
  header: (name: string) => string | null | undefined
  /** Whether browsers may keep it and ask whether it still holds. */
  mayKeep: boolean
}

export type FileAnswer = {
  status: 200 | 206 | 304 | 416
  headers: Record<string, string>
  body: Readable | null
}

/** Browsers show these themselves; sandboxed, so that nothing in them acts as ours. */
const shownInPlace = /^(application\/pdf|image\/(png|jpeg|gif|webp|avif))$/

/**
 * How a file is answered (RFC 9110: 13 conditions, 14 ranges): whole, one part of it so that a download goes on where
 * it stopped, or that what was kept still holds. Several parts at once are answered whole. Null where it is not there.
 */
export async function answerFile(file: StoredFile, asking: Asking): Promise<FileAnswer | null> {
  const upload = await openUpload(file.filename)
  if (!upload) return null
  const headers = headersOf(file, upload, asking)
  const part = holds(asking, headers) ? 'unchanged' : partOf(asking, headers, upload.size)
  const { status, headers: more } = statusOf(part, upload.size)
  const isSent = status < 300 && asking.method !== 'HEAD' && upload.size > 0
  const body = isSent ? upload.handle.createReadStream(typeof part === 'object' ? part : {}) : null
  if (!body) await upload.handle.close()
  return { status, headers: { ...headers, ...more }, body }
}

type Range = { start: number; end: number }

function headersOf(file: StoredFile, { changedAt }: Upload, { mayKeep }: Asking) {
  const way = shownInPlace.test(file.mime) ? 'inline' : 'attachment'
  return {
    'content-type': file.mime,
    'content-disposition': `${way}; filename*=UTF-8''${encoded(file.name)}`,
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    'x-content-type-options': 'nosniff',
    'cache-control': mayKeep ? 'no-cache' : 'no-store',
    'accept-ranges': 'bytes',
    etag: `"${file.hash}"`,
    'last-modified': changedAt.toUTCString(),
  }
}

type Headers = ReturnType<typeof headersOf>

/** Whether what the browser kept still holds. */
function holds({ header }: Asking, headers: Headers): boolean {
  const tags = header('if-none-match')
  if (tags) return tags.split(',').some((tag) => ['*', headers.etag].includes(bare(tag)))
  const since = Date.parse(header('if-modified-since') ?? '')
  return since >= Date.parse(headers['last-modified'])
}

function partOf(asking: Asking, headers: Headers, size: number): Range | 'whole' | 'beyond' {
  const wished = asking.header('range')
  if (!wished || asking.method !== 'GET') return 'whole'
  const known = asking.header('if-range')
  if (known && known !== headers.etag && known !== headers['last-modified']) return 'whole'
  const ranges = parseRange(size, wished, { combine: true })
  if (ranges === -1) return 'beyond'
  const [range] = ranges === -2 || ranges.type !== 'bytes' ? [] : ranges
  return range && typeof ranges === 'object' && ranges.length === 1 ? range : 'whole'
}

function statusOf(
  part: Range | 'whole' | 'beyond' | 'unchanged',
  size: number,
): Pick<FileAnswer, 'status' | 'headers'> {
  if (part === 'unchanged') return { status: 304, headers: {} }
  if (part === 'whole') return { status: 200, headers: { 'content-length': `${size}` } }
  if (part === 'beyond') return { status: 416, headers: { 'content-range': `bytes */${size}` } }
  const { start, end } = part
  const place = { 'content-range': `bytes ${start}-${end}/${size}` }
  return { status: 206, headers: { 'content-length': `${end - start + 1}`, ...place } }
}

const bare = (tag: string) => tag.trim().replace(/^W\//, '')

export type Upload = { size: number; changedAt: Date; handle: FileHandle }

/**
 * The port to where files lie: a folder. Null where the file is not there; whoever opens it closes it.
 * @param filename as `media` keeps it
 */
async function openUpload(filename: string): Promise<Upload | null> {
  try {
    const handle = await open(join(env.dataDir, 'uploads', basename(filename)))
    const { size, mtime } = await handle.stat()
    return { size, changedAt: mtime, handle }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
