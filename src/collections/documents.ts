import { documentStates } from '@/access/tasks'
import { serverText } from '@/fields/server'
import { keepDocument } from '@/hooks/centre'
import { documentStateNames } from '@/i18n/documents'
import { restingEndpoint } from '@/workflow/tasks/documents'
import { ofTheCentre } from './closed'

/** 依据文件: a document that entries rest on by its number, and whether it is in force. */
export const Documents = ofTheCentre({
  slug: 'documents',
  labels: {
    singular: { zh: '依据文件', en: 'Document' },
    plural: { zh: '依据文件', en: 'Documents' },
  },
  useAsTitle: 'title',
  keep: keepDocument,
  endpoints: [restingEndpoint],
  fields: [
    {
      name: 'number',
      type: 'text',
      required: true,
      maxLength: 60,
      label: { zh: '文号', en: 'Number' },
      admin: { placeholder: '广政公〔2019〕11号' },
    },
    {
      name: 'title',
      type: 'text',
      required: true,
      maxLength: 200,
      label: { zh: '文件名称', en: 'Title' },
    },
    {
      name: 'issuer',
      type: 'text',
      maxLength: 60,
      label: { zh: '发文机关', en: 'Issuer' },
    },
    {
      name: 'state',
      type: 'select',
      required: true,
      defaultValue: 'valid',
      label: { zh: '状态', en: 'State' },
      options: documentStates.map((value) => ({ value, label: documentStateNames[value] })),
      admin: {
        description: {
          zh: '改为废止或被替代后，依据它的在线内容都会请责任单位复核，责任单位有消息提醒。',
          en: 'Once it is out of force, each entry online that rests on it is asked back for review.',
        },
      },
    },
    {
      name: 'replacedBy',
      type: 'text',
      maxLength: 60,
      label: { zh: '由哪个文件替代（文号）', en: 'Replaced by' },
      admin: { condition: (data) => data.state === 'replaced' },
    },
    {
      name: 'resting',
      type: 'ui',
      admin: {
        components: { Field: '@/components/admin/tasks/RestingEntries#RestingEntries' },
        condition: (data) => Boolean(data.id),
      },
    },
    // Its number in one form: a document is kept once, on every database.
    serverText('slot', { unique: true }),
    serverText('by'),
  ],
})
