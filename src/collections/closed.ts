import type { CollectionConfig } from 'payload'
import { nobody } from '@/access/granted'

/**
 * A collection as each of ours begins: closed to everybody but for what it opens itself. Payload's own defaults let
 * any signed-in user do everything.
 */
export const closed = (given: CollectionConfig): CollectionConfig => ({
  // Who saves second is told so (409); a lock would only be in the way (423).
  lockDocuments: false,
  disableDuplicate: true,
  disableBulkEdit: true,
  ...given,
  access: {
    create: nobody,
    read: nobody,
    update: nobody,
    delete: nobody,
    readVersions: nobody,
    unlock: nobody,
    admin: nobody,
    ...given.access,
  },
})
