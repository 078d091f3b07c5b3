import { setTimeout as pause } from 'node:timers/promises'
import { createLocalReq, type Payload } from 'payload'
import { env } from '@/env'
import { followedUpdates } from '@/reading/updates'
import { lastChange } from '@/workflow/counters'
import { armFaultPoint, faultPoints } from '@/workflow/step/faultPoint'
import { makeDigests } from '@/workflow/telling/mailing/makeDigests'
import { makeUpdateDigests } from '@/workflow/telling/mailing/makeUpdateDigests'
import { sendMails } from '@/workflow/telling/mailing/sendMails'
import { createDeliver } from '@/workflow/telling/mailing/transport'
import { mailWeeks } from '@/workflow/reporting/mailWeeks'
import { freezeReports, showReports } from '@/workflow/reporting/freeze'
import { remindReads } from '@/workflow/promoting/remindReads'
import { remind } from '@/workflow/telling/remind'
import { askReviews, fillReviewDays } from '@/workflow/tasks/askReviews'
import { followFacts } from '@/workflow/facts/keepFacts'
import { askByBasis } from '@/workflow/tasks/documents'
import { settleContradictions } from '@/workflow/tasks/contradictions'
import { findDuplicates } from '@/workflow/tasks/duplicates'
import { gapsFromSearches } from '@/workflow/tasks/gapsFromSearches'
import { lapseReviews } from '@/workflow/tasks/lapseReviews'
import { askByEnded } from '@/workflow/tasks/originals'
import { remindTasks } from '@/workflow/tasks/remindTasks'
import { settleMerges } from '@/workflow/tasks/settleMerges'
import { placeOf, settleAllTasks, settleEntries, settleTasks } from '@/workflow/tasks/settleTasks'
import { tellUnusual } from '@/workflow/usage/demand/tellUnusual'
import type { CommandContext, CommandResult } from './commands'
import { replayGap } from './replayGaps'
import { writeWaiting } from './writeWaiting'

/** For tests only: the running server dies at this place the next time it gets there. */
export async function armFault({ args }: CommandContext): Promise<CommandResult> {
  if (armFaultPoint(args[0] ?? '')) return Promise.resolve({ exitCode: 0, output: '' })
  return Promise.resolve({
    exitCode: 2,
    output: `ZHIKU_FAULT_POINTS=yes; ${faultPoints.join(' ')}`,
  })
}

/** For tests only: what is told from time to time is told now, by another clock. */
export async function tellNow({ payload, args }: CommandContext): Promise<CommandResult> {
  if (!env.hasFaultPoints) return { exitCode: 2, output: 'ZHIKU_FAULT_POINTS=yes' }
  const now = new Date(args[0] ?? Date.now())
  const reminded = await remind(payload, now)
  const toReview = await remindReads(payload, now)
  const unusual = await tellUnusual(payload, now)
  const digests = await makeDigests(payload, now)
  const updates = await makeUpdateDigests(payload, followedUpdates(), now)
  const weeks = await mailWeeks(payload, now)
  const mails = await sendMails(payload, createDeliver(), now)
  return {
    exitCode: 0,
    output: JSON.stringify({ reminded, toReview, unusual, digests, updates, weeks, ...mails }),
  }
}

/** For tests only: tasks that are late, and what was asked in vain, are looked after now, by another clock. */
export async function tasksNow({ payload, args }: CommandContext): Promise<CommandResult> {
  if (!env.hasFaultPoints) return { exitCode: 2, output: 'ZHIKU_FAULT_POINTS=yes' }
  const now = new Date(args[0] ?? Date.now())
  const gaps = await gapsFromSearches(payload, now)
  await fillReviewDays(payload, now)
  const ended = await askByEnded(payload, now)
  const reviews = (await askReviews(payload, now)) + (await askByBasis(payload, now)) + ended
  const lapsed = await lapseReviews(payload, now)
  const reminded = await remindTasks(payload, now)
  await findDuplicates(payload)
  return { exitCode: 0, output: JSON.stringify({ gaps, reviews, lapsed, reminded }) }
}

/**
 * For tests only: what approvals and withdrawals settle is settled now; where entries are named of their tasks alone, and
 * reviews of them are asked for.
 */
export async function settleNow({ payload, args }: CommandContext): Promise<CommandResult> {
  const settling = { replay: replayGap, now: new Date() }
  if (args.length > 0) {
    const moved = await settleEntries(payload, args, settling)
    const merged = await settleMerges(payload, settling.now, args)
    await askReviews(payload, settling.now, args)
    return { exitCode: 0, output: String(moved + merged) }
  }
  await followFacts(payload)
  await settleContradictions(payload)
  await settleMerges(payload)
  await settleUpToNow(payload)
  return { exitCode: 0, output: String(await settleAllTasks(payload, replayGap)) }
}

/** What the search index has not taken yet is left by a turn, and others keep it busy. */
async function settleUpToNow(payload: Payload): Promise<void> {
  const until = await lastChange(await createLocalReq({}, payload))
  await settleTasks(payload, replayGap)
  for (let again = 0; again < 100 && (await placeOf(payload)) < until; again += 1) {
    await pause(100)
    await settleTasks(payload, replayGap)
  }
}

/** For tests only: the month that is over by another clock is frozen now, and shown. */
export async function freezeNow({ payload, args }: CommandContext): Promise<CommandResult> {
  if (!env.hasFaultPoints) return { exitCode: 2, output: 'ZHIKU_FAULT_POINTS=yes' }
  const now = new Date(args[0] ?? Date.now())
  const frozen = await freezeReports(payload, now)
  await showReports(payload, now)
  return { exitCode: 0, output: JSON.stringify({ frozen }) }
}

/** For tests only: what was read, asked and used is on record and counted now. */
export async function writeNow({ payload }: CommandContext): Promise<CommandResult> {
  await writeWaiting(payload)
  return { exitCode: 0, output: '' }
}
