import type { GlobalConfig, NumberFieldSingleValidation } from 'payload'
import { granted } from '@/access/granted'
import { libraries } from '@/access/rules'
import {
  daysBeforeLapse,
  daysUntilMarked,
  usualReviewMonths,
  type ReviewTerm,
} from '@/access/taskDays'
import { listedWords, embedOrigins } from '@/fields/settings'
import { recordSettings } from '@/hooks/centre'
import { sharedTexts } from '@/i18n/shared'
import { reportTexts } from '@/i18n/reports'
import { reviewTermNames } from '@/i18n/taskNames'
import { fewestKept, mostKept, scoreKeys, usuallyKept } from '@/workflow/settings'

const returned = libraries.filter((library) => library !== 'cases')

const wholeNumber =
  (fewest: number, most: number): NumberFieldSingleValidation =>
  (value, { req }) => {
    const number = value ?? fewest
    if (Number.isInteger(number) && number >= fewest && number <= most) return true
    return req.i18n.language === 'en'
      ? `A whole number from ${fewest} to ${most}.`
      : `请填写 ${fewest} 至 ${most} 的整数。`
  }

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
    {
      name: 'remindAfter',
      type: 'number',
      min: 1,
      max: 30,
      defaultValue: 2,
      label: { zh: '待办超过几个工作日再次提醒', en: 'Working days before a reminder' },
      admin: {
        step: 1,
        description: {
          zh: '等待审批、删除决定、退回或会同校核超过这么多个工作日，再提醒一次',
          en: 'Approvers are told once more about what has waited for longer than this',
        },
      },
      validate: wholeNumber(1, 30),
    },
    {
      // Without a default: what was never said is not part of what the log vouches for.
      name: 'keptDays',
      type: 'number',
      min: fewestKept,
      max: mostKept,
      label: { zh: '浏览和检索记录保存多少天', en: 'Days that readings and searches are kept' },
      admin: {
        step: 1,
        description: {
          zh: `谁在何时读过、查过什么，逐条保存这么多天，至少 ${fewestKept} 天，不填为 ${usuallyKept} 天；每天的次数一直保存`,
          en: `Who read and searched what is kept row by row for so many days, at least ${fewestKept}, ${usuallyKept} where nothing is said; the counts of each day are kept for good`,
        },
      },
      validate: wholeNumber(fewestKept, mostKept),
    },
    {
      name: 'scoreWeights',
      type: 'group',
      label: { zh: '年度评估得分的权重', en: 'Weights of the yearly score' },
      admin: {
        description: {
          zh: '四项各占多少分，不填按 40、30、20、10；随评估一起固定，改动只影响以后的评估',
          en: '40, 30, 20 and 10 where nothing is said; frozen with a report, so that changes count from the next on',
        },
      },
      fields: scoreKeys.map((key) => ({
        name: key,
        type: 'number' as const,
        min: 0,
        max: 100,
        label: { zh: reportTexts.zh.scoreParts[key], en: reportTexts.en.scoreParts[key] },
        validate: wholeNumber(0, 100),
      })),
    },
    {
      name: 'reviewMonths',
      type: 'group',
      label: { zh: '多少个月复核一次', en: 'Months until a text is looked at again' },
      admin: {
        description: {
          zh: '没有写明下次复核日期的内容按类别计算；不填按 1、6、12 个月',
          en: 'Of texts that name no day of review, by category; 1, 6 and 12 where nothing is said',
        },
      },
      fields: (Object.keys(usualReviewMonths) as ReviewTerm[]).map((term) => ({
        name: term,
        type: 'number' as const,
        min: 1,
        max: 60,
        label: { zh: reviewTermNames[term].zh, en: reviewTermNames[term].en },
        validate: wholeNumber(1, 60),
      })),
    },
    {
      // Without a default, as above.
      name: 'lapseUnreviewed',
      type: 'checkbox',
      label: {
        zh: `超过复核日期 ${daysUntilMarked} 天仍未复核的自动下架`,
        en: `Take offline what nobody reviewed ${daysUntilMarked} days after its day`,
      },
      admin: {
        description: {
          zh: `下架前 ${daysBeforeLapse} 天提醒知识库管理员和分管领导；完成复核后可以重新上架。不选则只向读者注明待复核`,
          en: `Its editors and approvers are told ${daysBeforeLapse} days before; once reviewed it can be put online again. Else readers are only told that it awaits its review`,
        },
      },
    },
    listedWords,
    embedOrigins,
  ],
}
