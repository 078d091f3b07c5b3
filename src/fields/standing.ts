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
    admin: { hidden: true },
  },
  {
    name: 'deletionState',
    type: 'date',
    virtual: 'entry.deletionRequestedAt',
    label: { zh: '删除状态', en: 'Deletion' },
    admin: { hidden: true },
  },
  {
    name: 'stateSince',
    type: 'date',
    virtual: 'entry.stateSince',
    label: { zh: '状态时间', en: 'State since' },
    admin: { hidden: true },
  },
  {
    name: 'keeper',
    type: 'text',
    virtual: 'entry.keeper',
    label: { zh: '经办人', en: 'Keeper' },
    admin: { hidden: true },
  },
  {
    name: 'history',
    type: 'ui',
    admin: {
      position: 'sidebar',
      components: { Field: '@/components/admin/entry/HistoryField#HistoryField' },
    },
  },
]
