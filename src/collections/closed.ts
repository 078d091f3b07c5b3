import type {
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  CollectionConfig,
  Endpoint,
  Field,
} from 'payload'
import { granted, nobody, type KeptByCentre } from '@/access/granted'
import { id } from '@/fields/server'
import { makeId, noteChange, recordDeletion } from '@/hooks/rows'
import { recordKept } from '@/hooks/centre'

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

type Given = {
  slug: KeptByCentre
  labels: CollectionConfig['labels']
  useAsTitle: string
  /** Checks what is saved and adds what the server knows of it. */
  keep: CollectionBeforeChangeHook
  /** Refuses to delete what is needed. */
  beforeDelete?: CollectionBeforeDeleteHook
  fields: Field[]
  endpoints?: Endpoint[]
}

/** What the centre keeps for all: written and read by it alone, each change on record. */
export function ofTheCentre(given: Given): CollectionConfig {
  const { slug, labels, useAsTitle, keep, beforeDelete, fields, endpoints = [] } = given
  return closed({
    slug,
    labels,
    admin: {
      group: false,
      hideAPIURL: true,
      useAsTitle,
      components: {
        edit: { beforeDocumentControls: ['@/components/admin/records/NewTitle#NewTitle'] },
      },
      hidden: ({ user }) => !(user?.roles as string[] | undefined)?.includes('centre'),
    },
    access: {
      create: granted(slug, 'create'),
      read: granted(slug, 'read'),
      update: granted(slug, 'update'),
      delete: granted(slug, 'delete'),
    },
    defaultSort: '-updatedAt',
    hooks: {
      beforeChange: [makeId, keep],
      afterChange: [recordKept(slug), noteChange],
      beforeDelete: beforeDelete ? [beforeDelete] : [],
      afterDelete: [recordDeletion(`${slug}.delete`), noteChange],
    },
    endpoints,
    fields: [
      id,
      ...fields,
      {
        name: 'byName',
        type: 'text',
        label: { zh: '最后修改人', en: 'Last changed by' },
        access: { create: nobody, update: nobody },
        admin: {
          readOnly: true,
          position: 'sidebar',
          condition: (data) => Boolean(data.byName),
        },
      },
    ],
  })
}
