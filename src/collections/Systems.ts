import type { CollectionConfig } from 'payload'
import { granted, nobody } from '@/access/granted'
import { id } from '@/fields/id'
import { makeId } from '@/hooks/makeId'
import { noteKeyChange } from '@/hooks/noteKeyChange'
import { recordAccountChange } from '@/hooks/recordAccountChange'
import { recordDeletion } from '@/hooks/recordDeletion'
import { forgetSessions } from '@/workflow/forgetSessions'

/** Machine clients, such as the call-centre software: a key that reads, and never takes a step. */
export const Systems: CollectionConfig = {
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
    defaultColumns: ['name', 'audience', 'unit', 'responsible'],
    hidden: ({ user }) => !(user?.roles as string[] | undefined)?.includes('operator'),
  },
  access: {
    create: granted('systems', 'create'),
    read: granted('systems', 'read'),
    update: granted('systems', 'update'),
    delete: granted('systems', 'delete'),
    readVersions: nobody,
    unlock: nobody,
    admin: nobody,
  },
  lockDocuments: false,
  disableDuplicate: true,
  disableBulkEdit: true,
  hooks: {
    beforeValidate: [noteKeyChange],
    beforeChange: [makeId],
    afterChange: [recordAccountChange, forgetSessions],
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
    { name: 'purpose', type: 'textarea', required: true, label: { zh: '用途', en: 'Purpose' } },
  ],
}
