import type { CollectionConfig, TextareaField } from 'payload'
import { deliversCases } from '@/access/actor'
import { isGranted } from '@/access/granted'
import { noticeKinds } from '@/access/rules'
import { serverText } from '@/fields/server'
import {
  asQuestion,
  attachments,
  body,
  coUnits,
  hintsOn,
  openToPublic,
  openToUnits,
  questionTitle,
  summary,
  title,
  unit,
} from '@/fields/texts'
import { asFiled } from '@/hooks/saving'
import { noticeKindNames } from '@/i18n/names'
import { importCasesEndpoint } from '@/workflow/saving/importCases'
import { workingCopy } from './workingCopy'

/** 预案库: how frequent complaints were handled well and how emergencies are to be; never on the website. */
export const Plans: CollectionConfig = workingCopy({
  library: 'plans',
  labels: {
    singular: { zh: '预案', en: 'Contingency plan' },
    plural: { zh: '预案库', en: 'Contingency plans' },
  },
  fields: [
    { ...unit, validate: asFiled },
    questionTitle(asQuestion),
    summary,
    body,
    openToUnits,
    coUnits,
  ],
})

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

const plain = (name: string, label: { zh: string; en: string }): TextareaField => ({
  name,
  type: 'textarea',
  maxLength: 20_000,
  label,
  admin: { components: { afterInput: [hintsOn(name)] } },
})

/** Set with the order and never after. */
const onceOnly = { access: { update: () => false } }

/** 典型案件: closed work orders worth sharing, taken in by hand, by file and by `POST /api/cases`. */
export const Cases: CollectionConfig = workingCopy({
  library: 'cases',
  labels: {
    singular: { zh: '典型案件', en: 'Typical case' },
    plural: { zh: '典型案件', en: 'Typical cases' },
  },
  access: {
    create: ({ req }) => isGranted(req.user, 'cases', 'create') || deliversCases(req.user),
  },
  endpoints: [importCasesEndpoint],
  fields: [
    title({ zh: '案件的标题，不含个人信息', en: 'The title, without personal data' }),
    plain('content', { zh: '内容', en: 'Content' }),
    plain('result', { zh: '结果', en: 'Result' }),
    openToPublic,
    { ...unit, validate: asFiled },
    {
      name: 'isConfidential',
      type: 'checkbox',
      defaultValue: false,
      label: { zh: '保密工单', en: 'Confidential order' },
      admin: {
        description: {
          zh: '来自保密工单的案件永远不能公开，保存后不能更改',
          en: 'Such a case is never opened to citizens; not changed after the first save',
        },
      },
      ...onceOnly,
    },
    {
      name: 'orderNumber',
      type: 'text',
      maxLength: 100,
      label: { zh: '工单编号', en: 'Order number' },
      ...onceOnly,
    },
    serverText('deliveredBy'),
  ],
})
