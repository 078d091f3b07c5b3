import type { CollectionConfig, Where } from 'payload'
import { actorOf } from '@/access/actor'
import { day } from '@/fields/day'
import { basedOn } from '@/fields/original'
import { serverText } from '@/fields/server'
import { themes } from '@/fields/themes'
import {
  asQuestion,
  attachments,
  body,
  coUnits,
  forCounty,
  hintsOn,
  openToPublic,
  openToUnits,
  questionTitle,
  summary,
  words,
} from '@/fields/texts'
import { ofUnitAbove } from '@/hooks/basedOn'
import { leftTownship, ofTownship } from '@/hooks/forCounty'
import { asFiled } from '@/hooks/saving'
import { knownThemes } from '@/hooks/themes'
import { workingCopy } from './workingCopy'

/** 知识库: one question, one answer. This is the working copy; what readers see is `publications`. */
export const Knowledge: CollectionConfig = workingCopy({
  library: 'knowledge',
  labels: {
    singular: { zh: '知识', en: 'Knowledge entry' },
    plural: { zh: '知识库', en: 'Knowledge' },
  },
  fields: [
    {
      name: 'category',
      type: 'relationship',
      relationTo: 'nodes',
      required: true,
      index: true,
      label: { zh: '类别', en: 'Category' },
      filterOptions: ({ user }) => categoriesOf(user),
      validate: asFiled,
      admin: {
        allowCreate: false,
        allowEdit: false,
        description: {
          zh: '放在本单位知识树的哪一类',
          en: 'Where it stands in the unit’s part of the tree',
        },
        // Payload 3.90: with a condition the column may be empty, as versions of a text become when the
        // category it was filed under then is merged into another.
        condition: () => true,
      },
    },
    questionTitle(asQuestion),
    summary,
    { type: 'row', fields: [openToUnits, openToPublic] },
    {
      ...body,
      admin: {
        ...body.admin,
        components: {
          ...body.admin?.components,
          beforeInput: ['@/components/admin/entry/MissingFields#ServiceBlocks'],
        },
      },
    },
    {
      name: 'contact',
      type: 'group',
      label: { zh: '办公地址与联络方式', en: 'Address and contact' },
      admin: { condition: (data) => data.topic === 'office' || data.topic === 'contact' },
      fields: [
        {
          name: 'address',
          type: 'text',
          label: { zh: '地址', en: 'Address' },
          admin: { description: { zh: '写到楼层、房间号', en: 'With floor and room' } },
        },
        {
          name: 'phone',
          type: 'text',
          label: { zh: '电话', en: 'Phone' },
          admin: { description: { zh: '办公电话，带区号', en: 'Office phone with area code' } },
        },
        {
          name: 'hours',
          type: 'text',
          label: { zh: '办公时间', en: 'Hours' },
          admin: {
            description: {
              zh: '如：工作日 9:00—12:00，13:30—17:00',
              en: 'Such as: working days 9:00–12:00, 13:30–17:00',
            },
          },
        },
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
    themes(knownThemes),
    {
      type: 'row',
      fields: [
        day('validFrom', 'start', {
          label: { zh: '有效期起', en: 'Valid from' },
          admin: { description: { zh: '不填：审批通过即生效', en: 'Empty: from its approval on' } },
        }),
        day('validUntil', 'end', {
          label: { zh: '有效期止（含当日）', en: 'Valid until (inclusive)' },
          admin: {
            description: {
              zh: '不填：长期有效；过后自动不再显示',
              en: 'Empty: no end; not shown afterwards',
            },
          },
        }),
        day('reviewBy', 'start', {
          label: { zh: '下次复核日期', en: 'Review by' },
          admin: {
            description: { zh: '到这一天再核对一次内容', en: 'When to look at the text again' },
          },
        }),
      ],
    },
    {
      name: 'basis',
      type: 'text',
      maxLength: 500,
      label: { zh: '依据（文号）', en: 'Basis' },
      admin: {
        description: { zh: '如：广政公〔2019〕11号', en: 'Number of the regulation' },
        components: { afterInput: [hintsOn('basis')] },
      },
    },
    basedOn(ofUnitAbove),
    attachments,
    {
      name: 'related',
      type: 'relationship',
      relationTo: 'knowledge',
      hasMany: true,
      label: { zh: '相关知识', en: 'Related entries' },
      filterOptions: ({ id: own }) => (own ? { id: { not_equals: own } } : true),
      admin: {
        allowCreate: false,
        allowEdit: false,
        description: { zh: '看完这条往往还要看的', en: 'What is often read next' },
      },
    },
    { ...forCounty, validate: ofTownship, hooks: { beforeValidate: [leftTownship] } },
    coUnits,
    serverText('topic', { index: true }),
    serverText('unit', { index: true, label: { zh: '单位', en: 'Unit' } }),
  ],
})

/** What the form offers; that it is the writer's own unit is enforced where the register moves. */
function categoriesOf(user: unknown): Where {
  const actor = actorOf(user)
  const kind = { kind: { equals: 'category' } }
  return actor?.roles.includes('editor') ? { ...kind, unit: { equals: actor.unit } } : kind
}
