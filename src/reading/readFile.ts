import { findLive, type LiveAttachment } from './live'
import type { Reader } from './reader'

/** The attachment of this content hash, if a text this audience may read lists it. */
export async function readFile(reader: Reader, hash: string): Promise<LiveAttachment | null> {
  if (!/^[0-9a-f]{32,128}$/.test(hash)) return null
  const { rows } = await findLive(reader, {
    columns: ['attachments'],
    where: { files: { contains: hash } },
    limit: 1,
  })
  return rows[0]?.attachments?.find((attachment) => attachment.hash === hash) ?? null
}
