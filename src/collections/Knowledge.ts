import type { CollectionConfig, Where } from 'payload'
import { actorOf } from '@/access/actor'
import { day } from '@/fields/day'
import { serverText, unseen } from '@/fields/serverText'
import {
  asQuestion,
  attachments,
  body,
  coUnits,
  openToPublic,
  openToUnits,
  questionTitle,
  summary,
} from '@/fields/texts'
import { words } from '@/fields/words'
import { workingCopy } from './workingCopy'

/** 知识库: one question, one answer. This is the working copy; what readers see is `publications`. */
export const Knowledge: CollectionConfig = workingCopy({
  library: 'knowledge',
  labels: {
    singular: { zh: '知识', en: 'Knowledge entry' },
    plural: { zh: '知识库管理', en: 'Knowledge' },
  },
  columns: ['unit', 'category', 'title', 'openToUnits', 'openToPublic'],
  fields: [
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
        components: { Cell: '@/components/admin/list/NodeCell#NodeCell' },
        // Payload 3.90: with a condition the column may be empty, as versions of a text become when the
        // category it was filed under then is merged into another.
        condition: () => true,
      },
    },
    questionTitle(asQuestion),
    summary,
    { type: 'row', fields: [openToUnits, openToPublic] },
    body,
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
    words(
      'similarQuestions',
      { zh: '相似问题', en: 'Similar questions' },
      { zh: '每写一条按回车', en: 'Enter after each' },
    ),
    words(
      'keywords',
      { zh: '关键词', en: 'Keywords' },
      { zh: '每写一个按回车', en: 'Enter after each' },
    ),
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
    attachments,
    {
      name: 'related',
      type: 'relationship',
      relationTo: 'knowledge',
      hasMany: true,
      label: { zh: '相关知识', en: 'Related entries' },
      filterOptions: ({ id: own }) => (own ? { id: { not_equals: own } } : true),
      admin: { allowCreate: false, allowEdit: false },
    },
    coUnits,
    serverText('topic', { index: true }),
    serverText('unit', {
      index: true,
      label: { zh: '单位', en: 'Unit' },
      admin: {
        ...unseen,
        components: { ...unseen.components, Cell: '@/components/admin/list/NodeCell#NodeCell' },
      },
    }),
  ],
})

/** What the form offers; that it is the writer's own unit is enforced where the register moves. */
function categoriesOf(user: unknown): Where {
  const actor = actorOf(user)
  const kind = { kind: { equals: 'category' } }
  return actor?.roles.includes('editor') ? { ...kind, unit: { equals: actor.unit } } : kind
}
