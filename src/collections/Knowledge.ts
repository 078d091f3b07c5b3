import type { CollectionConfig, Where } from 'payload'
import { grantedInReach, granted, grantedVersions, nobody, serverOnly } from '@/access/granted'
import { actorOf } from '@/access/actor'
import { longestSummary, states } from '@/access/rules'
import { editor } from '@/blocks/editor'
import { choice } from '@/fields/choice'
import { day } from '@/fields/day'
import { id } from '@/fields/id'
import { serverNumber, serverText } from '@/fields/serverText'
import { standing } from '@/fields/standing'
import { guardQuery } from '@/hooks/guardQuery'
import { guardSave } from '@/hooks/guardSave'
import { moveRegister } from '@/hooks/moveRegister'
import { normaliseText } from '@/hooks/normaliseText'
import { takeBackRegister } from '@/hooks/takeBackRegister'
import { libraryEndpoints } from '@/workflow/endpoints'

/** 知识库: one question, one answer. This is the working copy; what readers see is `publications`. */
export const Knowledge: CollectionConfig = {
  slug: 'knowledge',
  labels: {
    singular: { zh: '知识', en: 'Knowledge entry' },
    plural: { zh: '知识库管理', en: 'Knowledge' },
  },
  admin: {
    // The side menu is our own: each role's pages, as the procedure names them.
    group: false,
    hideAPIURL: true,
    useAsTitle: 'title',
    defaultColumns: [
      ...['number', 'title', 'category', 'openToUnits', 'openToPublic', 'state', 'stateSince'],
    ],
    listSearchableFields: ['title', 'number'],
    pagination: { defaultLimit: 20 },
    baseFilter: ({ req }) => ofState(req.query.state),
    components: {
      beforeListTable: ['@/components/admin/StateFilter#StateFilter'],
      edit: {
        beforeDocumentControls: ['@/components/admin/StepButtons#StepButtons'],
        SaveButton: '@/components/admin/SaveButton#SaveButton',
      },
      views: {
        edit: { default: { Component: '@/components/admin/EntryView#EntryView' } },
      },
    },
  },
  access: {
    create: granted('knowledge', 'create'),
    read: grantedInReach('knowledge', 'read'),
    update: grantedInReach('knowledge', 'update'),
    delete: nobody,
    readVersions: grantedVersions('knowledge'),
    unlock: nobody,
    admin: nobody,
  },
  // Who saves second is told so (409); a lock would only be in the way (423).
  lockDocuments: false,
  disableDuplicate: true,
  disableBulkEdit: true,
  defaultSort: '-updatedAt',
  versions: { drafts: false, maxPerDoc: 0 },
  hooks: {
    beforeOperation: [guardQuery, guardSave('knowledge')],
    beforeValidate: [normaliseText],
    beforeChange: [moveRegister('knowledge')],
    afterError: [takeBackRegister],
  },
  endpoints: libraryEndpoints('knowledge'),
  fields: [
    id,
    {
      name: 'notice',
      type: 'ui',
      admin: {
        disableListColumn: true,
        components: { Field: '@/components/admin/EntryNotice#EntryNotice' },
      },
    },
    {
      name: 'category',
      type: 'relationship',
      relationTo: 'nodes',
      required: true,
      index: true,
      label: { zh: '类别', en: 'Category' },
      filterOptions: ({ user }) => categoriesOf(user),
      admin: {
        allowCreate: false,
        allowEdit: false,
        // Payload 3.90: with a condition the column may be empty, as versions of a text become when the
        // category it was filed under then is merged into another.
        condition: () => true,
      },
    },
    {
      name: 'title',
      type: 'text',
      required: true,
      maxLength: 200,
      label: { zh: '标题', en: 'Title' },
      admin: {
        description: {
          zh: '写成市民会问的一个问题',
          en: 'One question, as a citizen would ask it',
        },
      },
    },
    {
      name: 'summary',
      type: 'textarea',
      maxLength: longestSummary,
      label: { zh: '概要/答复口径', en: 'Summary' },
      admin: {
        description: {
          zh: '不超过200字，话务员可直接读给来电人听',
          en: 'At most 200 characters, to be read aloud to the caller',
        },
      },
    },
    {
      type: 'row',
      fields: [
        choice(
          'openToUnits',
          { zh: '设置公开', en: 'Open to units' },
          { zh: '其他单位能否看到', en: 'May other units see it?' },
        ),
        choice(
          'openToPublic',
          { zh: '网站公开', en: 'Open to the public' },
          {
            zh: '市民能否在网站看到（选“公开”即同时对各单位公开）',
            en: 'May citizens see it? Implies open to units.',
          },
        ),
      ],
    },
    { name: 'body', type: 'richText', editor, label: { zh: '正文', en: 'Text' } },
    {
      name: 'contact',
      type: 'group',
      label: { zh: '办公地址与联络方式', en: 'Address and contact' },
      admin: { condition: (data) => data.topic === 'office' || data.topic === 'contact' },
      fields: [
        { name: 'address', type: 'text', label: { zh: '地址', en: 'Address' } },
        { name: 'phone', type: 'text', label: { zh: '电话', en: 'Phone' } },
        { name: 'hours', type: 'text', label: { zh: '办公时间', en: 'Hours' } },
      ],
    },
    {
      name: 'similarQuestions',
      type: 'text',
      hasMany: true,
      label: { zh: '相似问题', en: 'Similar questions' },
      admin: { placeholder: { zh: '每写一条按回车', en: 'Enter after each' } },
    },
    {
      name: 'keywords',
      type: 'text',
      hasMany: true,
      label: { zh: '关键词', en: 'Keywords' },
      admin: { placeholder: { zh: '每写一个按回车', en: 'Enter after each' } },
    },
    {
      type: 'row',
      fields: [
        day('validFrom', 'start', { label: { zh: '有效期起', en: 'Valid from' } }),
        day('validUntil', 'end', {
          label: { zh: '有效期止（含当日）', en: 'Valid until (inclusive)' },
        }),
        day('reviewBy', 'start', { label: { zh: '下次复核日期', en: 'Review by' } }),
      ],
    },
    { name: 'basis', type: 'text', maxLength: 500, label: { zh: '依据（文号）', en: 'Basis' } },
    {
      name: 'attachments',
      type: 'upload',
      relationTo: 'media',
      hasMany: true,
      label: { zh: '附件', en: 'Attachments' },
    },
    {
      name: 'related',
      type: 'relationship',
      relationTo: 'knowledge',
      hasMany: true,
      label: { zh: '相关知识', en: 'Related entries' },
      filterOptions: ({ id: own }) => (own ? { id: { not_equals: own } } : true),
      admin: { allowCreate: false, allowEdit: false },
    },
    serverText('number', {
      index: true,
      label: { zh: '编号', en: 'Number' },
      admin: { hidden: true },
    }),
    serverText('topic'),
    serverText('unit', { index: true }),
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
    ...standing,
  ],
}

/**
 * Narrows the list to the state its address names. Not by `where`: Payload 3.90 writes the path behind a
 * virtual field back into the address, and its own filters then fail on it.
 */
const ofState = (state: unknown): Where | null =>
  states.some((known) => known === state) ? { state: { equals: state } } : null

/** What the form offers; that it is the writer's own unit is enforced where the register moves. */
function categoriesOf(user: unknown): Where {
  const actor = actorOf(user)
  const kind = { kind: { equals: 'category' } }
  return actor?.roles.includes('editor') ? { ...kind, unit: { equals: actor.unit } } : kind
}
