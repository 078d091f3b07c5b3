import type { CollectionConfig, Endpoint, Field } from 'payload'
import { granted, grantedToSave, grantedVersions, serverOnly } from '@/access/granted'
import type { Library } from '@/access/rules'
import { serverNumber, serverText, id } from '@/fields/server'
import { guardQuery, narrowList, noteCopyReading } from '@/hooks/reading'
import {
  guardSave,
  moveRegister,
  refuseStaleSave,
  recordSave,
  settleText,
  takeBackRegister,
} from '@/hooks/saving'
import { normaliseText } from '@/hooks/texts'
import { libraryEndpoints } from '@/workflow/step/endpoints'
import { faultPoint } from '@/workflow/step/faultPoint'
import { mayReadCopies } from '@/workflow/reviewing/mayRead'
import { closed } from './closed'

type Given = {
  library: Library
  labels: CollectionConfig['labels']
  fields: Field[]
  access?: Pick<NonNullable<CollectionConfig['access']>, 'create'>
  endpoints?: Endpoint[]
}

/**
 * A library's working copies: what is written, saved by Payload's form and REST; where each stands is the
 * register's, what readers see is `publications`. The same for all libraries but for their fields.
 */
export const workingCopy = (given: Given): CollectionConfig =>
  closed({
    slug: given.library,
    labels: given.labels,
    admin: {
      // The side menu is our own: each role's pages, as the procedure names them.
      group: false,
      hideAPIURL: true,
      useAsTitle: 'title',
      baseFilter: narrowList,
      components: {
        edit: {
          beforeDocumentControls: [
            '@/components/admin/records/NewTitle#NewTitle',
            '@/components/admin/PreviewButton#PreviewButton',
            '@/components/admin/StepButtons#StepButtons',
          ],
          SaveButton: '@/components/admin/SaveButton#SaveButton',
        },
        views: {
          edit: {
            default: {
              Component: '@/components/admin/entry/EntryView#EntryView',
              // Most who open it read: 编辑 would promise too much.
              tab: { label: ({ t }) => t('zhiku:text') },
            },
          },
        },
      },
    },
    access: {
      create: granted(given.library, 'create'),
      ...given.access,
      read: mayReadCopies(given.library),
      update: grantedToSave(given.library),
      readVersions: grantedVersions(given.library),
    },
    defaultSort: '-updatedAt',
    versions: { drafts: false, maxPerDoc: 0 },
    hooks: {
      beforeOperation: [guardQuery, guardSave(given.library)],
      beforeValidate: [refuseStaleSave, normaliseText],
      beforeChange: [moveRegister(given.library)],
      afterChange: [settleText, recordSave(given.library), () => faultPoint('save.written')],
      afterOperation: [noteCopyReading(given.library)],
      afterError: [takeBackRegister],
    },
    endpoints: [...(given.endpoints ?? []), ...libraryEndpoints(given.library)],
    fields: [
      id,
      {
        name: 'notice',
        type: 'ui',
        admin: {
          components: { Field: '@/components/admin/entry/EntryNotice#EntryNotice' },
        },
      },
      {
        name: 'missing',
        type: 'ui',
        admin: {
          components: { Field: '@/components/admin/entry/MissingFields#MissingFields' },
        },
      },
      ...given.fields,
      serverText('number', {
        index: true,
        label: { zh: '编号', en: 'Number' },
      }),
      serverText('unitAbove', { index: true }),
      serverNumber('revision', { defaultValue: 1 }),
      {
        name: 'startedFrom',
        type: 'number',
        virtual: true,
        admin: { hidden: true },
        hooks: { afterRead: [({ data }) => data?.revision as number | undefined] },
      },
      {
        name: 'entry',
        type: 'relationship',
        relationTo: 'register',
        access: serverOnly,
        admin: { hidden: true },
      },
      {
        name: 'history',
        type: 'ui',
        admin: {
          position: 'sidebar',
          components: { Field: '@/components/admin/entry/History#HistoryField' },
        },
      },
    ],
  })
