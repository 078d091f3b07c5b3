import type { ReviewCause, TaskKind } from '@/access/tasks'
import { kindsZh } from './taskNames'
import { taskTexts } from './tasks'

/** Why a text went offline by rule, for its history, and what readers with an old link are told: in their first language. */
export const lapsedTexts = ({ day, days }: { day: string; days: number }) => ({
  reason: `复核日期 ${day} 已过 ${days} 天仍未复核，按中心的设置自动下架。`,
  sentence: '这条内容超过复核日期仍未复核，为免误导已暂时下架，请拨打 12345 咨询。',
})

/** What a task is about in a message: never the title of an entry, which its reader may not see by then. */
export const aboutTask = ({
  number,
  kind,
  about,
  entryNumber,
  cause,
}: {
  number: string
  kind: TaskKind
  about: string
  entryNumber: string | null
  cause: ReviewCause | null
}): string =>
  [
    number,
    kindsZh[kind],
    entryNumber,
    cause && taskTexts.zh.causes[cause],
    about.length > 60 ? `${about.slice(0, 60)}…` : about,
  ]
    .filter(Boolean)
    .join(' ')
