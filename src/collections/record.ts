import type { CollectionConfig, Field } from 'payload'
import { nobody } from '@/access/granted'
import { id } from '@/fields/records'

/** Rows that only the server writes. They name people and nodes in plain text and never change after. */
export const record = (
  slug: CollectionConfig['slug'],
  fields: Field[],
  more: Partial<CollectionConfig> = {},
): CollectionConfig => ({
  slug,
  lockDocuments: false,
  disableDuplicate: true,
  disableBulkEdit: true,
  admin: { hidden: true },
  ...more,
  access: {
    create: nobody,
    read: nobody,
    update: nobody,
    delete: nobody,
    readVersions: nobody,
    unlock: nobody,
    admin: nobody,
    ...more.access,
  },
  fields: [id, ...fields],
})
