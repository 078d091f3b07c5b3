import { createHash } from 'node:crypto'
import sharp from 'sharp'
import type { CollectionBeforeOperationHook } from 'payload'
import { fileKind, refused } from '@/files/fileKind'
import { fileName } from '@/files/fileName'

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
