import type { Field } from 'payload'

/**
 * Where an entry stands, read from its register row: shown and sorted in lists, never written through
 * the entry. Beside the form stands the history of its decisions.
 */
export const standing: Field[] = [
  {
    name: 'state',
    type: 'text',
    virtual: 'entry.state',
    label: { zh: '审批状态', en: 'State' },
    admin: {
      hidden: true,
      disableListFilter: true,
      components: { Cell: '@/components/admin/StateCell#StateCell' },
    },
  },
  {
    name: 'deletionState',
    type: 'date',
    virtual: 'entry.deletionRequestedAt',
    label: { zh: '删除状态', en: 'Deletion' },
    admin: {
      hidden: true,
      disableListFilter: true,
      components: { Cell: '@/components/admin/list/DeletionCell#DeletionCell' },
    },
  },
  {
    name: 'views',
    type: 'number',
    // Asked for by the cell; no column to sort by.
    virtual: true,
    label: { zh: '阅读次数', en: 'Views' },
    admin: {
      hidden: true,
      disableListFilter: true,
      components: { Cell: '@/components/admin/list/ViewsCell#ViewsCell' },
    },
  },
  {
    name: 'publishedAt',
    type: 'text',
    // Asked for by the cell; no column to sort by.
    virtual: true,
    label: { zh: '发布时间', en: 'Published' },
    admin: {
      hidden: true,
      disableListFilter: true,
      components: { Cell: '@/components/admin/list/PublishedCell#PublishedCell' },
    },
  },
  {
    name: 'stateSince',
    type: 'date',
    virtual: 'entry.stateSince',
    label: { zh: '状态时间', en: 'State since' },
    admin: {
      hidden: true,
      disableListFilter: true,
      components: { Cell: '@/components/admin/MomentCell#MomentCell' },
    },
  },
  {
    name: 'keeper',
    type: 'text',
    virtual: 'entry.keeper',
    label: { zh: '经办人', en: 'Keeper' },
    admin: {
      hidden: true,
      disableListFilter: true,
      components: { Cell: '@/components/admin/list/KeeperCell#KeeperCell' },
    },
  },
  {
    name: 'history',
    type: 'ui',
    admin: {
      position: 'sidebar',
      disableListColumn: true,
      components: { Field: '@/components/admin/entry/HistoryField#HistoryField' },
    },
  },
]
