import type { NumberFieldSingleValidation } from 'payload'
import { granted } from '@/access/granted'
import { usualRate } from '@/access/searching'
import { id } from '@/fields/server'
import { makeId, recordDeletion } from '@/hooks/rows'
import { guardKeyDeletion, noteKeyChange, recordAccountChange } from '@/hooks/accounts'
import { forgetSessions } from '@/workflow/accounts/forgetSessions'
import { closed } from './closed'

const wholeRate: NumberFieldSingleValidation = (value, { req }) => {
  const rate = value ?? usualRate
  if (Number.isInteger(rate) && rate >= 1 && rate <= 60_000) return true
  return req.i18n.language === 'en'
    ? 'A whole number from 1 to 60,000.'
    : '请填写 1 至 60000 的整数。'
}

/** Machine clients, such as the call-centre software: a key that reads, may tell of what is missing, and never takes a step. */
export const Systems = closed({
  slug: 'systems',
  labels: {
    singular: { zh: '接口密钥', en: 'System key' },
    plural: { zh: '接口密钥', en: 'System keys' },
  },
  auth: { useAPIKey: true, disableLocalStrategy: true },
  admin: {
    group: false,
    hideAPIURL: true,
    useAsTitle: 'name',
    components: {
      edit: { beforeDocumentControls: ['@/components/admin/records/NewTitle#NewTitle'] },
    },
    hidden: ({ user }) => !(user?.roles as string[] | undefined)?.includes('operator'),
  },
  access: {
    create: granted('systems', 'create'),
    read: granted('systems', 'read'),
    update: granted('systems', 'update'),
    delete: granted('systems', 'delete'),
  },
  hooks: {
    beforeValidate: [noteKeyChange],
    beforeChange: [makeId],
    afterChange: [recordAccountChange, forgetSessions],
    beforeDelete: [guardKeyDeletion],
    afterDelete: [recordDeletion('systems.delete'), forgetSessions],
  },
  fields: [
    id,
    { name: 'name', type: 'text', required: true, label: { zh: '名称', en: 'Name' } },
    {
      name: 'audience',
      type: 'select',
      required: true,
      label: { zh: '可见范围', en: 'Sees' },
      options: [
        { value: 'agent', label: { zh: '话务员所见', en: 'What an agent sees' } },
        { value: 'public', label: { zh: '市民所见', en: 'What citizens see' } },
      ],
    },
    {
      name: 'unit',
      type: 'relationship',
      relationTo: 'nodes',
      required: true,
      label: { zh: '责任单位', en: 'Unit' },
      filterOptions: { kind: { not_equals: 'category' } },
    },
    {
      name: 'responsible',
      type: 'text',
      required: true,
      label: { zh: '责任人', en: 'Responsible person' },
    },
    {
      name: 'rate',
      type: 'number',
      min: 1,
      max: 60_000,
      defaultValue: usualRate,
      label: { zh: '每分钟请求上限', en: 'Requests a minute' },
      admin: {
        step: 1,
        description: {
          zh: '超过后接口暂时拒绝请求（429），一分钟内恢复',
          en: 'More are refused for the rest of the minute (429)',
        },
      },
      validate: wholeRate,
    },
    {
      name: 'mayDeliverCases',
      type: 'checkbox',
      defaultValue: false,
      label: { zh: '可报送典型案件', en: 'Delivers cases' },
      admin: {
        description: {
          zh: '允许用此密钥提交办结工单（POST /api/cases），由中心管理员整理后发布',
          en: 'Hands in closed orders (POST /api/cases) for the centre to publish',
        },
      },
    },
    {
      name: 'mayTell',
      type: 'checkbox',
      defaultValue: false,
      label: { zh: '可上报缺口和纠错', en: 'Tells of gaps and errors' },
      admin: {
        description: {
          zh: '允许用此密钥上报知识缺口和纠错（POST /api/tasks），并查看自己所报的办理结果',
          en: 'Tells units of what is missing or wrong (POST /api/tasks) and reads what became of it',
        },
      },
    },
    { name: 'purpose', type: 'textarea', required: true, label: { zh: '用途', en: 'Purpose' } },
  ],
})
