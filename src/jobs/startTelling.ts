import type { Payload } from 'payload'
import { env } from '@/env'
import { followedUpdates } from '@/reading/updates'
import { remindReads } from '@/workflow/promoting/remindReads'
import { endBulletins } from '@/workflow/bulletins/endBulletins'
import { mailWeeks } from '@/workflow/reporting/mailWeeks'
import { freezeReports, showReports, tellEarly } from '@/workflow/reporting/freeze'
import { makeDigests } from '@/workflow/telling/mailing/makeDigests'
import { makeUpdateDigests } from '@/workflow/telling/mailing/makeUpdateDigests'
import { sendMails } from '@/workflow/telling/mailing/sendMails'
import { createDeliver } from '@/workflow/telling/mailing/transport'
import { remind } from '@/workflow/telling/remind'
import { askReviews, fillReviewDays } from '@/workflow/tasks/askReviews'
import { askByBasis } from '@/workflow/tasks/documents'
import { settleContradictions } from '@/workflow/tasks/contradictions'
import { findDuplicates } from '@/workflow/tasks/duplicates'
import { gapsFromSearches } from '@/workflow/tasks/gapsFromSearches'
import { lapseReviews } from '@/workflow/tasks/lapseReviews'
import { askByEnded } from '@/workflow/tasks/originals'
import { remindTasks } from '@/workflow/tasks/remindTasks'
import { settleMerges } from '@/workflow/tasks/settleMerges'
import { settleAllTasks, settleTasks } from '@/workflow/tasks/settleTasks'
import { tellUnusual } from '@/workflow/usage/demand/tellUnusual'
import { repeat, type Work } from './repeat'
import { replayGap } from './replayGaps'

const second = 1_000
const minute = 60 * second
const hour = 60 * minute

/**
 * Reminders, tasks and what is frozen each hour, tasks that approvals settle each few seconds, mails each minute, unusual demand each five: each by itself, so that one that
 * fails or is slow stops no other. Returns how to stop.
 */
export function startTelling(payload: Payload): () => void {
  // A test that holds the clock itself asks for it by `telling`.
  if (env.hasFaultPoints) return () => {}
  const stops = worksOf(payload).map((work) => repeat(payload, work))
  return () => stops.forEach((stop) => stop())
}

function worksOf(payload: Payload): Work[] {
  const deliver = createDeliver()
  const reviews = async () => {
    await fillReviewDays(payload)
    await askReviews(payload)
    await askByBasis(payload)
    await askByEnded(payload)
    await lapseReviews(payload)
  }
  const report = async () => {
    await freezeReports(payload)
    await showReports(payload)
    await tellEarly(payload)
  }
  return [
    { each: hour, work: () => remind(payload), failed: 'Reminding failed' },
    { each: hour, work: report, failed: 'Freezing and showing reports failed' },
    { each: hour, work: () => remindReads(payload), failed: 'Reminding of what was read failed' },
    { each: hour, work: () => gapsFromSearches(payload), failed: 'Looking for gaps failed' },
    { each: hour, work: reviews, failed: 'Asking for reviews failed' },
    {
      each: hour,
      work: () => settleAllTasks(payload, replayGap),
      failed: 'Settling all tasks failed',
    },
    { each: hour, work: () => remindTasks(payload), failed: 'Reminding of tasks failed' },
    {
      each: 5 * second,
      work: () => settleTasks(payload, replayGap),
      failed: 'Settling tasks failed',
    },
    {
      each: 5 * second,
      work: () => endBulletins(payload),
      failed: 'Ending activations failed',
    },
    { each: 5 * second, work: () => settleMerges(payload), failed: 'Settling merges failed' },
    {
      each: 24 * hour,
      work: () => findDuplicates(payload),
      failed: 'Looking for texts that ask the same failed',
    },
    {
      each: 5 * minute,
      work: () => settleContradictions(payload),
      failed: 'Looking for contradictions failed',
    },
    { each: minute, work: () => makeDigests(payload), failed: 'Writing mails of messages failed' },
    {
      each: minute,
      work: () => makeUpdateDigests(payload, followedUpdates()),
      failed: 'Writing mails of updates failed',
    },
    { each: minute, work: () => mailWeeks(payload), failed: 'Writing weekly reports failed' },
    { each: minute, work: () => sendMails(payload, deliver), failed: 'Sending mails failed' },
    {
      each: 5 * minute,
      work: () => tellUnusual(payload),
      failed: 'Looking for unusual demand failed',
    },
  ]
}
