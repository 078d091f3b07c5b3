import { granted, serverOnly } from '@/access/granted'
import { env } from '@/env'
import { id, serverText } from '@/fields/server'
import { acceptFile, describeFile, sendCopy, recordUpload } from '@/hooks/media'
import { mayReadFiles } from '@/workflow/reviewing/mayRead'
import { closed } from './closed'

/** Attachments and images. A row never changes: a new file is a new row, named by its content's hash. */
export const Media = closed({
  slug: 'media',
  labels: { singular: { zh: '附件', en: 'File' }, plural: { zh: '附件', en: 'Files' } },
  upload: {
    staticDir: `${env.dataDir}/uploads`,
    // What a file is, is read from its content, strictly and in Chinese (acceptFile): Payload's own look comes after,
    // refuses scanners' PDFs and speaks English.
    allowRestrictedFileTypes: true,
    pasteURL: false,
    crop: false,
    focalPoint: false,
    handlers: [sendCopy],
  },
  admin: { hidden: true, useAsTitle: 'name' },
  access: {
    create: granted('media', 'create'),
    read: mayReadFiles,
  },
  hooks: {
    beforeOperation: [acceptFile],
    beforeChange: [describeFile],
    afterChange: [recordUpload],
  },
  fields: [
    id,
    {
      name: 'name',
      type: 'text',
      access: serverOnly,
      label: { zh: '文件名', en: 'Name' },
    },
    serverText('hash', { index: true }),
    serverText('unit', { index: true }),
    serverText('unitAbove', { index: true }),
  ],
})
