import type { CollectionConfig } from 'payload'
import { noticeKinds } from '@/access/rules'
import { attachments, body, coUnits, openToPublic, openToUnits, title, unit } from '@/fields/texts'
import { noticeKindNames } from '@/i18n/names'
import { asFiled } from '@/hooks/saving'
import { workingCopy } from './workingCopy'

/** 信息公开: announcements, letter statistics, work briefs and news. */
export const Notices: CollectionConfig = workingCopy({
  library: 'notices',
  labels: {
    singular: { zh: '信息', en: 'Notice' },
    plural: { zh: '信息公开', en: 'Notices' },
  },
  fields: [
    {
      name: 'kind',
      type: 'select',
      required: true,
      index: true,
      label: { zh: '类型', en: 'Kind' },
      options: noticeKinds.map((value) => ({ value, label: noticeKindNames[value] })),
      // Given by the page it is written on; another kind is another notice.
      defaultValue: ({ req }) => noticeKinds.find((kind) => kind === req.query?.kind),
      access: { update: () => false },
    },
    { ...unit, validate: asFiled },
    { type: 'row', fields: [openToUnits, openToPublic] },
    title({ zh: '信息的标题', en: 'The title of the notice' }),
    body,
    attachments,
    coUnits,
  ],
})
