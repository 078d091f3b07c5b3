import { findLive, type LiveAttachment, type Reader } from './live'

/** An attachment, and a text that lists it. */
export type FoundFile = LiveAttachment & { entry: string; number: string }

/** The attachment of this content hash, if a text this audience may read lists it. */
export async function readFile(reader: Reader, hash: string): Promise<FoundFile | null> {
  if (!/^[0-9a-f]{32,128}$/.test(hash)) return null
  const { rows } = await findLive(reader, {
    columns: ['attachments', 'entry', 'number'],
    where: { files: { contains: hash } },
    limit: 1,
  })
  const [row] = rows
  const file = row?.attachments?.find((attachment) => attachment.hash === hash)
  return row && file ? { ...file, entry: row.entry, number: row.number } : null
}
