import type { GlobalConfig } from 'payload'
import { granted } from '@/access/granted'
import { libraries } from '@/access/rules'
import { listedWords } from '@/fields/listedWords'
import { recordSettings } from '@/hooks/recordSettings'
import { sharedTexts } from '@/i18n/shared'

const returned = libraries.filter((library) => library !== 'cases')

/** What the centre decides for all units. */
export const Settings: GlobalConfig = {
  slug: 'settings',
  label: { zh: '工作流程设置', en: 'Workflow settings' },
  lockDocuments: false,
  admin: { group: false, hideAPIURL: true },
  access: {
    read: granted('settings', 'read'),
    update: granted('settings', 'update'),
    readVersions: () => false,
  },
  hooks: { afterChange: [recordSettings] },
  fields: [
    {
      name: 'returnFirst',
      type: 'group',
      label: {
        zh: '修改已审批信息须先退回',
        en: 'Approved texts are returned before they are revised',
      },
      admin: {
        description: {
          zh: '选中后，知识库管理员不能直接修订已审批的内容，只能申请退回修改',
          en: 'Where chosen, editors ask the approver to return an approved text instead of revising it',
        },
      },
      fields: returned.map((library) => ({
        name: library,
        type: 'checkbox' as const,
        defaultValue: false,
        label: {
          zh: sharedTexts.zh.library[library] ?? '',
          en: sharedTexts.en.library[library] ?? '',
        },
      })),
    },
    listedWords,
  ],
}
