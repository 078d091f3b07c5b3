import { isolateObjectProperty, type PayloadRequest } from 'payload'
import { z } from 'zod'
import type { Actor } from '@/access/actor'
import type { RefusalCode } from '@/access/refusals'
import type { TaskStep } from '@/access/tasks'
import type { Problem } from '../Refused'
import { said, sentAs } from '../sentAs'
import { problemOfItem } from '../step/takeSteps'
import { takeTaskStep, taskStepSent } from './takeTaskStep'

type Result = { id: string; ok: boolean; status: number; number?: string } & Partial<
  Pick<Problem, 'detail' | 'fields'> & { code: RefusalCode | 'failed' }
>

/** As many as a page lists, and no more: others wait meanwhile. */
const most = 50

const { revision, seenState } = taskStepSent.shape
const item = z.object({ id: z.string(), revision, seenState })

/** The body of a request for one step of several tasks. */
export const taskStepsSent = z.object({
  items: said(z.array(item).min(1).max(most), {
    zh: `请用 items 列出 1 至 ${most} 个任务的 id。`,
    en: `List 1 to ${most} tasks with their ids in items.`,
  }),
})

/**
 * One step of several tasks, each by itself as `takeTaskStep` has it: what is refused of one, or fails, holds up no other,
 * and each has a result of its own.
 */
export async function takeTaskSteps(
  req: PayloadRequest,
  actor: Actor,
  { step, body }: { step: TaskStep; body: Record<string, unknown> },
): Promise<{ results: Result[] }> {
  const { items } = sentAs(taskStepsSent, body)
  const results: Result[] = []
  for (const { id, ...sent } of items) {
    // Each has a request of its own: one that fails has ended its transaction.
    const own = isolateObjectProperty(req, ['transactionID', 'context'])
    own.transactionID = undefined
    own.context = {}
    try {
      const { number } = await takeTaskStep(own, actor, { id, step, body: sent })
      results.push({ id, ok: true, status: 200, number })
    } catch (error) {
      results.push({ id, ok: false, ...problemOfItem(error, req) })
    }
  }
  return { results }
}
