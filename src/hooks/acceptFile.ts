import { createHash } from 'node:crypto'
import { fileTypeFromBuffer } from 'file-type'
import sharp from 'sharp'
import type { CollectionBeforeOperationHook } from 'payload'
import { Refused } from '@/workflow/Refused'

const images = ['image/jpeg', 'image/png', 'image/webp']
const documents = [
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  // Word, Excel and PowerPoint before 2007.
  'application/x-cfb',
]

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
  const type = await fileTypeFromBuffer(file.data)
  if (!type || ![...images, ...documents].includes(type.mime)) {
    throw refused(
      '只接受图片（JPEG、PNG、WebP）、PDF 和 Office 文档。',
      'Only images (JPEG, PNG, WebP), PDF and Office documents are taken.',
    )
  }
  if (images.includes(type.mime)) {
    file.data = await sharp(file.data, { limitInputPixels: 50_000_000 })
      .rotate()
      .toBuffer()
      .catch(() => {
        throw refused('图片无法读取，可能已损坏。', 'The image cannot be read.')
      })
  }
  const hash = createHash('sha256').update(file.data).digest('hex')
  const ending = type.ext === 'cfb' ? (/\.(doc|xls|ppt)$/i.exec(file.name)?.[1] ?? 'doc') : type.ext
  req.context.file = { hash, name: nameOf(file.name, ending) }
  Object.assign(file, {
    name: `${hash}.${ending.toLowerCase()}`,
    mimetype: type.mime,
    size: file.data.length,
  })
}

/** What people called it, without anything a header or a path could stumble over. */
function nameOf(name: string, ending: string): string {
  const base = name
    .replace(/\.[^.]*$/, '')
    .replace(/[^\p{L}\p{N} _()()-]/gu, '')
    .trim()
    .slice(0, 80)
  return `${base || '附件'}.${ending}`
}

const refused = (zh: string, en: string) =>
  new Refused('invalid', { fields: ['file'], detail: { zh, en } })
