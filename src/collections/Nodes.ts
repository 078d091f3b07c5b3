import { deliversCases } from '@/access/actor'
import { granted, nobody, serverOnly } from '@/access/granted'
import { categoryKeys } from '@/access/rules'
import { id, serverText } from '@/fields/server'
import { foundUnit, guardNodeDeletion, placeNode, recordNodeChange } from '@/hooks/nodes'
import { noteChange, recordDeletion } from '@/hooks/rows'
import { categoryNames } from '@/i18n/names'
import { followingEndpoint } from '@/workflow/tree/following'
import { mergeEndpoint } from '@/workflow/tree/followTreeChanges'
import { touchedEndpoint } from '@/workflow/tree/touched'
import { closed } from './closed'

/** 知识树: units and their categories, never deeper than three. Only the centre changes it. */
export const Nodes = closed({
  slug: 'nodes',
  labels: {
    singular: { zh: '节点', en: 'Node' },
    plural: { zh: '知识树', en: 'Knowledge tree' },
  },
  admin: {
    group: false,
    hideAPIURL: true,
    useAsTitle: 'name',
    listSearchableFields: ['name'],
  },
  access: {
    create: granted('nodes', 'create'),
    // A key that hands in cases names the unit that handled them.
    read: (args) => granted('nodes', 'read')(args) || deliversCases(args.req.user),
    update: granted('nodes', 'update'),
    delete: granted('nodes', 'delete'),
  },
  defaultSort: 'order',
  hooks: {
    beforeChange: [placeNode],
    afterChange: [foundUnit, recordNodeChange, noteChange],
    beforeDelete: [guardNodeDeletion],
    afterDelete: [recordDeletion('node.delete'), noteChange],
  },
  endpoints: [followingEndpoint, mergeEndpoint, touchedEndpoint],
  fields: [
    id,
    {
      name: 'kind',
      type: 'select',
      required: true,
      index: true,
      label: { zh: '类型', en: 'Kind' },
      options: [
        { value: 'region', label: { zh: '县（市、区）', en: 'County or district' } },
        { value: 'department', label: { zh: '部门', en: 'Department' } },
        { value: 'township', label: { zh: '乡镇（街道）', en: 'Township' } },
        { value: 'category', label: { zh: '类别', en: 'Category' } },
      ],
      access: { update: nobody },
    },
    {
      name: 'name',
      type: 'text',
      required: true,
      maxLength: 60,
      label: { zh: '名称', en: 'Name' },
    },
    {
      name: 'parent',
      type: 'relationship',
      relationTo: 'nodes',
      index: true,
      label: { zh: '上级', en: 'Above' },
      admin: { allowCreate: false },
    },
    {
      name: 'form',
      type: 'select',
      label: { zh: '单位性质', en: 'Form' },
      options: [
        { value: 'municipal', label: { zh: '市级部门', en: 'Municipal department' } },
        { value: 'zone', label: { zh: '经济开发区', en: 'Economic development zone' } },
        { value: 'park', label: { zh: '工业园区', en: 'Industrial park' } },
      ],
      admin: { condition: (data) => data.kind === 'department' && !data.parent },
    },
    {
      name: 'category',
      type: 'select',
      label: { zh: '标准类别', en: 'Standard category' },
      options: categoryKeys.map((value) => ({ value, label: categoryNames[value] })),
      admin: { condition: (data) => data.kind === 'category' },
      access: { update: nobody },
    },
    { name: 'order', type: 'number', defaultValue: 0, label: { zh: '顺序', en: 'Order' } },
    serverText('unit', { index: true }),
    serverText('unitAbove', { index: true }),
    { name: 'level', type: 'number', access: serverOnly, admin: { hidden: true } },
    {
      name: 'isOffice',
      type: 'checkbox',
      defaultValue: false,
      label: { zh: '本县（市、区）政府办公室', en: 'Office of its region' },
      admin: {
        condition: (data) => data.kind === 'department' && Boolean(data.parent),
        description: {
          zh: '县（市、区）本级的事项归它；辖内单位没有分管领导可审批时，由它的分管领导代审批',
          en: 'Matters of the region itself are its own; its approvers act for bodies that have none',
        },
      },
    },
    {
      name: 'isCentre',
      type: 'checkbox',
      defaultValue: false,
      access: serverOnly,
      admin: { hidden: true },
    },
  ],
})
