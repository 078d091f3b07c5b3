import { isolateObjectProperty, type PayloadRequest } from 'payload'
import { z } from 'zod'
import type { RefusalCode } from '@/access/refusals'
import type { Library, Step } from '@/access/rules'
import { problemOfItem } from './problemOfItem'
import type { Problem } from '../Refused'
import { said, sentAs } from '../sentAs'
import { stepSent } from './stepSent'
import { takeStep, type Taken } from './takeStep'

export type Result = { id: string; ok: boolean; status: number } & Partial<Taken> &
  Partial<Pick<Problem, 'detail' | 'fields'> & { code: RefusalCode | 'failed' }>

/** More at once would hold the others up too long. */
const most = 200

const listOf = <Item extends z.ZodType>(item: Item) =>
  said(z.array(item).min(1).max(most), {
    zh: `请用 items 列出 1 至 ${most} 条内容的 id 和 revision。`,
    en: `List 1 to ${most} entries with id and revision in items.`,
  })
const { revision } = stepSent('submit').shape
const item = z.object({ id: z.string(), revision })

/** The body of a request for one step of several, as the API describes it. */
export const stepsSent = (step: Step) =>
  stepSent(step)
    .omit({ revision: true })
    .extend({ items: listOf(item) })

/** The same as it is read: the rest of an item is judged with its own step. */
const stepsRead = z.object({ items: listOf(item.pick({ id: true }).loose()) })

/**
 * One step for several entries, each on its own: what is refused for one, or fails, does not hold the others, and
 * each has its own result.
 */
export async function takeSteps(given: {
  req: PayloadRequest
  library: Library
  step: Step
  body: Record<string, unknown>
}): Promise<{ results: Result[] }> {
  const { req, library, step, body } = given
  const { items } = sentAs(stepsRead, body)
  const results: Result[] = []
  for (const item of items) {
    // Each item has a request of its own: one that fails has ended its transaction.
    const own = isolateObjectProperty(req, ['transactionID', 'context'])
    own.transactionID = undefined
    own.context = {}
    try {
      const one = { ...body, ...item }
      const taken = await takeStep({ req: own, library, id: item.id, step, body: one })
      results.push({ ...taken, ok: true, status: 200 })
    } catch (error) {
      results.push({ id: item.id, ok: false, ...problemOfItem(error, req) })
    }
  }
  return { results }
}
