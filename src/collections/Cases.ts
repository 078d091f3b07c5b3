import type { CollectionConfig, TextareaField } from 'payload'
import { deliversCases } from '@/access/actor'
import { isGranted } from '@/access/granted'
import { serverText } from '@/fields/server'
import { hintsOn, openToPublic, title, unit } from '@/fields/texts'
import { importCasesEndpoint } from '@/workflow/saving/importCases'
import { asFiled } from '@/hooks/saving'
import { workingCopy } from './workingCopy'

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
